"""The looks a DOCX file gives its text: styles, their parents, and what a run says for itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks, as far as reading it needs."""

    bold: bool = False
    italic: bool = False
    size: float = 11.0
    colour: str = "#000000"
    vanish: bool = False
    caps: bool = False
    shade: str = ""
    bullet: bool = False
    heading: bool = False
    gap: float = 0.0


def on(element: Any) -> bool:
    """Whether a switch such as <w:b/> is on."""
    return element is not None and element.get(f"{W}val", "1") not in {"0", "false", "off", "none"}


class Styles:
    """The document's named styles; each is worked out once, along its chain of parents."""

    def __init__(self, root: Any | None) -> None:
        self._elements: dict[str, Any] = {}
        self._looks: dict[str, Look] = {}
        self._default = Look()
        self._paragraph = ""
        if root is None:
            return
        for element in root.iterfind(f"{W}style"):
            identifier = element.get(f"{W}styleId", "")
            self._elements[identifier] = element
            if element.get(f"{W}default") in {"1", "true"} and element.get(f"{W}type") == "paragraph":
                self._paragraph = identifier
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self._default = changed(self._default, defaults)

    def paragraph(self, properties: Any | None) -> Look:
        """The look of a paragraph: its style, then what it says itself."""
        name = self._paragraph
        if properties is not None:
            named = properties.find(f"{W}pStyle")
            name = named.get(f"{W}val", name) if named is not None else name
        look = self.named(name) if name else self._default
        return self._with_paragraph(look, properties) if properties is not None else look

    def named(self, name: str) -> Look:
        """The look of a style by its id."""
        if name not in self._looks:
            self._looks[name] = self._default  # a style that is its own parent ends here
            element = self._elements.get(name)
            look = self._default
            if element is not None:
                parent = element.find(f"{W}basedOn")
                if parent is not None:
                    look = self.named(parent.get(f"{W}val", ""))
                look = self._from_style(look, element)
            self._looks[name] = look
        return self._looks[name]

    def _from_style(self, look: Look, element: Any) -> Look:
        title = element.find(f"{W}name")
        name = title.get(f"{W}val", "") if title is not None else ""
        paragraph = element.find(f"{W}pPr")
        if paragraph is not None:
            look = self._with_paragraph(look, paragraph)
        run = element.find(f"{W}rPr")
        if run is not None:
            look = changed(look, run)
        if re.match(r"heading|überschrift|title$", name, re.I):
            look = replace(look, heading=True, bullet=False)
        elif re.match(r"list (?:bullet|number|paragraph)", name, re.I):
            look = replace(look, bullet="paragraph" not in name.lower())
        return look

    def _with_paragraph(self, look: Look, properties: Any) -> Look:
        numbered = properties.find(f"{W}numPr")
        if numbered is not None:
            identifier = numbered.find(f"{W}numId")
            look = replace(look, bullet=identifier is None or identifier.get(f"{W}val") != "0")
        spacing = properties.find(f"{W}spacing")
        before = spacing.get(f"{W}before") if spacing is not None else None
        if before and before.isdigit():
            look = replace(look, gap=min(int(before) / 20 / max(look.size, 6), 4.0))
        shade = properties.find(f"{W}shd")
        return replace(look, shade=_fill(shade) or look.shade) if shade is not None else look

    def run(self, look: Look, properties: Any | None) -> Look:
        """The look of a run inside a paragraph of that look."""
        if properties is None:
            return look
        named = properties.find(f"{W}rStyle")
        if named is not None:
            element = self._elements.get(named.get(f"{W}val", ""))
            own = element.find(f"{W}rPr") if element is not None else None
            if own is not None:
                look = changed(look, own)
        return changed(look, properties)


def _fill(shade: Any) -> str:
    value: str = shade.get(f"{W}fill", "")
    return value.lower() if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else ""


def changed(look: Look, properties: Any) -> Look:
    """The look after a run's own properties."""
    changes: dict[str, Any] = {}
    for element in properties:
        tag = element.tag
        if tag in {f"{W}b", f"{W}i", f"{W}caps"}:
            changes[{"b": "bold", "i": "italic", "caps": "caps"}[tag[len(W) :]]] = on(element)
        elif tag in {f"{W}vanish", f"{W}specVanish"}:
            changes["vanish"] = on(element)
        elif tag == f"{W}sz":
            value = element.get(f"{W}val", "")
            if value.isdigit() and int(value) < 2000:
                changes["size"] = int(value) / 2
        elif tag == f"{W}color":
            value = element.get(f"{W}val", "")
            if re.fullmatch(r"[0-9A-Fa-f]{6}", value):
                changes["colour"] = "#" + value.lower()
            if element.get(f"{W}themeColor") in {"background1", "light1", "bg1"} and not element.get(f"{W}themeShade"):
                changes["colour"] = "#ffffff"
        elif tag in {f"{W}shd", f"{W}highlight"}:
            value = element.get(f"{W}val", "") if tag.endswith("highlight") else _fill(element)
            changes["shade"] = value if value not in {"none", "white", ""} else look.shade
    return replace(look, **changes) if changes else look


def why_unseen(look: Look, background: str) -> str:
    """Why text of that look cannot be seen; empty when it can."""
    if look.vanish:
        return "These words are marked as hidden text"
    if look.size <= 2:
        return "These words are set so small that nobody can read them"
    shade = look.shade or background
    light = min(int(look.colour[place : place + 2], 16) for place in (1, 3, 5)) >= 0xF0
    if light and (not shade or (len(shade) == 6 and min(int(shade[p : p + 2], 16) for p in (0, 2, 4)) >= 0xE8)):
        return "These words have the colour of the paper"
    return ""
