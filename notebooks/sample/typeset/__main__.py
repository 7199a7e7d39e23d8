"""Typeset the sample profiles from their sources.

    python notebooks/sample/typeset                 # all, into notebooks/sample/profiles
    python notebooks/sample/typeset --only p3 --into /tmp/look

The same sources give the same files: no clock, no random ids. PDF needs reportlab (the `dev` extra).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pages import write_pdf
from plain import write_text
from source import SAMPLE, load_all
from word import write_docx

_WRITERS = {".pdf": write_pdf, ".docx": write_docx, ".txt": write_text}


def main() -> int:
    """Write the asked-for profiles and say which."""
    options = argparse.ArgumentParser(description="Typeset the sample profiles from their sources.")
    options.add_argument("--into", type=Path, default=SAMPLE / "profiles", help="folder to write to")
    options.add_argument("--only", action="append", help="a profile's id, such as p3; may be repeated")
    chosen = options.parse_args()
    chosen.into.mkdir(parents=True, exist_ok=True)
    for source in load_all():
        if chosen.only and source.id not in chosen.only:
            continue
        path = chosen.into / source.file
        _WRITERS[path.suffix](source, path)
        print(f"{source.id}  {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
