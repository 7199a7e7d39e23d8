"""The verbs of a meeting: who is here, what is read, scored and revealed."""

from __future__ import annotations

from typing import Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from workbench.errors import NotAllowed
from workbench.kernel.asking import manual, read_line
from workbench.kernel.room import is_file, profile_of
from workbench.kernel.verbs import Verbs
from workbench.kernel.words import listed, say

ACTIONS = ("status", "new", "join", "clock")
CLOCK = ("start", "pause", "next", "back")


@magics_class
class MeetingMagics(Verbs):
    """`%meeting`, `%profiles`, `%review`, `%score`, `%panel`, `%reveal` and `%meeting_mode`."""

    @line_magic
    @manual
    @magic_arguments()
    @argument("action", nargs="?", default="status", metavar="ACTION", help="status, new, join or clock")
    @argument("what", nargs="*", metavar="WHAT", help="new: map or family; join: name; clock: start, pause, next, back")
    @argument("--session", metavar="ID", help="join: which of the store's meetings; the one begun last")
    def meeting(self, line: str) -> Any:
        """Open the meeting, begin one, or say where it stands.

        Without a word it says where the meeting stands. An empty store begins a practice meeting on sample profiles,
        which decides nothing.

            %meeting join Tobias
        """
        given = read_line(self.meeting, line)
        what = " ".join(given.what)
        if given.action == "status":
            return self.room.meeting
        if given.action == "new":
            return self._new(what)
        if given.action == "join":
            return self.room.join(what or None, given.session)
        if given.action == "clock":
            if what not in CLOCK:
                raise NotAllowed(say("clock_acts"))
            self.room.meeting.clock(what)
            return self.room.meeting
        raise NotAllowed(say("no_such_action", verb="meeting", given=given.action, known=listed(list(ACTIONS))))

    def _new(self, what: str) -> Any:
        from workbench import widgets

        role = what or (self.room.role if self.room.role is not None else self.room.map)
        return widgets.MeetingSetup(role, minutes=self.room.settings.clock)

    @line_magic
    @manual
    @magic_arguments()
    @argument("folder", nargs="*", metavar="DIR", help="a folder with PDF, Word or text files")
    def profiles(self, line: str) -> Any:
        """Read every profile of a folder.

        A bar shows how far it is. An interrupt keeps what was read: the same cell goes on from there. Without a folder
        it gives what was read last.

            cvs = %profiles sample/profiles
        """
        folder = " ".join(read_line(self.profiles, line).folder)
        if not folder:
            if self.room.profiles is None:
                raise NotAllowed(say("usage", verb="profiles", problem="the folder is missing"))
            return self.room.profiles
        from workbench.kernel.reading import read_folder

        return read_folder(folder, self.room, self.shell)

    @line_magic
    @manual
    @magic_arguments()
    @argument("profile", nargs="*", metavar="PROFILE", help="number or label of the meeting's profile, or a file")
    def review(self, line: str) -> Any:
        """Read one profile.

        A profile of the meeting opens on its page, where words can be attached. A file is weighed against the map in
        hand: what its words show of each capability, and what to ask.

            %review 3
        """
        wanted = " ".join(read_line(self.review, line).profile)
        read = self.room.profiles
        if is_file(wanted):
            from workbench import resume
            from workbench.kernel.weighing import review_of

            return review_of(resume.read(wanted), self.room)
        number = wanted.casefold().removeprefix("profile ").strip()
        if self.room.opened is None and read is not None and number.isdigit() and 0 < int(number) <= len(read):
            from workbench.kernel.weighing import review_of_number

            return review_of_number(int(number), self.room)
        from uuid import uuid4

        from workbench import widgets

        screen = widgets.ResumeReview(self.room.meeting)
        if wanted:
            screen.turn(request=uuid4().hex, profile=profile_of(self.room.meeting, wanted))
            screen.refresh()
        return screen

    @line_magic
    @manual
    @magic_arguments()
    def score(self, line: str) -> Any:
        """Open your own score sheet.

        Every score rests on a quote or a reason, and nobody sees it before the reveal. Say who you are first.

            %meeting join Tobias
            %score
        """
        read_line(self.score, line)
        from workbench import widgets

        return widgets.RubricScoring(self.room.meeting)

    @line_magic
    @manual
    @magic_arguments()
    @argument("--sample", action="store_true", help="the finished sample meeting, to look at before the first own one")
    def panel(self, line: str) -> Any:
        """Open the panel's board: counts before the reveal, differences and decisions after it.

        The board is for the shared screen; what it shows of people before the reveal is how many scores are in.

            %panel --sample
        """
        given = read_line(self.panel, line)
        from workbench import widgets

        return widgets.PanelBoard(self.room.sample if given.sample else self.room.meeting)

    @line_magic
    @manual
    @magic_arguments()
    @argument("round", nargs="?", metavar="ROUND", help="pilot or main; the earliest that is sealed")
    @argument("--reason", nargs="+", metavar="WHY", help="needed when somebody has not handed in")
    def reveal(self, line: str) -> Any:
        """Open everybody's scores of a round, for all at once.

        When somebody has not handed in, a reason is needed, and the record keeps it.

            %reveal pilot
        """
        given = read_line(self.reveal, line)
        self.room.meeting.reveal(given.round, reason=" ".join(given.reason) if given.reason else None)
        return self.room.meeting

    @line_magic
    @manual
    @magic_arguments()
    @argument("state", nargs="?", metavar="STATE", help="on or off; the other of the two when left out")
    def meeting_mode(self, line: str) -> Any:
        """Make this notebook fit for a shared screen, and back again.

        It hides the code, widens the page and enlarges the type; nothing is written into the notebook.

            %meeting_mode
        """
        given = read_line(self.meeting_mode, line)
        if given.state not in (None, "on", "off"):
            raise NotAllowed(say("no_such_action", verb="meeting_mode", given=given.state, known="on and off"))
        from workbench.widgets import MeetingMode

        return MeetingMode.switch(None if given.state is None else given.state == "on")
