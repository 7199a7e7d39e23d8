"""`ResumeReview` without a browser: what it shows to whom, what it stores, what it keeps covered."""

from __future__ import annotations

import json

import pytest

from tests.browser.driver import until
from workbench.calibration import labelled_profiles, read_profiles
from workbench.errors import NotAllowed
from workbench.widgets import ResumeReview
from workbench.widgets._base import MeetingWidget


@pytest.fixture
def review(meeting, shown):
    """Give somebody's review with every profile read."""

    def open_for(actor):
        widget = shown(ResumeReview(meeting(actor)))
        until(lambda: widget.state["reading"]["done"] == 3 and widget.state["sheet"], "the profiles to be read", 60)
        return widget

    return open_for


def capability(widget, letter):
    return next(one for one in widget.state["sheet"]["capabilities"] if one["letter"] == letter)


def a_quote(widget):
    line = next(line for page in widget.state["sheet"]["pages"] for line in page["lines"] if len(line["text"]) > 30)
    return {"text": line["text"][:12], "page": 1, "line": line["id"], "start": 0, "end": 12, "by": "person"}


def test_a_rater_sees_the_page_unmarked_first(review):
    """What the program found, shown to four people before they read, steers four people the same way."""
    kofi = review("kofi")
    assert kofi.state["sheet"]["marked"] is False
    assert all(one["found"] is None and one["quotes"] == [] for one in kofi.state["sheet"]["capabilities"])
    assert kofi.frame.empty


def test_marks_come_when_asked_for_and_the_log_keeps_that_they_were(review, ask, meeting):
    kofi = review("kofi")
    reply = ask(kofi, "marks", profile=kofi.value)
    assert reply["ok"]
    assert kofi.state["sheet"]["marked"]
    assert any(one["quotes"] for one in kofi.state["sheet"]["capabilities"])
    assert set(kofi.frame["by"]) == {"program"}
    assert meeting("kofi").state_for()["mine"]["marks"] == [kofi.value]


def test_the_facilitators_marks_are_shown_to_them_alone_and_are_no_event(review, ask, meeting):
    elin = review("elin")
    before = meeting().meeting.version
    assert ask(elin, "show_marks", on=True)["ok"]
    assert elin.state["sheet"]["marked"]
    assert meeting().meeting.version == before


def test_words_that_a_rater_attaches_are_theirs_and_can_be_taken_off(review, ask):
    kofi = review("kofi")
    quote = a_quote(kofi)
    saved = ask(kofi, "attach", profile=kofi.value, criterion="service-code", quote=quote)
    assert saved["ok"]
    assert saved["event"] > 0
    [own] = capability(kofi, "D")["quotes"]
    assert (own["text"], own["by"], own["spans"]) == (quote["text"], "person", [[quote["line"], 0, 12]])
    assert kofi.frame.to_dict("records")[0]["text"] == quote["text"]
    assert ask(kofi, "detach", profile=kofi.value, criterion="service-code", quote=quote)["ok"]
    assert capability(kofi, "D")["quotes"] == []


def test_who_does_not_score_attaches_nothing(review, ask):
    elin = review("elin")
    assert elin.state["may_attach"] is False
    refused = ask(elin, "attach", profile=elin.value, criterion="service-code", quote=a_quote(elin))
    assert refused["kind"] == "refused"
    assert "not scoring" in refused["message"]


def test_what_names_a_person_is_covered_in_text_and_stays_so_for_who_scores(review, ask):
    kofi = review("kofi")
    words = json.dumps(kofi.state)
    for name in ("Anneke", "Vos", "CV_Anneke_Vos_2026.pdf"):
        assert name not in words
    assert kofi.state["sheet"]["pages"][0]["covered"]
    refused = ask(kofi, "uncover", on=True)
    assert refused["message"] == "Names stay covered while people score. They open once every profile is decided."
    assert kofi.state["bare"] is False


def test_the_facilitator_may_uncover_and_another_profile_comes_covered(review, ask):
    elin = review("elin")
    assert ask(elin, "uncover", on=True)["ok"]
    assert "Anneke" in json.dumps(elin.state["sheet"])
    assert ask(elin, "turn", profile="p2")["ok"]
    assert elin.state["bare"] is False
    assert "Desmond" not in json.dumps(elin.state["sheet"])


def test_a_facilitator_who_scores_sees_names_no_more(review, ask, meeting):
    elin = review("elin")
    ask(elin, "uncover", on=True)
    meeting().facilitator_scores(True)
    elin.refresh()
    assert elin.state["bare"] is False
    assert "Anneke" not in json.dumps(elin.state["sheet"])


def test_a_page_is_a_picture_that_is_never_a_trait(review, ask):
    kofi = review("kofi")
    reply = ask(kofi, "page", profile="p1", page=1, scale=0.5)
    [png] = reply["buffers"]
    assert bytes(png[:8]) == b"\x89PNG\r\n\x1a\n"
    assert "PNG" not in json.dumps(kofi.state)


def test_a_rater_who_asks_for_a_bare_page_gets_the_covered_one(review, ask):
    kofi, elin = review("kofi"), review("elin")
    covered = ask(kofi, "page", profile="p1", page=1, scale=0.5)["buffers"]
    assert ask(kofi, "page", profile="p1", page=1, scale=0.5, bare=True)["buffers"] == covered
    assert ask(elin, "page", profile="p1", page=1, scale=0.5, bare=True)["buffers"] != covered


def test_what_a_file_hides_goes_to_the_facilitator_and_into_the_log_once(review, ask, meeting):
    """The sample's p12 holds a block of words in white."""
    elin, kofi = review("elin"), review("kofi")
    for widget in (elin, kofi):
        ask(widget, "turn", profile="p12")
    assert [one["kind"] for one in elin.state["sheet"]["findings"]] == ["hidden_text"]
    assert kofi.state["sheet"]["findings"] == []
    until(lambda: meeting().state_for()["findings"], "the finding in the log")
    assert list(meeting().state_for()["findings"]) == ["p12"]
    assert meeting("kofi").state_for()["findings"] == {}
    review("elin")
    assert [e.kind for e in meeting().store.events("practice")].count("findings") == 1


def test_an_unreadable_profile_is_listed_with_its_reason_and_the_meeting_goes_on(meeting, shown, ask, tmp_path):
    session = meeting("kofi")
    broken = tmp_path / "Some Body.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    where = session.profile_file
    session.profile_file = lambda profile: broken if profile == "p2" else where(profile)
    widget = shown(ResumeReview(session))
    until(lambda: widget.state["reading"]["done"] == 3, "the profiles to be read", 60)
    told = {one["id"]: (one["status"], one["reason"]) for one in widget.state["order"]}
    assert told == {"p1": ("ready", ""), "p2": ("unreadable", "damaged"), "p12": ("ready", "")}
    assert "Some Body" not in json.dumps(widget.state)
    assert ask(widget, "turn", profile="p2")["ok"]
    assert widget.state["sheet"] is None
    assert ask(widget, "page", profile="p2", page=1)["kind"] == "refused"
    assert ask(widget, "turn", profile="p12")["ok"]
    assert widget.state["sheet"]


def test_a_profile_that_is_not_there_cannot_be_opened(review, ask):
    kofi = review("kofi")
    assert ask(kofi, "turn", profile="../../etc/passwd")["message"] == "There is no such profile in this meeting."
    assert kofi.value in ("p1", "p2", "p12")


@pytest.mark.parametrize("verb", ["score", "submit", "reveal", "findings", "profile_file", "close", "compute"])
def test_the_view_can_ask_for_its_own_verbs_only(review, ask, verb):
    assert ask(review("kofi"), verb)["kind"] == "refused"


def test_its_repr_names_nobodys_profile(review):
    kofi = review("kofi")
    assert repr(kofi) == "ResumeReview(session='practice', actor='kofi')"
    assert isinstance(kofi, MeetingWidget)
    assert all("Anneke" not in text for _, text in kofi.saved_rows())


def field_of(widget, path):
    return next(one for group in widget.state["sheet"]["fields"] for one in group["fields"] if one["path"] == path)


def test_every_field_says_on_which_lines_it_was_read(review):
    kofi = review("kofi")
    lines = {line["id"] for page in kofi.state["sheet"]["pages"] for line in page["lines"]}
    title = field_of(kofi, "work/0/position")
    assert title["value"]
    assert title["lines"]
    assert set(title["lines"]) <= lines
    assert field_of(kofi, "basics/name")["value"] == "[name]", "what is covered on the page is covered here"
    assert not title["may_correct"], "a rater puts nothing right while people score blind"


def test_what_the_facilitator_puts_right_is_an_event_and_outlives_a_new_reading(review, ask, meeting):
    elin = review("elin")
    read = field_of(elin, "work/0/position")["value"]
    saved = ask(elin, "correct", profile=elin.value, field="work/0/position", value="Night engineer")
    assert saved["event"] > 0
    until(lambda: field_of(elin, "work/0/position")["value"] == "Night engineer", "the field to be put right")
    assert field_of(elin, "work/0/position")["corrected"]
    [kept] = meeting("elin").corrections()[elin.value]
    assert (kept["field"], kept["was"], kept["value"]) == ("work/0/position", read, "Night engineer")
    read_profiles._kept.clear()
    read_profiles._weighed.clear()
    again = read_profiles.reading(meeting("kofi"), elin.value)
    assert again.resume.data["work"][0]["position"] == "Night engineer"
    [label] = labelled_profiles(meeting("elin"))
    assert label["truth"]["work"][0]["position"] == "Night engineer"
    assert label["corrections"][0]["read"] == read


def test_only_the_facilitator_puts_right_and_only_what_is_uncovered(review, ask, meeting):
    kofi = review("kofi")
    refused = ask(kofi, "correct", profile=kofi.value, field="work/0/position", value="Owner")
    assert (refused["kind"], refused["message"]) == ("refused", "Only the facilitator puts right what was read.")
    elin = review("elin")
    refused = ask(elin, "correct", profile=elin.value, field="basics/name", value="Ada Lovelace")
    assert "covered here" in refused["message"]
    wrong = ask(elin, "correct", profile=elin.value, field="work/0/startDate", value="last spring")
    assert "is no date" in wrong["message"] or "covered" in wrong["message"]
    assert meeting("elin").corrections() == {}
    with pytest.raises(NotAllowed, match="Only the facilitator"):
        list(labelled_profiles(meeting("kofi")))


def test_a_word_file_has_pages_that_are_drawn(review, ask):
    elin = review("elin")
    assert all(page["drawable"] for page in elin.state["sheet"]["pages"])
