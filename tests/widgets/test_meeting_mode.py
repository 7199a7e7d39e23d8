"""The switch for a shared screen, without a browser: one press on, the next off, one switch at a time."""

from __future__ import annotations

from workbench.widgets import MeetingMode


def test_the_verb_switches_to_the_other_side(shown):
    first = shown(MeetingMode.switch())
    assert first.value
    second = shown(MeetingMode.switch())
    assert not second.value
    assert first._closed
    assert shown(MeetingMode.switch(True)).value
    assert not shown(MeetingMode.switch(False)).value


def test_what_the_person_pressed_is_where_the_next_verb_begins(shown):
    switch = shown(MeetingMode.switch(True))
    switch.turn(request="r", on=False)
    assert switch.compute() == {"on": False}
    assert repr(switch) == "MeetingMode(shared_screen='off')"
    assert shown(MeetingMode.switch()).value
