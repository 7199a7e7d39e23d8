"""What holds for the house as a whole: one-way imports, quick start, licences, nothing private in the files."""

import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = {".py", ".js", ".css", ".md", ".toml", ".yaml", ".yml", ".json", ".ipynb", ".lock", ".txt", ".j2", ".html", ""}


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_rooms_import_one_way_only():
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout


def test_importing_workbench_brings_in_nothing_heavy():
    heavy = ["pandas", "numpy", "sklearn", "scipy", "networkx", "sqlalchemy", "anywidget", "ipywidgets", "IPython"]
    code = f"import sys, workbench; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_no_copyleft_package_at_run_time():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    names = [re.match(r"[\w.-]+", line).group() for line in project["dependencies"]]
    seen, found = set(), []
    while names:
        name = re.sub(r"[-_.]+", "-", names.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            about = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another platform
        said = " ".join([about.get("License-Expression") or "", *(about.get_all("Classifier") or [])])
        if re.search(r"\b(A?GPL|GNU (Affero )?General Public)", said) and "Lesser" not in said:
            found.append((name, said))
        for need in importlib.metadata.requires(name) or []:
            if "extra ==" not in need:
                names.append(re.match(r"[\w.-]+", need).group())
    assert len(seen) > 40
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-lowest.lock"])
def test_the_lock_names_no_index_host(name):
    lock = (ROOT / name).read_text(encoding="utf8")
    assert "--hash=sha256:" in lock
    assert not re.search(r"https?://|--index-url|--extra-index-url|--find-links", lock)


def test_no_path_of_a_machine_is_written_down():
    homes = re.compile(r"(?<![\w.])/(home|Users|root|work)/[\w.-]+")
    allowed = {Path(__file__)}
    said = []
    for file in tracked():
        if file.suffix in TEXT and file not in allowed and file.stat().st_size < 2_000_000:
            for number, line in enumerate(file.read_text(encoding="utf8").split("\n"), 1):
                if homes.search(line):
                    said.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert said == []


def test_nothing_of_ours_makes_markup_or_code_from_data():
    sink = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|widgets\.HTML|HTMLMath|display\(\s*(HTML|Markdown)"
        r"|\bpickle\b|yaml\.load\(|(?<![\w.])eval\(|new Function\("
    )
    said = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in tracked()
        if file.suffix in {".py", ".js"} and file.relative_to(ROOT).parts[0] == "workbench"
        for number, line in enumerate(file.read_text(encoding="utf8").split("\n"), 1)
        if sink.search(line)
    ]
    assert said == []


def test_front_end_asks_no_other_host():
    address = re.compile(r"(https?:)?//(?!www\.w3\.org/)[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
    said = []
    for file in tracked():
        if file.suffix in {".js", ".css"} and file.relative_to(ROOT).parts[0] == "workbench":
            for number, line in enumerate(file.read_text(encoding="utf8").split("\n"), 1):
                if address.search(line) or "@import" in line:
                    said.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert said == []


@pytest.mark.slow
def test_the_wheel_brings_templates_glossaries_and_notebooks(tmp_path):
    # building from a copy: the build must not depend on what lies about in a working tree
    for file in tracked():
        target = tmp_path / "src" / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    command += ["--wheel-dir", str(tmp_path), "."]
    subprocess.run(command, cwd=tmp_path / "src", check=True)
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    for need in (
        "workbench/_data/glossaries/devops.yaml",
        "workbench/_data/intake_templates/backend.yaml",
        "workbench/_data/notebooks/02_calibrate.ipynb",
        "workbench/py.typed",
    ):
        assert need in names
    assert any(name.endswith("etc/jupyter/jupyter_server_config.d/workbench.json") for name in names)
    assert any(re.fullmatch(r"workbench/widgets/\w+/view\.js", name) for name in names)
    assert not any("png" in name and "sample" not in name and "/logo-" not in name for name in names)
