"""Beyond this machine only over TLS: a certificate of the house, or one that is made here and signed by itself."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from workbench.errors import NotAllowed
from workbench.server.pages._place import LOOPBACK, write_private

GOOD_DAYS = 30
CERTIFICATE, KEY = "pages.crt", "pages.key"

REFUSED = (
    "Pages that other machines can open are served over TLS only, since scores travel on them. Either give the house's "
    "certificate for this address, --certificate FILE --key FILE, or let Workbench make one: --self-signed."
)
WARNING = (
    "The certificate was made here and no browser knows it: each person's browser warns once (“Your connection is not "
    "private”). They choose Advanced, then Continue, after comparing this fingerprint with what the browser shows:"
)


def check_files(address: str, certificate: Path | None, key: Path | None, *, self_signed: bool) -> None:
    """Refuse to serve other machines without TLS, or with half of what it takes.

    Raises
    ------
    NotAllowed
        With both ways out.
    """
    if (certificate is None) != (key is None):
        raise NotAllowed("A certificate and its key go together: --certificate FILE --key FILE.")
    for file in (certificate, key):
        if file is not None and not file.is_file():
            raise NotAllowed(f"There is no file {file}. Give the certificate and its key as PEM files.")
    if address not in LOOPBACK and certificate is None and not self_signed:
        raise NotAllowed(REFUSED)


def self_signed(own: Path, names: list[str], now: datetime | None = None) -> tuple[Path, Path]:
    """Give a certificate for these names and its key, made here; one that is still good for a day is used again."""
    now = now or datetime.now(UTC)
    certificate, key = own / CERTIFICATE, own / KEY
    if not (certificate.is_file() and key.is_file() and _fits(certificate, names, now)):
        private = ec.generate_private_key(ec.SECP256R1())
        made = _certificate(private, names, now)
        pem, kind = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        write_private(key, private.private_bytes(pem, kind, serialization.NoEncryption()).decode())
        write_private(certificate, made.public_bytes(pem).decode())
    return certificate, key


def fingerprint(certificate: Path) -> str:
    """Give the SHA-256 fingerprint as browsers show it.

    >>> fingerprint(Path("pages.crt"))                                       # doctest: +SKIP
    '3F:A2:…'
    """
    return x509.load_pem_x509_certificate(certificate.read_bytes()).fingerprint(hashes.SHA256()).hex(":").upper()


def _certificate(private: ec.EllipticCurvePrivateKey, names: list[str], now: datetime) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=GOOD_DAYS))
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(private, hashes.SHA256())
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _fits(certificate: Path, names: list[str], now: datetime) -> bool:
    known = x509.load_pem_x509_certificate(certificate.read_bytes())
    said = known.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return known.not_valid_after_utc > now + timedelta(days=1) and list(said) == [_general(name) for name in names]
