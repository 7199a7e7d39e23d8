"""Whether scores and decisions go with where people worked or studied: an analyst's question, after the meetings.

Employers and schools never enter a meeting, its screens or its record. Here they do, for one purpose: to see whether
they went with what a panel gave, though nobody was to weigh them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.calibration.session import Session
from workbench.errors import BadRatings, NotAllowed

if TYPE_CHECKING:
    import pandas as pd

    from workbench.resume import Resume

FEWEST = 5  # profiles with a name, and as many without, below which a difference is one person's
FALSE_SHARE = 0.1  # of what is asked about, at most so much may be chance (Benjamini-Hochberg)
_PLACES = (("employer", "work", "name"), ("school", "education", "institution"))
_FORM = re.compile(r"[\s,]+(ltd|limited|inc|llc|gmbh|ag|plc|bv|b\.v|nv|oy|ab|as|sa|s\.a|co|corp|corporation)\.?$")
COLUMNS = ("kind", "name", "profiles", "others", "points", "low", "high", "advanced", "decided", "asked", "why")


def origins_in(resume: Resume) -> frozenset[tuple[str, str]]:
    """Name the employers and schools of a profile, each as it is compared: in small letters, without its legal form.

    >>> from workbench.resume import Document, Resume
    >>> data = {"work": [{"name": "Harbour Freight, Ltd."}], "education": [{"institution": "Northfield  College"}]}
    >>> sorted(origins_in(Resume("a.pdf", data, Document("a.pdf", "text", (), "none"))))
    [('employer', 'harbour freight'), ('school', 'northfield college')]
    """
    found = {
        (kind, _FORM.sub("", " ".join(str(entry.get(field) or "").casefold().split())))
        for kind, part, field in _PLACES
        for entry in resume.data.get(part) or []
    }
    return frozenset((kind, name) for kind, name in found if name)


def welch_interval(with_it: Sequence[float], without: Sequence[float], *, level: float = 0.95) -> tuple[float, ...]:
    """The difference of two means with its interval and its p-value, without assuming equal spread.

    ``(m1 - m2) +- t_v sqrt(s1^2/n1 + s2^2/n2)``, `v` by Welch and Satterthwaite. Source: Welch, B. L. (1947),
    *Biometrika*, 34, 28-35.

    Returns
    -------
    tuple
        difference, low, high (in the values' unit) and p, 0-1.

    Raises
    ------
    BadRatings
        With fewer than two values on a side, or when no value differs from another.

    Examples
    --------
    Hours of sleep gained under two drugs (Student 1908, *Biometrika*, 6, 20): -3.37 to 0.21, p .079.

    >>> one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    >>> two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    >>> [round(number, 4) for number in welch_interval(one, two)]
    [-1.58, -3.3655, 0.2055, 0.0794]
    """
    from scipy.special import stdtr, stdtrit

    one, two = np.asarray(with_it, dtype=float), np.asarray(without, dtype=float)
    if min(one.size, two.size) < 2:
        raise BadRatings("A difference of means needs two values on each side.")
    parts = one.var(ddof=1) / one.size, two.var(ddof=1) / two.size
    if sum(parts) == 0:
        raise BadRatings("Every value is the same, so a difference cannot be told from chance.")
    error = float(sum(parts)) ** 0.5
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / (one.size - 1) + parts[1] ** 2 / (two.size - 1))
    apart = float(one.mean() - two.mean())
    reach = float(stdtrit(freedom, 1 - (1 - level) / 2)) * error
    return apart, apart - reach, apart + reach, float(2 * stdtr(freedom, -abs(apart) / error))


def bias_check(sessions: Sequence[Session]) -> pd.DataFrame:
    """Set scores and decisions beside the employers and schools of the profiles, over many meetings.

    A profile counts with the mean of its first scores above or below its meeting's mean; one that several meetings saw
    counts once, with the mean of these and its last decision. See `bias_table`.

    Raises
    ------
    NotAllowed
        For anybody's handle but the facilitator's: it reads what raters do not see.
    Sealed
        For a meeting before its first reveal.
    """
    seen: dict[str, list[tuple[float, str | None]]] = {}
    origins: dict[str, frozenset[tuple[str, str]]] = {}
    for session in sessions:
        if not session.is_facilitator:
            raise NotAllowed("Only the facilitator can look at employers and schools; raters never see them.")
        for file, points, decision, where in _profiles(session):
            seen.setdefault(file, []).append((points, decision))
            origins[file] = where
    given = {
        file: (float(np.mean([points for points, _ in each])), next((d for _, d in reversed(each) if d), None))
        for file, each in seen.items()
    }
    return bias_table(given, origins)


def bias_table(
    given: Mapping[str, tuple[float, str | None]], origins: Mapping[str, frozenset[tuple[str, str]]]
) -> pd.DataFrame:
    """Compare profiles that name an employer or a school with those that do not.

    Parameters
    ----------
    given
        By profile: points above its meeting's mean, and its decision (None where there is none).
    origins
        By profile, what `origins_in` gives.

    Returns
    -------
    DataFrame
        A row a name, those that most profiles share first: `kind` (employer, school), `name`, `profiles` that name it,
        `others`, `points` by which the first lie above the others with the 95 % interval `low` to `high`
        (`welch_interval`), how many were `advanced` of how many `decided`, `asked` (passes Benjamini & Hochberg 1995
        at a tenth over all names), and `why` in a sentence. Below five profiles on a side there is no number. A
        difference is a question: a good school can go with good work, and a panel can lean towards a name.
    """
    import pandas as pd

    rows: list[dict[str, Any]] = []
    chances: list[float | None] = []
    for kind, name in sorted({origin for found in origins.values() for origin in found}):
        inside = [p for p in given if (kind, name) in origins.get(p, frozenset())]
        others = [p for p in given if p not in inside]
        decided = [decision for p in inside if (decision := given[p][1]) is not None]
        numbers, why = _compared([given[p][0] for p in inside], [given[p][0] for p in others], kind)
        chances.append(numbers[3])
        counts = (len(inside), len(others), *numbers[:3], decided.count("advance"), len(decided), False, why)
        rows.append(dict(zip(COLUMNS, (kind, name, *counts), strict=True)))
    for place in _passing(chances):
        side = "above" if rows[place]["points"] > 0 else "below"
        asked = f"Scored {side} the others, more than chance would: what did the panel see in it?"
        rows[place] |= {"asked": True, "why": asked}
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"points": float, "low": float, "high": float})
    return frame.sort_values(["profiles", "kind", "name"], ascending=[False, True, True], ignore_index=True)


def _profiles(session: Session) -> Iterator[tuple[str, float, str | None, frozenset[tuple[str, str]]]]:
    from workbench.calibration.read_profiles import Unreadable, reading

    revealed = session.revealed()
    scores: dict[str, list[int]] = {}
    for one in revealed.scores:
        if one.current and one.value is not None:
            scores.setdefault(one.profile, []).append(one.value)
    means = {profile: float(np.mean(values)) for profile, values in scores.items()}
    middle = float(np.mean(list(means.values()))) if means else 0.0
    for profile, mean in means.items():
        read = reading(session, profile)
        decided = revealed.settled.decisions.get(profile)
        decision = decided.decision if decided is not None and not decided.reopened else None
        if not isinstance(read, Unreadable):
            yield str(session.profile_file(profile)), mean - middle, decision, origins_in(read.resume)


def _compared(inside: list[float], others: list[float], kind: str) -> tuple[Any, str]:
    nothing = (None, None, None, None)
    short = min(len(inside), len(others))
    if short < FEWEST:
        names = len(inside) <= len(others)
        does = ("names" if names else "does not name") if short == 1 else ("name" if names else "do not name")
        return nothing, (
            f"{short} {'profile' if short == 1 else 'profiles'} {does} this {kind}; from {FEWEST} with it and {FEWEST} "
            "without on, a difference can be told."
        )
    try:
        numbers = welch_interval(inside, others)
    except BadRatings as problem:
        return nothing, str(problem)
    return numbers, "No difference can be told from chance."


def _passing(chances: Sequence[float | None]) -> list[int]:
    tried = sorted((chance, place) for place, chance in enumerate(chances) if chance is not None)
    passed = [n for n, (chance, _) in enumerate(tried, 1) if chance <= FALSE_SHARE * n / len(tried)]
    return [place for _, place in tried[: max(passed, default=0)]]
