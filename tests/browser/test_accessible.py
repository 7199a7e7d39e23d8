"""Every widget in Lab by axe-core: light, dark, and as the wall screen of a meeting room."""

from __future__ import annotations

import re
from contextlib import contextmanager, nullcontext

import pytest

from tests.browser import driver, people
from tests.browser.axe import findings
from tests.browser.people import BOARD, NEAR, READING, SCORING
from tests.training.filling import read
from tests.widgets.filling import fill
from workbench.calibration import open_meeting
from workbench.training import open_exercise

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SEALED, REVEALED = (f"{BOARD}[aria-label*='{when}']" for when in ("sealed", "after the reveal"))
MAP, SETUP, GLOSSARY, SWITCH, JOINING = ".wb.intake", ".wb.setup", ".wb.gl", ".wb.mm", ".wb.jm"
PRACTICE, DRILL = ".wb.tp", ".wb.dr"
CLICK = "(element) => element.click()"  # whatever lies over it
HEAD = "from workbench import calibration, widgets"


@pytest.fixture(scope="module")
def room(chromium, lab, tmp_path_factory):
    """A notebook with every widget, one board sealed and one revealed; the looks it has been given so far."""
    folder = tmp_path_factory.mktemp("accessible")
    open_meeting(folder=folder, profiles=["p1", "p2"]).close()
    tobias = open_meeting(folder=folder, actor="tobias")
    fill(tobias, "p1", 4)
    tobias.close()
    exercise = open_exercise(folder=folder)
    read(exercise, "p1", moved=1)
    exercise.compare("p1")
    exercise.close()
    meeting = f"calibration.open_meeting(folder={str(folder)!r}"
    cells = {
        SWITCH: f"{HEAD}\nwidgets.MeetingMode(False)",
        MAP: "widgets.IntakeMap('backend')",
        SETUP: "widgets.MeetingSetup('backend')",
        READING: f"widgets.ResumeReview({meeting}, actor='tobias'))",
        SCORING: f"widgets.RubricScoring({meeting}, actor='tobias'))",
        SEALED: f"widgets.PanelBoard({meeting}))",
        REVEALED: f"widgets.PanelBoard(calibration.sample_panel_session(folder={str(folder)!r}))",
        NEAR: "widgets.SkillAdjacency('RabbitMQ')",
        GLOSSARY: "widgets.Glossary('devops')",
        JOINING: f"import os\nos.chdir({str(folder)!r})\nwidgets.JoinMeeting()",
        PRACTICE: f"from workbench import training\nwidgets.PanelComparison(training.open_exercise(folder={str(folder)!r}))",
        DRILL: "widgets.VocabularyDrill(seed=6)",
    }
    name = driver.write_notebook(lab.root / "accessible.ipynb", list(cells.values())).name
    with people.seated(chromium, "reader") as reader:
        driver.open_notebook(reader.page, lab, name)
        driver.run_all(reader.page)
        for widget in cells:
            reader.page.locator(widget).first.wait_for(timeout=60_000)
        reader.page.locator(f"{READING} .paper img").first.wait_for(timeout=60_000)
        yield reader.page
    driver.end_kernels(lab)


def give_look(page, look):
    """Switch Lab's theme, or the notebook for a shared screen."""
    theme, switch = "Dark" if look == "dark" else "Light", page.locator(SWITCH).get_by_role("switch")
    page.evaluate(
        "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', {theme: `JupyterLab ${theme}`})", theme
    )
    page.wait_for_function(f"document.body.dataset.jpThemeLight === '{str(look != 'dark').lower()}'")
    if (switch.get_attribute("aria-checked") == "true") != (look == "meeting"):
        switch.evaluate(CLICK)


WIDGETS = [SWITCH, MAP, SETUP, READING, SCORING, SEALED, REVEALED, NEAR, GLOSSARY, JOINING, PRACTICE, DRILL]


@contextmanager
def on_the_wall(widget):
    """Let it fill the window, if it can."""
    larger = widget.get_by_role("button", name="Meeting view")
    for button in larger.all():
        button.evaluate(CLICK)
    try:
        yield
    finally:
        for button in larger.all():
            button.evaluate(CLICK)


RULES = {"light": (), "dark": ("color-contrast",), "meeting": ()}  # a theme changes colours and nothing else


@pytest.mark.parametrize("widget", WIDGETS)
@pytest.mark.parametrize("look", ["light", "dark", pytest.param("meeting", marks=pytest.mark.soak)])
def test_axe_finds_nothing_that_weighs(room, widget, look):
    give_look(room, look)
    with on_the_wall(room.locator(widget)) if look == "meeting" else nullcontext():
        assert findings(room, widget, only=RULES[look]) == []


CONTROL = r"- (button|checkbox|combobox|link|radio|searchbox|slider|spinbutton|switch|tab|textbox)\b(?! \")"


@pytest.mark.parametrize("widget", WIDGETS)
def test_every_control_has_a_name_for_a_screen_reader(room, widget):
    told = room.locator(widget).aria_snapshot()
    assert re.search(r"- (button|switch|textbox) \"", told)
    assert [line.strip() for line in told.splitlines() if re.search(CONTROL, line)] == []


OPENED = {
    "the list of keys": (SCORING, ".keyhelp", ".keylist"),
    "a capability": (MAP, ".card[aria-expanded]", ".drawer"),
    "the map as a file": (MAP, "[data-focus=yaml]", ".drawer"),
    "a term": (GLOSSARY, ".term .lnk", ".drawer"),
    "an invitation": (SEALED, ".seatdo .lnk", "tr.seat .btn.main"),
    "who has left": (SEALED, ".seatdo .lnk + .lnk", "tr.seat .field"),
    "the neighbours as a table": (NEAR, "[role=radio]:text('Table')", "table"),
}


@pytest.mark.soak
@pytest.mark.parametrize("what", OPENED)
def test_what_opens_in_a_widget_is_as_good(room, what):
    give_look(room, "light")
    widget, opener, opened = OPENED[what]
    one = room.locator(widget)
    one.locator(opener).first.evaluate(CLICK)
    one.locator(opened).first.wait_for()
    found = findings(room, widget)
    one.press("Escape")
    assert found == []


PLANTED = {
    "color-contrast": "<p style='color: #aaa; background: #fff'>Pale words</p>",
    "button-name": "<button></button>",
    "image-alt": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>",
    "label": "<input>",
}


@pytest.mark.parametrize("widget", [SCORING, GLOSSARY])
def test_something_bad_in_a_widget_would_be_found(room, widget):
    """Lab's page looks empty to axe-core; a check that looks at nothing finds nothing."""
    give_look(room, "light")
    last = room.locator(f"{widget} .wb-body > :last-child").last
    last.evaluate(
        "(part, markup) => part.insertAdjacentHTML('beforeend', `<div id='planted'>${markup}</div>`)",
        "".join(PLANTED.values()),
    )
    found = findings(room, widget)
    last.locator("#planted").evaluate("(element) => element.remove()")
    assert sorted(one.split(" ")[0] for one in found) == sorted(PLANTED)
