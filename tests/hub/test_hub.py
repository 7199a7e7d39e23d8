"""JupyterHub with PostgreSQL, as far as one machine goes: three people, each with a server of their own, one meeting.

Who somebody is comes from the hub. A notebook that says otherwise is refused, whatever it writes into its environment.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
import requests

from tests import postgres
from tests.browser import driver
from workbench import intake
from workbench._resources import folder as data_folder
from workbench.calibration import Rubric, Session, verify_seals
from workbench.store import open_store

pytestmark = pytest.mark.slow

WORD = "a-word-for-this-test"
RATERS = ("tobias", "sunniva")
PANEL = [
    {"id": "elin", "name": "Elin Marsh", "role": "recruiter", "scores": False},
    {"id": "tobias", "name": "Tobias Renner", "role": "hiring manager", "scores": True},
    {"id": "sunniva", "name": "Sunniva Dahle", "role": "interviewer", "scores": True},
]
OPEN = "from workbench import calibration, widgets\nmeeting = calibration.open_meeting()\nprint('I am', meeting.actor)"
SCORE = """for one in meeting.state_for()["criteria"]:
    if one["scored_from_profile"]:
        meeting.score("p1", one["id"], {value}, reason=f"{{meeting.actor}} read it.")
meeting.recommend("p1", "hold", "Enough for a test.")
meeting.submit("pilot")
sheet = widgets.RubricScoring(meeting)  # it hands out this person's key when the facilitator reveals
print("submitted")"""
PRETEND = """import os
from workbench.errors import NotAllowed
def tries(**named):
    try:
        print("opened as", calibration.open_meeting(**named).actor)
    except NotAllowed as refused:
        print("refused:", refused)
tries(actor="elin")
os.environ["WORKBENCH_ACTOR"] = "elin"
tries()
os.environ.pop("WORKBENCH_ACTOR")
os.environ["JUPYTERHUB_USER"] = "elin"
tries()
tries(actor="elin")"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """Run a hub; give its address, its folder and the store that everybody's server is told of."""
    place, store = tmp_path_factory.mktemp("hub"), postgres.new_database()
    ports = [driver.free_port() for _ in range(3)]
    environment = {
        **driver.environment(place),
        "HUB_PLACE": str(place), "HUB_STORE": store, "HUB_PORTS": " ".join(map(str, ports)),
    }  # fmt: skip
    config, log = Path(__file__).with_name("jupyterhub_config.py"), place / "hub.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(config)],
            cwd=place, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    url = f"http://127.0.0.1:{ports[0]}"
    try:
        driver.until(lambda: process.poll() is not None or answers(f"{url}/hub/login"), f"the hub, see {log}", 60)
        assert process.poll() is None, log.read_text()[-3000:]
        yield url, place, store
    finally:
        process.terminate()  # it ends everybody's server and the proxy
        try:
            process.wait(60)
        finally:
            process.kill()


def answers(address):
    with contextlib.suppress(requests.ConnectionError):
        return requests.get(address, timeout=5).status_code == 200
    return False


@pytest.fixture(scope="module")
def meeting(hub, request):
    """The facilitator's meeting, begun from outside: its session's id."""
    _, place, store = hub
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(place / "elin" / ".workbench"))
        the_map, profiles = intake.load("backend"), data_folder("notebooks") / "sample" / "profiles"
        session = Session.create(
            open_store(store), title=the_map.title, requisition="BE-204", mode="practice", capability_map=the_map,
            rubric=Rubric.from_map(the_map), panel=PANEL, facilitator="elin", session="BE-204", pilot="p1",
            profiles=[
                {"id": f"p{n}", "number": n, "file": file} for n, file in enumerate(sorted(profiles.iterdir())[:2], 1)
            ],
        )  # fmt: skip
    yield session
    session.close()


@pytest.fixture(scope="module")
def seats(hub):
    """Everybody logged in, with their own server running."""
    url, *_ = hub
    names = [one["id"] for one in PANEL]
    with ThreadPoolExecutor(3) as pool:
        return dict(zip(names, pool.map(lambda who: sit_down(url, who), names), strict=True))


def sit_down(url, who):
    browser = requests.Session()
    browser.get(f"{url}/hub/login", timeout=20)
    form = {"username": who, "password": WORD, "_xsrf": browser.cookies["_xsrf"]}
    assert browser.post(f"{url}/hub/login", data=form, timeout=60).ok
    browser.get(f"{url}/hub/spawn/{who}", timeout=60)
    nothing = f"{url}/user/{who}/workbench/ready?file=nothing.ipynb"
    driver.until(lambda: "no such notebook" in browser.get(nothing, timeout=60).text, f"{who}'s server", 90)
    return browser


def run(hub, seats, who, *cells):
    """Write a notebook into somebody's folder, let their own server run it, and give what its cells printed."""
    url, place, _ = hub
    path = place / who / "cells.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    notebook.metadata.update(
        kernelspec={"name": "python3", "display_name": "Python 3"}, workbench={"runs_when_opened": True}
    )
    nbformat.write(notebook, path)
    address = f"{url}/user/{who}/workbench/ready?file={path.name}"
    page = seats[who].get(address, timeout=60).text
    [xsrf] = re.findall(r'"X-XSRFToken": "([^"]+)"', page)
    done = seats[who].post(address, headers={"X-XSRFToken": xsrf}, timeout=120)
    assert done.ok, done.text
    return [
        "".join(one.get("text", "") or "\n".join(one.get("traceback", ())) for one in cell.outputs)
        for cell in nbformat.read(path, 4).cells
    ]


def test_three_people_meet_over_a_hub(hub, seats, meeting):
    with ThreadPoolExecutor(2) as pool:
        runs = pool.map(lambda who: run(hub, seats, who, OPEN, SCORE.format(value=len(who) - 3), PRETEND), RATERS)
        told = dict(zip(RATERS, runs, strict=True))
    for who in RATERS:
        opened, scored, pretended = told[who]
        assert (opened, scored) == (f"I am {who}\n", "submitted\n")
        refused = f"refused: You are {who} on this hub, and elin is somebody else. Leave the name out."
        assert pretended.splitlines() == [refused, refused, f"opened as {who}", refused]

    assert run(hub, seats, "elin", OPEN, "meeting.reveal('pilot')\nprint('revealed')") == ["I am elin\n", "revealed\n"]

    given = driver.until(lambda: revealed(meeting), "everybody's key")
    assert given == {meeting.meeting.people[who].letter: {len(who) - 3} for who in RATERS}
    assert meeting.store.verify() == []
    assert verify_seals(meeting.store) == []


def revealed(meeting):
    """Give everybody's scores, once all have come out."""
    meeting.refresh()
    given = {who: set(rows["score"]) for who, rows in meeting.scores().dropna(subset="score").groupby("rater")}
    return given if len(given) == len(RATERS) else None
