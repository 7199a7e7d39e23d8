"""Scores on their way to the team's server: encrypted as the address asks, and never sent where that cannot be."""

from __future__ import annotations

import datetime
import ipaddress
import threading
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.postgres import encrypted, server
from workbench.errors import StoreError
from workbench.store import Apart, open_store
from workbench.store._encryption import Encryption, encryption_in

DAY = datetime.timedelta(days=1)


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def write(path: Path, certificate: x509.Certificate) -> Path:
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return path


@cache
def papers() -> dict[str, Path]:
    """An authority, another one, and a server's certificate for `localhost` (not for its number) and its key."""
    folder = Path(mkdtemp(prefix="workbench-papers-"))
    now = datetime.datetime.now(datetime.UTC)
    made: dict[str, Path] = {}
    for name in ("other", "authority"):
        own = ec.generate_private_key(ec.SECP256R1())
        builder = (
            x509.CertificateBuilder().subject_name(named(name)).issuer_name(named(name)).public_key(own.public_key())
        )
        builder = (
            builder.serial_number(x509.random_serial_number()).not_valid_before(now - DAY).not_valid_after(now + DAY)
        )
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).add_extension(
            usage, critical=True
        )
        made[name] = write(folder / f"{name}.crt", builder.sign(own, hashes.SHA256()))
    key = ec.generate_private_key(ec.SECP256R1())
    sans = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.9"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(named("localhost"))
        .issuer_name(named("authority"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + DAY)
        .add_extension(sans, critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(own, hashes.SHA256())
    )
    made["certificate"] = write(folder / "server.crt", certificate)
    made["key"] = folder / "server.key"
    plain = serialization.NoEncryption()
    made["key"].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    return made


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A server that speaks TLS alone, under the name its certificate has."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    for variable in ("PGSSLMODE", "PGSSLROOTCERT"):
        monkeypatch.delenv(variable, raising=False)
    return encrypted(papers()["certificate"], papers()["key"]).replace("127.0.0.1", "localhost")


def refused(address: str) -> str:
    with pytest.raises(StoreError) as problem:
        open_store(address)
    told = str(problem.value)
    assert "\n" not in told
    assert not any(word in told for word in ("Traceback", "Errno", "_ssl.c", "SSL:"))
    return told


@pytest.mark.slow
@pytest.mark.parametrize(
    "mode",
    [
        "",
        "?sslmode=prefer",
        "?sslmode=require",
        "?sslmode=verify-ca&sslrootcert={authority}",
        "?sslmode=verify-full&sslrootcert={authority}",
    ],
)
def test_a_line_that_holds_what_it_asks_for_is_encrypted_and_works(address: str, mode: str) -> None:
    store = open_store(address + mode.format(**papers()))
    [(encrypted_,)] = store._database.reading.connect().exec_driver_sql(
        "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    )
    assert encrypted_
    before = len(store.events("tls"))
    store.append("tls", "ana", "said", {"why": Apart("in words")}, request=f"r{mode}")
    assert len(store.events("tls")) == before + 1
    assert store.verify() == []
    store.close()


@pytest.mark.slow
def test_the_board_hears_of_a_score_over_an_encrypted_line(address: str) -> None:
    whole = f"{address}?sslmode=verify-full&sslrootcert={papers()['authority']}"
    store, other = open_store(whole), open_store(whole)
    heard = threading.Semaphore(0)
    watcher = store.watch(heard.release)
    for n in range(20):
        other.append("heard", "ana", "said", {"n": n}, request=f"n{n}")
    assert heard.acquire(timeout=10)
    while heard.acquire(timeout=3):
        pass
    other.append("heard", "ana", "said", {"n": "last"}, request="last")
    assert heard.acquire(timeout=10)
    watcher.close()
    store.close()
    other.close()


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
def test_a_server_without_encryption_is_refused_by_an_address_that_asks_for_it(address: str, mode: str) -> None:
    assert "does not offer an encrypted connection" in refused(f"{server()}?sslmode={mode}")


@pytest.mark.slow
def test_a_plain_line_is_refused_by_a_server_that_wants_encryption(address: str) -> None:
    assert "no encryption" in refused(f"{address}?sslmode=disable")


@pytest.mark.slow
def test_a_certificate_for_another_host_is_refused(address: str) -> None:
    number = address.replace("localhost", "127.0.0.1")
    told = refused(f"{number}?sslmode=verify-full&sslrootcert={papers()['authority']}")
    assert "is for another host than 127.0.0.1, so nothing was sent" in told
    open_store(f"{number}?sslmode=verify-ca&sslrootcert={papers()['authority']}").close()


@pytest.mark.slow
@pytest.mark.parametrize(
    "more", ["verify-full", "verify-ca", "verify-full&sslrootcert={other}", "require&sslrootcert={other}"]
)
def test_a_certificate_of_a_stranger_is_refused(address: str, more: str) -> None:
    told = refused(f"{address}?sslmode={more.format(**papers())}")
    assert "signed by nobody this machine trusts, so nothing was sent" in told


@pytest.mark.slow
def test_a_file_that_is_no_certificate_is_named(address: str, tmp_path: Path) -> None:
    assert "There is no file nowhere.crt" in refused(f"{address}?sslmode=verify-full&sslrootcert=nowhere.crt")
    (tmp_path / "odd.crt").write_text("hello")
    assert "holds no certificate" in refused(f"{address}?sslmode=verify-full&sslrootcert={tmp_path / 'odd.crt'}")


def test_a_slip_of_the_pen_does_not_send_scores_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    for slip in ("verify_full", "required", "on", "TRUE"):
        with pytest.raises(StoreError, match=f"sslmode={slip} is no way"):
            encryption_in({"sslmode": slip})
    monkeypatch.delenv("PGSSLMODE", raising=False)
    monkeypatch.delenv("PGSSLROOTCERT", raising=False)
    assert encryption_in({}) == Encryption("prefer")
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    monkeypatch.setenv("PGSSLROOTCERT", "team.crt")
    query = {"sslmode": "require", "other": "kept"}
    assert encryption_in(query) == Encryption("require", "team.crt")
    assert encryption_in({}) == Encryption("verify-full", "team.crt")
    assert query == {"other": "kept"}
