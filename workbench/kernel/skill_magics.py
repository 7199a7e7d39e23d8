"""The verbs of the vocabulary: what is near what, what a term means, what a text names."""

from __future__ import annotations

from typing import Any

from IPython.core.magic import line_cell_magic, line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from workbench.errors import NotAllowed
from workbench.kernel.asking import manual, read_line
from workbench.kernel.results import Table
from workbench.kernel.sheet import Sheet
from workbench.kernel.verbs import Verbs
from workbench.kernel.words import listed, say


@magics_class
class SkillMagics(Verbs):
    """`%adjacent`, `%glossary`, `%skills` and `%%skills`."""

    @line_magic
    @manual
    @magic_arguments()
    @argument("skill", nargs="+", metavar="SKILL", help="a skill or an alias")
    @argument("--to", nargs="+", metavar="SKILL", help="say the way to this skill instead")
    @argument("--limit", type=int, default=8, metavar="N", help="at most this many; 8")
    @argument("--picture", action="store_true", help="open the picture with its rings of time; several with commas")
    @argument("--map", action="store_true", help="in the picture: beside what the map in hand asks for")
    def adjacent(self, line: str) -> Any:
        """Say what a person who has a skill can learn across to, and about how long it tends to take.

        Weeks are a judgement. The direction matters: near is from the skill, not to it.

            %adjacent RabbitMQ --to Kafka
        """
        given = read_line(self.adjacent, line)
        if given.picture:
            return self._picture([one.strip() for one in " ".join(given.skill).split(",") if one.strip()], given.map)
        start = known_skill(" ".join(given.skill))
        from workbench import skills

        graph = skills.graph()
        if given.to:
            return _way(graph, start, known_skill(" ".join(given.to)))
        if given.limit < 1:
            raise NotAllowed(say("usage", verb="adjacent", problem="--limit takes 1 or more"))
        found = graph.adjacent(start, given.limit)
        rows = [(one.name, _band(one.ramp_weeks), _weeks(one.ramp_weeks), one.why) for one in found]
        said = ("From this skill, closest first. Weeks are a judgement.",)
        shown = Sheet(f"Near {graph.name(start)}", said, ("skill", "ramp", "weeks", "why"), rows)
        return Table(shown, found)

    def _picture(self, names: list[str], beside_map: bool) -> Any:
        from workbench import skills, widgets

        start = [skills.graph().name(known_skill(one)) for one in names]
        return widgets.SkillAdjacency(*start, capability_map=self.room.map if beside_map else None)

    @line_magic
    @manual
    @magic_arguments()
    @argument("--page", action="store_true", help="open the family's page, with its terms to search")
    @argument("family", nargs="?", metavar="FAMILY", help="a role family; without one, all are named")
    @argument("term", nargs="*", metavar="TERM", help="one term of it")
    def glossary(self, line: str) -> Any:
        """Read a role family's glossary, or one of its terms: what it is, what to ask, what it does not show.

        The files behind it can be edited; `%config Workbench.glossary` lays your own over them.

            %glossary devops Kubernetes
        """
        given = read_line(self.glossary, line)
        from workbench import skills

        families = {one.family: one for one in skills.glossaries()}
        if given.family is None:
            rows = [(one.family, one.title, str(len(one.terms))) for one in families.values()]
            return Table(Sheet("Glossaries", (), ("family", "title", "terms"), rows), list(families.values()))
        if given.family not in families:
            raise NotAllowed(say("no_family", given=given.family, known=listed(list(families))))
        if given.page:
            from workbench import widgets

            return widgets.Glossary(given.family)
        if not given.term:
            return families[given.family]
        return skills.skill(known_skill(" ".join(given.term)))

    @line_cell_magic
    @manual
    @magic_arguments()
    @argument("text", nargs="*", metavar="TEXT", help="any text; in a cell, the advert below")
    def skills(self, line: str, cell: str | None = None) -> Any:
        """Find the skills that a text names, and how it was decided.

        As %%skills it reads a job advert: the skills it names, names with several meanings, names no glossary has, and
        words that mislead a search.

            %skills Ran k8s and Kafka in production
        """
        text = line.strip()
        if cell is not None:
            return _advert("\n".join(one for one in (text, cell.rstrip("\n")) if one))
        if not text:
            raise NotAllowed(say("nothing_typed", verb="skills"))
        from workbench import skills

        found = skills.recognise(text)
        rows = [(one.text, one.name, one.why) for one in found]
        count = f"{len(found)} skill{'s' * (len(found) != 1)} named."
        return Table(Sheet("Skills", (count,), ("as written", "skill", "why"), rows), found)


def known_skill(name: str) -> str:
    """Give the id of a skill, named by name or alias.

    Raises
    ------
    NotAllowed
        When it is unknown or ambiguous; the sentence says what it may stand for.
    """
    from workbench import skills
    from workbench.kernel.views import skill_names

    found = skills.resolve(name)
    if found.id is not None:
        return str(found.id)
    if found.candidates:
        names = listed(skill_names(found.candidates), "or")
        raise NotAllowed(say("ambiguous_skill", given=name, names=names))
    near = say("near", names=listed(skill_names(found.nearest), "or")) if found.nearest else ""
    raise NotAllowed(say("unknown_skill", given=name, near=near))


def _way(graph: Any, start: str, to: str) -> Table:
    from workbench import skills

    ramp = graph.ramp([start], to)
    title = f"From {graph.name(start)} to {graph.name(to)}"
    if ramp is None:
        return Table(Sheet(title, (graph.why(start, to),)), None)
    rows = [
        (graph.name(a), graph.name(b), graph.ramp([a], b).why) for a, b in zip(ramp.path, ramp.path[1:], strict=False)
    ]
    said = (f"{_band(ramp.weeks)}: {skills.weeks(*ramp.weeks)}, a judgement.",)
    return Table(Sheet(title, said, ("from", "to", "why"), rows), ramp)


def _advert(text: str) -> Table:
    from workbench import intake
    from workbench.kernel.views import skill_names

    if not text.strip():
        raise NotAllowed(say("nothing_typed", verb="skills"))
    found = intake.read_advert(text)
    rows = [("recognised", str(line), one.text, one.name) for line, one in found.recognised]
    rows += [
        ("ambiguous", str(one.line), one.text, f"may mean {listed(skill_names(one.may_be), 'or')}, or an ordinary word")
        for one in found.ambiguous
    ]
    rows += [("unknown", str(one.line), one.text, _nearest(skill_names(one.may_be))) for one in found.unknown]
    rows += [("wording", str(line), one.text, f"{one.why} Better: {one.better}") for line, one in found.wording]
    names = {one.id for _, one in found.recognised}
    said = (
        f"{len(names)} skills recognised, {len(found.ambiguous)} ambiguous, {len(found.unknown)} unknown, "
        f"{len(found.wording)} wordings to look at.",
    )
    return Table(Sheet("Job advert", said, ("", "line", "words", "what it is"), rows), found)


def _nearest(names: list[str]) -> str:
    return f"in no glossary; nearest {listed(names, 'or')}" if names else "in no glossary"


def _weeks(weeks: tuple[float, float] | None) -> str:
    return f"{weeks[0]:g}–{weeks[1]:g}" if weeks else ""


def _band(weeks: tuple[float, float] | None) -> str:
    from workbench import skills

    return skills.band(weeks) if weeks else "no way known"
