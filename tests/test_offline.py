"""The tests stay on this machine, and would notice if something did not."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

AWAY = "http://198.51.100.7/"  # an address for documentation: nobody answers there


@pytest.fixture
def noticed(stays_on_this_machine):
    """Give what was noticed, and take it back."""
    before = stays_on_this_machine.stat().st_size
    yield lambda: stays_on_this_machine.read_text()[before:]
    with stays_on_this_machine.open("r+") as file:
        file.truncate(before)


def test_a_call_to_another_machine_fails_and_is_noticed(noticed):
    with pytest.raises(urllib.error.URLError, match="stay on this machine"):
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(AWAY, timeout=2)
    assert "socket.connect 198.51.100.7" in noticed() or "socket.getaddrinfo 198.51.100.7" in noticed()


def test_so_does_the_look_up_of_a_name(noticed):
    with pytest.raises(OSError, match="stay on this machine"):
        socket.getaddrinfo("example.com", 443)
    assert "socket.getaddrinfo example.com" in noticed()


def test_a_process_that_swallows_its_error_is_noticed_too(noticed):
    code = f"""
import contextlib, urllib.request
with contextlib.suppress(OSError):
    urllib.request.build_opener(urllib.request.ProxyHandler({{}})).open({AWAY!r}, timeout=2)
print("went on")"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "went on\n"
    assert "198.51.100.7" in noticed()


def test_this_machine_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()[:2]) as one:
        assert one.getpeername() == server.getsockname()
