"""Skills that are not on the map and still go with decisions: asked about, never used.

Only skills of the glossaries enter. Employers, schools, names and places do not: they are not read here, and a word
that is no skill is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.errors import BadRatings

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration.session import Session
    from workbench.resume import Resume

FEWEST = 20  # decisions below which a pattern among many skills is chance
FALSE_SHARE = 0.1  # of what is asked about, at most so much may be chance (Benjamini-Hochberg)


@dataclass(frozen=True)
class Unmapped:
    """A skill that goes with decisions: odds of "advance" with it over without it, with their 95 % interval."""

    skill: str
    name: str
    advanced_with: int
    with_it: int
    advanced_without: int
    without_it: int
    odds: float
    low: float
    high: float
    question: str


def skills_in(resume: Resume) -> frozenset[str]:
    """Name the skills in what a person says they did and know; names of employers and schools are not read.

    >>> from workbench.resume import Document, Resume
    >>> data = {"work": [{"name": "Redis Bakery", "highlights": ["Ran Kafka for the tills."]}]}
    >>> sorted(skills_in(Resume("a.pdf", data, Document("a.pdf", "text", (), "none"))))
    ['kafka']
    """
    from workbench import skills

    data = resume.data
    texts: list[str] = [str((data.get("basics") or {}).get("summary") or "")]
    for part in ("work", "volunteer", "projects"):
        for entry in data.get(part) or []:
            texts += [str(entry.get("summary") or ""), *(str(one) for one in entry.get("highlights") or [])]
    for entry in data.get("skills") or []:
        texts += [str(entry.get("name") or ""), *(str(one) for one in entry.get("keywords") or [])]
    named = {
        str(entry.get(field) or "").casefold()
        for part, field in (("work", "name"), ("volunteer", "organization"), ("education", "institution"))
        for entry in data.get(part) or []
    }
    found = skills.recognise_all([text for text in texts if text])
    return frozenset(m.id for mentions in found for m in mentions if m.text.casefold() not in named)


def unmapped_skills(
    decided: Mapping[str, str], skills_of: Mapping[str, Iterable[str]], on_map: Iterable[str]
) -> list[Unmapped]:
    """List skills outside the map that go with decisions, each as a question to the team.

    For each skill the odds of "advance" with it over without it, with half an observation in each cell (Haldane 1956,
    Anscombe 1956), and Fisher's exact test; asked about is what passes Benjamini & Hochberg (1995) at a tenth over all
    skills. Below 20 decisions nothing is asked.

    Parameters
    ----------
    decided
        Decision by profile; hold counts as not advanced.
    skills_of
        Ids of glossary skills by profile, as `skills_in` gives them.
    on_map
        Ids of the skills that the map names, central or peripheral.

    Raises
    ------
    BadRatings
        For a word that is no skill of the glossaries.

    Examples
    --------
    >>> decided = {f"p{n}": "advance" if n < 12 else "not_now" for n in range(24)}
    >>> has = {p: ["kafka"] if int(p[1:]) < 11 else ["postgresql"] for p in decided}
    >>> [one.skill for one in unmapped_skills(decided, has, on_map=["postgresql"])]
    ['kafka']
    """
    from scipy.stats import fisher_exact

    from workbench import skills

    known = set(on_map)
    has = {profile: set(skills_of.get(profile, ())) for profile in decided}
    for id in {id for ids in has.values() for id in ids}:
        try:
            skills.skill(id)
        except KeyError:
            raise BadRatings(
                f"“{id}” is no skill of the glossaries; nothing else is weighed against decisions."
            ) from None
    if len(decided) < FEWEST:
        return []
    tried: list[tuple[float, str, tuple[int, int, int, int]]] = []
    for id in sorted({id for ids in has.values() for id in ids} - known):
        cells = [0, 0, 0, 0]  # with: advanced, not; without: advanced, not
        for profile, decision in decided.items():
            cells[(id not in has[profile]) * 2 + (decision != "advance")] += 1
        table = (cells[0], cells[1], cells[2], cells[3])
        if min(table[0] + table[1], table[2] + table[3]) > 0:
            chance = float(fisher_exact([table[:2], table[2:]]).pvalue)
            tried.append((chance, id, table))
    tried.sort()
    passed = [n for n, (chance, _, _) in enumerate(tried, 1) if chance <= FALSE_SHARE * n / len(tried)]
    return [_asked(id, table) for _, id, table in tried[: max(passed, default=0)]]


def unmapped_in(sessions: Sequence[Session]) -> pd.DataFrame:
    """List what `unmapped_skills` asks about, from the standing decisions of many meetings; profiles are read for it.

    A skill that the map of any of the meetings names is left out.

    Returns
    -------
    DataFrame
        Columns as `Unmapped`; a table of nothing but a `question` says how many decisions are missing, or that nothing
        outside the map went with them.
    """
    from dataclasses import asdict

    import pandas as pd

    from workbench.calibration.read_profiles import Unreadable, reading

    decided: dict[str, str] = {}
    has: dict[str, frozenset[str]] = {}
    on_map: set[str] = set()
    for session in sessions:
        for capability in session.map["capabilities"]:
            on_map |= {*capability.get("central", ()), *capability.get("peripheral", ())}
        for profile, one in session.revealed().settled.decisions.items():
            read = reading(session, profile)
            if not one.reopened and not isinstance(read, Unreadable):
                place = f"{session.session}/{profile}"
                decided[place], has[place] = one.decision, skills_in(read.resume)
    found = unmapped_skills(decided, has, on_map)
    if found:
        return pd.DataFrame([asdict(one) for one in found])
    missing = FEWEST - len(decided)
    told = (
        f"{len(decided)} decisions so far; {missing} more are needed before a pattern among many skills tells anything."
        if missing > 0
        else f"Nothing outside the map went with the {len(decided)} decisions more than chance would make it."
    )
    return pd.DataFrame({"question": [told]})


def _asked(id: str, table: tuple[int, int, int, int]) -> Unmapped:
    from math import exp, log, sqrt

    from workbench import skills

    a, b, c, d = (n + 0.5 for n in table)
    middle, reach = log(a * d / (b * c)), 1.96 * sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    name: Any = skills.skill(id).name
    with_it, without = table[0] + table[1], table[2] + table[3]
    question = (
        f"{table[0]} of {with_it} profiles with {name} went on, and {table[2]} of {without} without it. It is not on "
        "the map: does the work need it, or does it stand for something else?"
    )
    ends = (exp(middle - reach), exp(middle + reach))
    return Unmapped(id, name, table[0], with_it, table[2], without, exp(middle), *ends, question)
