"""One person in two files is pointed out with the reason; two people of one name are not."""

from __future__ import annotations

import time

import pytest

from workbench.resume import Card, card_of, find_same

FJORD = (("Fjord Logistics", 2016 * 12, 2020 * 12),)
LATER = (("Fjord Logistics", 2021 * 12, 2023 * 12),)
BANK = (("Halvorsen Bank", 2016 * 12, 2020 * 12),)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Card("a", digest="77"), Card("b", digest="77"), "the same file"),
        (Card("a", emails=("m@example.org",)), Card("b", emails=("m@example.org",)), "the same e-mail address"),
        (Card("a", "Mara Lindqvist", work=FJORD), Card("b", "LINDQVIST Mara", work=FJORD), "names alike"),
        (Card("a", "Mara Lindqvist", work=FJORD), Card("b", "Mara Lindkvist", work=FJORD), "names alike"),
        (Card("a", "Jörg Weißmüller", work=FJORD), Card("b", "Joerg Weissmueller", work=FJORD), "names alike"),
        (Card("a", "Stephen Myer", work=FJORD), Card("b", "Steven Meyer", work=FJORD), "names alike"),
    ],
)
def test_one_person(one: Card, other: Card, why: str) -> None:
    (found,) = find_same([one, other])
    assert why in found.why
    assert found.certain == (why != "names alike")


@pytest.mark.parametrize(
    "other",
    [
        Card("b", "Mara Lindqvist", work=BANK),
        Card("b", "Mara Lindqvist", work=LATER),
        Card("b", "Mara Lundgren", work=FJORD),
        Card("b", "Jonas Lindqvist", work=FJORD),
        Card("b", "Mara Lindqvist"),
    ],
)
def test_two_people(other: Card) -> None:
    assert find_same([Card("a", "Mara Lindqvist", work=FJORD), other]) == []


def test_a_number_with_and_without_its_country_is_one() -> None:
    cards = [
        card_of({"basics": {"phone": phone}}, file)
        for file, phone in (("a", "+44 7700 900461"), ("b", "07700 900 461"), ("c", "07700 900 462"))
    ]
    assert [(same.one, same.other) for same in find_same(cards)] == [("a", "b")]


@pytest.mark.slow
def test_ten_thousand_are_compared_in_seconds() -> None:
    """Five thousand of one name must not be compared each with each."""
    cards = [
        Card(f"{n}", "Maria Silva" if n % 2 else f"Person{n} Name{n}", work=((f"Firm {n}", 24000, 24100),))
        for n in range(10_000)
    ]
    started = time.process_time()
    find_same(cards)
    assert time.process_time() - started < 20
