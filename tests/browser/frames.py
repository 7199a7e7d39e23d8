"""What travels between a notebook and its kernel, read from the websocket and stripped of ids and times."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from typing import Any

# Ids, keys, digests, times, the meeting's folder and the ticket that numbers a widget's states.
_DIFFER = [
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(_\d+)*"), "#id"),
    (re.compile(r"[0-9a-f]{16,}"), "#hex"),
    (re.compile(r'"id\\*": \\*"[0-9a-f]{8}\\*"'), "#cell"),
    (re.compile(r"\b([0-9a-f]{4} ){3}[0-9a-f]{4}\b"), "#seal"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?"), "#time"),
    (re.compile(r"\b\d{1,2} \w+ \d{4},? \d\d:\d\d(:\d\d)?"), "#time"),
    (re.compile(r"\b\d\d:\d\d(:\d\d)?\b"), "#time"),
    (re.compile(r'(\\*"path\\*": \\*")[^"\\]*/'), r"\1"),
    (re.compile(r'"version": \d+, "log"|"log": (\d+), "version": \d+'), r'"log": \1'),
]


def message(payload: Any) -> dict[str, Any] | None:
    """Give a kernel message out of a frame; None for frames that are none (Lab's own events)."""
    if isinstance(payload, str):
        said = json.loads(payload) if payload.startswith("{") else {}
        return said if "header" in said else None
    count = int.from_bytes(payload[:8], "little")
    offsets = [int.from_bytes(payload[8 * n : 8 * n + 8], "little") for n in range(1, count + 1)]
    parts = [payload[a:b] for a, b in itertools.pairwise(offsets)]
    channel, header, parent, _, content = parts[:5]
    return {
        "channel": channel.decode(),
        "header": json.loads(header),
        "parent_header": json.loads(parent),
        "content": json.loads(content),
        "buffers": [len(part) for part in parts[5:]],
    }


def bare(value: Any) -> str:
    """Spell a value out without what may differ between two runs of one meeting."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    for pattern, word in _DIFFER:
        text = pattern.sub(word, text)
    return text


def told(frames: list[tuple[str, Any]]) -> Counter[str]:
    """Count what was said: direction, channel, kind and bare content of each message that carries something."""
    counted: Counter[str] = Counter()
    for direction, payload in frames:
        said = message(payload)
        if said is None or said["header"]["msg_type"] == "status":  # busy, idle: how often hangs on the machine
            continue
        content = {**said["content"], "buffers": said.get("buffers")}
        if isinstance(state := content.get("data", {}).get("state", {}).get("state"), dict):
            state.pop("version", None)
        counted[f"{direction} {said['channel']} {said['header']['msg_type']} {bare(content)}"] += 1
    return counted


def states(frames: list[tuple[str, Any]]) -> dict[str, dict[str, Any]]:
    """Give the newest state that each widget has been told of."""
    newest: dict[str, dict[str, Any]] = {}
    for direction, payload in frames:
        said = message(payload) if direction == "in" else None
        state = said["content"].get("data", {}).get("state", {}).get("state") if said else None
        if isinstance(state, dict) and state.get("log") is not None:
            newest[said["content"]["comm_id"]] = state
    return newest
