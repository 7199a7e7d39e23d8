"""The vocabulary in use and what is made from it: the room's questions, asked without naming a vocabulary."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.skills import vocabulary as _vocabulary
from workbench.skills.lexicon import Lexicon
from workbench.skills.recogniser import Recogniser
from workbench.skills.values import Glossary, Mention, Resolution, Skill
from workbench.skills.vocabulary import UnknownSkill, Vocabulary

if TYPE_CHECKING:
    from workbench.skills.learned import Learned
    from workbench.skills.skillgraph import SkillGraph

_lock = threading.RLock()
_made: tuple[Vocabulary, Lexicon, Recogniser] | None = None
_graph: tuple[Vocabulary, SkillGraph] | None = None


def _lexicon() -> tuple[Vocabulary, Lexicon, Recogniser]:
    global _made
    words = _vocabulary.vocabulary()
    if _made is None or _made[0] is not words:
        with _lock:
            from workbench.skills.kin import Kin

            lexicon = Lexicon(words)
            _made = (words, lexicon, Recogniser(lexicon, Kin(words)))
    return _made


def recognise(text: str, *, section: str | None = None) -> list[Mention]:
    """Find the skills a text names, in order, without overlaps.

    Parameters
    ----------
    text
        Any text; positions in the answer are positions in it.
    section
        The JSON Resume section it comes from; in `skills` a doubtful name needs less around it.

    Returns
    -------
    list of Mention
        Each with `why`: how it was decided that these letters mean the skill.

    Examples
    --------
    >>> [m.name for m in recognise("Ran k8s in production")]
    ['Kubernetes']
    """
    return _lexicon()[2].recognise(text, section=section)


def recognise_all(texts: Iterable[str], *, section: str | None = None) -> list[list[Mention]]:
    """Find the skills of each text; the same as `recognise` on every one."""
    return _lexicon()[2].recognise_all(texts, section=section)


def resolve(name: str) -> Resolution:
    """Say which skill a name stands for.

    `id` is None for an ambiguous name, whose senses are the `candidates` (at most five), and for an unknown one,
    whose `nearest` are the closest known ids.

    >>> resolve("k8s").id
    'kubernetes'
    """
    from workbench.skills.resolution import resolve as resolve_with

    return resolve_with(_lexicon()[1], name)


def read_as(name: str) -> list[str]:
    """Give the ids that a name may be read as: its skill, its senses, or else the skills that are named inside it.

    >>> read_as("Elasticsearch-PHP client")
    ['elasticsearch', 'php']
    """
    found = resolve(name)
    if found.id is not None:
        return [found.id]
    known = _vocabulary.vocabulary().terms
    return [c for c in found.candidates if c in known] or list(
        dict.fromkeys(m.id for m in recognise(name, section="skills"))
    )


def skill(id: str) -> Skill:
    """Give the term with this id.

    Raises
    ------
    UnknownSkill
        With the nearest known ids.
    """
    words = _vocabulary.vocabulary()
    if id not in words.terms:
        raise UnknownSkill(id, resolve(id).nearest)
    return words[id]


def glossaries() -> list[Glossary]:
    """Give the role families with their terms, a team's overlay included."""
    return _vocabulary.vocabulary().glossaries()


def graph() -> SkillGraph:
    """Give the skill graph of the vocabulary in use."""
    global _graph
    words = _vocabulary.vocabulary()
    if _graph is None or _graph[0] is not words:
        with _lock:
            from workbench.skills.skillgraph import SkillGraph

            _graph = (words, SkillGraph(words))
    return _graph[1]


def learn(texts: Iterable[str]) -> Learned:
    """Learn from a team's own texts which skills stand together; see `workbench.skills.learn`."""
    from workbench.skills.learned import learn_from

    return learn_from(recognise_all(texts), graph())


def reload() -> None:
    """Read the glossaries again at the next question, after a file was edited."""
    _vocabulary.use(None)
