"""The record that the panel leaves with: a page, a file and a table, and an entry in the log that says so."""

from __future__ import annotations

import json
import os
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.calibration._handle import Saved
from workbench.calibration.record_facts import record_json
from workbench.calibration.session import Session
from workbench.store import digest

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["record_frame", "record_html", "record_json", "record_markdown", "write_record"]

_HERE = Path(__file__).parent
_WORDS = {"advance": "Advance", "hold": "Hold", "not_now": "Not now"}


def record_html(session: Session) -> str:
    """Give the record as one HTML page that needs nothing else: no script, no request, every word escaped.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    return _page(record_json(session))


def record_markdown(session: Session) -> str:
    """Give the decision memo as Markdown, for a wiki or a ticket; what people wrote cannot become mark-up.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    return _memo(record_json(session))


def record_frame(session: Session) -> pd.DataFrame:
    """Give every first score with what became of its cell: agreed score, why people differ, the decision.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    import pandas as pd

    frame = session.scores()
    cells = session.matrix()[["unit", "criterion", "agreed", "agreed_no_evidence", "differs", "reason"]]
    decided = session.decisions()[["unit", "decision", "practice", "stands"]]
    joined = frame.merge(cells.rename(columns={"reason": "settled_because"}), on=["unit", "criterion"], how="left")
    return pd.DataFrame(joined.merge(decided, on="unit", how="left"))


def write_record(session: Session, folder: Path | str, *, request: str | None = None) -> Saved:
    """Write page, JSON and table into a folder, and log where they are, so that they can be found again.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    earlier = session.earlier(request) if request else None
    if earlier is not None:
        return earlier
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    facts = record_json(session)
    name = f"calibration-record-{session.session}-event-{facts['log']['last']}"
    contents = {
        f"{name}.html": _page(facts),
        f"{name}.md": _memo(facts),
        f"{name}.json": json.dumps(facts, ensure_ascii=False, indent=1) + "\n",
        f"{name}.csv": record_frame(session).map(_no_formula).to_csv(index=False),
    }
    for file, text in contents.items():
        _write_whole(target / file, text)
    return session.log_export(
        files=[str((target / file).resolve()) for file in contents],
        sha256={file: digest(text.encode()) for file, text in contents.items()},
        log=facts["log"]["hash"],
        request=request,
    )


def _page(facts: dict[str, Any]) -> str:
    return _render("record.html.j2", facts, escape=True)


def _memo(facts: dict[str, Any]) -> str:
    return re.sub(r"\n{3,}", "\n\n", _render("record.md.j2", facts, escape=False))


def _render(template: str, facts: dict[str, Any], *, escape: bool) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(clock=_clock, day=_day, coefficient=_coefficient, plain=_plain)
    profiles = {p["id"]: p for p in facts["profiles"]}
    criteria = {c["id"]: c for c in facts["criteria"]}
    return environment.get_template(template).render(
        r=facts, profiles=profiles, criteria=criteria, words=_WORDS, lead=_lead(facts)
    )


def _lead(facts: dict[str, Any]) -> str:
    """Say in three sentences what happened."""
    shown = {row["profile"] for row in facts["matrix"]}
    people = len(facts["raters"])
    standing = [d["decision"] for d in facts["decisions"].values() if not d["reopened"]]
    counts = [(standing.count(key), word) for key, word in (("advance", "advance"), ("hold", "on hold"))]
    counts.append((standing.count("not_now"), "not now"))
    told = ", ".join(f"{n} {word}" for n, word in counts if n) or "Nothing is decided yet"
    left = sum(one["outcome"] == "differs" for one in facts["settled"])
    differs = {0: "", 1: " One difference is left open on purpose."}.get(
        left, f" {left} differences are left open on purpose."
    )
    s = "" if len(shown) == 1 else "s"
    return (
        f"{len(shown)} profile{s} read and scored blind by {people} people on {_day(facts['began_at'])}. "
        f"{told[0].upper()}{told[1:]}.{differs}"
    )


def _clock(at: str | None) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M") if at else ""


def _day(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    return f"{moment.day} {moment:%B %Y}"


def _coefficient(value: float | None) -> str:
    """Write a coefficient as the field does: two places, no leading zero.

    >>> _coefficient(0.662), _coefficient(-0.07), _coefficient(1.0)
    ('.66', '−.07', '1.00')
    """
    if value is None:
        return "–"
    return f"{value:.2f}".replace("0.", ".", 1).replace("-", "−") if abs(value) < 0.995 else f"{value:.2f}"


def _plain(text: Any) -> str:
    """Write text so that Markdown shows it as it is, on one line.

    >>> print(_plain("1. *Led* <b>it</b> | see [here](x)"))
    1\\. \\*Led\\* \\<b\\>it\\</b\\> \\| see \\[here\\]\\(x\\)
    """
    line = " ".join(str(text or "").split())
    line = re.sub(r"([\\`*_{}\[\]()<>#|~!])", r"\\\1", line)
    return re.sub(r"^(\d+)([.)])|^([-+])", r"\1\3\\\2" if re.match(r"\d", line) else r"\\\3", line)


def _no_formula(value: Any) -> Any:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.lstrip()[:1] in ("=", "+", "-", "@") else value


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    temporary = path.with_suffix(path.suffix + ".part")
    with temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
