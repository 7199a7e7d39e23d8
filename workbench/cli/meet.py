"""`workbench meet`: pages for the panel, a link a person, and nobody sees a notebook."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from workbench.server.pages import PanelLink, Place

app = typer.Typer(add_completion=False, rich_markup_mode=None)

SHOWN = "02_calibrate.ipynb"


@app.command()
def meet(
    notebook: Annotated[
        Path | None, typer.Argument(metavar="[NOTEBOOK]", help="The facilitator's notebook. Default: 02_calibrate.")
    ] = None,
    address: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one.")] = 0,
    certificate: Annotated[Path | None, typer.Option(help="Certificate of this address, PEM.")] = None,
    key: Annotated[Path | None, typer.Option(help="Its private key, PEM.")] = None,
    self_signed: Annotated[bool, typer.Option("--self-signed", help="Make a certificate here.")] = False,
    idle: Annotated[int, typer.Option(help="Seconds until a page that nobody has open gives its memory back.")] = 900,
    codes: Annotated[bool, typer.Option("--codes", help="Draw each link as a QR code, too.")] = False,
    folder: Annotated[Path | None, typer.Option(help="Folder to hold the meeting in.")] = None,
) -> None:
    """Serve the panel's pages: each person's own sheet, without code. Ctrl-C ends it."""
    from workbench.server.pages._serve import is_open_to_others, serve
    from workbench.server.pages._tls import WARNING, check_files, fingerprint

    check_files(address, certificate, key, self_signed=self_signed)
    _say("Opening the meeting …")
    place = replace(_place(notebook, folder, address, port), idle=idle)
    made = certificate is None and is_open_to_others(address)
    if made or certificate is not None:
        place = _with_certificate(place, certificate, key)

    def ready(url: str, own: str, links: list[PanelLink]) -> None:
        _say(f"\nYour own page, once:\n  {own}\n")
        for link in links:
            _tell(link, codes=codes)
        _say(f"\nA check that people can run the day before:\n  {url}check")
        if made and place.certificate is not None:
            _say(f"\n{WARNING}\n  {fingerprint(place.certificate)}")
        _say("\nCtrl-C here ends it.")

    try:
        serve(place, ready)
    except OSError as problem:
        _say(f"The pages could not be served at {address}: {problem}.")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        pass
    _say("\nThe pages are closed. Everything that was saved is in the store.")


def _place(notebook: Path | None, folder: Path | None, address: str, port: int) -> Place:
    """Give the meeting that the notebook holds: the one begun last in the store beside it."""
    from workbench.calibration import open_meeting
    from workbench.server.pages import Place

    file = _file(notebook, folder)
    meeting = open_meeting(folder=file.parent)
    if not meeting.is_facilitator:
        meeting = open_meeting(folder=file.parent, actor=meeting.meeting.facilitator, session=meeting.session)
    store = os.environ.get("WORKBENCH_STORE", "")
    return Place(
        door=meeting.door(),
        session=meeting.session,
        store=store if store.startswith("postgres") else str(meeting.store.path.resolve()),
        notebook=file,
        own=meeting.store.path.resolve().parent,
        address=address,
        port=port,
    )


def _file(notebook: Path | None, folder: Path | None) -> Path:
    from workbench.server._working_folder import working_folder

    if notebook is not None and notebook.is_file() and folder is None:
        return notebook.resolve()
    root = working_folder(folder and folder.resolve()).resolve()
    file = root / (notebook or SHOWN)
    if not file.is_file():
        raise typer.BadParameter(f"there is no {notebook or SHOWN} here or in {root}")
    return file


def _with_certificate(place: Place, certificate: Path | None, key: Path | None) -> Place:
    from workbench.server.pages._serve import names_of
    from workbench.server.pages._tls import self_signed

    if certificate is None or key is None:
        certificate, key = self_signed(place.own, names_of(place.address))
    return replace(place, certificate=certificate.resolve(), key=key.resolve())


def _tell(link: PanelLink, *, codes: bool) -> None:
    if not link.url:
        _say(f"{link.name} has joined. Another device takes another link: your page has it, under Invitations.")
        return
    _say(f"{link.name}, until {link.expires[:16].replace('T', ', ')} UTC:\n  {link.url}")
    if codes:
        import segno

        segno.make(link.url, error="l", micro=False).terminal(out=sys.stderr, compact=True)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
