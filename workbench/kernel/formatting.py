"""Views of the domain's values, put beside IPython's own by name: nothing is imported before it is shown."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from workbench.kernel.charts import KINDS, drawn_by_lab
from workbench.kernel.sheet import as_html, as_text

# module and name of a value -> the function of `workbench.kernel` that gives its sheet
SHOWN: dict[tuple[str, str], str] = {
    ("workbench.intake.capability_map", "CapabilityMap"): "views:of_map",
    ("workbench.calibration.rubric", "Rubric"): "views:of_rubric",
    ("workbench.calibration.session", "Session"): "meeting_views:of_session",
    ("workbench.calibration.tables", "Tables"): "meeting_views:of_tables",
    ("workbench.evidence.values", "Evidence"): "views:of_evidence",
    ("workbench.resume.profile", "Resume"): "views:of_resume",
    ("workbench.resume.redact", "Redacted"): "views:of_redacted",
    ("workbench.skills.values", "Glossary"): "views:of_glossary",
    ("workbench.skills.values", "Skill"): "views:of_skill",
    ("workbench.skills.values", "Resolution"): "views:of_resolution",
    ("workbench.kernel.results", "Shown"): "views:of_shown",
}


class Formatters:
    """Our views in one shell's formatters for `text/html` and `text/plain`."""

    def __init__(self, shell: Any) -> None:
        formatters = shell.display_formatter.formatters
        self._put: list[tuple[Any, tuple[str, str], Callable[..., Any]]] = []
        for key, maker in SHOWN.items():
            self._put_in(formatters["text/html"], key, _in_html(maker))
            self._put_in(formatters["text/plain"], key, _in_text(maker))
        for key in KINDS:
            self._put_in(shell.display_formatter.mimebundle_formatter, key, drawn_by_lab)

    def _put_in(self, formatter: Any, key: tuple[str, str], view: Callable[..., Any]) -> None:
        if key not in formatter.deferred_printers and not _by_type(formatter, key):
            formatter.for_type_by_name(*key, view)
            self._put.append((formatter, key, view))

    def remove(self) -> None:
        """Take our views out; one that somebody registered over ours stays."""
        for formatter, key, view in self._put:
            if formatter.deferred_printers.get(key) is view:
                del formatter.deferred_printers[key]
            for cls in _by_type(formatter, key):
                if formatter.type_printers[cls] is view:
                    del formatter.type_printers[cls]


def _by_type(formatter: Any, key: tuple[str, str]) -> list[type]:
    return [cls for cls in formatter.type_printers if (cls.__module__, cls.__name__) == key]


def _sheet_of(maker: str, value: Any) -> Any:
    module, name = maker.split(":")
    return getattr(importlib.import_module(f"workbench.kernel.{module}"), name)(value)


def _in_html(maker: str) -> Callable[[Any], str]:
    return lambda value: as_html(_sheet_of(maker, value))


def _in_text(maker: str) -> Callable[[Any, Any, bool], None]:
    def view(value: Any, printer: Any, cycle: bool) -> None:
        if printer.stack[:-1] if hasattr(printer, "stack") else False:  # inside a list or another value: one line
            printer.text(_sheet_of(maker, value).title)
        else:
            printer.text(as_text(_sheet_of(maker, value)))

    return view
