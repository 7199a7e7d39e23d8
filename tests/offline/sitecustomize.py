"""No Python process of the tests reaches another machine: Python imports this by itself where `PYTHONPATH` names it.

A connection or a look-up that would leave the machine fails as it does without a network, and is written to the file
that `WORKBENCH_OUTSIDE` names, so that the test that is running fails too, whoever caught the error.
"""

import errno
import ipaddress
import os
import socket
import sys

_LOCAL = ("127.", "::1", "localhost", "0.0.0.0", "::ffff:127.")


def outside(event, told):
    """Give where a call would go beyond this machine, or nothing."""
    if event in ("socket.connect", "socket.sendto"):
        address = told[1]
        host = address[0] if isinstance(address, tuple) else ""  # a path is a socket of this machine
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = told[0] or ""
    else:
        return ""
    host = host.decode() if isinstance(host, bytes) else str(host)
    return "" if not host or host.startswith(_LOCAL) or host in (_NAME, "::") or _own(host) else f"{event} {host}"


def _own(host):
    """Whether it is an address of this machine: only such a one can be bound."""
    try:
        family = socket.AF_INET6 if ipaddress.ip_address(host).version == 6 else socket.AF_INET
        with socket.socket(family) as probe:
            probe.bind((host, 0))
    except (OSError, ValueError):
        return False
    return True


def _guard(event, told):
    if event.startswith("socket.") and (where := outside(event, told)):
        if log := os.environ.get("WORKBENCH_OUTSIDE"):
            file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            os.write(file, f"{where} ({' '.join(sys.orig_argv[:6])})\n".encode())
            os.close(file)
        raise OSError(errno.ENETUNREACH, f"the tests stay on this machine: {where}")


_NAME = socket.gethostname()
if not getattr(sys, "workbench_stays_here", False):
    sys.workbench_stays_here = True
    sys.addaudithook(_guard)
