"""What a text does to software rather than to readers: instructions, stuffing, lookalike and invisible letters.

Neutral by design: each finding says what is there and where. It lowers nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from workbench.resume.profile import Finding
from workbench.resume.rows import Row
from workbench.resume.tokens import Sheet, Token

_INSTRUCTIONS = re.compile(
    r"""\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rubric|rules|guidelines|criteria)\b
    |\byou\s+are\s+(?:now\s+)?(?:an?\s+|the\s+)?(?:ai|assistant|language\s+model|llm|recruit\w+|hiring\s+manager|chatbot|evaluator|grader)\b
    |(?:^|[.!?:;,]\s+|\b(?:please|must|should|always|now|and|then|to)\s+)(?:rate|score|rank|grade|evaluate)
     \s+(?:this\s+(?:candidate|applicant|resume|cv|profile)|the\s+(?:candidate|applicant)\s+(?:as|at|with|a\b|highly|\d))
    |\b(?:output|return|print|respond\s+with|assign|give)\b.{0,30}\b(?:score|rating|rank)\s*(?:=|:|of)?\s*(?:\d|the\s+highest|maximum|full)
    |\bsystem\s*(?:prompt|message\s*:|instruction)
    |(?:^|[.!?>\]"“]\s*)system\s*:\s*(?:you|your|ignore|disregard|this|the\s+(?:candidate|applicant)|rate|score|please|assistant|always|do)\b
    |```\s*system|<\|?(?:system|im_start)\|?>|\[/?INST\]
    |\b(?:recommend|hire|advance|shortlist|select)\s+(?:this|the)\s+(?:candidate|applicant)\b
    |\b(?:attention|note\s+(?:to|for))[\s,:]+(?:the\s+|any\s+|all\s+)?(?:ai|llm|language\s+models?|automated\s+screen\w+|ats)\b
    |(?:^|[.!?]\s+)(?:to|for)\s+(?:the\s+|any\s+|all\s+)?(?:ai|llm|language\s+models?|automated\s+screen\w+|ats)\b\s*:
    |\bas\s+an?\s+(?:ai|language\s+model)\b.{0,40}\b(?:must|should|will)\b
    |\b(?:ignoriere|missachte)\b.{0,40}\b(?:anweisungen|vorgaben|regeln)\b|\bignore[rz]?\s+(?:toutes\s+)?les\s+instructions\b
    |\bignora\b.{0,30}\b(?:instrucciones|instruções|istruzioni)\b""",
    re.I | re.X,
)
# every sentence the pattern finds has one of these in it; looking for them first is twenty times faster
_SIGNS = (
    "instruc", "istruz", "prompt", "rubric", "rules", "guidelines", "criteria", "you are", "candidate", "applicant",
    "resume", "cv", "profile", "score", "rating", "rank", "system", "im_start", "inst]", " ai", "llm", " ats",
    "language model",
    "automated", "anweisung", "vorgaben", "regeln", "instruç",
)  # fmt: skip
_TAGS = re.compile("[\U000e0020-\U000e007f]{2,}")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INSIDE = re.compile("[A-Za-z][\u200b-\u200d\u2060\ufeff\u00ad]+[A-Za-z]")
_LOOKALIKE = re.compile(r"(?=\S*[A-Za-z])(?=\S*[\u0370-\u03ff\u0400-\u04ff])[^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_][\w+#.]{2,}")
_COMMON = {
    "und",
    "der",
    "die",
    "das",
    "and",
    "the",
    "for",
    "with",
    "from",
    "von",
    "mit",
    "für",
    "des",
    "den",
    "les",
    "pour",
    "dans",
    "con",
    "para",
    "por",
    "del",
    "los",
    "las",
    "que",
    "une",
    "het",
    "van",
    "een",
    "our",
    "was",
    "were",
    "are",
    "has",
    "have",
    "this",
    "that",
    "using",
    "also",
    "all",
    "its",
    "their",
    "your",
    "work",
    "team",
    "data",
}


def invisible_findings(sheets: list[Sheet]) -> list[Finding]:
    """Look at the words as the file has them, before any repair."""
    findings: list[Finding] = []
    for sheet in sheets:
        for token in sheet.tokens:
            if token.text.isascii():
                continue
            if _TAGS.search(token.text):
                text = "".join(chr(ord(c) - 0xE0000) if 0xE0020 <= ord(c) <= 0xE007E else c for c in token.text)
                why = "Letters from a range that is never drawn stand behind this word."
                findings.append(_one("invisible_characters", sheet.number, token, text, why))
            elif _BIDI.search(token.text):
                why = "A sign that turns the direction of reading stands in this word."
                findings.append(_one("invisible_characters", sheet.number, token, _BIDI.sub("", token.text), why))
            elif _INSIDE.search(token.text) and "\u00ad" not in token.text:
                why = "Signs without width stand between the letters, so that software does not find the word."
                findings.append(_one("invisible_characters", sheet.number, token, token.text, why))
            elif _is_lookalike(token.text):
                why = "Letters of two alphabets that look alike are mixed in this word."
                findings.append(_one("lookalike_letters", sheet.number, token, token.text, why))
    return findings


def _one(kind: str, page: int, token: Token, text: str, why: str) -> Finding:
    return Finding(kind, page, token.box, text[:500], why)


def _is_lookalike(text: str) -> bool:
    found = _LOOKALIKE.search(text)
    if not found:
        return False
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in found.group())
    return scripts["LATIN"] >= 1 and scripts["CYRILLIC"] + scripts["GREEK"] >= 1 and len(found.group()) >= 3


def instruction_findings(rows: list[Row]) -> list[Finding]:
    """Find sentences that speak to software, seen or not; a sentence may run over two rows."""
    findings: list[Finding] = []
    last = -2
    texts = [row.text for row in rows]
    whole = f" {' '.join(texts)}".casefold()
    signs = [sign for sign in _SIGNS if sign in whole]
    for place, row in enumerate(rows if signs else []):
        following = texts[place + 1] if place + 1 < len(rows) and rows[place + 1].page == row.page else ""
        text = f"{texts[place]} {following}"
        low = f" {text.casefold()}"
        if not any(sign in low for sign in signs):
            continue
        found = _INSTRUCTIONS.search(text)
        if found and found.start() < len(row.text) and place != last + 1:
            why = "This sentence speaks to software that reads profiles, not to a person."
            findings.append(Finding("instructions", row.page, row.box, row.text[:500], why))
            last = place
    return findings


def stuffing_findings(rows: list[Row], keywords: list[str], work: str) -> list[Finding]:
    """Find a word that comes back far too often, and long lists of skills that no position mentions."""
    words = Counter(_WORD.findall(" ".join([row.text for row in rows]).casefold()))
    total = sum(words.values())
    for word, count in words.most_common(12):
        if word not in _COMMON and len(word) > 2 and count >= 15 and count > 0.05 * total:
            why = f"One word stands here {count} times among {total} words."
            first = next(row for row in rows if word in _WORD.findall(row.text.casefold()))
            return [Finding("keyword_stuffing", first.page, first.box, word, why)]
    if len(keywords) >= 60:
        text = work.casefold()
        used = sum(keyword.casefold() in text for keyword in keywords)
        listed = next((row for row in rows if row.section == "skills" and not row.heading), None)
        if listed is not None and used < 0.08 * len(keywords):
            why = f"{len(keywords)} skills are listed; the positions mention {used} of them."
            return [Finding("keyword_stuffing", listed.page, listed.box, ", ".join(keywords[:12]) + " …", why)]
    return []
