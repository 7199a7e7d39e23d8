"""What a phrase is about: the tools it names, and a wording for having worked with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOOL_KINDS = {
    "language", "framework", "library", "database", "platform", "service", "tool", "protocol", "format",
}  # fmt: skip
_WRITTEN_IN = {"language", "framework", "library"}
# A name that is written as only products are: a capital or a digit inside the word, or C++ and the like.
_MIXED = re.compile(r"(?<![\w-])(?:[A-Za-z]+[a-z][A-Z]\w*|[a-z]+[A-Z]\w*|[A-Z]\w*(?:\+\+|#)|\w+\.js)(?![\w-])")
_NOT_TOOLS = {"SaaS", "DevOps", "PhD", "IoT", "FinTech", "BSc", "MSc", "DevSecOps", "MLOps", "GmbH"}


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool named in a text, with its place and its kind in the glossary ("" when only its spelling tells)."""

    name: str
    start: int
    end: int
    kind: str


def tools_in(text: str) -> list[Tool]:
    """Give the tools a text names, in order; practices and concepts are not tools."""
    from workbench import skills

    found: list[Tool] = []
    taken: list[tuple[int, int]] = []
    for mention in skills.recognise(text):
        taken.append((mention.start, mention.end))
        kind = skills.skill(mention.id).kind
        if kind in TOOL_KINDS:
            found.append(Tool(mention.name, mention.start, mention.end, kind))
    for match in _MIXED.finditer(text):
        if match[0] not in _NOT_TOOLS and not any(s < match.end() and match.start() < e for s, e in taken):
            found.append(Tool(match[0], match.start(), match.end(), ""))
    return sorted(found, key=lambda t: t.start)


def names(tools: list[Tool], limit: int = 3) -> str:
    """Join the tools' names as people do: `Go, Kafka and Redis`."""
    unique = list(dict.fromkeys(t.name for t in tools))[:limit]
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"


def has_worked_with(tools: list[Tool]) -> str:
    """Say what somebody did with these tools in place of how well they know them."""
    name = names(tools)
    if all(t.kind in _WRITTEN_IN for t in tools):
        return (
            f"Has written something in {name} that people used for some time, "
            "and can go through one hard change to it from start to end."
        )
    if tools[0].kind == "database":
        return (
            f"Has kept data in {name} that people relied on, "
            "and can say what became slow or wrong and what they changed."
        )
    return (
        f"Has run something on {name} that others depended on, and can go through one failure of it from start to end."
    )


_PAST = {
    "running": "run", "building": "built", "designing": "designed", "operating": "operated", "developing": "developed",
    "maintaining": "looked after", "writing": "written", "supporting": "supported", "administering": "administered",
    "programming": "programmed", "coding": "coded", "shipping": "shipped", "architecting": "designed",
    "deploying": "deployed", "scaling": "scaled", "managing": "managed", "working": "worked", "using": "used",
    "analysing": "analysed", "analyzing": "analysed", "testing": "tested", "modelling": "modelled",
}  # fmt: skip
_CASE = "and can go through one case of it from start to end."


def has_done(subject: str) -> str:
    """Say that somebody did this work, for a subject in the phrase's own words.

    >>> has_done("running large clusters")
    'Has run large clusters that others depended on, and can go through one case of it from start to end.'
    """
    first, _, rest = subject.partition(" ")
    if re.match(r"(?i)(?:lead|head|supervis|mentor|manag)ing\b|(?:team|people) (?:lead|manage)|management\b", subject):
        people = re.search(r"(?i)\b(?:engineers|developers|teams?|people|departments?|groups?|analysts)\b", subject)
        return (
            f"Has led {people[0] if people else 'a team'} through a delivery that did not go as planned, "
            "and can say what they decided and what the others would say of it."
        )
    if re.fullmatch(r"(?i)on[- ]call(?: duty)?|call", subject):
        return f"Has carried the pager for something others depended on, {_CASE}"
    if first.lower() in _PAST and rest:
        return f"Has {_PAST[first.lower()]} {rest} that others depended on, {_CASE}"
    if re.search(
        (
            r"(?i)\b(?:engineer|developer|lead|manager|architect|analyst|scientist|administrator|"
            r"consultant)$"
        ),
        subject,
    ):
        bare = re.sub(r"(?i)^(?:an?|the)\s+", "", subject)
        return (
            f"Has done the work of {'an' if bare[0].lower() in 'aeiou' else 'a'} {bare} that others "
            f"depended on, {_CASE}"
        )
    return f"Has done work in {subject} that others depended on, {_CASE}"


def tidy(subject: str) -> str:
    """Cut a subject at the first mark or clause and drop what only fills."""
    subject = re.split(
        (
            r"[,;:.()\n–—]|\b(?:is|are|required|needed|preferred|who|which|that|plus|or more|and a|and "
            r"an)\b"
        ),
        subject,
    )[0]
    subject = re.sub(
        r"(?i)^\s*(?:(?:of|in|with|as|on(?!\s+call)|at|hands-on|professional|proven|relevant|"
        r"commercial|must|have|has|"
        r"practical|industry|work|solid|strong|prior|previous|minimum|experience|exp|expertise|"
        r"full-time|working (?:in|with|as|on)|"
        r"an?(?=\s+(?:similar|relevant|comparable))|similar|comparable)\b[\s.]*)+",
        "",
        subject,
    )
    subject = re.sub(r"(?i)\s*\b(?:experience|exp|expertise|background|or similar|etc)\b.*$", "", subject)
    return " ".join(subject.split()[:7]).strip()


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence in which a span stands."""
    left = max((m.end() for m in re.finditer(r"[.!?]\s+|\n", text[:start])), default=0)
    right = re.search(r"[.!?](?:\s|$)|\n", text[end:])
    return left, end + right.start() if right else len(text)
