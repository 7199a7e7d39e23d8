"""Reading a folder shows how far it is, can be stopped, and what was read by then is not lost."""

from __future__ import annotations

import shutil

import pytest

from tests.kernel.conftest import SAMPLE
from workbench.kernel.sheet import as_text

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "profiles"
    place.mkdir()
    for path in sorted(SAMPLE.glob("*.pdf"))[:3]:
        shutil.copy(path, place)
    (place / "broken.pdf").write_bytes(b"not a document at all")
    return place


def test_a_folder_is_read_and_what_cannot_be_read_says_why(notebook, folder, capsys):
    found = notebook.run("cvs = %profiles profiles\ncvs")
    assert len(found) == 4
    assert len(found.resumes) == 3
    refused = [one for one in found if one.resume is None]
    assert [one.file for one in refused] == ["broken.pdf"]
    assert "broken.pdf: " in as_text(found.sheet())
    assert list(found.to_frame()["format"]) == ["pdf"] * 3
    assert "Reading profiles: 4 of 4" in capsys.readouterr().err
    assert notebook.run("%profiles") is found


def test_a_folder_is_not_read_twice_and_a_changed_file_is(notebook, folder, monkeypatch):
    from workbench.resume import pool

    asked = []
    read = pool.read_many

    def counted(paths, **how):
        asked.append([path.name for path in paths])
        return read(paths, **how)

    monkeypatch.setattr(pool, "read_many", counted)
    notebook.run("%profiles profiles")
    notebook.run("%profiles profiles")
    (folder / "broken.pdf").write_bytes(b"still not a document")
    notebook.run("%profiles profiles")
    assert [len(one) for one in asked] == [4, 1]


def test_a_profile_of_the_folder_is_weighed_against_the_map(notebook, folder, capsys):
    notebook.run("%profiles profiles")
    notebook.run("%intake backend")
    review = notebook.run("r = %review 2\nr")
    assert {row[0] for row in review.sheet().rows} == set("ABCDEFGH")
    assert set(review.to_frame()["depth"]) <= {"listed", "used", "central", "unknown"}
    assert "broken.pdf: " in notebook.said("%review 4", capsys) or "broken" in notebook.said("%review 1", capsys)


def test_in_a_notebook_a_bar_moves(kernel, tmp_path):
    said = kernel.run(f"%profiles {SAMPLE}")
    bars = [m for m in said if m["msg_type"] in ("display_data", "update_display_data")]
    texts = [m["content"]["data"]["text/plain"] for m in bars]
    assert texts[0] == "Reading profiles: 0 of 12"
    assert texts[-1] == "Reading profiles: 12 of 12"
    assert len({m["content"]["transient"]["display_id"] for m in bars}) == 1
    assert '<progress value="12" max="12"' in bars[-1]["content"]["data"]["text/html"]


def test_an_interrupt_stops_reading_and_keeps_what_was_read(kernel, tmp_path):
    """Forty files, stopped after the first few by the button that sends an interrupt; the next run goes on."""
    place = tmp_path / "many"
    place.mkdir()
    source = sorted(SAMPLE.glob("*.pdf"))[0]
    for n in range(40):
        (place / f"{n:02}.pdf").write_bytes(source.read_bytes() + b"\n%" + str(n).encode())
    stopped = kernel.begin(f"%profiles {place}")
    texts, told = [], []
    for said in kernel.messages(stopped):
        data = said["content"].get("data", {}).get("text/plain", "")
        if said["msg_type"] in ("display_data", "update_display_data"):
            texts.append(data)
            if "3 of 40" in data:
                kernel.manager.interrupt_kernel()
        if said["msg_type"] == "error":
            told = said["content"]["traceback"]
    assert len(told) == 1
    assert told[0].startswith("Stopped after ")
    done = int(told[0].split()[2])
    assert 3 <= done < 40
    left = kernel.text(
        "import threading\nsorted(t.name for t in threading.enumerate() if 'feed' in t.name or 'work' in t.name)"
    )
    assert left == "[]"
    again = [
        m["content"]["data"]["text/plain"] for m in kernel.run(f"all = %profiles {place}") if "data" in m["content"]
    ]
    assert again[0] == f"Reading profiles: {done} of 40"
    assert again[-1] == "Reading profiles: 40 of 40"
    assert kernel.text("len(all.resumes)") == "40"
