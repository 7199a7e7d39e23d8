"""Encrypting the line to a PostgreSQL server, in libpq's words: `sslmode` and `sslrootcert`."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from workbench.errors import StoreError

Mode = Literal["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]
_ASK = (8).to_bytes(4, "big") + (80877103).to_bytes(4, "big")  # SSLRequest of PostgreSQL's protocol
_FOR_ANOTHER_HOST = (62, 64)  # OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and _IP_ADDRESS_MISMATCH
_EXPIRED = 10


@dataclass(frozen=True)
class Encryption:
    """What an address asks of the line: which mode, and the file of the authority that signs the server's certificate.

    "prefer", which is also what an address without the word means, encrypts where the server offers it; "require"
    encrypts or refuses; "verify-ca" also looks at who signed the certificate, and "verify-full" at whose it is.
    """

    mode: Mode
    authority: str | None = None

    def over(self, line: socket.socket, host: str, name: str) -> socket.socket:
        """Encrypt a fresh connection, or give it back as it is where the address allows that.

        Raises
        ------
        StoreError
            When the server offers no encryption, or its certificate is not what the address asks for. Nothing was sent.
        """
        if self.mode in ("disable", "allow"):
            return line
        line.sendall(_ASK)
        if line.recv(1) != b"S":
            if self.mode == "prefer":
                return line
            raise StoreError(
                f"{name} does not offer an encrypted connection, and the address asks for one (sslmode={self.mode}). "
                "Nothing was sent. Ask who runs the server to turn encryption on."
            )
        try:
            return self._context().wrap_socket(line, server_hostname=host)
        except ssl.SSLCertVerificationError as problem:
            raise StoreError(_untrusted(problem, name, host)) from problem
        except ssl.SSLError as problem:
            told = f"{name} and this machine could not agree on an encrypted connection ({problem.reason})."
            raise StoreError(f"{told} Nothing was sent.") from problem

    def _context(self) -> ssl.SSLContext:
        if self.authority is not None and not Path(self.authority).expanduser().is_file():
            raise StoreError(f"There is no file {self.authority}; the address names it as sslrootcert.")
        file = str(Path(self.authority).expanduser()) if self.authority else None
        try:
            context = ssl.create_default_context(cafile=file)
        except ssl.SSLError as problem:
            raise StoreError(
                f"{self.authority} holds no certificate; the address names it as sslrootcert."
            ) from problem
        # as libpq does: with an authority named, "require" looks at the signature too
        trusts_all = self.mode == "prefer" or (self.mode == "require" and file is None)
        context.check_hostname = self.mode == "verify-full"
        if trusts_all:
            context.verify_mode = ssl.CERT_NONE
        return context


def encryption_in(query: MutableMapping[str, Any]) -> Encryption:
    """Take what an address says about encryption out of its query; else `PGSSLMODE` and `PGSSLROOTCERT` say it.

    Raises
    ------
    StoreError
        For a mode that does not exist: a slip of the pen must not send scores in the clear.
    """
    mode = _one(query, "sslmode", os.environ, "PGSSLMODE") or "prefer"
    authority = _one(query, "sslrootcert", os.environ, "PGSSLROOTCERT")
    known: tuple[Mode, ...] = get_args(Mode)
    for word in known:
        if word == mode:
            return Encryption(word, authority)
    raise StoreError(f"sslmode={mode} is no way to encrypt. There are {', '.join(known[:-1])} and {known[-1]}.")


def _one(query: MutableMapping[str, Any], name: str, environment: Mapping[str, str], variable: str) -> str | None:
    given = query.pop(name, None) or environment.get(variable)
    return (str(given if isinstance(given, str) else given[-1]) or None) if given else None


def _untrusted(problem: ssl.SSLCertVerificationError, name: str, host: str) -> str:
    if problem.verify_code in _FOR_ANOTHER_HOST:
        return (
            f"The certificate of {name} is for another host than {host}, so nothing was sent. Write the host's name as "
            "its certificate has it."
        )
    if problem.verify_code == _EXPIRED:
        return f"The certificate of {name} has expired, so nothing was sent. Ask who runs the server for a new one."
    return (
        f"The certificate of {name} is signed by nobody this machine trusts, so nothing was sent. Name the file of its "
        "authority: ?sslmode=verify-full&sslrootcert=FILE."
    )
