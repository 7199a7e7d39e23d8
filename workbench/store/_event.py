"""What the store keeps and what it answers with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

REFERENCE = "$apart"  # {"$apart": key} stands in a payload for content that lies beside the log


@dataclass(frozen=True)
class Event:
    """One row of the log. `at` is UTC in ISO 8601 with milliseconds; `prev` and `hash` chain one actor's events."""

    seq: int
    at: str
    session: str
    actor: str
    kind: str
    payload: dict[str, Any]
    request: str
    prev: str
    hash: str
    signature: str | None = None


@dataclass(frozen=True)
class Apart:
    """Content of a payload that belongs beside the log, so that it can be erased and the chain still verifies.

    Put it wherever a payload would hold free text, personal data or a ciphertext; the log gets
    `{"$apart": key}` in its place, and the key is a salted digest of the content.

    >>> Apart("We would look again with production work to read.")
    Apart(...)
    """

    content: str | bytes = field(repr=False)

    def __repr__(self) -> str:
        return "Apart(...)"

    def encoded(self) -> bytes:
        """Give the content as the bytes that are digested and kept."""
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True)
class Problem:
    """Something in a store that does not verify; `seq` is the event it was found at, None for the file as a whole."""

    seq: int | None
    session: str
    actor: str
    what: str
    why: str


def references(value: Any) -> list[str]:
    """List the keys of everything beside the log that a payload mentions, in the order of the payload.

    >>> references({"reason": {"$apart": "ab"}, "open": [{"$apart": "cd"}]})
    ['ab', 'cd']
    """
    if isinstance(value, dict):
        if set(value) == {REFERENCE} and isinstance(value[REFERENCE], str):
            return [value[REFERENCE]]
        return [key for item in value.values() for key in references(item)]
    if isinstance(value, list):
        return [key for item in value for key in references(item)]
    return []
