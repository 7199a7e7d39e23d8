"""An extension that leaves something behind, or takes something of others, breaks a notebook nobody can mend."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from typing import Any

import pytest
from IPython.core.completer import context_matcher

from tests.kernel.conftest import ROOT

VERBS = {
    "line": {
        "meeting", "intake", "profiles", "review", "score", "panel", "reveal", "agreement", "agenda", "memo",
        "adjacent", "glossary", "skills", "audit", "new", "meeting_mode", "tables", "train",
        "drill",
    },
    "cell": {"intake", "skills", "brief"},
}  # fmt: skip


def everything(shell: Any) -> dict[str, Any]:
    """Take down all of a shell that an extension can touch."""
    formatters = shell.display_formatter.formatters
    return {
        "magics": {kind: dict(names) for kind, names in shell.magics_manager.magics.items()},
        "registry": dict(shell.magics_manager.registry),
        "lazy": dict(shell.magics_manager.lazy_magics),
        "matchers": list(shell.Completer.custom_matchers),
        "formatters": {
            kind: (dict(one.type_printers), dict(one.deferred_printers), dict(one.singleton_printers), one.enabled)
            for kind, one in [*formatters.items(), ("mimebundle", shell.display_formatter.mimebundle_formatter)]
        },
        "events": {name: list(callbacks) for name, callbacks in shell.events.callbacks.items()},
        "errors": (shell.custom_exceptions, shell.CustomTB),
        "settings": list(shell.configurables),
        "environment": {k: v for k, v in os.environ.items() if k.startswith("WORKBENCH")},
        "names": set(shell.user_ns) - {"_exit_code"},
        "transformers": [list(shell.input_transformers_post), list(shell.input_transformers_cleanup)],
        "hooks": (sys.displayhook, sys.excepthook),
    }


def ours() -> set[threading.Thread]:
    """Give the threads that run, without the one in which IPython writes its history."""
    return {one for one in threading.enumerate() if one.name != "IPythonHistorySavingThread"}


def test_after_unloading_everything_is_as_it_was(bare):
    before = everything(bare.shell)
    bare.shell.run_line_magic("load_ext", "workbench")
    during = everything(bare.shell)
    for kind, names in VERBS.items():
        assert set(during["magics"][kind]) - set(before["magics"][kind]) == names - set(before["magics"][kind])
    assert len(during["matchers"]) == len(before["matchers"]) + 1
    bare.shell.run_line_magic("unload_ext", "workbench")
    assert everything(bare.shell) == before


def test_after_use_nothing_runs_on_and_nothing_is_left(bare, monkeypatch):
    """The verbs open a store, watch it, read documents and set variables: all of that ends with them."""
    monkeypatch.setenv("WORKBENCH_GLOSSARIES", "")
    before, threads = everything(bare.shell), ours()
    bare.shell.run_line_magic("load_ext", "workbench")
    bare.run("%config Workbench.store = 'elsewhere/meeting.db'")
    bare.run("%meeting").watch(print).close()
    board = bare.run("%panel")
    assert os.environ["WORKBENCH_STORE"] == "elsewhere/meeting.db"
    assert ours() - threads
    bare.text("%adjacent Docker")
    bare.markup("%glossary devops Docker")
    bare.shell.run_line_magic("unload_ext", "workbench")
    after = everything(bare.shell)
    assert {k: v for k, v in after.items() if k != "names"} == {k: v for k, v in before.items() if k != "names"}
    assert board._closed
    assert ours() - threads == set()


def test_what_others_put_there_stays(bare):
    shell = bare.shell

    @context_matcher(identifier="somebody.else")
    def theirs(context: Any) -> dict[str, Any]:
        return {"completions": []}

    def their_view(value: Any) -> str:
        return "theirs"

    class TheirError(Exception):
        pass

    told = []
    shell.set_custom_exc((TheirError,), lambda self, etype, value, tb, tb_offset=None: told.append(value))
    shell.register_magic_function(lambda line: "their agenda", "line", "agenda")
    shell.display_formatter.formatters["text/html"].for_type_by_name("workbench.skills.values", "Skill", their_view)
    before = everything(shell)
    shell.run_line_magic("load_ext", "workbench")
    shell.Completer.custom_matchers.append(theirs)
    shell.run_cell("from workbench import skills")
    assert bare.markup("skills.skill('docker')") == "theirs"
    shell.user_ns["TheirError"] = TheirError
    shell.run_cell("raise TheirError('theirs')")
    assert [str(one) for one in told] == ["theirs"]
    shell.run_line_magic("unload_ext", "workbench")
    after = everything(shell)
    assert shell.run_line_magic("agenda", "") == "their agenda"
    assert after["matchers"] == [*before["matchers"], theirs]
    assert after["errors"] == before["errors"]
    assert bare.markup("skills.skill('docker')") == "theirs"
    shell.Completer.custom_matchers.remove(theirs)


def test_what_others_put_over_ours_stays_when_ours_goes(notebook):
    shell = notebook.shell

    def handler(self: Any, etype: Any, value: Any, tb: Any, tb_offset: Any = None) -> list[str]:
        return []

    shell.set_custom_exc((ValueError,), handler)
    theirs = (shell.custom_exceptions, shell.CustomTB)
    shell.register_magic_function(lambda line: "newer", "line", "memo")
    shell.run_line_magic("unload_ext", "workbench")
    assert (shell.custom_exceptions, shell.CustomTB) == theirs
    assert shell.run_line_magic("memo", "") == "newer"


def test_loading_twice_or_again_gives_one_of_everything(notebook):
    once = {kind: set(names) for kind, names in notebook.shell.magics_manager.magics.items()}
    matchers, settings = len(notebook.shell.Completer.custom_matchers), len(notebook.shell.configurables)
    for how in ("load_ext", "reload_ext", "reload_ext"):
        notebook.shell.run_line_magic(how, "workbench")
        assert {kind: set(names) for kind, names in notebook.shell.magics_manager.magics.items()} == once
        assert len(notebook.shell.Completer.custom_matchers) == matchers
        assert len(notebook.shell.configurables) == settings
    assert "Docker" in notebook.text("%glossary devops Docker")


def test_two_shells_have_each_their_own(notebook, bare):
    other = type(bare.shell)(config=bare.shell.config)
    other.run_line_magic("load_ext", "workbench")
    other.run_line_magic("unload_ext", "workbench")
    assert "adjacent" not in other.magics_manager.magics["line"]
    assert "adjacent" in notebook.shell.magics_manager.magics["line"]


HEAVY = ("anywidget", "sqlalchemy", "networkx", "pandas", "numpy", "ipywidgets", "scipy")
MEASURE = f"""
import json, sys, time
begun = time.perf_counter()
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell()
alone = time.perf_counter() - begun
begun = time.perf_counter()
import workbench
imported = time.perf_counter() - begun
begun = time.perf_counter()
shell.run_line_magic("load_ext", "workbench")
loaded = time.perf_counter() - begun
print(json.dumps([alone, imported, loaded, [m for m in {HEAVY!r} if m in sys.modules]]))
"""


@pytest.mark.slow
def test_loading_costs_little_beside_ipython(tmp_path):
    """A notebook that opens a second later for every kernel is not opened in a meeting."""
    runs = []
    for _ in range(3):
        run = subprocess.run(
            [sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True, cwd=tmp_path,
            env={**os.environ, "IPYTHONDIR": str(tmp_path), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        runs.append(json.loads(run.stdout))
    alone, imported, loaded = (min(run[n] for run in runs) for n in range(3))
    print(
        f"IPython {alone:.3f} s; import workbench {imported:.3f} s; load_ext {loaded:.3f} s, {loaded / alone:.2f} of it"
    )
    assert all(run[3] == [] for run in runs)
    assert imported <= 0.15
    assert loaded <= 0.4
