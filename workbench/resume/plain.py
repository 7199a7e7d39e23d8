"""Plain text and Markdown: lines are rows; blank lines, indents, underlines and hashes tell the rest."""

from __future__ import annotations

import re

from workbench.resume.files import is_wide
from workbench.resume.paragraphs import Paragraph, Run

_BULLET = re.compile(r"^\s*(?:[-*+•◦▪‣·–]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"^\s*([-=_*~#])\1{2,}\s*$")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_LINK = re.compile(r"!?\[([^\]]{0,200})\]\(\s*<?([^)\s>]{0,400})>?[^)]{0,80}\)")
_STRONG = re.compile(
    r"(\*\*|__)(?=\S)([^*_]{1,200}?\S)\1|(?<![\w*])([*_])(?=\S)([^*_\n]{1,200}?)(?<=\S)\3(?![\w*])|`([^`\n]{1,200})`"
)
_MAX_LINES = 20_000
MAX_LINE = 20_000


def decode(data: bytes) -> str:
    """Give the text of bytes in the encoding they have: a byte order mark, UTF-8, UTF-16 without one, else Western."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    wide = is_wide(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def lines_of(text: str) -> list[str]:
    """Cut a text into lines at every kind of line end, each of bounded length."""
    found = re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    return [line[:MAX_LINE] for line in found[:_MAX_LINES]]


def read_text(text: str) -> list[Paragraph]:
    """Give the paragraphs of a plain text, one a line; three spaces or a tab part cells."""
    paragraphs: list[Paragraph] = []
    blank = False
    indent = 0
    for line in lines_of(text):
        if not line.strip():
            blank = True
            continue
        if _RULE.match(line):
            if paragraphs and not blank and len(paragraphs[-1].text) < 60:
                _make_heading(paragraphs[-1])
            blank = True
            continue
        bullet = _BULLET.match(line)
        stripped = line[bullet.end() :] if bullet else line.strip()
        own = len(line) - len(line.lstrip())
        joined = bool(paragraphs and not bullet and not blank and paragraphs[-1].bullet and own >= max(indent - 1, 1))
        joined = joined or bool(
            paragraphs and paragraphs[-1].joined and not bullet and not blank and own >= max(indent - 1, 1)
        )
        stripped = re.sub(r"\s{3,}|\t+", "\t", stripped.rstrip())
        paragraph = Paragraph([Run(stripped)], bool(bullet), False, 1.0 if blank else 0.1, 10, joined)
        if stripped.isupper() and 4 < len(stripped) < 50 and not bullet:
            paragraph.runs[0].bold = True
        paragraphs.append(paragraph)
        indent = bullet.end() if bullet else indent
        blank = False
    return paragraphs


def _make_heading(paragraph: Paragraph) -> None:
    paragraph.heading = True
    for run in paragraph.runs:
        run.bold, run.size = True, 13.0


def read_markdown(text: str) -> list[Paragraph]:
    """Give the paragraphs of a Markdown text; HTML inside stays text and links keep their address."""
    paragraphs: list[Paragraph] = []
    blank = False
    for line in lines_of(re.sub(r"<!--.*?-->", "", text, flags=re.S) if text.count("<!--") < 500 else text):
        if not line.strip():
            blank = True
            continue
        heading = _HEADING.match(line)
        if heading:
            level = len(heading[1])
            size = {1: 20.0, 2: 15.0, 3: 12.5}.get(level, 11.5)
            runs = [Run(run.text, True, run.italic, size, "#000000", "", run.link) for run in _inline(heading[2], size)]
            paragraphs.append(Paragraph(runs, False, True, 1.0))
            blank = False
            continue
        if _RULE.match(line):
            if paragraphs and not blank and line.strip()[0] in "=-" and len(paragraphs[-1].text) < 60:
                _make_heading(paragraphs[-1])
            blank = True
            continue
        if re.fullmatch(r"\s*\|?[\s:|-]+\|?\s*", line):
            continue
        bullet = _BULLET.match(line)
        stripped = line[bullet.end() :] if bullet else re.sub(r"^\s*(?:>\s?){1,20}", "", line).strip()
        if stripped.startswith("|") and stripped.endswith("|"):
            stripped = stripped.strip("|").replace("|", "\t")
        joined = bool(paragraphs and not bullet and not blank and paragraphs[-1].bullet and line[:1] == " ")
        paragraphs.append(Paragraph(_inline(stripped), bool(bullet), False, 1.0 if blank else 0.1, 10, joined))
        blank = False
    return paragraphs


def _inline(text: str, size: float = 10.5) -> list[Run]:
    """Take the marks for strong, emphasis, code and links out of a line."""
    runs: list[Run] = []
    place = 0
    for found in _LINK.finditer(text):
        runs += _emphasis(text[place : found.start()], size)
        url = found[2] if re.match(r"(?:https?://|mailto:|tel:)", found[2], re.I) else ""
        if not found.group().startswith("!"):
            runs += [Run(run.text, run.bold, run.italic, size, "#000000", "", url) for run in _emphasis(found[1], size)]
        place = found.end()
    return runs + _emphasis(text[place:], size)


def _emphasis(text: str, size: float) -> list[Run]:
    runs: list[Run] = []
    place = 0
    for found in _STRONG.finditer(text):
        if found.start() > place:
            runs.append(Run(text[place : found.start()], size=size))
        strong = found[1] is not None
        runs.append(Run(found[2] or found[4] or found[5], strong, found[3] is not None, size))
        place = found.end()
    if place < len(text):
        runs.append(Run(text[place:], size=size))
    return runs
