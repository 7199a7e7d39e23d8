"""Zip packages (DOCX, ODT) opened with care: counted, measured and parsed without entities."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from workbench.errors import Refused

MAX_PARTS = 4_000
MAX_PART = 24 << 20
MAX_TOTAL = 400 << 20


class Package:
    """The parts of one document, read on demand and never unpacked to disk."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as problem:
            raise Refused("damaged", file, f"Its package is broken ({problem}).") from problem
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS:
            raise Refused("too_large", file, f"It has {len(entries):,} parts; a document has a few dozen.")
        self._sizes = {entry.filename: entry.file_size for entry in entries}
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("password", file, "It asks for a password. Ask for a copy without one.")

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    @property
    def names(self) -> list[str]:
        """The parts' names."""
        return list(self._sizes)

    def xml(self, name: str) -> Any:
        """Parse a part; entities, document types and network stay off.

        Raises
        ------
        Refused
            `too_large` for a part beyond all measure, `damaged` for broken XML or one with entities.
        """
        data = self._bytes(name)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as problem:
            raise Refused("damaged", self.file, f"Its part {name} is broken ({str(problem)[:90]}).") from problem
        if root.getroottree().docinfo.doctype:
            raise Refused("damaged", self.file, f"Its part {name} declares entities, which no word processor does.")
        return root

    def _bytes(self, name: str) -> bytes:
        if self._sizes.get(name, 0) > MAX_PART:
            raise Refused("too_large", self.file, f"Its part {name} unpacks to {self._sizes[name] >> 20} MB.")
        try:
            with self._zip.open(name) as stream:
                data = stream.read(MAX_PART + 1)
        except (KeyError, zipfile.BadZipFile, OSError, NotImplementedError, EOFError, ValueError) as problem:
            raise Refused("damaged", self.file, f"Its part {name} cannot be unpacked.") from problem
        except Exception as problem:  # zlib.error has no base class of its own worth importing zlib for
            raise Refused("damaged", self.file, f"Its part {name} cannot be unpacked.") from problem
        if len(data) > MAX_PART:
            raise Refused("too_large", self.file, f"Its part {name} unpacks to more than {MAX_PART >> 20} MB.")
        return data
