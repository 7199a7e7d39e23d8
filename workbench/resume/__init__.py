"""What a profile says: files in, pages of lines and JSON Resume fields out, read in a process of its own."""

from __future__ import annotations

from workbench.resume.corrections import Correction
from workbench.resume.document import Box, Document, Line, Page, Word
from workbench.resume.profile import Finding, Resume
from workbench.resume.provenance import Place, place_of, places
from workbench.resume.reader import Reader, default_reader, read, render
from workbench.resume.redact import Redacted, RedactOptions, redact
from workbench.resume.same_person import Card, Same, card_of, find_same

__all__ = [
    "Box",
    "Card",
    "Correction",
    "Document",
    "Finding",
    "Line",
    "Page",
    "Place",
    "Reader",
    "RedactOptions",
    "Redacted",
    "Resume",
    "Same",
    "Word",
    "card_of",
    "default_reader",
    "find_same",
    "place_of",
    "places",
    "read",
    "redact",
    "render",
]
