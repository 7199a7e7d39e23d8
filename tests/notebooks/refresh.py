"""Run every notebook on a fresh store and write its outputs back: `python tests/notebooks/refresh.py [NAME …]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.notebooks.working import fresh, notebooks


def main() -> None:
    wanted = sys.argv[1:]
    for notebook in notebooks():
        if wanted and notebook.name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            work, environment = fresh(Path(folder))
            run = [sys.executable, "-m", "jupyter", "execute", "--inplace", "--timeout=120", notebook.name]
            subprocess.run(run, cwd=work, env=environment, check=True)
            strip = [sys.executable, "-m", "nbstripout", "--keep-output", "--keep-count", "--keep-id"]
            keys = "metadata.widgets cell.metadata.execution metadata.language_info.version"
            subprocess.run([*strip, "--extra-keys", keys, str(work / notebook.name)], check=True)
            notebook.write_bytes((work / notebook.name).read_bytes())
            print("written", notebook.name)


if __name__ == "__main__":
    main()
