"""Which language a profile is written in, by its smallest words."""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "en": [
        "the",
        "and",
        "of",
        "to",
        "in",
        "for",
        "with",
        "on",
        "at",
        "as",
        "by",
        "from",
        "is",
        "was",
        "an",
        "are",
        "my",
        "this",
        "using",
    ],
    "de": [
        "und",
        "der",
        "die",
        "das",
        "von",
        "mit",
        "für",
        "im",
        "zu",
        "bei",
        "den",
        "des",
        "auf",
        "als",
        "zur",
        "zum",
        "eine",
        "einer",
        "ein",
        "seit",
        "sowie",
    ],
    "fr": [
        "et",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "en",
        "pour",
        "dans",
        "une",
        "au",
        "sur",
        "avec",
        "par",
        "aux",
        "chez",
        "est",
        "un",
    ],
    "es": [
        "y",
        "de",
        "la",
        "el",
        "los",
        "las",
        "en",
        "del",
        "para",
        "con",
        "por",
        "una",
        "al",
        "como",
        "un",
        "se",
        "sobre",
        "desde",
    ],
    "pt": [
        "e",
        "de",
        "da",
        "do",
        "das",
        "dos",
        "em",
        "para",
        "com",
        "uma",
        "na",
        "no",
        "os",
        "as",
        "por",
        "um",
        "ao",
        "pela",
    ],
    "it": [
        "e",
        "di",
        "del",
        "della",
        "il",
        "la",
        "per",
        "con",
        "in",
        "dei",
        "nel",
        "alla",
        "che",
        "un",
        "una",
        "gli",
        "delle",
        "presso",
    ],
    "nl": ["en", "van", "de", "het", "een", "voor", "met", "in", "op", "bij", "te", "aan", "door", "als", "naar"],
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
)


def language_of(text: str) -> str:
    """Give the two letters of the language, `en` when nothing tells.

    >>> language_of("Leitung der Entwicklung und Betreuung von Kunden im Ausland")
    'de'
    """
    letters = sum(map(str.isalpha, text)) or 1
    for name, script in () if text.isascii() else _SCRIPTS:
        if len(script.findall(text)) > (0.08 if name == "ja" else 0.25) * letters:
            return name
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    scores = {name: sum(words[word] for word in small) for name, small in _SMALL.items()}
    best = max(scores, key=lambda name: (scores[name], name == "en"))
    return best if scores[best] > 0 else "en"
