"""From a map to a meeting: what is missing is said in a sentence, and what was filled in is not lost."""

from __future__ import annotations

import threading

import nbformat
import pytest

from tests.browser.driver import until
from workbench import calibration, intake
from workbench.widgets import IntakeMap, MeetingSetup
from workbench.widgets.meeting_setup import _form

PEOPLE = [
    {"name": "Elin", "role": "recruiter", "scores": False},
    {"name": "Maria", "role": "hiring manager", "scores": True},
    {"name": "Jörg Weiß", "role": "interviewer", "scores": True},
]
PROFILE = """{name}

Experience
Backend developer, Example Ltd, 2019-2024
- Ran the payment service for 40,000 orders a day
- Moved its tables to PostgreSQL

Skills
Java, PostgreSQL, Kafka
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for variable in ("WORKBENCH_STORE", "WORKBENCH_SESSION", "WORKBENCH_ACTOR"):
        monkeypatch.delenv(variable, raising=False)
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    for name in ("a", "b", "c"):
        (profiles / f"{name}.txt").write_text(PROFILE.format(name=name.upper()), encoding="utf-8")
    return tmp_path


@pytest.fixture
def setup(folder):
    made = []

    def open_(of="backend"):
        made.append(MeetingSetup(of))
        return made[-1]

    yield open_
    for widget in made:
        widget.close()


def ask(widget, verb, *, request=None, **args):
    said, heard = [], threading.Event()

    def send(content, buffers=None):
        said.append(content)
        heard.set()

    widget.send = send
    widget._receive(widget, {"kind": "do", "request": request or f"{verb}{id(said)}", "verb": verb, "args": args}, [])
    assert heard.wait(20), "no answer"
    return said[0]


def look(widget, name="profiles"):
    done = threading.Event()
    widget.observe(lambda change: done.set() if change["new"]["of"] and not change["new"]["busy"] else None, "state")
    reply = ask(widget, "look", folder=name)
    assert reply["ok"], reply
    assert (widget.state["of"] and not widget.state["busy"]) or done.wait(60), "the profiles were not read"


def form(**changes):
    return {"folder": "profiles", "mode": "practice", "minutes": 45, "facilitator": 0, "pilot": None, "left_out": [],
            "people": PEOPLE, **changes}  # fmt: skip


def test_a_meeting_begins_where_the_meeting_notebook_opens_it(setup, folder):
    widget = setup()
    look(widget)
    reply = ask(widget, "begin", form=form(pilot="b.txt", mode="live", minutes="60"))
    assert reply["ok"], reply
    meeting = calibration.open_meeting()
    state = meeting.state_for()
    assert meeting.session == widget.value
    assert (state["mode"], state["clock"]["total_min"], meeting.actor) == ("live", 60, "elin")
    assert [person["name"] for person in state["people"]] == ["Elin", "Maria", "Jörg Weiß"]
    assert [one["pilot"] for one in state["profiles"]] == [False, True, False]
    assert meeting.profile_file("p2") == (folder / "profiles" / "b.txt").resolve()
    assert sorted(path.name for path in folder.glob("score_*.ipynb")) == ["score_jorg-weiss.ipynb", "score_maria.ipynb"]
    meeting.close()


def test_the_same_request_begins_one_meeting(setup):
    widget = setup()
    look(widget)
    first = ask(widget, "begin", request="once", form=form())
    again = ask(widget, "begin", request="once", form=form())
    assert first["event"] == again["event"]
    assert len(calibration.open_store_of_meeting().sessions()) == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"people": [{**PEOPLE[0], "name": " "}, *PEOPLE[1:]]}, "Name the person who facilitates."),
        ({"people": PEOPLE[:2]}, "At least two people score; otherwise there is nothing to compare."),
        ({"people": [*PEOPLE, PEOPLE[1]]}, "Two people are called Maria."),
        ({"left_out": ["a.txt", "b.txt"]}, "it needs at least two that could be read"),
        ({"minutes": "soon"}, "A meeting takes 15 to 180 minutes"),
    ],
)
def test_what_is_missing_is_said_and_nothing_begins(setup, changes, sentence):
    widget = setup()
    look(widget)
    reply = ask(widget, "begin", form=form(**changes))
    assert not reply["ok"]
    assert sentence in reply["message"]
    assert widget.value is None
    assert calibration.open_store_of_meeting().sessions() == []


def test_a_file_that_cannot_be_read_is_listed_and_the_others_stay(setup, folder):
    (folder / "profiles" / "damaged.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    widget = setup()
    look(widget)
    status = {one["file"]: one["status"] for one in widget.state["files"]}
    assert status.pop("damaged.pdf") == "damaged"
    assert set(status.values()) == {"read"}
    assert ask(widget, "begin", form=form())["ok"]
    assert widget.state["begun"]["profiles"] == 3


def test_files_of_one_name_in_two_folders_are_two(setup, folder):
    (folder / "profiles" / "more").mkdir()
    (folder / "profiles" / "more" / "a.txt").write_text(PROFILE.format(name="Another A"), encoding="utf-8")
    widget = setup()
    look(widget)
    assert [one["file"] for one in widget.state["files"]] == ["a.txt", "b.txt", "c.txt", "more/a.txt"]
    assert ask(widget, "begin", form=form(left_out=["more/a.txt"]))["ok"]
    assert widget.state["begun"]["profiles"] == 3


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Type the name of the folder"),
        ("nowhere", "There is no folder nowhere beside this notebook."),
        ("empty", "holds no PDF, Word or text file"),
    ],
)
def test_a_folder_without_profiles_is_said(setup, folder, name, sentence):
    (folder / "empty").mkdir()
    assert sentence in ask(setup(), "look", folder=name)["message"]


def test_what_was_filled_in_outlives_the_kernel(setup):
    first = setup()
    assert ask(first, "fill", form=form(mode="live"))["ok"]
    look(first)
    first.close()
    again = setup()
    assert [one["name"] for one in again.state["form"]["people"]] == ["Elin", "Maria", "Jörg Weiß"]
    assert again.state["form"]["mode"] == "live"
    assert again.state["form"]["folder"] == "profiles"


def test_a_strange_form_file_is_no_hindrance(setup, folder):
    (folder / ".workbench").mkdir()
    (folder / ".workbench" / "setup.json").write_text('{"form": [1, 2], "begun": 3}')
    assert setup().state["form"]["mode"] == "practice"


def test_the_folders_beside_the_notebook_are_offered(setup, folder):
    (folder / "notes").mkdir()
    (folder / "notes" / "readme.md").write_text("words")
    assert setup().state["nearby"] == [{"folder": "profiles", "files": 3}]


def test_sheets_of_an_earlier_meeting_are_set_aside(setup, folder):
    """A rater who opens last month's sheet would score in last month's meeting."""
    widget = setup()
    look(widget)
    assert ask(widget, "begin", form=form())["ok"]
    old = widget.value
    assert ask(widget, "another")["ok"]
    assert ask(widget, "begin", form=form())["ok"]
    sheet = nbformat.read(folder / "score_maria.ipynb", 4)
    assert widget.value in sheet.cells[1].source
    assert old in nbformat.read(folder / "earlier" / "score_maria_1.ipynb", 4).cells[1].source


def test_it_takes_the_map_that_is_shown_when_it_begins(setup):
    the_map = IntakeMap("backend")
    widget = setup(the_map)
    ask(the_map, "edit_map", field="title", value="Payments engineer")
    assert widget.state["title"] == "Payments engineer"
    look(widget)
    assert ask(widget, "begin", form=form())["ok"]
    meeting = calibration.open_meeting()
    assert meeting.map["title"] == "Payments engineer"
    meeting.close()
    the_map.close()


def test_without_a_map_it_says_what_to_do(setup):
    the_map = IntakeMap()
    widget = setup(the_map)
    assert "Choose a template" in widget.state["unmapped"]
    the_map.close()


def test_it_opens_a_file_and_has_a_stable_repr(setup, folder):
    intake.save(intake.load("data"), folder / "map.yaml")
    widget = setup(folder / "map.yaml")
    assert widget.state["title"] == intake.load("data").title
    assert repr(widget) == "MeetingSetup(store='.workbench/meeting.db')"
    assert widget.saved_rows() == [("Begins", "a meeting that 02_calibrate.ipynb opens")]


def test_people_get_ids_that_can_be_file_names():
    people = [
        {"name": "李明", "role": "interviewer", "scores": True},
        {"name": "../../etc", "role": "interviewer", "scores": True},
        {"name": "Ána Ana", "role": "recruiter", "scores": False},
    ]
    panel, facilitator = _form.seats(people, 2)
    assert [one["id"] for one in panel] == ["interviewer", "etc", "ana-ana"]
    assert facilitator == "ana-ana"


def test_profiles_that_were_turned_down_come_back_among_others_and_nobody_is_told_which(setup, folder):
    widget = setup()
    look(widget)
    told = ask(widget, "begin", form=form(again=True))
    assert "none stands at “not now”" in told["message"]
    assert ask(widget, "begin", form=form())["ok"]
    first = calibration.open_meeting()
    first.reveal("pilot", reason="to decide")
    first.decide("p1", "not_now", "Nothing that the map asks for.")
    turned_down = first.profile_file("p1")
    (folder / "next").mkdir()
    for name in ("d", "e"):
        (folder / "next" / f"{name}.txt").write_text(PROFILE.format(name=name.upper()), encoding="utf-8")
    assert ask(widget, "another")["ok"]
    assert ask(widget, "look", request="the next folder", folder="next")["ok"]
    until(lambda: widget.state["folder"] == "next" and not widget.state["busy"], "the next profiles")
    reply = ask(widget, "begin", request="the next meeting", form=form(again=True, pilot="e.txt"))
    assert reply["ok"], reply
    second = calibration.open_meeting()
    files = {profile: second.profile_file(profile) for profile in second.profiles}
    assert turned_down in files.values()
    assert len(files) == 3
    [pilot] = [one for one in second.meeting.profiles.values() if one.pilot]
    assert files[pilot.id].name == "e.txt"
    assert turned_down.name not in str(widget.state["begun"])
    for session in (first, second):
        session.close()
