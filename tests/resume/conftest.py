"""One reader for all tests of the room: a worker takes half a second to start."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.resume import Reader

sys.path.append(str(Path(__file__).parent))  # the typesetting modules beside the tests


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader
