"""Views of a meeting: where it stands, what to talk about, how far people agree, what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.kernel.sheet import Sheet
from workbench.kernel.views import cells, shortened

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session
    from workbench.calibration.tables import Tables

_PHASES = {
    "scoring": "People read and score; nobody sees another's scores.",
    "discussing": "Revealed; the panel talks about what it sees differently.",
    "decided": "Every profile is decided.",
}
_VERDICT = {"advance": "advance", "hold": "hold", "not_now": "not now", None: "open"}


def of_session(session: Session) -> Sheet:
    """Where a meeting stands: counts of people and rounds, never a score."""
    state = session.state_for()
    me, clock = state["me"], state["clock"]
    part = clock["parts"][clock["part"]]
    running = "running" if clock["running"] else "paused"
    said = [
        f"{state['requisition']} · {state['mode']} · session {state['session']}",
        f"You are {me['name']}, {me['role']}{', facilitator' if me['facilitator'] else ''}.",
        _PHASES[state["phase"]],
        f"Clock: {part['title']}, {part['minutes']} of {clock['total_min']} minutes, {running}.",
    ]
    rounds = state["rounds"]
    columns = ("person", "role", *(one["title"] for one in rounds))
    rows = [
        (one["name"], one["role"], *(_count(one["rounds"].get(r["id"])) for r in rounds)) for one in state["people"]
    ]
    why = state["reveal"]["why"]
    return Sheet(state["title"], said, columns, rows, [why] if why and state["phase"] == "scoring" else [])


def of_agenda(session: Session, profile: str | None = None) -> Sheet:
    """The differences in the order in which the panel talks about them."""
    labels = {one["id"]: one["label"] for one in session.state_for()["profiles"]}
    letters = {one["id"]: f"{one['letter']} {one['name']}" for one in session.state_for()["criteria"]}
    rows = []
    for turn in session.revealed().turns:
        for item in turn.items:
            if profile is None or turn.profile == profile:
                sides = "; ".join(f"{one.label} ({len(one.scores)})" for one in item.sides)
                rows.append((str(item.number), labels[turn.profile], letters[item.criterion], item.why, sides))
    split = [f"{labels[t.profile]} is split: {t.split_words}." for t in session.revealed().turns if t.split]
    said = [f"{len(rows)} differences of two points or more, split recommendations first.", *split]
    return Sheet("Agenda", said, ("", "profile", "capability", "why it is here", "who scored what"), rows)


def of_agreement(frame: pd.DataFrame, names: dict[str, str], variants: bool) -> Sheet:
    """Agreement, a row a criterion: Krippendorff's alpha for ordered scores, or every statistic."""
    shown = frame if variants else frame[frame["statistic"].eq("krippendorff_alpha") & frame["variant"].eq("ordinal")]
    rows = []
    for row in shown.to_dict("records"):
        value = _interval(row["value"], row["low"], row["high"])
        extra = (row["statistic"], row["variant"]) if variants else ()
        rows.append(cells((names.get(row["criterion"], row["criterion"]), *extra, value, row["n_units"], row["why"])))
    columns = ("capability", *(("statistic", "variant") if variants else ()), "value", "profiles", "what it tells")
    title = "Agreement" if variants else "Agreement: Krippendorff's alpha, ordinal"
    return Sheet(title, ("1 is full agreement, 0 what chance gives. The interval is 95 %.",), columns, rows)


def of_tables(tables: Tables) -> Sheet:
    """The frames of a meeting: what each is called, and what a row of it is."""
    from workbench.calibration.tables import ROWS

    rows = [(name, str(len(frame)), ROWS[name]) for name, frame in tables]
    said = ("Tidy frames: unit is a profile and criterion a capability in all of them.",)
    return Sheet("Everything the meeting produced", said, ("frame", "rows", "a row is"), rows)


def of_record(facts: dict[str, Any]) -> Sheet:
    """The record as it stands: what was decided and why, what is open."""
    rows = []
    for one in facts["profiles"]:
        decided = facts["decisions"].get(one["id"])
        verdict = _VERDICT[decided["decision"]] if decided else "open"
        rows.append((one["label"], verdict, shortened(decided["reason"], 160) if decided else ""))
    settled = [one for one in facts["settled"] if one["outcome"] == "differs"]
    said = [
        f"{facts['requisition']} · {facts['mode']} · {len(facts['raters'])} raters · "
        f"as of event {facts['log']['last']}",
        f"{len(facts['decisions'])} of {len(facts['profiles'])} profiles decided; "
        f"{len(settled)} differences left open on purpose.",
    ]
    return Sheet(f"Record: {facts['title']}", said, ("profile", "decision", "because"), rows)


def _count(counts: dict[str, Any] | None) -> str:
    if counts is None:
        return "does not score"
    return "handed in" if counts["submitted_at"] else f"{counts['scores']} of {counts['of']}"


def _interval(value: float | None, low: float | None, high: float | None) -> str:
    numbers = cells((value, low, high))
    if not numbers[0]:
        return "undefined"
    told = f"{float(numbers[0]):.2f}"
    return f"{told} ({float(numbers[1]):.2f} to {float(numbers[2]):.2f})" if numbers[1] and numbers[2] else told
