"""HTML: blocks become paragraphs; what a browser would not show is kept apart as hidden."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from workbench.resume.dates import is_date_like
from workbench.resume.headings import section_of
from workbench.resume.paragraphs import Paragraph, Run

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "ul",
        "fieldset",
        "details",
        "summary",
        "center",
    ]
)
_SKIPPED = {"script", "style", "head", "title", "meta", "link"}
_UNSEEN = {"noscript": "a browser with scripts does not show them", "template": "a browser does not show templates"}
_SIZES = {"h1": 20.0, "h2": 15.0, "h3": 12.5, "h4": 11.5}
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|$)"
    r"|(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|(?<!-)color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent)",
    re.I,
)
# an open tag of these turns the rest of the page into its text
_SWALLOWS = re.compile(r"</?(?:iframe|noembed|noframes|textarea|xmp|plaintext|listing)\b[^>]*>", re.I)
_SET_APART = re.compile(r"position\s*:\s*absolute|float\s*:\s*right|margin-left\s*:\s*auto", re.I)
_MAX = 20_000


def _opens_item(element: Any) -> bool:
    """Whether a block is the first thing in an item of a list, which carries the item's bullet."""
    above = element.getparent()
    return above is not None and above.tag == "li" and above[0] is element and not (above.text or "").strip()


def _read_across(row: Any) -> set[Any]:
    """Give the blocks of a table's row that stand on one line with each other: one in each cell, or a label's first."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    blocks = [[block for block in cell if block.tag in _BLOCKS] for cell in cells]
    plain = all(not any(inner.tag in _BLOCKS for inner in block) for found in blocks for block in found[:1])
    if len(cells) < 2 or not plain:
        return set()
    if all(len(found) <= 1 for found in blocks):
        return {block for found in blocks for block in found}
    label = " ".join("".join(cells[0].itertext()).split())
    if len(blocks[0]) <= 1 and (is_date_like(label) or section_of(label) or len(label) < 26):
        return {block for found in blocks[:2] for block in found[:1]}
    return set()


def read_html(text: str) -> list[Paragraph]:
    """Give the paragraphs of a page; nothing is loaded and nothing is run."""
    parser = etree.HTMLParser(no_network=True, huge_tree=False, recover=True, remove_comments=False, encoding="utf-8")
    try:
        text = re.sub(r"<[^<>]{20000,}>", "<p>", text.replace("\0", ""))  # no real tag is that long
        text = _SWALLOWS.sub(" ", text)
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return []
    walker = _Walker()
    walker.read(root)
    return walker.paragraphs


class _Walker:
    """Goes through the tree with a stack of its own, so that no depth of nesting ends it."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._current = Paragraph()
        self._gap = 0.0
        self._inline: set[Any] = set()  # blocks that are the one line of a table's cell

    def _end(self, gap: float = 0.0) -> None:
        if self._current.text.strip():
            self.paragraphs.append(self._current)
            self._gap = 0.0
        self._gap = max(self._gap, gap)
        self._current = Paragraph([], gap=self._gap)

    def read(self, root: Any) -> None:
        """Collect the paragraphs below the root."""
        stack: list[tuple[Any, str, Run]] = [(root, "in", Run(""))]
        while stack and len(self.paragraphs) < _MAX:
            element, step, look = stack.pop()
            if step == "text":
                self._say(element, look)
                continue
            if step == "out":
                self._end(0.3 if element in {"p", "section", "ul", "table"} else 0.0)
                continue
            inside = self._enter(element, look)
            if element.tail:
                stack.append((element.tail, "text", look))
            if inside is None:
                continue
            if isinstance(element.tag, str) and element.tag in _BLOCKS and element not in self._inline:
                stack.append((element.tag, "out", look))
            stack += [(child, "in", inside) for child in reversed(element)]
            if element.text:
                stack.append((element.text, "text", inside))
        self._end()

    def _say(self, text: str, look: Run) -> None:
        text = re.sub(r"\s+", " ", text)
        if text.strip() or self._current.runs:
            self._current.runs.append(Run(text, look.bold, look.italic, look.size, look.colour, look.hidden, look.link))

    def _enter(self, element: Any, look: Run) -> Run | None:
        """Give the look inside an element; None when nothing inside it is read."""
        if element.tag is etree.Comment:
            words = re.findall(r"[A-Za-z_]{4,}", element.text or "")
            in_body = any(ancestor.tag == "body" for ancestor in element.iterancestors())  # programs sign before it
            if words and in_body and "[if" not in (element.text or ""):
                self._current.runs.append(
                    Run(" " + (element.text or "").strip()[:300] + " ", hidden="These words stand in a comment")
                )
            return None
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED:
            return None
        if tag in _BLOCKS:
            if tag == "tr":
                self._inline |= _read_across(element)
            if element in self._inline:
                tag = "span"
        if tag in _BLOCKS:
            self._end(1.0 if tag in _SIZES or tag == "section" else 0.0)
            self._current.bullet = tag == "li" or _opens_item(element)
            self._current.heading = tag in _SIZES
        apart = tag in {"td", "th"} or (tag == "span" and _SET_APART.search(element.get("style", "")[:2000]))
        if apart and self._current.text.strip():
            self._current.runs.append(Run("\t"))
        if tag == "br":
            self._end()
        inside = Run("", look.bold, look.italic, look.size, look.colour, look.hidden, look.link)
        inside.bold = inside.bold or tag in {"b", "strong", "th", *_SIZES}
        inside.italic = inside.italic or tag in {"i", "em"}
        inside.size = _SIZES.get(tag, inside.size)
        if tag == "a":
            target = element.get("href", "")
            inside.link = target if re.match(r"(?:https?://|mailto:|tel:)", target, re.I) and len(target) < 500 else ""
        if tag in _UNSEEN:
            inside.hidden = f"These words are not shown: {_UNSEEN[tag]}"
        elif element.get("hidden") is not None or _HIDES.search(element.get("style", "")[:2000]):
            inside.hidden = "These words are set not to be shown"
        return inside
