"""A real PostgreSQL server for the tests, made from the machine's own binaries and thrown away with them."""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from functools import cache
from pathlib import Path

_number = itertools.count(1)


def binaries() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: on the path, else the newest of Debian's."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else []
    debian = Path("/usr/lib/postgresql")
    if debian.is_dir():
        places += sorted(debian.glob("*/bin"), key=lambda bin: float(bin.parent.name), reverse=True)
    return next((bin for bin in places if (bin / "initdb").exists() and (bin / "pg_ctl").exists()), None)


def _as_user() -> tuple[list[str], int | None]:
    """PostgreSQL does not run as root: then the words that make a command another user's, and who that is."""
    if os.geteuid() != 0:
        return [], None
    import pwd

    for name in ("postgres", "nobody"):
        try:
            who = pwd.getpwnam(name)
        except KeyError:
            continue
        return ["setpriv", f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups"], who.pw_uid
    raise RuntimeError("there is no user that PostgreSQL could run as")


@cache
def server() -> str:
    """Start the server once a test run and give the address of its first database.

    What it keeps is thrown away, so it does not wait for the disk; `durable` gives one that does.
    """
    return _start("-c fsync=off -c synchronous_commit=off -c full_page_writes=off")


@cache
def durable() -> str:
    """Start a server that flushes to the disk at each commit, as in use."""
    return _start("")


@cache
def encrypted(certificate: Path, key: Path) -> str:
    """Start a server that speaks TLS with this certificate and refuses to speak without."""
    return _start("-c fsync=off", certificate, key)


def _start(more: str, certificate: Path | None = None, key: Path | None = None) -> str:
    bin = binaries()
    if bin is None:
        raise RuntimeError("PostgreSQL is not installed; python tests/needs.py says how")
    folder = Path(tempfile.mkdtemp(prefix="workbench-postgres-"))
    words, owner = _as_user()
    data = folder / "data"
    if owner is not None:
        os.chown(folder, owner, -1)
    folder.chmod(0o755)

    def run(*command: str) -> None:
        done = subprocess.run([*words, *command], capture_output=True, text=True, cwd=folder)
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")

    run(str(bin / "initdb"), "--username=workbench", "--auth=trust", "--encoding=UTF8", "--no-sync", "-D", str(data))
    if certificate is not None and key is not None:
        for source, name in ((certificate, "server.crt"), (key, "server.key")):
            shutil.copy(source, data / name)
            (data / name).chmod(0o600)
            if owner is not None:
                os.chown(data / name, owner, -1)
        (data / "pg_hba.conf").write_text("hostssl all all all trust\n")
        more += " -c ssl=on"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=250 {more}"
    )
    run(str(bin / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")

    def stop() -> None:
        subprocess.run([*words, str(bin / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(_only_here(os.getpid(), stop))
    return f"postgresql://workbench@127.0.0.1:{port}/postgres"


def _only_here(process: int, act: object) -> object:
    """A forked child must not stop its parent's server as it ends."""

    def guarded() -> None:
        if os.getpid() == process:
            act()  # type: ignore[operator]

    return guarded


def new_database(address: str | None = None) -> str:
    """Make an empty database, on the quick server unless told, and give its address."""
    import pg8000.dbapi

    address = address or server()
    port = int(address.rpartition(":")[2].partition("/")[0])
    name = f"t{os.getpid()}_{next(_number)}"
    connection = pg8000.dbapi.connect(user="workbench", host="127.0.0.1", port=port, database="postgres")
    connection.autocommit = True
    connection.cursor().execute(f"CREATE DATABASE {name}")
    connection.close()
    return address.removesuffix("postgres") + name
