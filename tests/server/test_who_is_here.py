"""The number beside a kernel's connection file: people, not tabs."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from workbench.server._who_is_here import counting_people, notebooks_are_shared


class Connection:
    """Stands in for Jupyter's own connection class."""

    def __init__(self, who, file):
        self.websocket_handler = SimpleNamespace(current_user=SimpleNamespace(username=who))
        self.kernel_manager = SimpleNamespace(connection_file=str(file) if file else "")
        self.open = False

    def connect(self):
        self.open = True

    def disconnect(self):
        self.open = False


@pytest.fixture
def come(tmp_path):
    def connect(who, file=tmp_path / "kernel-1.json"):
        connection = counting_people(Connection)(who, file)
        asyncio.run(connection.connect())
        return connection

    return connect


@pytest.fixture
def said(tmp_path):
    file = tmp_path / "kernel-1.people"
    return lambda: int(file.read_text()) if file.exists() else None


def test_a_second_tab_is_the_same_person_and_a_second_browser_is_not(come, said):
    tobias = come("tobias")
    assert said() == 1
    tab = come("tobias")
    assert said() == 1
    sunniva = come("sunniva")
    assert said() == 2
    tab.disconnect()
    assert said() == 2
    sunniva.disconnect()
    sunniva.disconnect()  # Jupyter may say it twice
    assert said() == 1
    tobias.disconnect()
    assert said() is None
    assert not tobias.open


def test_a_reload_whose_old_connection_ends_late_is_one_person(come, said):
    before = come("tobias")
    come("tobias")
    before.disconnect()
    assert said() == 1


def test_each_kernel_has_its_own_number(come, said, tmp_path):
    come("tobias")
    come("sunniva", tmp_path / "kernel-2.json")
    assert said() == 1


def test_a_kernel_on_another_machine_is_left_alone(come):
    assert come("tobias", "").open


def test_loading_twice_counts_once():
    once = counting_people(Connection)
    assert counting_people(once) is once


class Collaboration:
    """Stands in for jupyter-collaboration's server extension."""

    def __init__(self, off):
        self.disable_rtc = off


@pytest.mark.parametrize(("off", "shared"), [(None, False), (True, False), (False, True)])
def test_people_are_told_apart_only_where_they_may_share_a_notebook(off, shared):
    """Somebody's second browser on a server of their own must not close their sheet."""
    apps = {} if off is None else {"jupyter_server_ydoc": {Collaboration(off)}}
    server = SimpleNamespace(extension_manager=SimpleNamespace(extension_apps=apps))
    assert notebooks_are_shared(server) is shared
