"""A notebook that no longer runs, or shows something else than it did, is the first thing a newcomer would meet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.notebooks.working import fresh, notebooks

pytestmark = pytest.mark.slow
SANITIZE = Path(__file__).with_name("sanitize.cfg")


def nbval(folder: Path, environment: dict[str, str], name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "--nbval", f"--nbval-sanitize-with={SANITIZE}", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, "-q", "--rootdir", str(folder), "-c", "/dev/null", name],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("notebook", notebooks(), ids=lambda path: path.name)
def test_a_notebook_shows_what_it_showed_when_it_was_written(notebook, tmp_path):
    work, environment = fresh(tmp_path)
    run = nbval(work, environment, notebook.name)
    assert run.returncode == 0, run.stdout[-4000:]


@pytest.mark.parametrize("notebook", notebooks(), ids=lambda path: path.name)
def test_nbval_has_something_to_compare_in_every_cell(notebook):
    """Cells without outputs pass nbval without a look: only those that cannot show anything may have none."""
    cells = [c for c in nbformat.read(notebook, 4).cells if c.cell_type == "code"]
    assert cells
    for cell in cells:
        last = cell.source.strip().splitlines()[-1]
        silent = last.startswith(("import ", "from ", "%load_ext ")) or " = " in last
        texts = [o.get("data", {}).get("text/plain") or o.get("text") for o in cell.outputs]
        assert silent or any(texts), f"{notebook.name}, cell {cell.id}: nothing was kept to compare with"
        assert cell.execution_count is not None
        hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        assert hidden != ("analyst" in cell.metadata.get("tags", [])), f"cell {cell.id}: code is for analysts alone"
        assert not any(o.output_type == "error" for o in cell.outputs)


def test_a_doctored_output_fails(tmp_path):
    work, environment = fresh(tmp_path)
    path = work / "02_calibrate.ipynb"
    notebook = nbformat.read(path, 4)
    doctored = 0
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "text/plain" in output.get("data", {}):
                output["data"]["text/plain"] += " and a word that is not there"
                doctored += 1
    assert doctored
    nbformat.write(notebook, path)
    assert nbval(work, environment, path.name).returncode != 0


def test_saved_notebooks_hold_no_candidate_and_no_widget_state():
    for notebook in notebooks():
        text = notebook.read_text(encoding="utf8")
        assert "application/vnd.jupyter.widget-state+json" not in text
        for word in ("Vos", "Okoro", "Raghavan", "@", "example.org"):
            assert word not in text, f"{notebook.name} names {word}"
