"""Files before anybody reads them: what is one, how large, and of which kind by its first bytes."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from workbench.errors import Refused
from workbench.resume.document import Kind

MAX_BYTES = 40 << 20
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXT_KINDS: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
}
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF", b"BM")


def take(path: Path) -> bytes:
    """Give the file's bytes.

    Raises
    ------
    Refused
        `not_a_file` for folders, pipes, devices, missing files and links that lead out of the file's folder;
        `too_large` above 40 MB.
    """
    name = path.name
    real = path
    if path.is_symlink():
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError) as problem:
            raise Refused("not_a_file", name, "It is a link that leads nowhere.") from problem
        if not real.is_relative_to(path.parent.resolve()):
            raise Refused("not_a_file", name, "It is a link that leads out of its folder. Copy the file itself there.")
    try:
        descriptor = os.open(
            real, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        )
    except (OSError, ValueError) as problem:
        reason = (
            "There is no such file." if isinstance(problem, FileNotFoundError) else f"It cannot be opened ({problem})."
        )
        raise Refused("not_a_file", name, reason) from problem
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Refused("not_a_file", name, "It is not a file but a folder, pipe or device.")
        if status.st_size > MAX_BYTES:
            raise Refused("too_large", name, f"It has {status.st_size >> 20} MB; {MAX_BYTES >> 20} MB is the limit.")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read(MAX_BYTES + 1)
    finally:
        os.close(descriptor)
    if len(data) > MAX_BYTES:
        raise Refused("too_large", name, f"It has more than {MAX_BYTES >> 20} MB.")
    return data


def kind_of(data: bytes, name: str) -> Kind:
    """Tell the kind of a document by its first bytes; the name's ending only decides between kinds of text.

    Raises
    ------
    Refused
        `damaged` for an empty file, `password` for an encrypted Office file, `unsupported` for anything else.
    """
    start = data[:1024]
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name from outside, not a path
    if not data or data.isspace():
        raise Refused("damaged", name, "It is empty.")
    if b"%PDF-" in start and not (ending in {".html", ".htm"} and b"<" in start[:40]):
        return "pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "odt" if b"application/vnd.oasis.opendocument.text" in data[:200] else "docx"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED in data:
            raise Refused("password", name, "It asks for a password. Ask for a copy without one.")
        raise Refused("unsupported", name, "It is a Word file of the old kind (.doc). Save it as .docx or PDF.")
    if start.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if start.startswith(_IMAGES):
        raise Refused("unsupported", name, "It is a picture. Ask for a document with text in it.")
    if ending in {".docx", ".odt", ".pdf"}:
        html = re.match(rb"\s*(?:<!doctype html|<html|<body)", start, re.I)
        raise Refused(
            "unsupported" if html or start[:2] == b"MZ" else "damaged",
            name,
            f"Its name ends in {ending} but it is no such file.",
        )
    if _is_binary(data):
        raise Refused("unsupported", name, "It is neither text nor a document this program reads.")
    if ending in _TEXT_KINDS:
        return _TEXT_KINDS[ending]
    if re.match(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html)", start, re.I):
        return "html"
    return "text"


def is_wide(part: bytes) -> str | None:
    """The encoding of a text with two bytes a letter and no mark of it; None for every other text."""
    part = part[:400]
    even, odd = part[0::2].count(0), part[1::2].count(0)
    if odd > 0.35 * len(part) and even < 0.05 * len(part):
        return "utf-16-le"
    if even > 0.35 * len(part) and odd < 0.05 * len(part):
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data[:4] in {b"\xff\xfe\0\0", b"\0\0\xfe\xff"}:
        return False
    part = data[:65536]
    if is_wide(part) is not None:
        return False
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in part)
    return control > 0.02 * len(part) + 2
