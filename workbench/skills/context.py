"""Decide whether a name that is also an ordinary word means the skill, from what stands around it.

Points are added for each thing that speaks for or against; two or more mean the skill. The strongest things said
become the mention's `why`, so that a person can see how it was decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.skills import cues
from workbench.skills.matcher import Match
from workbench.skills.ordinary import ELSEWHERE
from workbench.skills.passage import Passage, phrases, says_little
from workbench.skills.surfaces import LETTER, MOSTLY_SKILL, WORD, Surface

THRESHOLD = 2.0
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*[+#]*")
_VERSION = re.compile(r"^\s?(?:v\.?\s?)?(\d{1,2}(?:\.\d+)*\+?)(?![\d%])")
_YEAR = re.compile(r"^\s?(?:19|20)\d\d\b")
_SINCE = re.compile(r"^ (?:since|seit|depuis|desde) (?:19|20)\d\d\b")


@dataclass
class Tally:
    """Points for and against, with their reasons."""

    points: float = 0.0
    said: list[tuple[float, str]] | None = None

    def add(self, points: float, why: str) -> None:
        """Count one thing."""
        self.points += points
        if self.said is None:
            self.said = []
        self.said.append((points, why))

    def why(self) -> str:
        """Give the things that spoke for the skill, strongest first."""
        for_it = sorted((s for s in self.said or () if s[0] > 0), reverse=True)
        return "; ".join(why for _, why in for_it[:3])


def weigh(
    match: Match,
    passage: Passage,
    sure_beside: int,
    doubtful_beside: int,
    company: int,
    kin: int,
    section: bool,
) -> Tally:
    """Weigh one doubtful name.

    Parameters
    ----------
    sure_beside, doubtful_beside
        How many skills without and with doubt stand in the same enumeration.
    company
        How many skills without doubt stand in the same passage.
    kin
        How many of those are related to this one.
    section
        Whether the text comes from a section that lists skills.
    """
    tally = Tally()
    at = match.start - passage.start
    end = match.end - passage.start
    text = passage.text
    written = text[at:end]
    surface = match.surface
    if _is_never(surface.key, surface.never, passage, at, end):
        tally.add(-20, "a phrase of the ordinary word")
        return tally
    if surface.level == MOSTLY_SKILL:
        tally.add(2.5, "a name that rarely means anything else in a profile")
    elif surface.level == LETTER:
        tally.add(-1.0, "a single letter")
    _spelling(tally, written, passage, at, surface)
    _neighbours(tally, sure_beside, doubtful_beside, company, kin)
    if passage.labelled:
        tally.add(2.5, "stands in a line that lists technologies")
    elif section:
        tally.add(2.0, "stands in the skills section")
    _before(tally, text[max(0, at - 40) : at], passage, at, written, surface.level, company)
    _after(tally, text[end : end + 40], surface.level, written, match.version, surface.key)
    _around(tally, passage, surface)
    return tally


def _is_never(key: str, own: tuple[str, ...], passage: Passage, at: int, end: int) -> bool:
    line = passage.line
    small = passage.text[at:end].islower()
    for phrase, only_small in phrases(key):
        if phrase in line and (small or not only_small) and _covers(line, phrase, at, end, words=True):
            return True
    for phrase in own:
        if (
            phrase in line
            and (small or passage.all_capital or not says_little(phrase, key))
            and _covers(line, phrase, at, end, words=False)
        ):
            return True
    return False


def _covers(lower: str, phrase: str, at: int, end: int, *, words: bool) -> bool:
    """Say whether a phrase, as whole words when asked, stands over a place and is longer than it."""
    place = lower.find(phrase, max(0, at - len(phrase)), end + len(phrase))
    while place >= 0:
        stop = place + len(phrase)
        whole = not words or not (lower[max(0, place - 1) : place].isalnum() or lower[stop : stop + 1].isalnum())
        if place < end and stop > at and whole and (words or len(phrase) > end - at):
            return True
        place = lower.find(phrase, place + 1, end + len(phrase))
    return False


def _spelling(tally: Tally, written: str, passage: Passage, at: int, surface: Surface) -> None:
    level, spellings = surface.level, surface.spellings
    small = written == written.lower()
    opens = not passage.text[:at].strip(" \t•·*-–—>◦▪●(\"'“")
    if small and not surface.small and not passage.all_small:
        tally.add(-3.0 if surface.exact else -1.5, "in small letters")
        if level == LETTER:
            tally.add(-2.0, "a small single letter")
    elif not small and not passage.all_capital:
        if written in spellings and sum(c.isupper() for c in written) > 1:
            tally.add(1.5, f"written {written}")
        elif opens:
            tally.add(0.5 if level != LETTER else 0.0, "opens the line")
        elif written in spellings or written[0].isupper():
            tally.add(1.2, "written as a name")


def _neighbours(tally: Tally, sure_beside: int, doubtful_beside: int, company: int, kin: int) -> None:
    if sure_beside:
        tally.add(3.0, "listed beside other skills")
    if doubtful_beside:
        tally.add(min(doubtful_beside, 3) * 1.0, "listed beside names that can be skills")
    if kin:
        tally.add(2.0, "stands near a related skill")
    elif company and not sure_beside:
        tally.add(1.0, "other skills stand near")


def _before(tally: Tally, left: str, passage: Passage, at: int, written: str, level: int, company: int) -> None:
    small = written == written.lower()
    if not small and cues.KNOWN.search(left):
        tally.add(2.5, "spoken of as known")
        return
    elided = left.endswith(("'", "’")) and cues.ELIDED.search(left) is not None
    if not elided and left.endswith(("-", "'", "’")) and left[:-1] and left[-2:-1].isalnum():
        tally.add(-3.0 if level == LETTER or left[-1] != "-" else -1.0, "part of another word")
    found = _WORD.findall(left)
    glued = left[len(left.rstrip(" \t")) :] == left[-1:] or left.endswith(" ")
    if not found or not glued or left.rstrip(" \t")[-1:] in ",;:/|()[]&+•·":
        return
    word = found[-1]
    low = word.lower().rstrip(".")
    if low in cues.TITLES:
        tally.add(-6.0, "a person's title before it")
    elif low in cues.GRADES and level >= WORD:
        tally.add(-4.0 if len(written) == 1 else -1.0, "a grade or a label")
    elif low in cues.VENDORS:
        tally.add(2.0, f"{word} before it")
    elif low in cues.PRONOUNS and small:
        tally.add(-4.0, "used as a verb")
    elif low in cues.ARTICLES and (small or word[0].isupper()):
        tally.add(-2.0, "used as a noun")
    elif low in ("to", "from", "than", "over") and company and not small:
        tally.add(1.0, f"“{word}” another skill before it")
    elif low in cues.SPEAKS_BEFORE:
        tally.add(1.0 if not small or passage.all_small else 0.3, f"“{word}” before it")
        if level == LETTER and not small and passage.technical:
            tally.add(1.0, "a letter named as a means")
    elif (
        word[0].isupper()
        and not small
        and low not in cues.BEFORE
        and low not in cues.TECH
        and not low.endswith(("ed", "ing", "lt", "te"))
        and not passage.all_capital
    ):
        opens = not passage.text[: at - len(left) + left.rfind(word)].strip(" \t•·*-–—>◦▪●(\"'“")
        tally.add(-1.2 if opens else -2.2, f"part of a name, {word} {written}")


def _after(tally: Tally, right: str, level: int, written: str, version: bool, key: str) -> None:
    small = written == written.lower()
    if version:
        tally.add(2.0, "a version stands after it")
        return
    near = right[:3]
    if not (near.isalpha() or (near[:1] == " " and near[1:].isalpha())) and _YEAR.match(right):
        tally.add(-1.5 if key in ("spring", "fall") else 0.5, "a year after it")
    elif (near[:1].isdigit() or near[1:2].isdigit() or near.lstrip()[:1] in ("v", "V")) and (
        found := _VERSION.match(right)
    ):
        tally.add(2.0 if not small else 1.0, f"version {found.group(1)} after it")
        return
    if right[:1] in ("'", "’") and (level == LETTER or len(key) < 3):
        tally.add(-4.0, "part of another word")
    if right[:1] == "-" and right[1:2].isalpha():
        tail = _WORD.findall(right[1:])
        if tail and tail[0].lower() not in cues.AFTER and tail[0].lower().split("-")[0] not in (
            "based", "driven", "native", "like", "side", "first", "powered", "to", *cues.AFTER
        ):  # fmt: skip
            tally.add(-3.0 if level == LETTER or small else -1.0, "part of another word")
        elif tail:
            tally.add(1.5, f"“{tail[0]}” after it")
        return
    if right[:1] != " ":
        return
    found_words = _WORD.findall(right)
    if not found_words or right.lstrip(" ")[:1] in ",;:/|()[]&+•·.–-":
        return
    word = found_words[0]
    low = word.lower()
    if not small and _SINCE.match(right):
        tally.add(2.0, "known since a year")
    elif key in cues.VERBS and low.endswith("ly") and word.islower() and low not in cues.OFTEN:
        tally.add(-3.0, "used as a verb")
    elif low in cues.COMPANY:
        tally.add(-3.0, f"part of a name, {written} {word}")
    elif low in cues.AFTER:
        tally.add(2.0 if not small else 1.0, f"“{word}” after it")
    elif word[0].isupper() and not small and low not in cues.TECH and not any(c.isupper() for c in word[1:]):
        tally.add(-1.5, f"part of a name, {written} {word}")


def _around(tally: Tally, passage: Passage, surface: Surface) -> None:
    words, key = passage.words, surface.key
    asked = len(words & surface.needs) if surface.needs else 0
    for phrase in surface.needs_phrases:
        if phrase in passage.lower:
            asked += 1
    if asked:
        tally.add(min(2.5 + 0.5 * (asked - 1), 3.5), "words of its field stand near")
    technical = passage.technical - (key in cues.TECH)
    if technical > 0:
        tally.add(min(0.6 * technical, 1.2), "technical words around")
    if key in ELSEWHERE and (other := words & ELSEWHERE[key]):
        tally.add(-3.5 - 0.5 * (len(other) - 1), f"“{min(other)}” around")
    elsewhere = passage.elsewhere - (key in cues.ELSE)
    if elsewhere > 0:
        tally.add(-1.0 * min(elsewhere, 3), "words of another field around")
