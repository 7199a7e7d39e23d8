"""The verbs of a role: its map, as a screen or as YAML, its brief, and new notebooks."""

from __future__ import annotations

from typing import Any

from IPython.core.magic import cell_magic, line_cell_magic, line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from workbench.errors import BadTemplate, NotAllowed
from workbench.kernel.asking import manual, read_line
from workbench.kernel.results import Note, Shown, none_found
from workbench.kernel.room import Room
from workbench.kernel.verbs import Verbs
from workbench.kernel.words import listed, say

_AROUND = 2


class BadCell(BadTemplate):
    """A map in a cell that cannot be read; the message shows the line."""

    def __init__(self, broken: BadTemplate, cell: str) -> None:
        super().__init__(broken.file, broken.line, broken.field, broken.message)
        self.args = (f"{self}{_marked(cell, broken.line)}",)


@magics_class
class RoleMagics(Verbs):
    """`%intake`, `%%intake`, `%%brief` and `%new`."""

    def __init__(self, shell: Any, room: Room) -> None:
        super().__init__(shell, room)
        self._shell: Any = shell

    @line_cell_magic
    @manual
    @magic_arguments()
    @argument(
        "what", nargs="*", metavar="WHAT", help="a role family, or a map's file; in a cell: the name to give the map"
    )
    @argument("--map", action="store_true", help="give the map itself instead of its screen")
    def intake(self, line: str, cell: str | None = None) -> Any:
        """Open the capability map: what the work needs, and who tests it.

        As %%intake the cell holds the map as YAML. It is checked, its wording is looked at, and what is wrong is named
        with its line and field.

            req = %intake backend
        """
        given = read_line(self.intake, line)
        what = " ".join(given.what)
        if cell is not None:
            return self._from_cell(what, cell)
        from workbench import intake

        if given.map or getattr(self._shell, "kernel", None) is None:
            self.room.role = intake.load(what) if what else self.room.map
            return self.room.role
        from workbench import widgets

        self.room.role = widgets.IntakeMap(what) if what else widgets.IntakeMap(self.room.opened or None)
        return self.room.role

    def _from_cell(self, name: str, cell: str) -> Any:
        from workbench import intake

        if name and not name.isidentifier():
            raise NotAllowed(say("usage", verb="intake", problem=f"“{name}” cannot be a name"))
        try:
            found = intake.parse(cell, "this cell")
        except BadTemplate as broken:
            raise BadCell(broken, cell) from None
        self.room.role = found
        if name:
            self._shell.user_ns[name] = found
        return CheckedMap(found, tuple(intake.check(found)))

    @cell_magic
    @manual
    @magic_arguments()
    @argument("--accept", nargs="+", metavar="N", help="take these changes, by number, or all")
    def brief(self, line: str, cell: str) -> Any:
        """Read a draft brief as a candidate would, and propose clearer words, change by change.

        Nothing is changed by itself: `--accept 1 3` takes the first and the third, and shows the text that comes of it.

            %%brief --accept 1
            5+ years of Java
        """
        given = read_line(self.brief, line)
        from workbench import intake

        found = intake.read_brief(cell.strip("\n"))
        if not given.accept:
            return Draft(found) if found.changes else none_found()
        known = [str(one.number) for one in found.changes]
        wanted = known if given.accept == ["all"] else [one.strip(",") for one in given.accept]
        for one in wanted:
            if one not in known:
                raise NotAllowed(say("no_change", given=one, known=listed(known)))
        return Draft(found.accept(*(int(one) for one in wanted)))

    @line_magic
    @manual
    @magic_arguments()
    @argument("kind", metavar="KIND", help="intake, calibration, debrief, training or analysis")
    @argument("--req", nargs="+", metavar="NAME", help="the requisition; it stands in the title and the file's name")
    def new(self, line: str) -> Note:
        """Copy a notebook for a meeting of your own, dated, with its code hidden.

        It lies beside this one and never takes the place of another.

            %new intake --req BE-204
        """
        given = read_line(self.new, line)
        from workbench._notebooks import new_notebook

        path = new_notebook(given.kind, " ".join(given.req or ()))
        return Note(say("written", file=path.name))


class CheckedMap(Shown):
    """A map that a cell held, with what its wording checks say."""

    def __init__(self, capability_map: Any, issues: tuple[Any, ...]) -> None:
        self.value, self.issues = capability_map, issues

    def sheet(self) -> Any:
        from workbench.kernel.sheet import Sheet
        from workbench.kernel.views import of_map

        inner = of_map(self.value)
        told = [
            f"{one.capability or 'map'}, {one.field or 'as a whole'}: {one.why} {one.better}" for one in self.issues
        ]
        after = told or ["The wording checks found nothing."]
        return Sheet(inner.title, inner.said, inner.columns, inner.rows, [*inner.after, *after])

    def to_frame(self) -> Any:
        return self.value.to_frame()


class Draft(Shown):
    """A brief with its changes; `accept(1, 3)` gives the next draft, `.text` is what stands now."""

    def __init__(self, brief: Any) -> None:
        self.value = brief

    @property
    def text(self) -> str:
        """The brief as it stands."""
        return str(self.value.text)

    def accept(self, *numbers: int) -> Draft:
        """Take changes by number."""
        return Draft(self.value.accept(*numbers))

    def sheet(self) -> Any:
        from workbench.kernel.sheet import Sheet

        rows = [(str(one.number), one.before, one.after, one.why) for one in self.value.changes]
        said = self.text.splitlines()
        after = ["%%brief --accept 1 2 takes changes by number."] if rows else [say("no_changes")]
        return Sheet("Brief", said, ("", "as it stands", "as it would read", "why"), rows, after)


def _marked(cell: str, line: int | None) -> str:
    """Give the lines around the one that is meant, with an arrow before it."""
    lines = cell.splitlines()
    if not line or not 1 <= line <= len(lines):
        return ""
    first = max(1, line - _AROUND)
    shown = enumerate(lines[first - 1 : line + _AROUND], start=first)
    return "\n\n" + "\n".join(f"{'→' if n == line else ' '} {n:>3}  {text}" for n, text in shown)
