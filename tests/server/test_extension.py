"""The server half: loaded by itself, answering, and sending each message at once."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from tornado import httpserver, web, websocket

from tests.browser import driver
from workbench.server import _jupyter_server_extension_points
from workbench.server._no_delay import without_delay


class Connection:
    """Stands in for Jupyter's own connection class."""

    def __init__(self, handler):
        self.websocket_handler = handler

    async def connect(self):
        self.websocket_handler.connected = True
        return "connected"


class Handler:
    connected = False
    at_once = None

    def set_nodelay(self, value):
        self.at_once = (value, self.connected)


def test_it_is_set_before_the_connection_says_anything():
    handler = Handler()
    assert asyncio.run(without_delay(Connection)(handler).connect()) == "connected"
    assert handler.at_once == (True, False)
    assert handler.connected


def test_a_connection_class_that_answers_without_waiting_is_served_too():
    class Plain(Connection):
        def connect(self):
            return "at once"

    assert asyncio.run(without_delay(Plain)(Handler()).connect()) == "at once"


def test_loading_twice_wraps_once():
    once = without_delay(Connection)
    assert without_delay(once) is once
    assert once.__name__ == "Connection"


def test_the_option_reaches_the_socket():
    """The name of a method is no proof: ask the operating system on a real websocket."""
    seen = []

    class Socket(websocket.WebSocketHandler):
        async def open(self):
            raw = self.ws_connection.stream.socket
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 0)
            await without_delay(Connection)(self).connect()
            seen.append(raw.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            self.close()

    async def visit():
        server = httpserver.HTTPServer(web.Application([("/", Socket)]))
        server.listen(port := driver.free_port(), "127.0.0.1")
        client = await websocket.websocket_connect(f"ws://127.0.0.1:{port}/")
        await client.read_message()
        client.close()
        server.stop()
        await server.close_all_connections()

    asyncio.run(visit())
    assert seen == [1]


def test_jupyter_is_told_where_the_extension_is():
    assert _jupyter_server_extension_points() == [{"module": "workbench.server"}]


@pytest.mark.slow
def test_a_plain_server_loads_it_by_itself_and_it_answers_those_who_may_ask(tmp_path):
    """Installed is enough: nobody types `jupyter server extension enable`."""
    port = driver.free_port()
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", "--allow-root", f"--IdentityProvider.token={driver.TOKEN}"]
    environment = driver.environment(tmp_path)
    log = tmp_path / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=output, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}/workbench/health"
    try:
        driver.until(lambda: _ask(address, driver.TOKEN), f"the server, see {log}", 60)
        answer = json.loads(_ask(address, driver.TOKEN))
        assert (answer["ok"], answer["no_delay"]) == (True, True)
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address)
        assert refused.value.code in {401, 403}
    finally:
        process.terminate()
        process.wait(20)


def _ask(address, token):
    request = urllib.request.Request(address, headers={"Authorization": f"token {token}"})
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.read()
    except urllib.error.HTTPError:
        raise
    except urllib.error.URLError:
        return b""
