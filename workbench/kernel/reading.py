"""Reading a folder of profiles: a bar that moves, an interrupt that loses nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import NotAllowed, Refused, WorkbenchError
from workbench.kernel.results import Profile, Profiles
from workbench.kernel.words import say

if TYPE_CHECKING:
    from workbench.kernel.room import Room
    from workbench.resume import Resume


class Stopped(WorkbenchError):
    """A person interrupted a verb; what was done so far is kept."""


def read_folder(given: str, room: Room, shell: Any) -> Profiles:
    """Read every document below a folder; what was read before and has not changed is not read again.

    Raises
    ------
    NotAllowed
        When there is no such folder, or nothing in it.
    Stopped
        When it was interrupted. `room.profiles` is what it was before.
    """
    from workbench.resume.pool import documents_in, read_many

    folder = Path(given).expanduser()
    if not folder.is_dir():
        raise NotAllowed(say("no_folder", given=given))
    paths = documents_in(folder)
    if not paths:
        raise NotAllowed(say("no_documents", given=given))
    new = [path for path in paths if _state(path) not in room.read]
    with progress(say("reading"), len(paths), shell) as bar:
        done = len(paths) - len(new)
        try:
            if new:
                bar(done)
                for path, outcome in read_many(new):
                    room.read[_state(path)] = outcome
                    done += 1
                    bar(done)
        except KeyboardInterrupt:
            raise Stopped(say("stopped", done=done, of=len(paths))) from None
    covered = bool(room.settings.redact)
    items = [_profile(n, path, room.read[_state(path)], covered) for n, path in enumerate(paths, start=1)]
    room.profiles = Profiles(folder.name or str(folder), tuple(items), covered)
    return room.profiles


def covered_or_not(resume: Resume, covered: bool) -> Resume:
    """Give a profile without what tells who the person is, when that is wanted."""
    from workbench.resume import redact

    return redact(resume).resume if covered else resume


@contextmanager
def progress(what: str, of: int, shell: Any) -> Iterator[Any]:
    """Show how much of something is done: a bar in a notebook, a line in a terminal; gone when it is over."""
    in_notebook = getattr(shell, "kernel", None) is not None
    handle: Any = None

    def bar(done: int) -> None:
        nonlocal handle
        said = say("progress", what=what, done=done, of=of)
        if not in_notebook:
            sys.stderr.write(f"\r{said} ")
            sys.stderr.flush()
            return
        markup = f'<progress value="{int(done)}" max="{int(of)}" style="width:20em"></progress> {said}'
        data = {"text/plain": said, "text/html": markup}
        if handle is None:
            from IPython.display import DisplayHandle

            handle = DisplayHandle()
            handle.display(data, raw=True)
        else:
            handle.update(data, raw=True)

    yield bar
    if not in_notebook:
        sys.stderr.write("\n")


def _state(path: Path) -> tuple[str, int, int]:
    stat = path.stat()
    return str(path.resolve()), stat.st_mtime_ns, stat.st_size


def _profile(number: int, path: Path, outcome: Resume | Refused, covered: bool) -> Profile:
    if isinstance(outcome, Refused):
        return Profile(number, path.name, None, str(outcome))
    return Profile(number, path.name, covered_or_not(outcome, covered), path=str(path.resolve()))
