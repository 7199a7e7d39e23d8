"""How often the reading agrees with sentences judged by hand, on a half that was tuned on and one that was not."""

from __future__ import annotations

import pytest
from judged import load, measure


@pytest.mark.parametrize(
    ("half", "depth", "ownership", "scale"), [("dev", 0.97, 0.97, 0.97), ("heldout", 0.9, 0.95, 0.95)]
)
def test_reading_agrees_with_the_judges(half: str, depth: float, ownership: float, scale: float) -> None:
    score = measure(half)
    assert score.depth >= depth, score.wrong
    assert score.ownership >= ownership, score.wrong
    assert score.scale >= scale, score.wrong


def test_both_halves_hold_enough_to_mean_something() -> None:
    sentences = {half: load(half) for half in ("dev", "heldout")}
    assert all(len(each) >= 120 for each in sentences.values())
    assert not {each.text for each in sentences["dev"]} & {each.text for each in sentences["heldout"]}
    judged = [skill for half in sentences.values() for each in half for skill in each.skills]
    assert {skill.depth for skill in judged} == {"listed", "used", "central", "unknown"}
    assert {skill.ownership for skill in judged} == {
        "assisted", "implemented", "owned", "designed", "led", "unknown",
    }  # fmt: skip


def test_who_assisted_has_at_most_used() -> None:
    judged = [skill for half in ("dev", "heldout") for each in load(half) for skill in each.skills]
    assert all(skill.depth in ("listed", "used") for skill in judged if skill.ownership == "assisted")
