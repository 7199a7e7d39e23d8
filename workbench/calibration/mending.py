"""Correcting an anchor or the map in the middle of the meeting."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from workbench.calibration._handle import Handle, Saved
from workbench.calibration.changing import musts, stale_criteria
from workbench.calibration.meeting import Meeting
from workbench.calibration.quotes import clean_reason
from workbench.calibration.rubric import Rubric, Source, edit_anchor
from workbench.errors import NotAllowed
from workbench.store import Apart


class Mending(Handle):
    """The part of a `Session` that changes what is scored against."""

    def change_anchor(
        self,
        criterion: str,
        level: int,
        text: str,
        *,
        which: Source = "profile",
        reason: str = "",
        request: str | None = None,
    ) -> Saved:
        """Write an anchor anew. Scores under the old one are stale: they are scored again, blind.

        A change to an interview anchor makes no score of a profile stale.
        """
        self._facilitates("change an anchor")
        self._known(next(iter(self._meeting.profiles)), criterion)
        new, why = clean_reason(text), clean_reason(reason)
        said = {
            "what": "anchor",
            "criterion": criterion,
            "which": which,
            "level": level,
            "text": Apart(new),
            "reason": Apart(why) if why else None,
        }

        def check(meeting: Meeting) -> dict[str, Any]:
            rubric = edit_anchor(meeting.rubric, criterion, which, level, new)
            texts = meeting.rubric.criterion(criterion).anchors(which) or ("",) * 5
            before = texts[level - 1]
            if before == new:
                raise NotAllowed("The anchor says that already.")
            return {"before": Apart(before), **_consequences(meeting, rubric, None)}

        return self._append("changed", said, request, check)

    def change_map(
        self,
        map: Mapping[str, Any],
        rubric: Mapping[str, Any] | None = None,
        *,
        reason: str = "",
        request: str | None = None,
    ) -> Saved:
        """Put another map, and the rubric made from it, in the place of the meeting's.

        Scores of capabilities that mean something else now are stale. A decision reopens when scores it rests on are
        stale, or when other capabilities are musts now. Without a rubric, the old anchors stay where a capability
        stays, and the rest is made from the map.
        """
        self._facilitates("change the map")
        why, new_map = clean_reason(reason), dict(map)
        said = {
            "what": "map",
            "criterion": None,
            "which": None,
            "level": None,
            "map": Apart(json.dumps(new_map, sort_keys=True)),
            "reason": Apart(why) if why else None,
        }

        def check(meeting: Meeting) -> dict[str, Any]:
            new = _rubric(meeting, new_map, rubric)
            if not any(c.scored_from_profile for c in new.criteria):
                raise NotAllowed("This map leaves nothing to score from a profile.")
            added = _consequences(meeting, new, new_map)
            del added["map"]
            return {"before": None, "text": None, **added}

        return self._append("changed", said, request, check)

    def consequences(self, map: Mapping[str, Any]) -> dict[str, Any]:
        """Say what `change_map` with this map would do, without doing it.

        Returns
        -------
        dict
            `stale`, `added` and `removed`: ids of criteria; `musts_changed`; `scored`: whether anybody has scored yet.
        """
        self.refresh()
        meeting, new_map = self._meeting, dict(map)
        new = _rubric(meeting, new_map, None)
        stale, added, removed = stale_criteria(meeting.rubric, new, meeting.map, new_map)
        scored = any(seat.entries > 0 for round in meeting.rounds.values() for seat in round.seats.values())
        changed = musts(new) != musts(meeting.rubric)
        return {"stale": stale, "added": added, "removed": removed, "musts_changed": changed, "scored": scored}


def _rubric(meeting: Meeting, map: dict[str, Any], given: Mapping[str, Any] | None) -> Rubric:
    if given is not None:
        return Rubric.from_dict(given)
    from workbench.intake import CapabilityMap

    made = Rubric.from_map(CapabilityMap.from_dict(map))
    was, old = {c["id"]: c for c in meeting.map.get("capabilities", ())}, {c.id: c for c in meeting.rubric.criteria}
    now = {c["id"]: c for c in map.get("capabilities", ())}
    criteria = []
    for criterion in made.criteria:
        kept = old.get(criterion.id)
        unchanged = kept and was.get(criterion.id, {}).get("anchors") == now[criterion.id].get("anchors")
        if kept and unchanged and criterion.scored_from_profile == kept.scored_from_profile:
            criterion = replace(criterion, profile=kept.profile, interview=kept.interview, standard=kept.standard)
        criteria.append(criterion)
    return replace(made, criteria=tuple(criteria))


def _consequences(meeting: Meeting, rubric: Rubric, map: dict[str, Any] | None) -> dict[str, Any]:
    """Work out once, for the log, what the change makes stale; the fold only follows."""
    version = meeting.rubric.version + 1
    map_version = meeting.map_version + (map is not None)
    rubric = replace(rubric, version=version, map_version=map_version)
    stale, added, removed = stale_criteria(meeting.rubric, rubric, meeting.map, map or meeting.map)
    again = sum(round.kind == "again" for round in meeting.rounds.values()) + 1
    return {
        "rubric": Apart(json.dumps(rubric.to_dict(), sort_keys=True)),
        "map": None,
        "rubric_version": version,
        "map_version": map_version,
        "stale": stale,
        "added": added,
        "removed": removed,
        "musts_changed": musts(rubric) != musts(meeting.rubric),
        "again": f"again-{again}",
    }
