"""A meeting's pages, served by the command people type, and a browser without a screen that visits them."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import signal
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import psutil
from tornado import httpclient, websocket

from tests.browser import driver
from workbench import intake
from workbench._resources import folder as data_folder
from workbench.calibration import Rubric, Session, open_meeting
from workbench.store import open_store

COMMAND = [sys.executable, "-c", "from workbench.cli import main; main()", "meet"]
NOTEBOOK = "meeting.ipynb"
WORDS = "# The meeting\n\n**Reveal** when everybody is in."
BOARD = "from workbench import calibration, widgets\n\nwidgets.PanelBoard(calibration.open_meeting())"


@dataclass(frozen=True)
class Served:
    """Running pages: where, the folder of the meeting, the process, and what it printed."""

    url: str
    folder: Path
    process: subprocess.Popen[str]
    said: str

    def link(self, name: str) -> str:
        """Give the link that was printed for somebody."""
        return re.search(rf"^{name}[^\n]*\n\s+(\S+)", self.said, re.M).group(1)

    @property
    def own_link(self) -> str:
        """Give the facilitator's."""
        return re.search(r"Your own page, once:\n\s+(\S+)", self.said).group(1)

    def kernels(self) -> list[psutil.Process]:
        """List the kernels that run."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        found = []
        for child in children:
            with contextlib.suppress(psutil.NoSuchProcess):  # one that has just died is none
                found += [child] if any("ipykernel" in word for word in child.cmdline()) else []
        return found


@contextlib.contextmanager
def serving(folder: Path, home: Path, *options: str, raters: Sequence[str] = ()) -> Iterator[Served]:
    """Serve a small practice meeting until the block ends; nothing may stay behind.

    It is about one profile, and its raters are the sample's unless their names are given.
    """
    folder.mkdir(exist_ok=True)
    if raters:
        begin_with(folder, raters)
    else:
        open_meeting(folder=folder, profiles=["p1"])
    driver.write_notebook(folder / NOTEBOOK, [BOARD])
    notebook = nbformat.read(folder / NOTEBOOK, 4)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(WORDS))
    nbformat.write(notebook, folder / NOTEBOOK)
    command = [*COMMAND, str(folder / NOTEBOOK), "--port", str(driver.free_port()), *options]
    process = subprocess.Popen(
        command, cwd=folder, env=driver.environment(home), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        said = ""
        for line in process.stderr:
            said += line
            if "Ctrl-C here ends it" in line:
                break
        else:
            raise AssertionError(said)
        yield Served(re.search(r"(https?://\S+)join", said).group(1), folder, process, said)
    finally:
        children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.send_signal(signal.SIGINT)  # Ctrl-C
        assert process.wait(30) == 0
        assert "Everything that was saved is in the store." in process.stderr.read()
        process.stderr.close()
        _, alive = psutil.wait_procs(children, timeout=10)
        assert alive == [], "a kernel outlived the pages"


def begin_with(folder: Path, raters: Sequence[str]) -> None:
    """Begin a meeting about one sample profile with these raters and a facilitator."""
    told = json.loads((data_folder("notebooks") / "sample" / "panel.json").read_text(encoding="utf-8"))
    first, map_ = told["profiles"][0], intake.load(told["family"])
    Session.create(
        open_store(folder / ".workbench" / "meeting.db"),
        title=told["title"],
        requisition=told["requisition"],
        mode="practice",
        capability_map=map_,
        rubric=Rubric.from_map(map_),
        panel=[
            {"id": "host", "name": "The Host", "role": "recruiter", "scores": False},
            *({"id": f"r{n}", "name": name, "role": "interviewer", "scores": True} for n, name in enumerate(raters)),
        ],
        profiles=[{"id": "p1", "number": 1, "file": data_folder("notebooks") / "sample" / "profiles" / first["file"]}],
        facilitator="host",
        pilot="",
    )


@dataclass
class Reply:
    """What came back."""

    status: int
    text: str
    headers: http.client.HTTPMessage


@dataclass
class Visitor:
    """A browser with its own cookies; it does not follow a redirection by itself."""

    served: Served
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, where: str, **headers: str) -> Reply:
        """Open a page."""
        return self._ask("GET", where, None, headers)

    def post(self, where: str, origin: str | None = "own", **said: str) -> Reply:
        """Press a button: what the page itself sends, or another site in its place."""
        from_here = self.served.url.rstrip("/") if origin == "own" else origin
        headers = {"Content-Type": "application/x-www-form-urlencoded"} | ({"Origin": from_here} if from_here else {})
        return self._ask("POST", where, urllib.parse.urlencode(said), headers)

    def ask(self, method: str, where: str) -> Reply:
        """Ask in another way."""
        return self._ask(method, where, None, {"Origin": self.served.url.rstrip("/")})

    def join(self, link: str) -> Reply:
        """Open a link and press its button."""
        text = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["i"][0]
        assert self.get(link).status == 200
        return self.post("/join", i=text)

    def _ask(self, method: str, where: str, body: str | None, headers: dict[str, str]) -> Reply:
        url = urllib.parse.urlsplit(urllib.parse.urljoin(self.served.url, where))
        line = http.client.HTTPConnection(url.hostname, url.port, timeout=90)
        cookie = {"Cookie": self._cookie()} if self.cookies else {}
        line.request(method, f"{url.path}?{url.query}", body, {**headers, **cookie})
        answer = line.getresponse()
        reply = Reply(answer.status, answer.read().decode(), answer.headers)
        line.close()
        for one in reply.headers.get_all("Set-Cookie", []):
            name, value = one.split(";")[0].split("=", 1)
            self.cookies[name] = value.strip('"')
        return reply

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def connect(self, kernel: str) -> Any:
        """Open the line to a kernel."""
        address = f"{self.served.url.replace('http', 'ws', 1)}api/kernels/{kernel}/channels?session_id=test"
        headers = {"Cookie": self._cookie(), "Origin": self.served.url.rstrip("/")}
        return await websocket.websocket_connect(httpclient.HTTPRequest(address, headers=headers))


def kernel_of(page: str) -> str:
    """Give the kernel that a page was drawn in."""
    found = re.search(r'id="jupyter-config-data" type="application/json">(.*?)</script>', page, re.S)
    return json.loads(found.group(1))["kernelId"]


def message(kind: str, channel: str = "shell", **content: Any) -> str:
    """Write a message as a page would send it to its kernel."""
    header = {"msg_id": f"m-{kind}", "msg_type": kind, "session": "test", "username": "", "version": "5.3"}
    return json.dumps(
        {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": channel, "buffers": []}
    )
