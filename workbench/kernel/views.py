"""Views of the domain's values: each function gives the sheet of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.kernel.sheet import Sheet
from workbench.kernel.words import listed

if TYPE_CHECKING:
    from workbench.calibration import Rubric
    from workbench.evidence import CapabilityEvidence, Evidence
    from workbench.intake import CapabilityMap
    from workbench.kernel.results import Shown
    from workbench.resume import Redacted, Resume
    from workbench.skills import Glossary, Resolution, Skill

_MOST_TERMS = 25
_QUOTE = 90


def of_shown(result: Shown) -> Sheet:
    """Give the sheet of a result that knows its own."""
    return result.sheet()


def of_map(capability_map: CapabilityMap) -> Sheet:
    """A capability map: why the hire, and a row a capability."""
    rounds = {one.id: one.title for one in capability_map.loop}
    rows = [
        (
            one.letter,
            one.name,
            one.importance,
            ", ".join(skill_names(one.central)),
            one.depth,
            one.ownership,
            ", ".join(rounds.get(t.round, t.round) for t in one.rounds if t.how == "tests") or "no round yet",
        )
        for one in capability_map.capabilities
    ]
    under = [capability_map.requisition, capability_map.family, f"version {capability_map.version}"]
    said = [" · ".join(text for text in under if text)]
    if capability_map.problem:
        said.append(capability_map.problem)
    columns = ("", "capability", "importance", "central skills", "depth", "ownership", "tested in")
    outcomes = [f"After {one.months} months: {one.text}" for one in capability_map.outcomes]
    return Sheet(capability_map.title, said, columns, rows, outcomes)


def of_rubric(rubric: Rubric) -> Sheet:
    """A rubric: what 1, 3 and 5 say of each criterion, from a profile where it can be scored from one."""
    rows = []
    for one in rubric.criteria:
        texts = one.profile or one.interview
        rows.append((one.letter, one.name, "profile" if one.profile else "interview", texts[0], texts[2], texts[4]))
    said = (f"{len(rubric.criteria)} criteria, version {rubric.version}.",)
    return Sheet(f"Rubric: {rubric.title}", said, ("", "criterion", "scored from", "1", "3", "5"), rows)


def of_evidence(evidence: Evidence, names: Mapping[str, str] | None = None) -> Sheet:
    """A profile weighed against a map: levels, one quote, and what the words leave open."""
    known = names or {}
    rows = [
        (
            one.letter,
            known.get(one.capability, one.capability),
            one.depth,
            one.ownership,
            ", ".join(str(size) for size in one.scale) or "unknown",
            _first_quote(one),
        )
        for one in evidence.capabilities
    ]
    ask = [f"{one.letter}: {one.questions[0]}" for one in evidence.capabilities if one.questions]
    said = ("What the words show. They score nothing: people do.",)
    columns = ("", "capability", "depth", "ownership", "scale", "words")
    return Sheet("Evidence", said, columns, rows, ask)


def of_resume(resume: Resume) -> Sheet:
    """A profile that was read: how it is built, not what it says of the person."""
    data, document = resume.data, resume.document
    counts = [(name, len(data.get(name) or ())) for name in ("work", "education", "skills", "projects")]
    rows = [(name, str(count)) for name, count in counts if count]
    pages = len(document.pages)
    said = [f"{document.kind}, {pages} page{'s' * (pages != 1)}, read by {document.engine}."]
    return Sheet(f"Profile {resume.file}", said, ("section", "entries"), rows, [one.why for one in resume.findings])


def of_redacted(redacted: Redacted) -> Sheet:
    """A profile without what tells who the person is, and which kinds of thing were covered."""
    inner = of_resume(redacted.resume)
    kinds = sorted({kind.replace("_", " ") for kind, _ in redacted.removed})
    return Sheet("Profile, covered", [*inner.said, f"Covered: {listed(kinds)}."], inner.columns, inner.rows)


def of_glossary(glossary: Glossary) -> Sheet:
    """A role family: what it does, and its terms that have a text, as a recruiter reads them."""
    told = [one for one in glossary.terms if one.plain]
    rows = [(one.name, one.kind, one.plain, one.ask) for one in told[:_MOST_TERMS]]
    more = len(glossary.terms) - len(rows)
    after = [f"{more} more terms: %glossary {glossary.family} TERM shows one."] if more else []
    return Sheet(glossary.title, (glossary.about,), ("term", "kind", "what it is", "ask"), rows, after)


def of_skill(skill: Skill) -> Sheet:
    """One term: what it is, what to ask, what it does not show."""
    rows: list[tuple[str, str]] = [("kind", skill.kind), ("family", skill.family)]
    rows += [("also written", ", ".join(skill.aliases[:8]))] if skill.aliases else []
    rows += [("what it is", skill.plain)] if skill.plain else []
    rows += [("ask", skill.ask)] if skill.ask else []
    rows += [(f"sounds {level}", text) for level, text in skill.sounds.items()]
    rows += [("knowing it shows", listed(skill_names(one.id for one in skill.implies)))] if skill.implies else []
    rows += [("not shown by", listed(skill_names(one.id for one in skill.not_)))] if skill.not_ else []
    rows += [("confused with", listed(skill_names(skill.confused_with)))] if skill.confused_with else []
    return Sheet(skill.name, (), ("", ""), rows)


def of_resolution(found: Resolution) -> Sheet:
    """What a name stands for."""
    if found.id:
        return Sheet(f"{found.name} is {skill_names([found.id])[0]}")
    if found.candidates:
        return Sheet(f"{found.name} may mean {listed(skill_names(found.candidates), 'or')}")
    return Sheet(f"{found.name} is in no glossary", [f"Nearest: {listed(skill_names(found.nearest))}."])


def skill_names(ids: Iterable[str]) -> list[str]:
    """Give the names of skills; an id that no glossary has stays as it is."""
    from workbench import skills

    out = []
    for one in ids:
        try:
            out.append(skills.skill(one).name)
        except KeyError:
            out.append(one)
    return out


def shortened(text: str, most: int = _QUOTE) -> str:
    """Cut a text at a word's end.

    >>> shortened("one two three", 9)
    'one two …'
    """
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + " …"


def _first_quote(one: CapabilityEvidence) -> str:
    if not one.quotes:
        return "no evidence"
    more = len(one.quotes) - 1
    return f"“{shortened(one.quotes[0].text)}”" + (f" and {more} more" if more else "")


def cells(row: Iterable[Any]) -> tuple[str, ...]:
    """Give the values of a row as texts; nothing for what is missing."""
    return tuple("" if value is None or value != value else str(value) for value in row)
