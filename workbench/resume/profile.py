"""What a document says about a person, in JSON Resume names, with the place of every field."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.resume.document import Box, Document, _box


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the file that a person should look at; it lowers nothing by itself.

    `kind`: `hidden_text`, `instructions`, `keyword_stuffing`, `lookalike_letters` or `invisible_characters`.
    """

    kind: str
    page: int
    box: Box
    text: str
    why: str

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON values."""
        return {"kind": self.kind, "page": self.page, "box": self.box, "text": self.text, "why": self.why}

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Finding:
        """Build a finding from what `to_dict` gave."""
        return cls(value["kind"], value["page"], _box(value["box"]), value["text"], value["why"])


@dataclass(frozen=True, slots=True)
class Resume:
    """A profile that was read.

    Attributes
    ----------
    file
        The file's name without its folder.
    data
        JSON Resume; ours lies under `meta.workbench`: `fields` maps a field's path ("work/0/name") to
        `{"page", "lines", "text", "why"}`.
    document
        The pages and lines the data was read from.
    findings
        What a person should know about the file, in neutral words.
    path
        Where the file lies on this machine, for pictures of its pages; never exported.
    """

    file: str
    data: dict[str, Any]
    document: Document
    findings: tuple[Finding, ...] = ()
    path: Path | None = None

    @property
    def name(self) -> str | None:
        """The person's name as written, or None."""
        return (self.data.get("basics") or {}).get("name") or None

    def to_json(self) -> str:
        """Give JSON Resume as text on one line, ASCII-escaped."""
        return json.dumps(self.data, ensure_ascii=True)

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON values (without the path); `from_dict` is its inverse."""
        return {
            "file": self.file,
            "data": self.data,
            "document": self.document.to_dict(),
            "findings": [finding.to_dict() for finding in self.findings],
        }

    @classmethod
    def from_dict(cls, value: dict[str, Any], *, path: Path | None = None) -> Resume:
        """Build a profile from what `to_dict` gave."""
        return cls(
            value["file"],
            value["data"],
            Document.from_dict(value["document"]),
            tuple(Finding.from_dict(item) for item in value["findings"]),
            path,
        )
