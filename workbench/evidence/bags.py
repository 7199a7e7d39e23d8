"""Sets and tables of words, written as plain text."""

from __future__ import annotations


def bag(text: str) -> frozenset[str]:
    """Give the words of a text as a set.

    >>> sorted(bag("one two"))
    ['one', 'two']
    """
    return frozenset(text.split())


def forms(text: str) -> dict[str, str]:
    """Give what each written form stands for; `=` lists forms that stand for themselves.

    >>> forms("TB: terabyte tb =: rows")
    {'terabyte': 'TB', 'tb': 'TB', 'rows': 'rows'}
    """
    found: dict[str, str] = {}
    meaning = ""
    for word in text.split():
        if word.endswith(":"):
            meaning = word[:-1]
        else:
            found[word] = word if meaning == "=" else meaning
    return found


def amounts(text: str) -> dict[str, float]:
    """Give the number each word stands for.

    >>> amounts("12: twelve dozen")
    {'twelve': 12.0, 'dozen': 12.0}
    """
    return {word: float(number) for word, number in forms(text).items()}
