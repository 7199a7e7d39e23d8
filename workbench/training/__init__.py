"""Practice: profiles that an expert panel has scored, and the words of the work.

>>> from workbench import training
>>> len(training.questions(seed=6, count=3))
3
"""

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submod_attrs={
        "comparing": ["Compared", "compare", "readings_frame"],
        "drill": ["Option", "Question", "questions"],
        "exercise": ["Exercise", "open_exercise"],
        "telling": ["Told", "by_criterion", "profiles_until_told"],
    },
)
