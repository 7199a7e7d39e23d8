"""Make sure that what pip cannot install is here before the tests start: a Chromium and a PostgreSQL server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN_SERVERS = "/usr/lib/postgresql/*/bin/initdb"


def main() -> int:
    """Give 0 when all is here or could be installed, else 1 after one line that says what to do."""
    missing = _missing()
    if missing:
        for command in _install(missing):
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        missing = _missing()
    if not missing:
        return 0
    named = {"chromium": "a Chromium for the browser tests", "postgresql": "PostgreSQL's server for the team store"}
    print(
        f"The tests need {' and '.join(named[package] for package in missing)}: install it (Debian and Ubuntu: "
        f"apt-get install {' '.join(missing)}) and try again."
    )
    return 1


def _missing() -> list[str]:
    """Name the Debian packages of what is not here."""
    browser = any(shutil.which(name) for name in BROWSERS)
    servers = os.environ.get("DEBIAN_SERVERS", DEBIAN_SERVERS)
    server = shutil.which("initdb") or any(Path("/").glob(servers.lstrip("/")))
    return [name for name, there in (("chromium", browser), ("postgresql", server)) if not there]


def _install(packages: list[str]) -> list[list[str]]:
    """Give the commands that install Debian's packages, where this user may run them without a question."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        before = []
    elif shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        before = ["sudo", "-n"]
    else:
        return []
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return [[*before, *quiet, "update"], [*before, *quiet, "install", "-y", "--no-install-recommends", *packages]]


if __name__ == "__main__":
    sys.exit(main())
