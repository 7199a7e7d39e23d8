"""Messages between a reader and its worker: a length, JSON of that length, and bytes the JSON announces."""

from __future__ import annotations

import json
import os
import select
import struct
import time
from typing import Any

import msgspec

MAX_MESSAGE = 96 << 20
_LENGTH = struct.Struct(">II")


class Closed(Exception):
    """The other side is gone."""


class TooLate(Exception):
    """The other side did not answer in time."""


def pack(message: dict[str, Any], payload: bytes = b"") -> bytes:
    """Give the bytes of a message."""
    try:
        text = msgspec.json.encode(message)
    except (UnicodeEncodeError, OverflowError):  # half a surrogate pair, a figure of more than 64 bits
        text = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode()
    return _LENGTH.pack(len(text), len(payload)) + text + payload


def receive(descriptor: int, deadline: float | None = None) -> tuple[dict[str, Any], bytes]:
    """Read one message.

    Raises
    ------
    Closed
        The other side closed the pipe or sent something that is no message.
    TooLate
        `deadline` (of `time.monotonic`) passed first.
    """
    text, payload = _LENGTH.unpack(_exactly(descriptor, _LENGTH.size, deadline))
    if text > MAX_MESSAGE or payload > MAX_MESSAGE:
        raise Closed("a message larger than any message may be")
    return _parse(_exactly(descriptor, text, deadline)), _exactly(descriptor, payload, deadline)


def _parse(text: bytes) -> dict[str, Any]:
    try:
        message: dict[str, Any] = msgspec.json.decode(text)
    except msgspec.DecodeError:
        message = json.loads(text)
    return message


def _exactly(descriptor: int, size: int, deadline: float | None) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        _wait(descriptor, deadline, write=False)
        part = os.read(descriptor, min(size - len(parts), 1 << 20))
        if not part:
            raise Closed("the pipe was closed")
        parts += part
    return bytes(parts)


def send(descriptor: int, data: bytes, deadline: float | None = None) -> None:
    """Write a message; the other side may stop reading, so this waits no longer than the deadline."""
    view = memoryview(data)
    while view:
        _wait(descriptor, deadline, write=True)
        try:
            view = view[os.write(descriptor, view[: 1 << 20]) :]
        except BrokenPipeError as problem:
            raise Closed("the pipe was closed") from problem


def _wait(descriptor: int, deadline: float | None, *, write: bool) -> None:
    if deadline is None:
        return
    left = deadline - time.monotonic()
    if left <= 0:
        raise TooLate
    poll = select.poll()
    poll.register(descriptor, select.POLLOUT if write else select.POLLIN)
    if not poll.poll(left * 1000):
        raise TooLate
