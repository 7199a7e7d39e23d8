"""The worker process: takes documents as bytes, gives profiles and pictures; started by `reader.py`, never imported."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Serve until the reader closes the pipe."""
    # this copy of the package before any other that is installed, and nothing else of its folder
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    import_module("workbench.resume")

    del sys.path[0]
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # the libraries may print; what they print must not get between the messages
    answers = os.dup(1)
    os.dup2(2, 1)
    from workbench.resume import serve

    serve.warm_up()
    from workbench.resume.limits import lock_down

    lock_down()
    serve.serve(0, answers)


if __name__ == "__main__":
    main()
