"""`VocabularyDrill`: questions from the glossaries, graded at once and explained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.errors import NotAllowed
from workbench.training import Question, questions
from workbench.widgets._base import MeetingWidget, verb

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ["number", "kind", "term", "question", "answer", "right_answer", "right"]


class VocabularyDrill(MeetingWidget):
    """What a term does not show, what it is taken for, and how far the way is.

    >>> VocabularyDrill(seed=6)  # doctest: +SKIP
    VocabularyDrill(families='all', seed='6')

    The same seed gives the same questions. An answer is graded at once and explained; a right one as well, since it may
    have been a guess. Nothing is kept beyond this notebook.

    Parameters
    ----------
    families : sequence of str
        Role families to ask about; all when left out.
    seed : int
        Which drill.
    count : int
        How many questions, 1 to 50.

    Attributes
    ----------
    value : tuple of int
        Right answers and answers given.
    frame : DataFrame
        The questions that were answered: `number, kind, term, question, answer, right_answer, right`.
    """

    title: ClassVar[str] = "Vocabulary drill"

    def __init__(self, families: Sequence[str] = (), *, seed: int = 1, count: int = 10) -> None:
        if not 1 <= count <= 50:
            raise NotAllowed(f"A drill has 1 to 50 questions, not {count}.")
        self._families, self._seed, self._count = tuple(families), int(seed), int(count)
        self._deal(questions(self._seed, count=self._count, families=self._families))
        shown = ", ".join(self._families) or "all"
        super().__init__(about={"families": shown, "seed": str(self._seed)}, key=f"VocabularyDrill:{shown}")

    def _deal(self, asked: Sequence[Question]) -> None:
        self._questions = tuple(asked)
        self._answers: list[int] = []

    @property
    def value(self) -> tuple[int, int]:
        """Right answers and answers given."""
        pairs = zip(self._questions, self._answers, strict=False)
        return sum(one.right == given for one, given in pairs), len(self._answers)

    @property
    def frame(self) -> pd.DataFrame:
        """The questions that were answered, tidy."""
        import pandas as pd

        rows = [
            (n, one.kind, one.term, one.text, one.options[given].text, one.options[one.right].text, one.right == given)
            for n, (one, given) in enumerate(zip(self._questions, self._answers, strict=False), start=1)
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def compute(self) -> dict[str, Any]:
        """Give the answered questions with their explanations, and the open one without."""
        answered = [
            {
                "number": n,
                "text": one.text,
                "ask": one.ask,
                "given": given,
                "right": one.right,
                "options": [{"text": option.text, "why": option.why} for option in one.options],
            }
            for n, (one, given) in enumerate(zip(self._questions, self._answers, strict=False), start=1)
        ]
        now = len(self._answers)
        following = self._questions[now] if now < len(self._questions) else None
        return {
            "count": len(self._questions),
            "families": list(self._families),
            "seed": self._seed,
            "answered": answered,
            "open": None
            if following is None
            else {"number": now + 1, "text": following.text, "options": [{"text": o.text} for o in following.options]},
        }

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Give which drill this is."""
        return [("Questions", str(len(self._questions))), ("Seed", str(self._seed))]

    # Practice is not stored, so both speak as reading verbs: nothing on the page calls an answer saved.
    @verb(reads=True)
    def answer(self, *, request: str, number: int, option: int) -> dict[str, Any]:
        """Take an answer to the open question; an answer that was given stays."""
        if number != len(self._answers) + 1 or number > len(self._questions):
            raise NotAllowed("This question has its answer already.")
        one = self._questions[number - 1]
        if option not in range(len(one.options)):
            raise NotAllowed("The question has no such answer.")
        self._answers.append(int(option))
        self.refresh()
        return {"right": one.right == option}

    @verb(reads=True)
    def again(self, *, request: str, what: str) -> None:
        """Begin again: `missed` asks those that went wrong, `same` all of them, `new` the next seed's."""
        if what == "new":
            self._seed += 1
            self._about = {**self._about, "seed": str(self._seed)}
            self._deal(questions(self._seed, count=self._count, families=self._families))
        elif what == "same":
            self._deal(self._questions)
        elif what == "missed":
            wrong = [o for o, given in zip(self._questions, self._answers, strict=False) if o.right != given]
            if not wrong:
                raise NotAllowed("None went wrong.")
            self._deal(wrong)
        else:
            raise NotAllowed("A drill begins again with missed, same or new.")
        self.refresh()
