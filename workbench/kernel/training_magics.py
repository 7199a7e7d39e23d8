"""The verbs of practice: read and score sample profiles, compare with their panel, drill the vocabulary."""

from __future__ import annotations

from typing import Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from workbench.errors import NotAllowed
from workbench.kernel.asking import manual, read_line
from workbench.kernel.verbs import Verbs
from workbench.kernel.words import say

ACTIONS = ("read", "score", "compare")


@magics_class
class TrainingMagics(Verbs):
    """`%train` and `%drill`."""

    @line_magic
    @manual
    @magic_arguments()
    @argument("action", nargs="?", default="compare", metavar="ACTION", help="read, score or compare")
    def train(self, line: str) -> Any:
        """Practise on twelve sample profiles that a panel has scored.

        `read` opens the profiles, `score` your own sheet, `compare` both readings side by side: a profile's when your
        own is whole, and not before. It is kept apart from every meeting.

            %train score
        """
        given = read_line(self.train, line)
        from workbench import widgets

        if given.action == "read":
            return widgets.ResumeReview(self.room.exercise.session)
        if given.action == "score":
            return widgets.RubricScoring(self.room.exercise.session)
        if given.action == "compare":
            return widgets.PanelComparison(self.room.exercise)
        raise NotAllowed(say("no_such_action", verb="train", given=given.action, known="read, score and compare"))

    @line_magic
    @manual
    @magic_arguments()
    @argument("families", nargs="*", metavar="FAMILY", help="role families to ask about; all without one")
    @argument("--seed", type=int, default=1, metavar="N", help="which drill; the same number asks the same again")
    @argument("--count", type=int, default=10, metavar="N", help="how many questions; 10")
    def drill(self, line: str) -> Any:
        """Drill the vocabulary: what a term does not show, what it is taken for, and how far the way is.

        The questions come from the glossaries. An answer is graded at once and explained.

            %drill backend devops --seed 6
        """
        given = read_line(self.drill, line)
        from workbench import widgets

        return widgets.VocabularyDrill(given.families, seed=given.seed, count=given.count)
