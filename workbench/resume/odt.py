"""ODT: paragraphs, headings, lists, tables, frames and tracked deletions."""

from __future__ import annotations

import re
from typing import Any

from workbench.errors import Refused
from workbench.resume.package import Package
from workbench.resume.paragraphs import ASIDE, Paragraph, Run
from workbench.resume.tables import beside, stands_beside

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"


def read_odt(data: bytes, file: str) -> list[Paragraph]:
    """Give the paragraphs of the document.

    Raises
    ------
    Refused
        When the package is damaged, encrypted or too large.
    """
    package = Package(data, file)
    if "META-INF/manifest.xml" in package:
        manifest = package.xml("META-INF/manifest.xml")
        if any(str(element.tag).endswith("}encryption-data") for element in manifest.iter()):
            raise Refused("password", file, "It asks for a password. Ask for a copy without one.")
    if "content.xml" not in package:
        raise Refused("damaged", file, "Its text is missing.")
    roots = [package.xml(name) for name in ("styles.xml", "content.xml") if name in package]
    looks = _looks(roots)
    body = roots[-1].find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Refused("unsupported", file, "It is a package of another kind, not a text document.")
    paragraphs: list[Paragraph] = []
    edges = roots[0].find(f".//{_STYLE}master-page") if len(roots) > 1 else None
    _edge(edges, "header", looks, paragraphs)
    _walk(body, looks, paragraphs, False)
    _edge(edges, "footer", looks, paragraphs)
    return paragraphs


def _edge(page: Any, kind: str, looks: dict[str, dict[str, Any]], paragraphs: list[Paragraph]) -> None:
    """What stands above or below every page."""
    edge = page.find(f"{_STYLE}{kind}") if page is not None else None
    if edge is None:
        return
    start = len(paragraphs)
    _walk(edge, looks, paragraphs, False)
    for each in paragraphs[start:]:
        each.region = 10 * (start + 1) + (ASIDE if kind == "footer" else 0)


def _looks(roots: list[Any]) -> dict[str, dict[str, Any]]:
    """The named styles, each with what its parents say."""
    raw: dict[str, tuple[str, dict[str, Any]]] = {}
    for root in roots:
        for style in root.iter(f"{_STYLE}style"):
            own: dict[str, Any] = {}
            text = style.find(f"{_STYLE}text-properties")
            if text is not None:
                if text.get(f"{_FO}font-weight"):
                    own["bold"] = text.get(f"{_FO}font-weight") in {"bold", "600", "700", "800", "900"}
                if text.get(f"{_FO}font-style"):
                    own["italic"] = text.get(f"{_FO}font-style") != "normal"
                size = re.match(r"([\d.]+)pt", text.get(f"{_FO}font-size", ""))
                if size:
                    own["size"] = float(size[1])
                if re.fullmatch(r"#[0-9a-fA-F]{6}", text.get(f"{_FO}color", "")):
                    own["colour"] = text.get(f"{_FO}color").lower()
                if text.get(f"{_TEXT}display") == "none":
                    own["hidden"] = "These words are marked as hidden text"
            raw[style.get(f"{_STYLE}name", "")] = (style.get(f"{_STYLE}parent-style-name", ""), own)
    looks: dict[str, dict[str, Any]] = {}
    for name in raw:
        chain, parent = [name], raw[name][0]
        while parent in raw and parent not in chain and len(chain) < 30:
            chain.append(parent)
            parent = raw[parent][0]
        looks[name] = {key: value for link in reversed(chain) for key, value in raw[link][1].items()}
    return looks


def _walk(parent: Any, looks: dict[str, dict[str, Any]], paragraphs: list[Paragraph], bullet: bool) -> None:
    for element in parent:
        if element.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            _paragraph(element, looks, paragraphs, bullet)
        elif element.tag == f"{_TABLE}table-row":
            _row(element, looks, paragraphs)
        elif element.tag == f"{_TEXT}tracked-changes":
            continue
        else:
            _walk(element, looks, paragraphs, bullet or element.tag == f"{_TEXT}list-item")


def _row(row: Any, looks: dict[str, dict[str, Any]], paragraphs: list[Paragraph]) -> None:
    cells: list[list[Paragraph]] = []
    for cell in row.iterfind(f"{_TABLE}table-cell"):
        inner: list[Paragraph] = []
        _walk(cell, looks, inner, False)
        if inner:
            cells.append(inner)
    cells = [filled for cell in cells if (filled := [paragraph for paragraph in cell if paragraph.runs])]
    if len(cells) > 1 and stands_beside(cells):
        paragraphs += beside(cells)
        return
    for number, cell in enumerate(cells):
        region = 10 * (len(paragraphs) + 2 + number) + (min(number + 1, 2) if len(cells) > 1 else 0)
        for paragraph in cell:
            paragraph.region = region
        paragraphs += cell


def _paragraph(element: Any, looks: dict[str, dict[str, Any]], paragraphs: list[Paragraph], bullet: bool) -> None:
    look = looks.get(element.get(f"{_TEXT}style-name", ""), {})
    heading = element.tag == f"{_TEXT}h"
    base = {"bold": heading, "size": 14.0 if heading else 10.5, **look}
    paragraph = Paragraph(bullet=bullet, heading=heading)
    asides: list[Any] = []
    _runs(element, looks, base, paragraph, asides)
    gap = 1.0 if paragraphs and not paragraphs[-1].runs else 0.0
    if gap:
        paragraphs.pop()
    paragraph.gap = 1.0 if heading else gap
    paragraphs.append(paragraph if paragraph.text.strip() else Paragraph())
    for aside in asides:
        start = len(paragraphs)
        _walk(aside, looks, paragraphs, False)
        for each in paragraphs[start:]:
            each.region = 10 * (start + 1) + ASIDE


def _runs(
    element: Any, looks: dict[str, dict[str, Any]], look: dict[str, Any], into: Paragraph, asides: list[Any]
) -> None:
    def say(text: str | None) -> None:
        if text:
            into.runs.append(Run(re.sub(r"[ \n\r]+", " ", text), **look))

    say(element.text)
    for child in element:
        if child.tag == f"{_TEXT}span":
            _runs(child, looks, {**look, **looks.get(child.get(f"{_TEXT}style-name", ""), {})}, into, asides)
        elif child.tag == f"{_TEXT}a":
            target = child.get(_LINK, "")
            safe = bool(re.match(r"(?:https?://|mailto:|tel:)", target, re.I))
            _runs(child, looks, {**look, "link": target} if safe else look, into, asides)
        elif child.tag == f"{_TEXT}tab":
            into.runs.append(Run("\t"))
        elif child.tag in {f"{_TEXT}s", f"{_TEXT}line-break"}:
            into.runs.append(Run(" "))
        elif str(child.tag).startswith(_DRAW):
            asides.append(child)
        elif not str(child.tag).endswith(("}note", "}annotation")):
            _runs(child, looks, look, into, asides)
        say(child.tail)
