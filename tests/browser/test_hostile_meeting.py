"""A whole meeting made of hostile words: as names, bullets, reasons, file names, anchors. They stay words everywhere."""

from __future__ import annotations

import itertools
import json
import runpy
import sys
from pathlib import Path

import pytest

from tests.browser import driver, people
from tests.browser.hostile_words import WORDS
from tests.browser.people import BOARD, NEAR, READING, SCORING
from workbench import intake
from workbench.calibration import Rubric, Session, write_record
from workbench.store import open_store

pytestmark = pytest.mark.browser

SHARED = Path(__file__).parents[3] / "shared" / "eval" / "documents" / "make_hostile_text.py"
FACILITATOR, RATERS = "elin", ("tobias", "kofi")
FILE = "<img src=x onerror=window.__ran.push('file')>.txt"
RAN = "window.__ran"


def shared_words(folder: Path) -> list[str]:
    """Give the strings of the shared evaluation set, where it lies beside the repository."""
    if not SHARED.exists():
        return []
    argv, sys.argv = sys.argv, [SHARED.name, str(folder)]
    try:
        runpy.run_path(str(SHARED), run_name="__main__")
    finally:
        sys.argv = argv
    return json.loads((folder / "xss_strings.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    own = [word.replace("\x00", "") for word in WORDS]
    return own + shared_words(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def meeting(lab, words):
    """Hold a meeting in which every word that anybody may write is hostile; give its folder and its record."""
    folder = lab.root / "hostile"
    folder.mkdir()
    (folder / FILE).write_text(profile(words), encoding="utf-8")
    store, word = open_store(folder / ".workbench" / "meeting.db"), itertools.cycle(words)
    the_map = hostile_map(word)
    panel = [
        {"id": id, "name": next(word), "role": "interviewer", "scores": id != FACILITATOR}
        for id in (FACILITATOR, *RATERS)
    ]
    elin = Session.create(
        store, title=next(word), requisition=next(word), mode="live", capability_map=the_map, rubric=Rubric.from_map(the_map),
        panel=panel, profiles=[{"id": "p1", "number": 1, "file": folder / FILE}], facilitator=FACILITATOR, session="hostile",
    )  # fmt: skip
    for value, rater in zip((1, 5), (Session(store, "hostile", id) for id in RATERS), strict=True):
        for profile_id, criterion in rater.meeting.rounds["main"].cells:
            quote = {"text": next(word), "page": 1, "line": "p1l2", "start": 0, "end": 4, "by": "person"}
            rater.score(profile_id, criterion, value, quotes=[quote], reason=next(word))
        rater.marks("p1")
        rater.recommend("p1", "hold" if value == 1 else "advance", next(word))
        rater.submit("main")
    elin.reveal()
    elin.names(True)
    items = elin.state_for()["board"]["agenda"][0]["items"]
    elin.agree("p1", items[0]["criterion"], 3, next(word))
    elin.differ("p1", items[1]["criterion"], next(word))
    elin.decide(
        "p1",
        "hold",
        next(word),
        speaks_to_candidate=next(word),
        by="2026-12-01",
        open_questions=[next(word), next(word)],
    )
    elin.change_anchor(items[2]["criterion"], 3, next(word), reason=next(word))
    write_record(elin, folder / "records")
    driver.write_notebook(folder / "elin.ipynb", [opening(FACILITATOR), *WIDGETS])
    driver.write_notebook(folder / "kofi.ipynb", [opening("kofi"), *WIDGETS])
    yield folder
    driver.end_kernels(lab)
    store.close()


WIDGETS = [
    "widgets.IntakeMap(meeting)", "widgets.ResumeReview(meeting)", "widgets.RubricScoring(meeting)", "widgets.PanelBoard(meeting)",
    "widgets.SkillAdjacency('RabbitMQ', capability_map=intake.CapabilityMap.from_dict(meeting.map))",
]  # fmt: skip


def opening(actor: str) -> str:
    return f"from workbench import calibration, intake, widgets\nmeeting = calibration.open_meeting(actor={actor!r})\nmeeting"


def profile(words: list[str]) -> str:
    lines = "\n".join(f"- Owned PostgreSQL and {word.splitlines()[0]} for 3 teams" for word in words if word)
    return f"{words[1]}\n\nExperience\n\nEngineer, {words[0]}\n2019 - 2023\n{lines}\n\nSkills\nPython, {words[4]}\n"


def hostile_map(word) -> intake.CapabilityMap:
    """Give the backend map with every text that a person may write exchanged."""
    told = intake.load("backend").to_dict()
    for capability in told["capabilities"]:
        capability["name"], capability["question"] = next(word)[:60], next(word)
        for source, texts in (capability.get("anchors") or {}).items():
            capability["anchors"][source] = texts and [f"{n} {next(word)}" for n in range(1, 6)]
    told["title"], told["problem"] = next(word), next(word)
    return intake.CapabilityMap.from_dict(told)


@pytest.mark.parametrize("who", [FACILITATOR, "kofi"])
def test_in_lab_nothing_of_it_runs_or_is_asked_for(meeting, lab, chromium, who):
    """A résumé is a stranger's file; so is, for everybody else, what a colleague types."""
    with people.seated(chromium, who) as person:
        page, dialogs, complaints = person.page, [], []
        page.add_init_script(f"{RAN} = []")
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        driver.open_notebook(page, lab, f"hostile/{who}.ipynb")
        driver.run_all(page)
        page.locator(NEAR).first.wait_for(timeout=60_000)
        page.locator(f"{READING} .paper").first.wait_for(timeout=60_000)
        if who == FACILITATOR:
            page.locator(READING).get_by_role("button", name="Show what the program found").click()
            page.locator(READING).get_by_role("switch", name="Redacted").click()
            page.locator(READING).get_by_text("everything shows").wait_for()
        else:
            page.locator(SCORING).get_by_role("switch", name="All anchors").click()
        walk_through(page)
        assert page.evaluate(RAN) == []
        assert dialogs == []
        assert [said for said in complaints if "alert" in said or "__ran" in said or "Refused" in said] == []
        assert [url for url in person.asked if "18999" in url or "invalid" in url or url[-2:] == "/x"] == []
        bad = "iframe, object, embed, base, meta[http-equiv], [srcdoc], [onerror], [onload], [ontoggle], script"
        for widget in (READING, SCORING, BOARD, NEAR):
            assert page.locator(widget).first.locator(bad).count() == 0
        driver.save(page)


def walk_through(page):
    """Open what can be opened, so that every word is drawn somewhere."""
    for choice in ("Text", "Both"):
        page.locator(READING).get_by_role("radio", name=choice, exact=True).click()
    for capability in page.locator(f"{READING} .caphead").all():
        capability.click()
    agenda = page.locator(BOARD).get_by_role("navigation", name="What to talk about")
    for item in agenda.get_by_role("button").all():
        item.click()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_what_was_written_is_shown_as_it_was_written(meeting, lab, chromium):
    """Escaped twice or cut short, a reason would not be the person's words any more."""
    with people.seated(chromium, FACILITATOR) as person:
        page = person.page
        driver.open_notebook(page, lab, "hostile/elin.ipynb")
        driver.run_all(page)
        board = page.locator(BOARD).first
        board.get_by_role("navigation", name="What to talk about").wait_for(timeout=60_000)
        session = people.open_meeting(folder=meeting, actor=FACILITATOR)
        for entry in session.state_for()["board"]["agenda"][0]["recommendations"]:
            shown = board.get_by_role("list", name="Recommendations").locator(".said").all_text_contents()
            assert entry["reason"] in shown
        session.close()


@pytest.mark.parametrize("script", [True, False])
def test_in_the_record_nothing_of_it_runs_or_is_asked_for(meeting, chromium, script):
    [record] = (meeting / "records").glob("*.html")
    context = chromium.new_context(java_script_enabled=script)
    page, asked, dialogs = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    if script:
        page.add_init_script(f"{RAN} = []")
    page.goto(record.as_uri())
    page.get_by_role("heading", name="Checking this record").wait_for()
    assert dialogs == []
    assert asked == [record.as_uri()]
    assert page.locator("script, iframe, img, object, form, base, svg, link").count() == 0
    if script:
        assert page.evaluate(RAN) == []
    context.close()


def test_the_table_is_no_spreadsheets_formula(meeting):
    [table] = (meeting / "records").glob("*.csv")
    assert '"=HYPERLINK' not in table.read_text(encoding="utf-8")
    assert ",=HYPERLINK" not in table.read_text(encoding="utf-8")
