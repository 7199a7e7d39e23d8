"""Check an exported log and open what was revealed, from `docs/sealing.md` alone: nothing of Workbench is used here.

    python check_log.py LOG.jsonl      prints what does not hold, then each revealed entry as a line of JSON

The standard library has no AES; that one thing comes from the `cryptography` package.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Log = tuple[list[dict[str, Any]], dict[str, dict[str, Any]], str | None]


def jcs(value: Any) -> bytes:
    """RFC 8785 for what a log holds: text, whole numbers, true, false, null, lists and objects with plain keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read(path: str) -> Log:
    events, apart, session = [], {}, None
    with Path(path).open(encoding="utf-8") as file:
        for line in file:
            said = json.loads(line)
            if "format" in said:
                if said["format"] != "workbench log 1":
                    raise SystemExit(f"{said['format']} is not a format that this script reads")
                session = said["session"]
            elif "event" in said:
                events.append(said["event"])
            else:
                apart[said["apart"]["key"]] = said["apart"]
    return events, apart, session


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"$apart"}:
            yield value["$apart"]
        else:
            for one in value.values():
                yield from references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)


def chains(log: Log) -> Iterator[str]:
    """Say what is wrong with hashes, chains, numbers, heads and what lies beside the log."""
    events, apart, session = log
    heads: dict[tuple[str, str], str] = {}
    erased = {key for e in events if e["kind"] == "erased" for key in e["payload"].get("keys", [])}
    before = 0
    for event in events:
        seq = event["seq"]
        if seq <= before or (session is None and seq != before + 1):
            yield f"event {seq}: comes after event {before}"
        before = seq
        names = ("seq", "at", "session", "actor", "kind", "payload", "request", "prev")
        if hashlib.sha256(jcs({name: event[name] for name in names})).hexdigest() != event["hash"]:
            yield f"event {seq}: does not say what it said"
        chain = (event["session"], event["actor"])
        if event["prev"] != heads.get(chain, ""):
            yield f"event {seq}: does not follow the one before it by {event['actor']}"
        for actor, head in event["payload"].get("heads", {}).items():
            if heads.get((event["session"], actor)) != head:
                yield f"event {seq}: the chain of {actor} leads elsewhere"
        heads[chain] = event["hash"]
        for key in references(event["payload"]):
            beside = apart.get(key)
            if beside is None or (beside["content"] is None and key not in erased):
                yield f"event {seq}: what it refers to is not there"
            elif beside["content"] is not None:
                salt, content = bytes.fromhex(beside["salt"] or ""), bytes.fromhex(beside["content"])
                if hmac.new(salt, content, hashlib.sha256).hexdigest() != key:
                    yield f"event {seq}: what it refers to is something else"


def entries(log: Log) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Give, for each sealed entry whose key was published, "" and what it says, or what is wrong and None."""
    events, apart, _ = log
    keys: dict[str, bytes] = {}
    committed: dict[tuple[str, str, str], list[str]] = {}
    revealed: dict[tuple[str, str], int] = {}
    counted: dict[tuple[str, str, str], int] = {}
    for event in events:
        said, seat = event["payload"], (event["session"], str(event["payload"].get("round")), event["actor"])
        if event["kind"] in ("key", "started_over"):
            committed.setdefault(seat, []).append(said["key"])
        elif event["kind"] == "revealed":
            revealed[seat[:2]] = event["seq"]
        elif event["kind"] == "opened":
            about = {"format": "workbench key 1", "session": event["session"]}
            about |= {name: said[name] for name in ("rater", "round", "key")}
            mark = hashlib.sha256(jcs(about)).hexdigest()
            if mark in committed.get((event["session"], said["round"], said["rater"]), []):
                keys[mark] = bytes.fromhex(said["key"])
            else:
                yield f"event {event['seq']}: a key that {said['rater']} had not committed to", None
    for event in events:
        if event["kind"] not in ("sealed", "submitted"):
            continue
        said, where = event["payload"], f"event {event['seq']}"
        seat = (event["session"], said["round"], event["actor"])
        if event["kind"] == "submitted":
            if said["entries"] != counted.get(seat, 0):
                yield f"{where}: {said['entries']} entries were handed in, {counted.get(seat, 0)} are there", None
            continue
        counted[seat] = counted.get(seat, 0) + 1
        if said["key"] not in committed.get(seat, []):
            yield f"{where}: sealed with a key that was not committed to", None
        elif event["seq"] > revealed.get(seat[:2], event["seq"]):
            yield f"{where}: came after the reveal", None
        elif said["n"] != counted[seat]:
            yield f"{where}: is entry {counted[seat]} and says {said['n']}", None
        elif said["key"] in keys:
            held = apart.get(said["sealed"]["$apart"])
            if held and held["content"] is not None:
                yield opened(event, keys[said["key"]], bytes.fromhex(held["content"]))


def opened(event: dict[str, Any], key: bytes, ciphertext: bytes) -> tuple[str, dict[str, Any] | None]:
    said, where = event["payload"], f"event {event['seq']}"
    place = {"format": "workbench seal 1", "session": event["session"], "rater": event["actor"]}
    place |= {"round": said["round"], "n": said["n"]}
    try:
        padded = AESGCM(key).decrypt(ciphertext[:12], ciphertext[12:], jcs(place))
    except InvalidTag:
        return f"{where}: does not open with the key of its round", None
    inside = json.loads(padded[4 : 4 + int.from_bytes(padded[:4], "big")])
    mark = hmac.new(bytes.fromhex(inside["salt"]), jcs(place) + b"\n" + jcs(inside["entry"]), hashlib.sha256)
    if mark.hexdigest() != said["commitment"]:
        return f"{where}: is not what was committed to", None
    return "", {"event": event["seq"], "rater": event["actor"], "round": said["round"], **inside["entry"]}


def main(path: str) -> int:
    log = read(path)
    found = list(entries(log))
    problems = [*chains(log), *(problem for problem, _ in found if problem)]
    for problem in problems:
        print(json.dumps({"problem": problem}))
    for _, entry in found:
        if entry is not None:
            print(json.dumps({"entry": entry}))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
