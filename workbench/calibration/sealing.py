"""Sealing: what a rater says goes into the log as a ciphertext of one constant size, with a commitment.

The format is written down in `docs/sealing.md`, so that a log can be checked without this program.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workbench.errors import BadScore, WorkbenchError
from workbench.store import canonical, digest

SIZE = 8192  # bytes of every sealed entry, whatever it says
_NONCE = 12
_TAG = 16
_LENGTH = 4
ROOM = SIZE - _NONCE - _TAG - _LENGTH  # bytes for the entry itself


class BrokenSeal(WorkbenchError):
    """A sealed entry is not what was committed to, was moved, or belongs to another key."""


@dataclass(frozen=True)
class Place:
    """Where an entry belongs. It is authenticated, so that an entry moved to another place does not open."""

    session: str
    rater: str
    round: str
    number: int  # 1, 2, 3 … within one rater's round

    def encoded(self) -> bytes:
        """Give the place as the bytes that are authenticated."""
        return canonical(
            {
                "format": "workbench seal 1",
                "session": self.session,
                "rater": self.rater,
                "round": self.round,
                "n": self.number,
            }
        )


@dataclass(frozen=True)
class Sealed:
    """A ciphertext of `SIZE` bytes and the salted commitment to what is in it."""

    ciphertext: bytes
    commitment: str


def new_key() -> bytes:
    """Give a fresh random 256-bit key."""
    return AESGCM.generate_key(256)


def key_commitment(key: bytes, session: str, rater: str, round: str) -> str:
    """Give the digest that goes into the log when a key is made; the key itself follows at the reveal."""
    about = {"format": "workbench key 1", "session": session, "rater": rater, "round": round}
    return digest(canonical({**about, "key": key.hex()}))


def seal(key: bytes, place: Place, entry: dict[str, Any]) -> Sealed:
    """Seal an entry for a place.

    >>> place = Place("s-1", "aiko", "main", 1)
    >>> key = new_key()
    >>> sealed = seal(key, place, {"value": 4})
    >>> len(sealed.ciphertext), unseal(key, place, sealed.ciphertext, sealed.commitment)
    (8192, {'value': 4})

    Raises
    ------
    BadScore
        When the entry has more than `ROOM` bytes.
    """
    salt = os.urandom(32)
    inside = canonical({"salt": salt.hex(), "entry": entry})
    if len(inside) > ROOM:
        raise BadScore(
            "The quotes and the reason together are too long to be sealed. Take out a quote or shorten the reason; "
            "nothing was changed."
        )
    padded = len(inside).to_bytes(_LENGTH, "big") + inside.ljust(ROOM, b"\0")
    nonce = os.urandom(_NONCE)
    ciphertext = nonce + AESGCM(key).encrypt(nonce, padded, place.encoded())
    return Sealed(ciphertext, _commitment(salt, place, entry))


def unseal(key: bytes, place: Place, ciphertext: bytes, commitment: str) -> dict[str, Any]:
    """Open a sealed entry and check it against its commitment.

    Raises
    ------
    BrokenSeal
        When the key, the place, the ciphertext or the commitment is not the one that belongs to the others.
    """
    where = f"entry {place.number} of {place.rater} in round {place.round}"
    if len(ciphertext) != SIZE:
        raise BrokenSeal(f"The sealed {where} has {len(ciphertext)} bytes and not {SIZE}.")
    try:
        padded = AESGCM(key).decrypt(ciphertext[:_NONCE], ciphertext[_NONCE:], place.encoded())
    except InvalidTag:
        raise BrokenSeal(f"The sealed {where} does not open with the key of that round.") from None
    length = int.from_bytes(padded[:_LENGTH], "big")
    inside = json.loads(padded[_LENGTH : _LENGTH + length])
    entry: dict[str, Any] = inside["entry"]
    if _commitment(bytes.fromhex(inside["salt"]), place, entry) != commitment:
        raise BrokenSeal(f"The sealed {where} is not what was committed to.")
    return entry


def _commitment(salt: bytes, place: Place, entry: dict[str, Any]) -> str:
    mac = hmac.HMAC(salt, hashes.SHA256())
    mac.update(place.encoded() + b"\n" + canonical(entry))
    return mac.finalize().hex()
