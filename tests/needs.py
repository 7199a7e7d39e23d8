"""Make sure that what pip cannot install is here before the tests start: a Chromium for the browser tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Give 0 when a browser is here or could be installed, else 1 after one line that says what to do."""
    if _found():
        return 0
    for command in _install():
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if _found():
        return 0
    print("The browser tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium) and try again.")
    return 1


def _found() -> bool:
    return any(shutil.which(name) for name in NAMES)


def _install() -> list[list[str]]:
    """Give the commands that install Debian's Chromium, where this user may run them without a question."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        before = []
    elif shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        before = ["sudo", "-n"]
    else:
        return []
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return [[*before, *quiet, "update"], [*before, *quiet, "install", "-y", "--no-install-recommends", "chromium"]]


if __name__ == "__main__":
    sys.exit(main())
