"""Who is who: a rater's signing key, and the invitation by which they join with it.

An invitation is a signed text that expires; the log keeps its digest only. Who joins with it makes an Ed25519 key
(RFC 8032) that never leaves their key folder, and the log keeps its public half. From then on what that person writes
is signed, and what is not counts for nothing, whoever may write to the store.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from workbench.calibration.keys import KeyFolder
from workbench.errors import NotAllowed
from workbench.store import Event, digest

LONGEST_HOURS = 24 * 60
_SALT = "workbench invitation 1"


@dataclass(frozen=True)
class Invitation:
    """What the facilitator hands to one person. Its text is for that person alone; printing it hides the text."""

    person: str
    text: str
    expires: str

    def __repr__(self) -> str:
        return f"<Invitation for {self.person}, until {self.expires}>"


@dataclass(frozen=True)
class Invited:
    """What the log knows of an invitation: the digest of its text, and until when it is good (UTC, ISO 8601)."""

    digest: str
    expires: str


@dataclass
class Register:
    """Who was invited and who has joined with which key, as the log goes on."""

    facilitator: str = ""
    invited: dict[str, Invited] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)  # person -> public key
    used: dict[str, str] = field(default_factory=dict)  # person -> digest of the invitation they joined with
    joined: dict[str, str] = field(default_factory=dict)  # person -> when

    def objection(self, event: Event) -> str:
        """Take an event in, or say why its actor cannot have written it."""
        try:
            return self._objection(event)
        except (KeyError, TypeError, ValueError) as odd:
            return f"The event does not have the shape of “{event.kind}” ({odd})."

    def _objection(self, event: Event) -> str:
        if event.kind == "joined":
            return self._joined(event)
        public = self.keys.get(event.actor)
        if public is None:
            early = event.actor in self.invited
            return f"{event.actor} was invited and had not joined." if early else self._invited(event)
        # what is erased is told by the store, whoever asked for it
        if event.kind != "erased" and not signed_by(public, event.hash, event.signature):
            return f"The event is not signed with the key of {event.actor}."
        return self._invited(event)

    def _invited(self, event: Event) -> str:
        if event.kind == "invited" and event.actor == self.facilitator:
            said = event.payload
            self.invited[said["person"]] = Invited(said["invitation"], said["expires"])
        return ""

    def _joined(self, event: Event) -> str:
        public, text = str(event.payload["public_key"]), event.payload["invitation"]
        if not signed_by(public, event.hash, event.signature):
            return f"{event.actor} joined without the key that was to be theirs."
        if text is None:
            if event.actor != self.facilitator or event.actor in self.keys:
                return f"{event.actor} joined without an invitation."
        else:
            try:
                check_invitation(str(text), self.invited.get(event.actor), event.at)
            except NotAllowed as refused:
                return str(refused)
            self.used[event.actor] = self.invited.pop(event.actor).digest
        self.keys[event.actor], self.joined[event.actor] = public, event.at
        return ""


def own_key(keys: KeyFolder, session: str, person: str) -> Ed25519PrivateKey | None:
    """Read a person's signing key from their key folder; None when it is not there."""
    kept = keys.load(session, person, "identity")
    return Ed25519PrivateKey.from_private_bytes(kept) if kept is not None else None


def make_key(keys: KeyFolder, session: str, person: str) -> Ed25519PrivateKey:
    """Read the signing key, or make it: on the disk, for this account alone, before it is used."""
    # A round's key file is 32 random bytes; an Ed25519 private key is nothing else (RFC 8032, section 5.1.5).
    return Ed25519PrivateKey.from_private_bytes(keys.load_or_create(session, person, "identity"))


def public_half(key: Ed25519PrivateKey) -> str:
    """Give the public key in hexadecimal."""
    return key.public_key().public_bytes_raw().hex()


def signed_by(public: str, mark: str, signature: str | None) -> bool:
    """Whether a signature over an event's hash is the key's."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature or ""), mark.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def make_invitation(
    keys: KeyFolder, session: str, facilitator: str, person: str, hours: float, now: str
) -> tuple[Invitation, Invited]:
    """Sign an invitation with the facilitator's secret and give it with what the log keeps of it.

    Raises
    ------
    NotAllowed
        When it would be good for less than a few minutes or more than sixty days.
    """
    if not 0.05 <= hours <= LONGEST_HOURS:
        raise NotAllowed(
            f"An invitation is good for three minutes to {LONGEST_HOURS // 24} days; {hours:g} h is neither."
        )
    until = datetime.fromisoformat(now) + timedelta(hours=hours)
    expires = until.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    about = {"session": session, "person": person, "expires": expires, "once": os.urandom(16).hex()}
    text = str(_serializer(_secret(keys, session, facilitator)).dumps(about))
    return Invitation(person, text, expires), Invited(digest(text.encode()), expires)


def invitation_in(text: str) -> str:
    """Give the invitation out of a message or a link: its longest word, as nobody writes one of a hundred letters.

    >>> invitation_in("You are invited: https://127.0.0.1/meet?invitation=eyJzZXNzaW9uIjoicy0xIn0.c2lnbmVk  See you.")
    'eyJzZXNzaW9uIjoicy0xIn0.c2lnbmVk'
    """
    return max(re.findall(r"[\w.-]+", text, re.ASCII), key=len, default="")


def read_invitation(text: str) -> tuple[str, str]:
    """Give session and person of an invitation, to find what the log knows of it; this alone opens nothing.

    Raises
    ------
    NotAllowed
        When it is no invitation.
    """
    from itsdangerous import BadData

    try:
        _, about = _serializer(b"").loads_unsafe(text.strip())
        return str(about["session"]), str(about["person"])
    except (BadData, TypeError, KeyError) as problem:
        raise NotAllowed("That is no invitation. Copy the whole text that the facilitator gave you.") from problem


def check_invitation(text: str, known: Invited | None, now: str) -> None:
    """Compare an invitation with what the log knows of it.

    Raises
    ------
    NotAllowed
        When it was changed, taken back, used or has expired.
    """
    if known is None or digest(text.strip().encode()) != known.digest:
        raise NotAllowed(
            "This invitation has been used, or another has taken its place. Ask the facilitator for a new one."
        )
    if datetime.fromisoformat(now) > datetime.fromisoformat(known.expires):
        raise NotAllowed(f"This invitation was good until {known.expires}. Ask the facilitator for a new one.")


def _secret(keys: KeyFolder, session: str, facilitator: str) -> bytes:
    return keys.load_or_create(session, facilitator, "invitations")


def _serializer(secret: bytes) -> Any:
    from itsdangerous import URLSafeSerializer

    return URLSafeSerializer(secret or b"-", salt=_SALT)
