"""A small vocabulary of the tests' own, so that they do not change when a glossary does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.skills import vocabulary
from workbench.skills.vocabulary import Vocabulary

GLOSSARIES = Path(__file__).parent / "glossaries"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is built away from the user's own cache."""
    place = tmp_path_factory.getbasetemp() / "workbench-cache"
    monkeypatch.setenv("WORKBENCH_CACHE", str(place))
    return place


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """The tests' glossaries."""
    return vocabulary.read_folders([GLOSSARIES])


@pytest.fixture
def skills(words: Vocabulary) -> Iterator[object]:
    """The room, with the tests' glossaries in use."""
    import workbench.skills as room

    vocabulary.use(words)
    yield room
    vocabulary.use(None)
