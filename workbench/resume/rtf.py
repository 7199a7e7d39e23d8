"""RTF: control words read one by one; text, weight, size, colour, bullets and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbench.errors import Refused
from workbench.resume.paragraphs import ASIDE, Paragraph, Run

_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})?[ ]?"
    r"|\\'([0-9a-f]{2})"
    r"|\\([^a-z])"
    r"|([{}])"
    r"|[\r\n]+"
    r"|([^\\{}\r\n]+)",
    re.I,
)
_SKIPPED = {
    "fonttbl",
    "stylesheet",
    "info",
    "pict",
    "themedata",
    "colorschememapping",
    "datastore",
    "latentstyles",
    "object",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "fldinst",
    "nonshppict",
    "template",
    "shprslt",
}
_SIGNS = {
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "tab": "\t",
    "cell": "\t",
    "line": "\n",
    "nestcell": "\t",
}
_MAX_TOKENS = 2_000_000


@dataclass(slots=True)
class _State:
    skip: bool = False
    bold: bool = False
    italic: bool = False
    size: float = 12.0
    hidden: bool = False
    colour: int = 0
    unicode_skip: int = 1
    colours: bool = False
    bullet: bool = False
    box: bool = False  # inside a box of text that stands beside the rest


def read_rtf(data: bytes, file: str) -> list[Paragraph]:
    """Give the paragraphs of the document.

    Raises
    ------
    Refused
        When it has more control words than any document.
    """
    text = data.decode("latin-1")
    encoding = found[1] if (found := re.search(r"\\ansicpg(\d+)", text[:400])) else "1252"
    reader = _Reader(f"cp{encoding}" if encoding not in {"0", "65001"} else "utf-8")
    for count, token in enumerate(_TOKEN.finditer(text)):
        if count > _MAX_TOKENS:
            raise Refused("too_large", file, "It has more marks than any document.")
        reader.take(token)
    reader.end()
    return reader.paragraphs


class _Reader:
    def __init__(self, encoding: str) -> None:
        self.paragraphs: list[Paragraph] = []
        self._encoding = encoding
        self._state = _State()
        self._stack: list[_State] = []
        self._current = Paragraph()
        self._colours: list[str] = [""]
        self._red = self._green = self._blue = 0
        self._pending = 0
        self._gap = 0.0
        self._region = 10
        self._first = False

    def take(self, token: re.Match[str]) -> None:
        """Act on one token."""
        word, number, code, sign, brace, text = token.groups()
        if brace == "{":
            self._stack.append(replace(self._state))
            self._first = True
            return
        if brace == "}":
            above = self._stack.pop() if self._stack else _State()
            if self._state.box and not above.box:
                self._turn_region(0)
            self._state = above
            return
        if sign == "*":
            self._state.skip = True
        elif word:
            self._word(word, int(number) if number else None)
        elif code and not self._skips():
            self._say(bytes([int(code, 16)]).decode(self._encoding, errors="replace"))
        elif sign in {"~", "_", "-", "\\", "{", "}"} and not self._state.skip:
            self._say({"~": " ", "_": "-", "-": ""}.get(sign, sign))
        elif text:
            self._plain(text)
        self._first = False

    def _plain(self, text: str) -> None:
        if self._state.colours:
            for _ in range(text.count(";")):
                self._colours.append(f"#{self._red:02x}{self._green:02x}{self._blue:02x}")
        elif not self._state.skip:
            drop, self._pending = min(self._pending, len(text)), 0
            self._say(text[drop:])

    def _skips(self) -> bool:
        if self._pending:
            self._pending -= 1
            return True
        return self._state.skip

    def _say(self, text: str) -> None:
        if not text or self._state.skip:
            return
        state = self._state
        colour = self._colours[state.colour] if 0 < state.colour < len(self._colours) else "#000000"
        hidden = "These words are marked as hidden text" if state.hidden else ""
        if not hidden and state.size <= 2:
            hidden = "These words are set so small that nobody can read them"
        if not hidden and colour >= "#f0f0f0" and len(colour) == 7:
            hidden = "These words have the colour of the paper"
        self._current.runs.append(Run(text, state.bold, state.italic, state.size, colour or "#000000", hidden))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if word in _SKIPPED and self._first:
            state.skip = True
        elif word == "shptxt":
            self._turn_region(ASIDE)
            self._state = replace(_State(), box=True, unicode_skip=state.unicode_skip)
        elif word == "colortbl":
            state.colours, state.skip = True, False
            self._colours.clear()
        elif word in {"red", "green", "blue"}:
            setattr(self, f"_{word}", min(max(number or 0, 0), 255))
        elif word in {"b", "i"}:
            setattr(state, {"b": "bold", "i": "italic"}[word], number != 0)
        elif word == "v":
            state.hidden = number != 0
        elif word == "fs" and number:
            state.size = number / 2
        elif word == "cf":
            state.colour = number or 0
        elif word == "plain":
            self._state = replace(_State(), skip=state.skip, unicode_skip=state.unicode_skip, box=state.box)
        elif word == "uc":
            state.unicode_skip = number or 0
        elif word == "u" and number is not None:
            code = number % 65536
            if not 0xD800 <= code < 0xE000:
                self._say(chr(code))
            self._pending = state.unicode_skip
        elif word in {"par", "row", "sect", "page"}:
            self.end()
        elif word == "pard":
            self._current.bullet = False
        elif word in {"listtext", "pntext"}:
            state.skip = True
            self._current.bullet = True
        elif word in _SIGNS and not state.skip:
            self._say(" " if _SIGNS[word] == "\n" else _SIGNS[word])

    def _turn_region(self, column: int) -> None:
        self.end()
        self._region = 10 * (self._region // 10 + 1) + column

    def end(self) -> None:
        """End the paragraph."""
        if self._current.text.strip():
            self._current.region = self._region
            self._current.gap = self._gap
            self.paragraphs.append(self._current)
            self._gap = 0.0
        else:
            self._gap = 1.0
        self._current = Paragraph()
