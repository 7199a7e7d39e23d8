"""One spelling for every payload (RFC 8785), and the digests that stand on it."""

from __future__ import annotations

import json
import os
from typing import Any

import rfc8785
from cryptography.hazmat.primitives import hashes, hmac

from workbench.errors import StoreError


def canonical(value: Any) -> bytes:
    """Spell a JSON value the one way RFC 8785 allows.

    >>> canonical({"b": 1, "a": [True, None]})
    b'{"a":[true,null],"b":1}'

    Raises
    ------
    StoreError
        When the value is not plain JSON: a NaN, a date, a key that is not text.
    """
    try:
        return bytes(rfc8785.dumps(value))
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as problem:
        raise StoreError(f"This cannot be stored as it is not plain JSON: {problem}") from problem


def plain(value: Any) -> Any:
    """Give the value as it will come back from the log (tuples as lists), refusing what is not plain JSON."""
    return json.loads(canonical(value))


def digest(data: bytes) -> str:
    """Give the SHA-256 digest of the data in hexadecimal."""
    sha = hashes.Hash(hashes.SHA256())
    sha.update(data)
    return sha.finalize().hex()


def event_hash(*, seq: int, at: str, session: str, actor: str, kind: str, payload: Any, request: str, prev: str) -> str:
    """Hash everything an event says, with the hash of the same actor's event before it."""
    return digest(
        canonical(
            {
                "seq": seq,
                "at": at,
                "session": session,
                "actor": actor,
                "kind": kind,
                "payload": payload,
                "request": request,
                "prev": prev,
            }
        )
    )


def new_salt() -> bytes:
    """Give 32 fresh random bytes."""
    return os.urandom(32)


def apart_key(salt: bytes, content: bytes) -> str:
    """Give the salted digest (HMAC-SHA-256) under which content is kept beside the log.

    A plain digest of a name can be found by trying names; without the salt, which is erased with the content,
    this one cannot.
    """
    mac = hmac.HMAC(salt, hashes.SHA256())
    mac.update(content)
    return mac.finalize().hex()
