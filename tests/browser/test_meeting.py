"""The whole meeting in five browsers: what people did is what the record says, and nothing left the machine."""

from __future__ import annotations

import json
import re

import pytest

from tests.browser import driver
from tests.browser.people import FACILITATOR, RATERS
from tests.browser.pictures import page_picture
from tests.browser.playing import DECISIONS, MENDED, OTHERS, PILOT, QUESTIONS, WORDS, name_of, play
from workbench.calibration import verify_seals

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def played(chromium, lab):
    """The meeting, held once; every page in it asked this machine alone and broke nowhere."""
    return play(chromium, lab)


@pytest.fixture(scope="module")
def facts(played):
    return json.loads(played.record.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.fixture
def paper(chromium, played):
    """The record opened from a folder, offline, in a browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False, offline=True, viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(played.record.as_uri())
    yield page
    assert asked == [played.record.as_uri()], "the record asked for something besides itself"
    context.close()


def names(played):
    return {rater: name_of(played, rater) for rater in RATERS}


def test_the_facilitator_saw_counts_and_nothing_else_before_the_reveal(played):
    """A number on the shared screen before everyone is in decides what the others give."""
    before = played.seen["counted"]
    assert re.search(r"4\s*of 4 have submitted", before)
    assert "7 of 7" in before
    for row in played.seen["rows"]:
        assert re.fullmatch(
            r"[\w -]+ (hiring manager|interviewer) 7 of 7 scores? 1 of 1 profile submitted [\d:]+", row
        ), row
    assert WORDS not in played.seen["again, sealed"].split("Scored again")[0]


def test_every_first_score_is_stored_as_it_was_given(played):
    scores = played.table.session.scores()
    people = names(played)
    kept = {
        (row.rater, row.unit, row.criterion): None if row.no_evidence else int(row.score)
        for row in scores[~scores["round"].str.startswith("again")].itertuples()
    }
    assert len(played.first) == len(RATERS) * len(played.criteria) * 3
    assert kept == {(people[rater], *cell): value for (rater, *cell), value in played.first.items()}


def test_what_was_scored_again_stands_beside_the_first_score_which_stays(played):
    scores = played.table.session.scores()
    people, again = names(played), scores[scores["round"].str.startswith("again")]
    assert {(row.rater, row.unit, row.criterion): int(row.score) for row in again.itertuples()} == {
        (people[rater], *cell): value for (rater, *cell), value in played.again.items()
    }
    first = scores[(scores["unit"] == PILOT) & (scores["criterion"] == MENDED) & (scores["round"] == "pilot")]
    assert len(first) == 4
    assert first["stale"].all()
    assert not first["current"].any()


def test_a_mended_anchor_is_said_on_the_board(played):
    assert "4 scores were given under an older anchor" in played.seen["stale"]
    assert next(c for c in played.criteria if c["id"] == MENDED)["anchors"]["profile"][3] == WORDS


def test_split_recommendations_come_first_and_the_widest_difference_leads(played):
    order, agenda = played.seen["order"], played.seen["agenda"]
    places = [agenda.index(entry["label"]) for entry in order]
    assert places == sorted(places), "the board's list follows the agenda"
    splits = [entry["split"] for entry in order]
    assert splits == sorted(splits, reverse=True)
    for entry in order:
        worth = [item["worth"] for item in entry["items"]]
        assert worth == sorted(worth, reverse=True)


def test_names_stand_on_nobodys_board_until_the_panel_turns_them_on(played):
    for person, text in played.seen["names off"].items():
        discussion = text.split("Talk about these first", 1)[1]
        for rater, name in names(played).items():
            assert name not in discussion, f"{name} on {person}'s board while names were off ({rater})"


def test_the_decisions_are_the_peoples(played, facts):
    told = {profile: (one["decision"], one["reason"]) for profile, one in facts["decisions"].items()}
    assert told == DECISIONS
    for one in facts["decisions"].values():
        assert (one["speaks_to_candidate"], one["by"]) == ("Elin Marsh", "2026-12-04")
        assert one["open_questions"] == list(QUESTIONS)


def test_what_the_panel_made_of_the_differences_is_in_the_record(played, facts):
    settled = {(one["profile"], one["criterion"]): one for one in facts["settled"]}
    agreed, differs = played.seen["settled"]["agreed"], played.seen["settled"]["differs"]
    assert settled[agreed["profile"], agreed["criterion"]]["score"] == 3
    assert settled[differs["profile"], differs["criterion"]]["outcome"] == "differs"


def test_quotes_are_known_by_whose_they_are(played):
    """One person marked a word on the page, another took one of the program's; the log keeps which was which."""
    scores = played.table.session.state_for()["board"]["agenda"]
    assert scores
    facts = json.loads(played.record.with_suffix(".json").read_text(encoding="utf-8"))
    by = {
        (one["rater"], one["criterion"]): [quote["by"] for quote in one["quotes"]]
        for one in facts["scores"]
        if one["profile"] == PILOT and one["quotes"]
    }
    people = names(played)
    assert by == {(people["kofi"], "service-code"): ["person"], (people["marguerite"], "apis-for-others"): ["program"]}


def test_every_seal_holds_and_no_link_of_the_log_is_missing(played):
    store = played.table.session.store
    assert store.verify() == []
    assert verify_seals(store) == []


def test_the_record_on_paper_is_right_to_the_last_score(played, facts, paper):
    """Opened by a double click, years later, without this program and without a network."""
    letters, criteria = facts["letters"], [one["id"] for one in played.criteria]
    by_letter = {person.letter: id for id, person in played.table.session.meeting.people.items()}
    table = paper.locator("section", has=paper.get_by_role("heading", name="Every first score")).locator("table").first
    shown = {}
    for row in table.locator("tbody tr").all():
        label = row.locator("th").inner_text()
        for criterion, cell in zip(criteria, row.locator("td").all(), strict=True):
            values = cell.inner_text().split("\n")[0].split()
            for letter, value in zip(letters, values, strict=True):
                shown[by_letter[letter], label, criterion] = value
    expected = {
        (rater, played.label(profile), criterion): "–" if value is None else str(value)
        for (rater, profile, criterion), value in {**played.first, **played.again}.items()
    }
    assert shown == expected
    page_picture(paper, "meeting_10_record")


def test_the_record_holds_no_script_and_every_reason_as_it_was_written(played, facts, paper):
    assert paper.locator("script").count() == 0
    text = re.sub(r"\s+", " ", paper.locator("body").inner_text())
    assert facts["log"]["hash_words"] in text
    for profile in (PILOT, *OTHERS):
        assert DECISIONS[profile][1] in text
    for one in facts["recommendations"]:
        assert re.sub(r"\s+", " ", one["reason"]) in text


def test_what_is_saved_in_the_notebooks_holds_no_score(played):
    """A notebook is mailed and put under version control."""
    for path in played.table.folder.glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert WORDS not in text
        assert not any(reason in text for _, reason in DECISIONS.values())
        assert driver.TOKEN not in text
    assert (played.table.folder / f"score_{RATERS[0]}.ipynb").exists()
    assert not (played.table.folder / f"score_{FACILITATOR}.ipynb").exists()
