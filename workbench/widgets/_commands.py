"""What a view may ask of its widget, and how the widget answers."""

from __future__ import annotations

import dataclasses
import inspect
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar, overload

from workbench.errors import StoreError, WorkbenchError

_log = logging.getLogger(__name__)
_Method = TypeVar("_Method", bound=Callable[..., Any])

_WENT_WRONG = "Something in the program went wrong here, so this was not done. What was saved stays saved."


@dataclass(frozen=True)
class Reply:
    """An answer with pictures: `data` travels as JSON, `buffers` as bytes."""

    data: Mapping[str, Any] = field(default_factory=dict)
    buffers: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Command:
    """A method that the view may call; `reads` says that it changes nothing, `slow` that it takes seconds."""

    method: str
    reads: bool
    slow: bool = False


@overload
def verb(method: _Method) -> _Method: ...
@overload
def verb(*, reads: bool = False, slow: bool = False) -> Callable[[_Method], _Method]: ...
def verb(method: _Method | None = None, *, reads: bool = False, slow: bool = False) -> Any:
    """Let the view call this method by its name. Nothing else of a widget can be called.

    >>> class Sheet(MeetingWidget):  # doctest: +SKIP
    ...     @verb
    ...     def score(self, *, request: str, criterion: str, value: int) -> Saved: ...
    ...     @verb(reads=True)
    ...     def page(self, *, request: str, page: int) -> Reply: ...

    The method takes the request's id as `request` and the view's arguments by name. It gives what the view gets
    back: a mapping, a dataclass (such as a stored event's receipt), a `Reply` with pictures, or None. One that is
    `slow` runs in a thread of its own, and the view is told at once that somebody is working on it.
    """

    def mark(marked: _Method) -> _Method:
        marked._command = Command(marked.__name__, reads, slow)  # type: ignore[attr-defined]
        return marked

    return mark(method) if method is not None else mark


def commands_of(cls: type) -> dict[str, Command]:
    """Give the commands of a class and of those it stands on."""
    found: dict[str, Command] = {}
    for base in reversed(cls.__mro__):
        for name, value in vars(base).items():
            command = getattr(value, "_command", None)
            if isinstance(command, Command):
                found[name] = command
    return found


def answer(call: Callable[..., Any], request: str, args: Mapping[str, Any]) -> Reply:
    """Call it, and put what came out, or what went wrong, as the view expects it.

    A mistake of a person comes back as its own calm sentence, a store that cannot be reached as "ask again", and a
    mistake of the program is logged and comes back as a neutral sentence.
    """
    try:
        inspect.signature(call).bind(request=request, **args)
        result = call(request=request, **args)
    except StoreError as problem:
        return _refused(request, str(problem), again=True)
    except WorkbenchError as problem:
        return _refused(request, str(problem))
    except Exception:
        _log.exception("a request from the screen failed")
        return _refused(request, _WENT_WRONG)
    data, buffers = _plain(result)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Reply({"at": now, **data, "kind": "ack", "request": request, "ok": True}, buffers)


def refused(request: str, message: str = _WENT_WRONG) -> Reply:
    """Say no to a request that names nothing we do."""
    return _refused(request, message)


def _refused(request: str, message: str, *, again: bool = False) -> Reply:
    data: dict[str, Any] = {"kind": "refused", "request": request, "ok": False, "message": message}
    return Reply({**data, "again": True} if again else data)


def _plain(result: Any) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    if result is None:
        return {}, ()
    if isinstance(result, Reply):
        return dict(result.data), result.buffers
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        return dataclasses.asdict(result), ()
    return dict(result), ()
