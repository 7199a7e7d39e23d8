"""Repairs to the text of words: icon glyphs, soft hyphens, ligatures, invisible characters."""

from __future__ import annotations

import re
import unicodedata

from workbench.resume.tokens import Token

_ICON_FONT = re.compile(r"awesome|icon|materialicons|glyphicon|wingding|webding|dingbat|simpleicons|marvosym", re.I)
BULLETS = "•◦▪▫■□●○‣⁃∙·➢➤►▶▸▹❖◆◇✓✔→»›*–—-\u2219\uf0b7\uf0a7\uf0d8⋅∗⦁"
_ONLY_BULLETS = set(BULLETS) - set("*–—-»›→·")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f\u00ad]")
_LONGEST = 2_000  # no word is longer; what goes on is not language
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LETTER_IN_ICON_FONT = re.compile(r"^\W?.?\W?$")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "¸": "\u0327"}


def clean(text: str) -> str:
    """Give the text as a person would copy it: ligatures apart, nothing invisible, composed letters.

    >>> clean("eﬃcient\\u200b")
    'efficient'
    """
    text = text[:_LONGEST]
    if text.isascii() and "\x00" not in text:
        return text if text.isprintable() else "".join(c for c in text if c.isprintable())
    for ligature, letters in _LIGATURES.items():
        if ligature in text:
            text = text.replace(ligature, letters)
    text = _INVISIBLE.sub("", text).replace("\ufffe", "-").replace("\u2010", "-").replace("\u2011", "-")
    text = "".join(c if unicodedata.category(c)[0] != "C" or c in "\u200c\u200d" else "" for c in text)
    return unicodedata.normalize("NFC", text)


def repair(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Give the words with their text mended, and apart from them the icons that stood among them."""
    words: list[Token] = []
    icons: list[Token] = []
    icon_fonts = {font for font in {token.font for token in tokens} if _ICON_FONT.search(font)}
    for token in tokens:
        if token.font not in icon_fonts and token.text.isascii() and token.text.isprintable():
            if len(token.text) > _LONGEST:
                token.text = token.text[:_LONGEST]
            words.append(token)
            continue
        if token.text[0] in "\uf0b7\uf0a7\uf0d8" and len(token.text) == 1:
            token.text = "•"
        plain = _PRIVATE.sub("", token.text)
        if not plain or (token.font in icon_fonts and is_icon(token, plain)):
            icons.append(token)
            continue
        if len(plain) < len(token.text):
            _cut_off_icon(token, plain)
        token.text = clean(plain)
        if token.text:
            words.append(token)
    return words, icons


def is_icon_font(font: str) -> bool:
    """Whether a font's name says that its letters are pictures."""
    return bool(_ICON_FONT.search(font))


def is_icon(token: Token, plain: str) -> bool:
    """Whether a word in a font of icons stands for a picture; dingbat bullets stay bullets."""
    return plain not in _ONLY_BULLETS and bool(
        _LETTER_IN_ICON_FONT.match(plain) or token.x1 - token.x0 < 1.8 * max(token.size, 1)
    )


def _cut_off_icon(token: Token, plain: str) -> None:
    """An icon glued to an e-mail address takes its width with it."""
    share = len(plain) / len(token.text)
    if _PRIVATE.match(token.text[0]):
        token.x0 = token.x1 - share * (token.x1 - token.x0)
    elif _PRIVATE.match(token.text[-1]):
        token.x1 = token.x0 + share * (token.x1 - token.x0)


def compose(tokens: list[Token]) -> list[Token]:
    """Put an accent that stands alone over the letter it was drawn on (old TeX fonts)."""
    result: list[Token] = []
    if not any(token.text in _ACCENTS for token in tokens):
        return tokens
    for token in tokens:
        accent = _ACCENTS.get(token.text)
        if accent and result and token.x0 < result[-1].x1 + 0.5 and result[-1].text[-1].isalpha():
            result[-1].text = unicodedata.normalize("NFC", result[-1].text + accent)
            continue
        result.append(token)
    return result
