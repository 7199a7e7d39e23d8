"""Looking again at profiles that were not taken forward, blind among others, and how often that ends otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from workbench.calibration.session import Session
from workbench.errors import NotAllowed


@dataclass(frozen=True)
class FlipRate:
    """How many profiles that were "not now" are advanced when seen again; `low` and `high` bound the share."""

    flipped: int
    held: int
    of: int
    rate: float | None
    low: float | None
    high: float | None
    why: str


def wilson(part: int, of: int, *, level: float = 0.95) -> tuple[float, float]:
    """Wilson's interval of a share: ``(p + z^2/2n +- z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)``.

    Source: Wilson, E. B. (1927), *J. Am. Stat. Assoc.*, 22, 209-212.

    Raises
    ------
    ValueError
        When `part` is not between 0 and `of`, or `of` is nothing.

    Examples
    --------
    Newcombe (1998), *Statistics in Medicine* 17, table I: 81 of 263 is .2553 to .3662.

    >>> [round(end, 4) for end in wilson(81, 263)]
    [0.2553, 0.3662]
    """
    from scipy.special import ndtri

    if not 0 <= part <= of or of < 1:
        raise ValueError(f"{part} of {of} is no share")
    z = float(ndtri(1 - (1 - level) / 2))
    p, square = part / of, z**2
    reach = z * (p * (1 - p) / of + square / (4 * of**2)) ** 0.5
    middle = p + square / (2 * of)
    return max((middle - reach) / (1 + square / of), 0.0), min((middle + reach) / (1 + square / of), 1.0)


def review_sample(
    earlier: Sequence[Session], others: Sequence[Mapping[str, Any]], *, size: int = 4, seed: int = 0
) -> list[dict[str, Any]]:
    """Mix profiles that were "not now" among others, for a new session in which nobody can tell which they are.

    Parameters
    ----------
    earlier
        Sessions whose standing "not now" decisions are drawn from; a profile whose file was erased is left out.
    others
        The profiles of the new session: `{"id", "number", "file"}`; at least as many as are drawn, so that being drawn
        is not the likelier guess.
    size
        How many to draw, at most.
    seed
        Of the draw and of the shuffling.

    Returns
    -------
    list of dict
        Profiles for `Session.create`, with new ids and numbers that tell nothing.

    Raises
    ------
    NotAllowed
        When nothing can be drawn, or the others are too few.
    """
    chance = Random(seed)
    files = sorted(_turned_down(earlier))
    known = {str(one["file"]) for one in others}
    drawn = chance.sample([file for file in files if file not in known], k=min(size, len(set(files) - known)))
    if not drawn:
        raise NotAllowed("There is no profile to look at again: none stands at “not now” with its file still there.")
    if len(others) < len(drawn):
        raise NotAllowed(f"Among {len(others)} others, {len(drawn)} would be guessed; give at least as many others.")
    mixed = [*drawn, *known]
    chance.shuffle(mixed)
    return [{"id": f"p{number}", "number": number, "file": file} for number, file in enumerate(mixed, start=1)]


def flip_rate(earlier: Sequence[Session], later: Session, *, level: float = 0.95) -> FlipRate:
    """How often profiles that were "not now" in earlier sessions were advanced in a later one, by their files.

    Hold is told apart and is no flip. Only decisions that stand count.
    """
    before = _turned_down(earlier)
    meeting, decisions = later.meeting, later.revealed().settled.decisions
    seen = [
        decided.decision
        for profile, decided in decisions.items()
        if not decided.reopened and meeting.profiles[profile].file in before
    ]
    if not seen:
        told = "No profile that was “not now” has been decided again, so there is no rate."
        return FlipRate(0, 0, 0, None, None, None, told)
    flipped, of = seen.count("advance"), len(seen)
    low, high = wilson(flipped, of, level=level)
    told = (
        f"{flipped} of {of} would go on now; with so many seen again, the share lies between {low:.0%} and {high:.0%}."
    )
    return FlipRate(flipped, seen.count("hold"), of, flipped / of, low, high, told)


def _turned_down(sessions: Sequence[Session]) -> set[str]:
    found = set()
    for session in sessions:
        meeting = session.meeting
        for profile, decided in session.revealed().settled.decisions.items():
            file = meeting.profiles[profile].file
            if decided.decision == "not_now" and not decided.reopened and file:
                found.add(file)
    return found
