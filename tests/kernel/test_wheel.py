"""Installed, everything is there; uninstalled, nothing is left: people try a thing before they trust it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.conftest import OFFLINE
from tests.test_house import ROOT, tracked

pytestmark = pytest.mark.slow

ASKED = """
import sys
from jupyter_client.manager import start_new_kernel
import workbench
assert workbench.__file__.startswith(sys.prefix), workbench.__file__
manager, client = start_new_kernel(kernel_name="calibration", cwd=sys.argv[1])
try:
    for cell in ("%glossary devops Docker", "%intake backend --map", "%new intake", "%meeting"):
        reply = client.execute_interactive(cell, timeout=90, output_hook=lambda m: print(
            m["content"].get("data", {}).get("text/plain", "") or "".join(m["content"].get("traceback", ()))))
        assert reply["content"]["status"] == "ok", cell
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
"""

EXTENSIONS = "from jupyter_server.extension.serverextension import main; main()"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that knows nothing of this repository, and give what it said."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "JUPYTER", "WORKBENCH"))}
    homes = {
        "PYTHONPATH": str(OFFLINE),
        "HOME": str(cwd),
        "IPYTHONDIR": str(cwd / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(cwd / "runtime"),
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, **homes}, capture_output=True, text=True, timeout=280
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def files(place: Path) -> set[str]:
    """Give every file below a folder; what Python compiles by itself does not count."""
    return {
        path.relative_to(place).as_posix()
        for path in place.rglob("*")
        if (path.is_file() or path.is_symlink()) and "__pycache__" not in path.parts
    }


def test_a_wheel_brings_everything_and_takes_it_away_again(tmp_path):
    for file in tracked():
        target = tmp_path / "src" / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(
        *pip,
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        tmp_path,
        ".",
        cwd=tmp_path / "src",
    )
    wheel = next(tmp_path.glob("*.whl"))
    place, home = tmp_path / "empty", tmp_path / "home"
    home.mkdir()
    venv.create(place, symlinks=True, with_pip=False)
    before = files(place)
    python = place / "bin" / "python"
    run(*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())

    installed = files(place) - before
    inside = site.relative_to(place).as_posix()
    for need in (
        "bin/workbench",
        "share/jupyter/kernels/calibration/kernel.json",
        "share/jupyter/kernels/calibration/logo-svg.svg",
        "share/jupyter/kernels/calibration/logo-32x32.png",
        "share/jupyter/kernels/calibration/logo-64x64.png",
        "etc/jupyter/jupyter_server_config.d/workbench.json",
        f"{inside}/workbench/server/pages/looks/index.html.j2",
        f"{inside}/workbench/server/pages/looks/sheet.js",
        f"{inside}/workbench/widgets/panel_page/view.js",
    ):
        assert need in installed
    data = {file.relative_to(ROOT) for file in tracked()}
    for room in ("glossaries", "intake_templates", "notebooks"):
        ours = {f"{inside}/workbench/_data/{file.as_posix()}" for file in data if file.parts[0] == room}
        assert len(ours) > 2
        assert ours <= installed

    # the libraries that it stands on are lent from here, so that nothing has to be downloaded
    lent = site / "lent.pth"
    lent.write_text(sysconfig.get_path("purelib") + "\n")
    shown = run(python, "-c", ASKED, home, cwd=home)
    for words in ("Docker", "Senior backend engineer, payouts", "Written: ", "session practice"):
        assert words in shown
    assert len(list(home.glob("*_intake.ipynb"))) == 1
    listed = " ".join(re.sub(r"\x1b\[\d+m", "", run(python, "-c", EXTENSIONS, "list", cwd=home)).split())
    assert "workbench.server enabled - Validating workbench.server... workbench.server OK" in listed
    lent.unlink()

    run(*pip, "--python", python, "uninstall", "--quiet", "--yes", "calibration-workbench", cwd=home)
    assert files(place) - before == set()
