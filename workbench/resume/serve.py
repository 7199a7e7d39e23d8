"""What the worker does with each message. Runs in the worker process only."""

from __future__ import annotations

import gc
import logging
import os
from typing import Any

from workbench.errors import Refused
from workbench.resume import protocol

_COLLECT = 50  # documents


def warm_up() -> None:
    """Import what every document needs before the limits are set."""
    import numpy
    import phonenumbers
    import pypdfium2.raw
    from lxml import etree

    import workbench.resume.engines

    logging.disable(logging.CRITICAL)
    _ = (numpy, phonenumbers, pypdfium2.raw, etree, workbench.resume.engines)


def serve(requests: int, answers: int) -> None:
    """Answer messages until the pipe is closed."""
    protocol.send(answers, protocol.pack({"ok": True, "pid": os.getpid()}))
    # what a document leaves behind is freed by counting references; looking for rings after every few hundred
    # objects takes a tenth of the time and finds none
    gc.freeze()
    gc.disable()
    count = 0
    while True:
        try:
            message, payload = protocol.receive(requests)
        except protocol.Closed:
            return
        answer, picture, go_on = _answer(message, payload)
        del payload
        protocol.send(answers, protocol.pack(answer, picture))
        del answer, picture
        count += 1
        if count % _COLLECT == 0:
            gc.collect()
        if not go_on:
            return


def _answer(message: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes, bool]:
    from workbench.resume import engines

    try:
        if message["do"] == "render":
            picture = engines.render(payload, message["kind"], message["page"], message["scale"], message["blackout"])
            return {"ok": True}, picture, True
        profile = engines.read(payload, message["file"], message["kind"], message.get("engine"))
        return {"ok": True, "profile": profile}, b"", True
    except Refused as refusal:
        return {"ok": False, "reason": refusal.reason, "message": refusal.message}, b"", True
    except MemoryError:
        text = "It needs more memory than a profile may take."
        return {"ok": False, "reason": "too_large", "message": text, "leaving": True}, b"", False
    except RecursionError:
        text = "Its parts are nested deeper than in any real document."
        return {"ok": False, "reason": "damaged", "message": text, "leaving": True}, b"", False
    except Exception as problem:
        # whatever a library raises on a broken file is that file's refusal, with the cause named
        text = f"It could not be read ({type(problem).__name__}: {str(problem)[:160]})."
        return {"ok": False, "reason": "damaged", "message": text}, b"", True
