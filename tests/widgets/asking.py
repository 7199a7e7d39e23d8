"""Asking a map as its view does."""

from __future__ import annotations

import threading


def ask(widget, verb, **args):
    """Send a request as the view does, and give the answer."""
    heard, said = threading.Event(), []

    def send(content, buffers=None):
        said.append(content)
        heard.set()

    widget.send = send
    widget._receive(widget, {"kind": "do", "request": f"{verb}-{len(args)}-{id(said)}", "verb": verb, "args": args}, [])
    assert heard.wait(10), "no answer"
    return said[0]


def do(widget, verb, **args):
    reply = ask(widget, verb, **args)
    assert reply["ok"], reply
    return reply


def second(widget):
    return widget.value.capabilities[1].id
