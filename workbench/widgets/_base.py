"""What all widgets of the meeting do alike: show a state, take requests, answer them, and end cleanly."""

from __future__ import annotations

import itertools
import logging
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, ClassVar, Protocol

import anywidget
import traitlets

from workbench.widgets import _join, _open_widgets
from workbench.widgets._commands import Command, Reply, answer, commands_of, refused, verb
from workbench.widgets._saved_view import saved_view, sentence

__all__ = ["MeetingWidget", "Reply", "verb"]

_log = logging.getLogger(__name__)
_LIVE = "application/vnd.jupyter.widget-view+json"
_REMEMBERED = 256
_LETS_GO = 0.002  # another thread sends what was said; it would wait for as long as this one computes


class Watcher(Protocol):
    """What a store's `watch` gives back."""

    def close(self) -> None:
        """Stop watching."""


class SessionHandle(Protocol):
    """What a widget needs of one person's handle on a session."""

    session: str
    actor: str

    def state_for(self) -> Mapping[str, Any]: ...
    def do(self, verb: str, args: Mapping[str, Any], *, request: str) -> Mapping[str, Any]: ...
    def watch(self, callback: Callable[..., None]) -> Watcher: ...


class MeetingWidget(anywidget.AnyWidget):
    """One part of the meeting's screen.

    >>> class Sheet(MeetingWidget):  # doctest: +SKIP
    ...     title = "Rubric scoring"
    ...     passes = frozenset({"score", "submit"})
    >>> Sheet(session=session)  # doctest: +SKIP
    Sheet(session='REQ-0142', actor='aiko')

    A subclass lies in a folder with `view.js` and `style.css`. It gives its state by `compute` (the session's own
    state unless it says otherwise) and marks with `verb` what the view may ask; verbs named in `passes` go to the
    session as they are. The view never writes a trait: it asks, and draws what comes back.

    Parameters
    ----------
    session : SessionHandle, optional
        One person's handle; it is watched, and the view follows it.
    about : mapping of str to str, optional
        What `repr` and the saved view tell of this widget. Default: the session and the actor.
    key : str, optional
        A new widget with the same key closes this one. Default: kind, session and actor.
    """

    title: ClassVar[str] = "Workbench"
    passes: ClassVar[frozenset[str]] = frozenset()
    _commands: ClassVar[dict[str, Command]] = {}
    _watcher: Watcher | None = None  # also of a widget that refused to be made, and is closed all the same

    state = traitlets.Dict().tag(sync=True)
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._commands = commands_of(cls)

    def __init__(
        self,
        *,
        session: SessionHandle | None = None,
        about: Mapping[str, str] | None = None,
        key: str | None = None,
    ) -> None:
        if about is None:
            about = {} if session is None else {"session": session.session, "actor": session.actor}
        self._about = dict(about)
        self._session = session
        self._key = key or ":".join([type(self).__name__, *self._about.values()])
        self._order = threading.Lock()
        self._tickets = itertools.count(1)
        self._shown = 0
        self._last: Mapping[str, Any] | None = None
        self._asking = threading.Lock()
        self._answered: OrderedDict[str, Reply] = OrderedDict()
        self._working: set[str] = set()
        self._closed = False
        view, style = _files(_folder(type(self)))
        super().__init__(_esm=view, _css=style, state=self._stamped(self._fresh(), next(self._tickets)))
        self.on_msg(self._receive)
        _open_widgets.opened(self, self._key)
        if session is not None:
            self._watcher = session.watch(self._changed)

    def compute(self) -> Mapping[str, Any]:
        """Give what the view shows, as plain JSON. Called from any thread; it changes nothing."""
        return {} if self._session is None else self._session.state_for()

    def refresh(self) -> None:
        """Show the newest state. Safe from any thread: of two computed side by side the later begun wins."""
        with self._order:
            ticket = next(self._tickets)
        fresh = self._fresh()
        with self._order:
            if self._closed or ticket < self._shown:
                return
            self._shown = ticket
            if fresh != self._last:
                self.state = self._stamped(fresh, ticket)

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Give a few facts for the saved notebook's view: no candidate's words, no score."""
        return [(name.capitalize(), text) for name, text in self._about.items()]

    def close(self) -> None:
        """Stop watching and leave the screen. A second call does nothing."""
        self._closed = True
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            watcher.close()
        super().close()

    def set_state(self, sync_data: Mapping[str, Any]) -> None:
        """Take nothing: a view draws the state, it does not write it."""
        _log.debug("a view tried to write %s", sorted(sync_data))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={text!r}' for name, text in self._about.items())})"

    def _ipython_display_(self, **_: Any) -> None:
        """Show the live widget and, as an output of its own, what stays when the notebook is closed."""
        from IPython.display import publish_display_data

        if self._closed:
            publish_display_data({"text/plain": f"{self!r}, closed: run the cell to open it again"})
            return
        live = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        publish_display_data({"text/plain": repr(self), _LIVE: live})
        now = datetime.now()
        saved = saved_view(self.title, self.saved_rows(), now)
        publish_display_data({"text/plain": f"{self.title}. {sentence(now)}", "text/html": saved})

    def _fresh(self) -> Mapping[str, Any]:
        return self.compute()

    def _stamped(self, fresh: Mapping[str, Any], ticket: int) -> dict[str, Any]:
        self._last = fresh
        return {**fresh, "log": fresh.get("version"), "key": self._key, "version": ticket}

    def _changed(self, *_: Any) -> None:
        if not self._closed:
            self.refresh()

    def _receive(self, _: Any, content: Any, __: Any) -> None:
        """Answer a request. The answer goes first, the new state after it: the person waits for the answer."""
        if not isinstance(content, dict) or content.get("kind") != "do":
            return
        request, name, args = content.get("request"), str(content.get("verb")), content.get("args") or {}
        if not isinstance(request, str) or not isinstance(args, dict):
            return
        command = self._commands.get(name)
        if command is not None and command.reads:
            # A click never waits behind a page that is being drawn.
            _readers().submit(self._read, request, name, args, command).add_done_callback(_tell_failure)
        elif command is not None and command.slow:
            self._begin(request, name, args, command)
        else:
            with self._asking:
                reply = self._answered.get(request) or self._kept(request, self._answer(request, name, args, command))
            self._reply(reply)
            time.sleep(_LETS_GO)
            self._changed()

    def _begin(self, request: str, name: str, args: dict[str, Any], command: Command) -> None:
        """Say that somebody is on it, and do it aside; what is asked again while it is being done is done once."""
        with self._asking:
            done = self._answered.get(request)
            begins = done is None and request not in self._working
            if begins:
                self._working.add(request)
        if done is not None:
            self._reply(done)
            return
        self.send({"kind": "working", "request": request})
        if begins:
            _readers().submit(self._work, request, name, args, command).add_done_callback(_tell_failure)

    def _work(self, request: str, name: str, args: dict[str, Any], command: Command) -> None:
        reply = self._answer(request, name, args, command)
        with self._asking:
            self._kept(request, reply)
            self._working.discard(request)
        self._reply(reply)
        self._changed()

    def _kept(self, request: str, reply: Reply) -> Reply:
        if reply.data.get("ok"):
            self._answered[request] = reply
            while len(self._answered) > _REMEMBERED:
                self._answered.popitem(last=False)
        return reply

    def _read(self, request: str, name: str, args: dict[str, Any], command: Command) -> None:
        self._reply(self._answer(request, name, args, command))

    def _reply(self, reply: Reply) -> None:
        self.send(dict(reply.data), buffers=list(reply.buffers) or None)

    def _answer(self, request: str, name: str, args: dict[str, Any], command: Command | None) -> Reply:
        if command is not None:
            return answer(getattr(self, command.method), request, args)
        if self._session is not None and name in self.passes:
            return answer(partial(_pass_on, self._session, name), request, args)
        _log.warning("a view asked for %r, which %s does not do", name, type(self).__name__)
        return refused(request)

    @verb(reads=True)
    def ping(self, *, request: str) -> None:
        """Say that someone is here."""


def _pass_on(session: SessionHandle, name: str, *, request: str, **args: Any) -> Mapping[str, Any]:
    return session.do(name, args, request=request)


@cache
def _readers() -> ThreadPoolExecutor:
    """Give the two threads in which all widgets of this kernel read, and do what takes seconds."""
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="workbench-read")


def end() -> None:
    """Close every widget, and the threads that read for them; a widget that is made later starts new ones."""
    _open_widgets.end()
    if _readers.cache_info().currsize:
        _readers().shutdown(wait=True, cancel_futures=True)
        _readers.cache_clear()


def _tell_failure(done: Future[None]) -> None:
    if (problem := done.exception()) is not None:
        _log.error("an answer did not reach the screen", exc_info=problem)


def _folder(cls: type) -> Path:
    """Give the folder in which the view of the class lies, or that of the nearest class it stands on."""
    for base in cls.__mro__:
        file = getattr(sys.modules.get(base.__module__), "__file__", None)
        if file and (Path(file).parent / "view.js").is_file():
            return Path(file).parent
    raise TypeError(f"{cls.__name__} has no view.js beside it")


@cache
def _files(folder: Path) -> tuple[str, str]:
    """Give the module and the stylesheet of the widget in that folder, joined with what all widgets share."""
    return _join.script(folder / "view.js"), _join.styles(folder / "style.css")
