"""How a verb reads its line: quotes as people write them, and a calm sentence when something does not fit."""

from __future__ import annotations

import shlex
from argparse import Namespace
from typing import Any

from IPython.core.error import UsageError

from workbench.errors import WorkbenchError
from workbench.kernel.words import say


class BadLine(WorkbenchError):
    """A verb was written in a way it does not understand; the message says how it is used."""


def read_line(verb: Any, line: str) -> Namespace:
    """Read the arguments of a verb.

    Raises
    ------
    BadLine
        When they do not fit.
    """
    parser = verb.parser
    try:
        words = shlex.split(line)
    except ValueError:  # an apostrophe, not a quote that was left open
        words = line.split()
    name = parser.prog.lstrip("%")
    try:
        return Namespace(**vars(parser.parse_args(words)))
    except UsageError as problem:
        said = str(problem).strip().split("\n")[-1].rstrip(".")
        raise BadLine(say("usage", verb=name, problem=said)) from None


def manual(verb: Any) -> Any:
    """Write a verb's help as a page of a manual; stands above `@magic_arguments()`.

    The docstring's first part says what the verb does, its indented part is the example; what the arguments are comes
    from the arguments themselves.
    """
    import inspect

    parser = verb.parser
    said, _, example = inspect.cleandoc(parser.description or "").partition("\n\n    ")
    actions = [one for one in parser._actions if one.help]
    names = [_called(one) for one in actions]
    wide = max((len(name) for name in names), default=0)
    usage = " ".join(("%" + parser.prog, *(_use(one) for one in actions)))
    lines = [usage, "", said, ""]
    lines += [f"  {name.ljust(wide)}  {one.help}" for name, one in zip(names, actions, strict=True)]
    lines += ["", "Example", "", "    " + example] if example else []
    verb.__doc__ = "\n".join(lines).rstrip() + "\n"
    return verb


def _called(action: Any) -> str:
    name = action.metavar or action.dest.upper()
    if not action.option_strings:
        return str(name)
    return action.option_strings[-1] if action.nargs == 0 else f"{action.option_strings[-1]} {name}"


def _use(action: Any) -> str:
    said = _called(action) + (" …" if action.nargs in ("*", "+") else "")
    return f"[{said}]" if action.option_strings or action.nargs in ("*", "?") else said
