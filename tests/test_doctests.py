"""An example in a docstring that no longer holds teaches a newcomer something wrong."""

import doctest
import importlib
import pkgutil

import pytest

import workbench


def _modules() -> list[str]:
    found = pkgutil.walk_packages(workbench.__path__, "workbench.")
    other = ("workbench._data", "workbench.store.migrations.")  # data, and what Alembic alone can load
    return [module.name for module in found if not module.name.startswith(other)]


@pytest.mark.parametrize("name", _modules())
def test_every_example_in_a_docstring_holds(name):
    outcome = doctest.testmod(importlib.import_module(name))
    assert outcome.failed == 0
