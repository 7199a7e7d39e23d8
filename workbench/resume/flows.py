"""Documents without pages of their own: each format gives paragraphs, paragraphs become rows on a plain page."""

from __future__ import annotations

from workbench.errors import Refused
from workbench.resume.document import Kind
from workbench.resume.manipulation import invisible_findings
from workbench.resume.paragraphs import WIDTH, Paragraph, lay_out, run_findings
from workbench.resume.plain import decode, read_markdown, read_text
from workbench.resume.profile import Finding
from workbench.resume.structure import Flow
from workbench.resume.tokens import Sheet, Token

MAX_CHARACTERS = 1_000_000


def read_flow(data: bytes, file: str, kind: Kind) -> tuple[Flow, str, list[Finding]]:
    """Read a document of a kind without fixed pages: rows, the engine's name, findings.

    Raises
    ------
    Refused
        When it is damaged, too large or empty.
    """
    paragraphs, engine = _paragraphs(data, file, kind)
    letters = sum(len(run.text) for paragraph in paragraphs for run in paragraph.runs)
    if letters > MAX_CHARACTERS:
        raise Refused("too_large", file, f"It has {letters:,} characters; a profile has a few thousand.")
    if not any(letter.isalnum() for paragraph in paragraphs for run in paragraph.runs for letter in run.text):
        raise Refused("no_text_layer", file, "There is no text in it.")
    flow = lay_out(paragraphs)
    return flow, engine, invisible_in(paragraphs) + run_findings(flow)


def _paragraphs(data: bytes, file: str, kind: Kind) -> tuple[list[Paragraph], str]:
    if kind == "docx":
        from workbench.resume.docx import read_docx

        return read_docx(data, file), "lxml"
    if kind == "odt":
        from workbench.resume.odt import read_odt

        return read_odt(data, file), "lxml"
    if kind == "html":
        from workbench.resume.html import read_html

        return read_html(decode(data)), "lxml"
    if kind == "rtf":
        from workbench.resume.rtf import read_rtf

        return read_rtf(data, file), "workbench"
    if kind == "markdown":
        return read_markdown(decode(data)), "workbench"
    return read_text(decode(data)), "workbench"


def invisible_in(paragraphs: list[Paragraph]) -> list[Finding]:
    """Invisible and lookalike letters, looked for before the text is mended."""
    words = (
        Token(word, 0, 0, WIDTH, 12, run.size)
        for paragraph in paragraphs
        for run in paragraph.runs
        if not run.text.isascii()
        for word in run.text.split()
    )
    return invisible_findings([Sheet(1, WIDTH, 12, list(words))])
