"""The verbs of judgement: how far people agree, what to talk about, what was decided, is the log whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from workbench.errors import NotAllowed
from workbench.kernel.asking import manual, read_line
from workbench.kernel.results import Note, Table
from workbench.kernel.room import profile_of
from workbench.kernel.sheet import Sheet
from workbench.kernel.verbs import Verbs
from workbench.kernel.words import listed, say


@magics_class
class JudgingMagics(Verbs):
    """`%agreement`, `%agenda`, `%memo`, `%tables` and `%audit`."""

    def _session(self, sample: bool) -> Any:
        return self.room.sample if sample else self.room.meeting

    @line_magic
    @manual
    @magic_arguments()
    @argument("capability", nargs="*", metavar="CAPABILITY", help="its letter or name; all without one")
    @argument("--all", action="store_true", help="every statistic instead of Krippendorff's alpha")
    @argument("--sample", action="store_true", help="of the finished sample meeting")
    def agreement(self, line: str) -> Any:
        """Say how far people's first scores agree, with an interval and what so few profiles can tell.

        Sealed scores are not counted: before the reveal there is nothing to say.

            %agreement --sample
        """
        given = read_line(self.agreement, line)
        from workbench import calibration
        from workbench.kernel.meeting_views import of_agreement

        session = self._session(given.sample)
        if given.all:
            frame = session.agreement()
        else:
            first = session.scores()
            kept = first[first["current"]][["rater", "unit", "criterion", "score"]]
            frame = calibration.agreement(kept, statistics=("krippendorff_alpha",))
        criteria = session.state_for()["criteria"]
        wanted = " ".join(given.capability)
        if wanted:
            frame = frame[frame["criterion"] == _criterion(criteria, wanted)]
        names = {one["id"]: f"{one['letter']} {one['name']}" for one in criteria}
        return Table(of_agreement(frame, names, given.all), frame, frame)

    @line_magic
    @manual
    @magic_arguments()
    @argument("profile", nargs="*", metavar="PROFILE", help="one profile's differences; all without one")
    @argument("--sample", action="store_true", help="of the finished sample meeting")
    def agenda(self, line: str) -> Any:
        """List what to talk about: split recommendations first, then by what settling a difference is worth.

        Two points or more are on it; one point is within what a rubric can settle.

            %agenda --sample
        """
        given = read_line(self.agenda, line)
        from workbench.kernel.meeting_views import of_agenda

        session = self._session(given.sample)
        wanted = " ".join(given.profile)
        profile = profile_of(session, wanted) if wanted else None
        return Table(of_agenda(session, profile), session.revealed().turns, session.agenda())

    @line_magic
    @manual
    @magic_arguments()
    @argument("--write", nargs="?", const="records", metavar="DIR", help="write page, JSON and table; into records/")
    @argument("--sample", action="store_true", help="of the finished sample meeting")
    def memo(self, line: str) -> Any:
        """Give the record as it stands: decisions with their reasons, and what is left open.

        Written, it is one page that opens offline, with the same as JSON and as a table.

            %memo --write
        """
        given = read_line(self.memo, line)
        from workbench import calibration
        from workbench.kernel.meeting_views import of_record

        session = self._session(given.sample)
        facts = calibration.record_json(session)
        if given.write:
            calibration.write_record(session, given.write)
            name = f"calibration-record-{session.session}-event-{facts['log']['last']}.html"
            return Note(say("written", file=str(Path(given.write) / name)))
        return Table(of_record(facts), facts)

    @line_magic
    @manual
    @magic_arguments()
    @argument("--sample", action="store_true", help="of a sample meeting that is over")
    def tables(self, line: str) -> Any:
        """Give everything the meeting produced as tidy pandas frames, one a thing.

        Profiles are read for it, which takes seconds. People are letters until names are turned on.

            meeting = %tables --sample
            meeting.scores
        """
        given = read_line(self.tables, line)
        from workbench import calibration

        return calibration.meeting_tables(self.room.decided_sample if given.sample else self.room.meeting)

    @line_magic
    @manual
    @magic_arguments()
    @argument("store", nargs="*", metavar="FILE", help="a store's file; this meeting's without one")
    def audit(self, line: str) -> Any:
        """Verify a store: every event's hash, every chain, what lies beside the log, and every seal.

        It says the first event that does not fit, if there is one.

            %audit
        """
        given = " ".join(read_line(self.audit, line).store)
        from workbench.calibration import verify_seals
        from workbench.store import open_store

        if given and not Path(given).expanduser().is_file():
            raise NotAllowed(say("not_open_store", given=given))
        store = open_store(Path(given).expanduser(), create=False) if given else self.room.meeting.store
        try:
            problems = store.verify() or verify_seals(store)
            events, sessions = store.size()
        finally:
            if given:
                store.close()
        count = f"{events} events in {sessions} session{'s' * (sessions != 1)}."
        if not problems:
            return Table(Sheet("The store is whole", (count, "Every hash, chain and seal fits.")), [])
        rows = [(str(p.seq or ""), p.session, p.actor, p.what, p.why) for p in problems]
        said = (count, f"{len(problems)} do not fit; the first is event {problems[0].seq}.")
        return Table(
            Sheet("The store is not whole", said, ("event", "session", "actor", "what", "why"), rows), problems
        )


def _criterion(criteria: list[dict[str, Any]], wanted: str) -> str:
    for one in criteria:
        if wanted.casefold() in (one["id"], one["letter"].casefold(), one["name"].casefold()):
            return str(one["id"])
    known = listed([f"{one['letter']} {one['name']}" for one in criteria])
    raise NotAllowed(say("no_capability", given=wanted, known=known))
