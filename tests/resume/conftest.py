"""One reader for all tests of the room: a worker takes half a second to start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.resume import Reader


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader
