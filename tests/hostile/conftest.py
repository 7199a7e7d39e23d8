"""A reader of its own: these tests kill its worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.resume import Reader


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader
