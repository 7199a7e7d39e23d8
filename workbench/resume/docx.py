"""DOCX: paragraphs, tables that are the layout, text boxes, content controls, tracked changes, headers, links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from workbench.errors import Refused
from workbench.resume.docx_styles import Look, Styles, W, why_unseen
from workbench.resume.package import Package
from workbench.resume.paragraphs import ASIDE, Paragraph, Run
from workbench.resume.tables import beside, stands_beside

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DELETED = "These words were deleted with tracked changes and are still in the file"
_MAX_PARAGRAPHS = 20_000


def read_docx(data: bytes, file: str) -> list[Paragraph]:
    """Give the paragraphs of the document, its headers first and its footers last.

    Raises
    ------
    Refused
        When the package is damaged, too large or no document.
    """
    package = Package(data, file)
    main = _main_part(package)
    if main is None:
        raise Refused("unsupported", file, "It is a package of another kind, not a Word document.")
    links = _relations(package, main)
    folder = posixpath.dirname(main)
    styles = Styles(package.xml(f"{folder}/styles.xml") if f"{folder}/styles.xml" in package else None)
    body = _Body(styles, file)
    for kind in ("header", "document", "footer"):
        for name in [main] if kind == "document" else _parts(package, folder, kind):
            root = package.xml(name)
            if root.tag.startswith(_STRICT):
                raise Refused(
                    "unsupported", file, "It is in the strict variant of the format. Save it as ordinary .docx."
                )
            body.links = links if kind == "document" else _relations(package, name)
            shade = root.find(f"{W}background")
            body.background = shade.get(f"{W}color", "").lower() if shade is not None and kind == "document" else ""
            body.start_region(ASIDE if kind == "footer" else 0)
            body.walk(root if kind != "document" else root.find(f"{W}body"), Look(), "")
    return body.paragraphs


def _main_part(package: Package) -> str | None:
    if "_rels/.rels" in package:
        for relation in package.xml("_rels/.rels").iter(_RELATION):
            if relation.get("Type", "").endswith("/officeDocument"):
                name = posixpath.normpath(relation.get("Target", "").lstrip("/"))
                return name if name in package else None
    return "word/document.xml" if "word/document.xml" in package else None


def _relations(package: Package, part: str) -> dict[str, str]:
    name = f"{posixpath.dirname(part)}/_rels/{posixpath.basename(part)}.rels"
    if name not in package:
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in package.xml(name).iter(_RELATION)
        if relation.get("Type", "").endswith("/hyperlink")
    }


def _parts(package: Package, folder: str, kind: str) -> list[str]:
    found = [name for name in package.names if re.fullmatch(rf"{re.escape(folder)}/{kind}\d*\.xml", name)]
    return sorted(found)[:6]


class _Body:
    """Walks a part in order and collects its paragraphs; text boxes wait until their paragraph has ended."""

    def __init__(self, styles: Styles, file: str) -> None:
        self.paragraphs: list[Paragraph] = []
        self.links: dict[str, str] = {}
        self.background = ""
        self._styles, self._file = styles, file
        self._region = 0
        self._column = 0

    def start_region(self, column: int = 0) -> None:
        """What follows stands apart from what came before."""
        self._region += 1
        self._column = column

    def walk(self, parent: Any, look: Look, shade: str) -> None:
        """Read the blocks below an element."""
        for element in parent if parent is not None else ():
            if element.tag == f"{W}p":
                self._paragraph(element, shade)
            elif element.tag == f"{W}tbl":
                self._table(element, look, shade)
            elif element.tag == f"{W}sdt":
                self.walk(element.find(f"{W}sdtContent"), look, shade)
            elif element.tag in {f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"}:
                self.walk(element, look, shade)
            elif element.tag == f"{_MC}AlternateContent":
                self.walk(element.find(f"{_MC}Choice"), look, shade)
            if len(self.paragraphs) > _MAX_PARAGRAPHS:
                raise Refused("too_large", self._file, f"It has more than {_MAX_PARAGRAPHS:,} paragraphs.")

    def _paragraph(self, element: Any, shade: str) -> None:
        look = self._styles.paragraph(element.find(f"{W}pPr"))
        boxes: list[Any] = []
        paragraph = self._new(look)
        for run in self._runs(element, look, shade, boxes, ""):
            while "\n" in run.text:
                before, _, after = run.text.partition("\n")
                paragraph.runs.append(replace_text(run, before))
                self._add(paragraph)
                paragraph = self._new(look)
                paragraph.gap = 0.0
                paragraph.bullet = False
                run = replace_text(run, after)
            paragraph.runs.append(run)
        self._add(paragraph)
        for box in boxes:
            self._aside(box, shade)

    def _new(self, look: Look) -> Paragraph:
        return Paragraph([], look.bullet, look.heading, look.gap, self._region * 10 + self._column)

    def _add(self, paragraph: Paragraph) -> None:
        if paragraph.text.strip():
            if self.paragraphs and not self.paragraphs[-1].runs:
                self.paragraphs.pop()
                paragraph.gap = max(paragraph.gap, 1.0)
            self.paragraphs.append(paragraph)
        elif not self.paragraphs or self.paragraphs[-1].runs:
            self.paragraphs.append(Paragraph([], region=paragraph.region))

    def _aside(self, box: Any, shade: str) -> None:
        before = self._column
        self.start_region(ASIDE)
        self.walk(box, Look(), shade)
        self.start_region(before)

    def _runs(self, parent: Any, look: Look, shade: str, boxes: list[Any], link: str) -> Iterator[Run]:
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                yield from self._run(element, look, shade, boxes, link)
            elif tag == f"{W}hyperlink":
                target = self.links.get(element.get(f"{_R}id", ""), "")
                yield from self._runs(element, look, shade, boxes, target if _leads_out(target) else link)
            elif tag in {f"{W}del", f"{W}moveFrom"}:
                text = "".join(part.text or "" for part in element.iter(f"{W}delText", f"{W}t"))
                if text.strip():
                    yield Run(text + " ", hidden=_DELETED)
            elif tag in {f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}fldSimple", f"{W}sdtContent", f"{W}customXml"}:
                yield from self._runs(element, look, shade, boxes, link)
            elif tag == f"{W}sdt":
                content = element.find(f"{W}sdtContent")
                if content is not None:
                    yield from self._runs(content, look, shade, boxes, link)
            elif tag == f"{_MC}AlternateContent":
                choice = element.find(f"{_MC}Choice")
                if choice is not None:
                    yield from self._runs(choice, look, shade, boxes, link)

    def _run(self, element: Any, look: Look, shade: str, boxes: list[Any], link: str) -> Iterator[Run]:
        look = self._styles.run(look, element.find(f"{W}rPr"))
        text = ""
        for part in element.iter():
            if part.tag == f"{W}t":
                inside = next((a for a in part.iterancestors() if a.tag in {f"{W}txbxContent", f"{W}r"}), None)
                text += (part.text or "") if inside is element else ""
            elif part.getparent() is element:
                if part.tag in {f"{W}tab", f"{W}ptab"}:
                    text += "\t"
                elif part.tag in {f"{W}br", f"{W}cr"}:
                    text += "\n"
                elif part.tag == f"{W}noBreakHyphen":
                    text += "-"
            if part.tag == f"{W}txbxContent" and not any(a.tag == f"{_MC}Fallback" for a in part.iterancestors()):
                boxes.append(part)
        if text:
            text = text.upper() if look.caps else text
            yield Run(
                text, look.bold, look.italic, look.size, look.colour, why_unseen(look, shade or self.background), link
            )

    def _table(self, table: Any, look: Look, shade: str) -> None:
        for row in table.iter(f"{W}tr"):
            if next((a for a in row.iterancestors() if a.tag == f"{W}tbl"), None) is not table:
                continue
            cells = [
                cell for cell in row.iter(f"{W}tc") if next(a for a in cell.iterancestors() if a.tag == f"{W}tr") is row
            ]
            parts = [self._cell(cell, look, shade) for cell in cells]
            parts = [part for part in parts if part]
            if len(parts) < 2:
                self.paragraphs += [paragraph for part in parts for paragraph in part]
            elif stands_beside(parts):
                self.paragraphs += beside(parts)
            else:
                self._columns(parts)

    def _cell(self, cell: Any, look: Look, shade: str) -> list[Paragraph]:
        own = cell.find(f"{W}tcPr/{W}shd")
        fill = own.get(f"{W}fill", "").lower() if own is not None else ""
        outer, self.paragraphs = self.paragraphs, []
        self.walk(cell, look, fill if re.fullmatch(r"[0-9a-f]{6}", fill) else shade)
        inner, self.paragraphs = self.paragraphs, outer
        return [paragraph for paragraph in inner if paragraph.runs]

    def _columns(self, parts: list[list[Paragraph]]) -> None:
        for number, part in enumerate(parts):
            self.start_region(min(number + 1, 2))
            for paragraph in part:
                paragraph.region = self._region * 10 + self._column
            self.paragraphs += part
        self.start_region()


def replace_text(run: Run, text: str) -> Run:
    """The same look with another text."""
    return replace(run, text=text)


def _leads_out(target: str) -> bool:
    return bool(re.match(r"(?:https?://|mailto:|tel:)", target, re.I)) and len(target) < 500
