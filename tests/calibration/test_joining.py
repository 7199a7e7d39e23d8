"""A score in somebody else's name would be worse than none: who may write is settled by keys, not by names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from itsdangerous import URLSafeSerializer

from workbench.calibration import join_meeting, open_meeting
from workbench.calibration.identity import read_invitation
from workbench.calibration.session import Session
from workbench.calibration.verifying import verify_seals
from workbench.errors import NotAllowed
from workbench.store import open_store


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Aiko's own machine: another folder of keys."""
    return tmp_path / "aikos-machine"


def join(table: Any, text: str, keys: Path) -> Session:
    return join_meeting(text, table.store(), keys=keys)


def test_an_invited_rater_joins_scores_and_is_opened_like_everybody(table: Any, home: Path) -> None:
    invitation = table.maria.invite("aiko")
    aiko = join(table, invitation.text, home)
    aiko.score("p1", "queues", 4, reason="from my own machine")
    aiko.score("p1", "storage", 2, reason="and this")
    aiko.recommend("p1", "advance", "good")
    aiko.submit("pilot")
    for rater in ("ben", "tomas"):
        table.fill(rater, rounds=("pilot",))
    table.maria.reveal("pilot")
    aiko.refresh()  # her key comes from her machine
    assert len(table.maria.scores()) == 6
    assert table.maria.store.verify() == []
    assert verify_seals(table.maria.store) == []
    signed = [e for e in table.maria.store.events("s-1", actor="aiko") if e.kind != "joined"]
    assert all(e.signature for e in signed)


def test_it_is_used_up_by_joining_and_not_by_opening(table: Any, home: Path, tmp_path: Path) -> None:
    text = table.maria.invite("aiko").text
    for _ in range(3):
        assert read_invitation(text) == ("s-1", "aiko")
    join(table, text, home)
    again = join(table, text, home)  # her own second click on the same machine
    assert again.actor == "aiko"
    assert sum(e.kind == "joined" for e in table.maria.store.events("s-1", actor="aiko")) == 1
    with pytest.raises(NotAllowed, match="has been used"):
        join(table, text, tmp_path / "somebody-elses-machine")


def test_a_new_invitation_takes_the_place_of_the_old_one(table: Any, home: Path, tmp_path: Path) -> None:
    old = table.maria.invite("aiko").text
    new = table.maria.invite("aiko").text
    with pytest.raises(NotAllowed, match="another has taken its place"):
        join(table, old, home)
    join(table, new, home)
    third = table.maria.invite("aiko").text  # she lost her laptop
    tablet = join(table, third, tmp_path / "tablet")
    tablet.score("p1", "queues", 3, reason="on the tablet")
    with pytest.raises(NotAllowed, match="not on this machine"):
        Session(table.store(), "s-1", "aiko", keys=home).score("p1", "queues", 5, reason="the thief")
    assert verify_seals(table.maria.store) == []


def test_an_invitation_expires(table: Any, home: Path) -> None:
    text = table.maria.invite("aiko", hours=1).text
    table.maria.store._now = lambda: "2026-11-21T18:00:00.000Z"
    late = open_store(table.address, now=lambda: "2026-11-21T18:00:00.000Z")
    with pytest.raises(NotAllowed, match="was good until"):
        join_meeting(text, late, keys=home)
    late.close()
    with pytest.raises(NotAllowed, match="60 days"):
        table.maria.invite("aiko", hours=10_000)


def test_a_changed_or_invented_invitation_is_refused(table: Any, home: Path) -> None:
    text = table.maria.invite("aiko").text
    _, about = URLSafeSerializer("-", salt="workbench invitation 1").loads_unsafe(text)
    forged = URLSafeSerializer("guess", salt="workbench invitation 1").dumps({**about, "person": "ben"})
    with pytest.raises(NotAllowed):
        join(table, forged, home)
    for bad in ("", "hello", text[:-3], text[3:], "a.b"):
        with pytest.raises(NotAllowed):
            join(table, bad, home)
    assert not any(e.kind == "joined" for e in table.maria.store.events("s-1", actor="ben"))


def test_nobody_writes_as_somebody_else(table: Any, home: Path, tmp_path: Path) -> None:
    """Ben opens a handle as Aiko, with his own keys; then he writes into the log past the program."""
    invitation = table.maria.invite("aiko")
    thief = Session(table.store(), "s-1", "aiko", keys=tmp_path / "bens")
    with pytest.raises(NotAllowed, match="Join with your invitation first"):
        thief.score("p1", "queues", 1, reason="in her name")
    aiko = join(table, invitation.text, home)
    aiko.score("p1", "queues", 5, reason="my own")
    with pytest.raises(NotAllowed, match="not on this machine"):
        thief.score("p1", "queues", 1, reason="in her name")
    before = aiko.state_for()["people"]
    forged = table["ben"].store.append(
        "s-1", "aiko", "submitted", {"round": "pilot", "scores": 2, "of": 2, "profiles": 1, "entries": 1}
    )
    assert aiko.state_for()["people"] == before
    assert table.maria.state_for()["people"][2]["rounds"]["pilot"]["submitted_at"] is None
    (found,) = [p for p in verify_seals(table.maria.store) if p.what == "signature"]
    assert (found.seq, found.actor) == (forged.seq, "aiko")


def test_nobody_reveals_as_the_facilitator_once_people_are_invited(table: Any, tmp_path: Path) -> None:
    table.maria.invite("aiko")
    thief = Session(table.store(), "s-1", "maria", keys=tmp_path / "bens")
    with pytest.raises(NotAllowed, match="not on this machine"):
        thief.reveal("pilot", reason="to peek")
    said = {"round": "pilot", "reason": None, "raters": ["ben"], "submitted": [], "heads": {}, "keys": {}}
    table["ben"].store.append("s-1", "maria", "revealed", said)
    assert table.maria.state_for()["phase"] == "scoring"
    assert any(p.what == "signature" for p in verify_seals(table.maria.store))


def test_inviting_is_the_facilitators_and_for_people_of_the_panel(table: Any) -> None:
    with pytest.raises(NotAllowed, match="Only the facilitator"):
        table["aiko"].invite("ben")
    for nobody in ("zoe", "maria"):
        with pytest.raises(NotAllowed, match="not somebody to invite"):
            table.maria.invite(nobody)


def test_the_text_is_not_shown_by_accident_and_not_kept_in_the_log(table: Any) -> None:
    invitation = table.maria.invite("aiko")
    assert invitation.text not in repr(invitation)
    assert invitation.text.encode() not in table.path.read_bytes()


def test_on_a_hub_the_hubs_user_is_the_rater(
    table: Any, monkeypatch: pytest.MonkeyPatch, home: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("JUPYTERHUB_USER", "aiko")
    assert open_meeting(table.store()).actor == "aiko"
    assert open_meeting(table.store(), actor="aiko").actor == "aiko"
    with pytest.raises(NotAllowed, match="You are aiko on this hub"):
        open_meeting(table.store(), actor="ben")
    with pytest.raises(NotAllowed, match="You are aiko"):
        join(table, table.maria.invite("ben").text, home)
    monkeypatch.setenv("JUPYTERHUB_USER", "zoe@example.com")
    with pytest.raises(NotAllowed, match=r"zoe-example-com.*not on this panel"):
        open_meeting(table.store())


def test_on_a_hub_the_practice_meeting_opens_for_whoever_comes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JUPYTERHUB_USER", "newcomer")
    practice = open_meeting(folder=tmp_path)
    assert practice.is_facilitator
    assert open_meeting(folder=tmp_path, actor="kofi").actor == "kofi"
    practice.close()


def test_a_meeting_without_invitations_is_as_before(table: Any) -> None:
    table.fill_all()
    table.maria.reveal("pilot")
    assert not any(e.signature for e in table.maria.store.events("s-1"))
    assert verify_seals(table.maria.store) == []
