"""One way in for every kind of document: bytes to a profile as plain JSON. Runs in the worker process."""

from __future__ import annotations

import re
from typing import Any

from workbench.errors import Refused
from workbench.resume import pdf
from workbench.resume.assemble import assemble
from workbench.resume.document import Kind
from workbench.resume.hidden import hidden_findings
from workbench.resume.laid_out import laid_out
from workbench.resume.manipulation import instruction_findings, invisible_findings, stuffing_findings
from workbench.resume.profile import Finding, Resume
from workbench.resume.structure import Flow, arrange

_BROKEN = re.compile("[\ufffd\ue000-\uf8ff]")


def read(data: bytes, file: str, kind: Kind, engine: str | None = None) -> dict[str, Any]:
    """Read a document; give what `Resume.from_dict` takes.

    Raises
    ------
    Refused
        When there is nothing to read or too much of it.
    """
    if kind == "pdf":
        sheets, name, cut = pdf.sheets(data, file, engine)
        findings = hidden_findings(sheets) + invisible_findings(sheets)
        _must_have_text(sheets, file)
        flow = arrange(sheets)
    elif kind == "json":
        return _read_json(data, file)
    else:
        from workbench.resume.flows import read_flow

        flow, name, findings = read_flow(data, file, kind)
        cut = False
    return finish(flow, file, kind, name, findings, cut=cut)


def _read_json(data: bytes, file: str) -> dict[str, Any]:
    """A JSON Resume keeps its own fields; only its lines and the findings are ours."""
    from workbench.resume.flows import invisible_in
    from workbench.resume.json_resume import SECTIONS, paragraphs_of, parse
    from workbench.resume.language import language_of
    from workbench.resume.paragraphs import lay_out
    from workbench.resume.plain import decode

    own = parse(decode(data), file)
    parts = paragraphs_of(own)
    if not parts:
        raise Refused("no_text_layer", file, "There is no text in it.")
    paragraphs = [paragraph for paragraph, _, _ in parts]
    flow = lay_out(paragraphs)
    for row, (paragraph, section, entry) in zip(flow.rows, parts, strict=True):
        row.section, row.entry, row.heading = section, entry, paragraph.heading and section is not None
    findings = invisible_in(paragraphs) + instruction_findings(flow.rows)
    basics = own["basics"]
    own["meta"] = {
        "workbench": {
            "file": file,
            "status": "read",
            "reason": None,
            "engine": "json",
            "pages": len(flow.sheets),
            "columns": 1,
            "language": language_of(" ".join(row.text for row in flow.rows)),
            "sections": [SECTIONS[name][0] for name in SECTIONS if own[name]],
            "emails": [basics["email"]] if isinstance(basics.get("email"), str) else [],
            "phones": [basics["phone"]] if isinstance(basics.get("phone"), str) else [],
            "links": [basics["url"]] if isinstance(basics.get("url"), str) else [],
            "findings": [finding.to_dict() for finding in findings],
            "fields": {},
        }
    }
    return _profile(file, own, laid_out(flow, file, "json", "json"), findings)


def finish(
    flow: Flow, file: str, kind: Kind, engine: str, findings: list[Finding], *, cut: bool = False
) -> dict[str, Any]:
    """Assemble the profile of a flow and add what a person should know about the file."""
    profile = assemble(flow, file, engine)
    live = [row for row in flow.rows if not row.repeated]
    keywords = [word for group in profile["skills"] for word in group.get("keywords", [])]
    work = " ".join(row.text for row in live if row.section in {"work", "projects", "volunteer"})
    findings = findings + instruction_findings(live) + stuffing_findings(live, keywords, work)
    own = profile["meta"]["workbench"]
    own["findings"] = [finding.to_dict() for finding in findings]
    if cut:
        own["pages_left_out"] = True
    return _profile(file, profile, laid_out(flow, file, kind, engine), findings)


def _profile(file: str, data: dict[str, Any], document: dict[str, Any], findings: list[Finding]) -> dict[str, Any]:
    return {"file": file, "data": data, "document": document, "findings": [finding.to_dict() for finding in findings]}


def _must_have_text(sheets: list[Any], file: str) -> None:
    text = "".join([token.text for sheet in sheets for token in sheet.tokens])
    letters = sum(map(str.isalnum, text))
    broken = 0 if text.isascii() else len(_BROKEN.findall(text))
    if letters == 0 or broken > 2 * letters:
        raise Refused("no_text_layer", file, "It has pictures of text but no text. Ask for the original document.")


def render(data: bytes, kind: Kind, page: int, scale: float, blackout: list[list[float]]) -> bytes:
    """Draw a page as PNG; kinds without pages of their own are drawn from their lines.

    Raises
    ------
    Refused
        When there is no such page.
    """
    if kind == "pdf":
        return pdf.picture(data, "", page, scale, blackout)
    from workbench.resume.drawing import draw_lines

    return draw_lines(Resume.from_dict(read(data, "", kind)).document, page, scale, blackout)
