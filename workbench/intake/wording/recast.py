"""A phrase said again without its coded words, and with what would show the ability that was meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.intake.wording.coded_terms import Term
from workbench.intake.wording.subject import sentence_around


class Span(NamedTuple):
    """A coded word in its place."""

    start: int
    end: int
    term: Term


_ROLE = re.compile(r"(?i)\s+(?:engineer|developer|dev|programmer|coder|admin\w*|designer|analyst|architect|tester)s?\b")
_LANGUAGE = re.compile(
    r"(?i)english|german|french|spanish|dutch|italian|portuguese|polish|mandarin|japanese|swedish|arabic|"
    r"hindi|chinese|russian|danish|norwegian|finnish|czech|turkish"
)
_SHOWN = {
    "persona": "Can show a piece of work that others took over and ran.",
    "age": "The number of working years does not matter.",
}


def recast(text: str, span: Span, spans: list[Span]) -> str:
    """Give the sentence around a coded word in words that leave nobody out.

    Parameters
    ----------
    text
        The whole phrase.
    span
        The word that this wording answers.
    spans
        All coded words of the phrase; the sentence is freed of each.
    """
    words = text[span.start : span.end].strip()
    own = _own_sentence(words, span.term, text)
    if own:
        return own
    left, right = sentence_around(text, span.start, span.end)
    said = text[left:right]
    for other in reversed([s for s in spans if left <= s.start and s.end <= right]):
        said = _without(said, other.start - left, other.end - left, other.term)
    said = re.sub(r"(?i)\b(a)n? (?=(\w))", _article, re.sub(r"\s{2,}", " ", said))
    said = re.sub(
        r"(?i)^(?:and|or|but)\s+|(?:\s+(?:and|or|an?|the|with|only|of|for))+$", "", said.strip(" ,;:–-&")
    ).strip()
    if len(re.findall(r"\w+", said)) < (2 if span.term.instead else 4) and "engineer" not in said:
        said = "Somebody who can do the work of the outcomes"
    shown = _SHOWN.get(span.term.reason, "")
    return f"{said[0].upper()}{said[1:].rstrip('.!?')}. {shown}".strip() if shown else said[0].upper() + said[1:]


def _own_sentence(words: str, term: Term, text: str) -> str:
    """A sentence that replaces the phrase, where leaving the word out would leave nothing."""
    if term.reason == "fit":
        if re.search(r"(?i)famil|tribe", words):
            return "We are a team: we say what we expect of each other, and the contract names the hours."
        if re.search(r"(?i)beer|pub|vibe|one of us|our kind|lads|guys", words):
            return "Can say what the last team would ask of them again, and what it would rather not."
        if re.search(r"(?i)ego", words):
            return "Has changed their mind in a review, and can say what did it."
        return "Agrees to how we work, such as written decisions and shared on-call, and says what they would change."
    if term.reason == "grind":
        return _hours(words)
    if term.reason == "origin":
        if re.search(r"(?i)citizen|national|passport|candidate|local|foreign|visa|immigrant|born", words):
            return "May work in the country from the start date, or needs a permit that we help with."
        language = _LANGUAGE.search(words) or _LANGUAGE.search(text)
        name = language[0].capitalize() if language else "the team's language"
        return f"Explains a technical decision in {name}, in writing and in a call, so that colleagues can act on it."
    if term.reason == "ability":
        return (
            "Can do the tasks of the role with the equipment they need: name them, such as mounting servers in a rack."
        )
    if term.reason == "family":
        return "Works the hours and travels the days a month that the advert names."
    if term.reason == "gender" and not term.instead:
        if re.search(r"(?i)male|men\b|man\b|women|alpha|type", words):
            return "Open to everybody who can do the work of the outcomes."
        if re.search(r"(?i)nurtur|bubbl", words):
            return "Listens to what a colleague is stuck on, and can say what came of it."
        return "Holds a decision against objections, and drops it when a fact speaks against it."
    return ""


def _hours(words: str) -> str:
    if re.search(r"(?i)availab|24|always|clock|9|five|night|midnight|sleep", words):
        return "On call one week in [five], with the morning free after a call at night."
    if re.search(r"(?i)sink", words):
        return "Has a colleague beside them for the first [four] weeks, and then carries [one task] alone."
    if re.search(r"(?i)hustl|go-?getter|grind|workaholic", words):
        return "Finishes what they start, and says early when a date will not hold."
    if re.search(r"(?i)breathe|eat|live", words):
        return "Can name something in their field they looked into because the work needed it, and what came of it."
    return "Some weeks are busy and we say which; the hours are those of the contract, and extra ones are given back."


def _without(said: str, start: int, end: int, term: Term) -> str:
    """Put the plain word in the place of a coded one, or close the gap that it leaves."""
    instead = "" if _ROLE.match(said, end) else term.instead
    word = said[start:end].strip().lower()
    if instead in ("engineer", "person") and word.endswith("s") and not word.endswith("ss"):
        instead = {"engineer": "engineers", "person": "people"}[instead]
    lead, tail = said[:start], said[end:]
    if instead:
        if re.match(r"(?:somebody|people|staff|the )", instead):
            lead = re.sub(r"(?i)\b(?:an?|the)\s+$", "", lead)
        return f"{lead}{instead}{' ' if tail[:1].isalnum() else ''}{tail}"
    joined = re.match(r"\s*(?:,|and\b|&)", tail)
    if joined:
        tail = " " + tail[joined.end() :].lstrip()
    elif not tail.strip():
        lead = re.sub(r"\s*(?:,|\band\b|&)\s*$", "", lead)
    return f"{lead}{tail}"


def _article(match: re.Match[str]) -> str:
    return f"{match[1]}{'n' if match[2].lower() in 'aeio' else ''} "
