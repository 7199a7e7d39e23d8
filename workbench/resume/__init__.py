"""What a profile says: files in, pages of lines and JSON Resume fields out, read in a process of its own."""

from __future__ import annotations

from workbench.resume.document import Box, Document, Line, Page, Word
from workbench.resume.profile import Finding, Resume
from workbench.resume.reader import Reader, default_reader, read, render
from workbench.resume.redact import Redacted, RedactOptions, redact

__all__ = [
    "Box",
    "Document",
    "Finding",
    "Line",
    "Page",
    "Reader",
    "RedactOptions",
    "Redacted",
    "Resume",
    "Word",
    "default_reader",
    "read",
    "redact",
    "render",
]
