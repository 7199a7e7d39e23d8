"""Dates keep the precision they were written with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.resume.dates import MONTHS, find_dates, is_date_like


@pytest.mark.parametrize(
    ("text", "first", "last", "current"),
    [
        ("since January 2016", "2016-01", None, True),
        ("Oct. 2019 – 03/2021", "2019-10", "2021-03", False),
        ("2008–11", "2008", "2011", False),
        ("Summer 2022", None, "2022", False),
        ("2016/09 –", "2016-09", None, True),
        ("Jan – Mar 2020", "2020-01", "2020-03", False),
        ("2019-05 - 2020-06", "2019-05", "2020-06", False),
        ("01.04.2018 – 31.12.2019", "2018-04", "2019-12", False),
        ("12 March 2019 - 3 April 2020", "2019-03", "2020-04", False),
        ("Juli 2018 bis heute", "2018-07", None, True),
        ("depuis septembre 2019", "2019-09", None, True),
        ("enero de 2019 – actualidad", "2019-01", None, True),
        ("março 2017 – atual", "2017-03", None, True),
        ("2015年9月 - 至今", "2015-09", None, True),
        ("Jun '19 - Aug '20", "2019-06", "2020-08", False),
        ("03/19 – 05/21", "2019-03", "2021-05", False),
    ],
)
def test_forms_people_use(text: str, first: str | None, last: str | None, current: bool) -> None:
    (span,) = find_dates(text)
    assert (span.first, span.last, span.current) == (first, last, current)
    assert is_date_like(text)


def test_a_placeholder_is_a_date_nobody_filled_in() -> None:
    (span,) = find_dates("Month Year - Month Year")
    assert span.blank
    assert (span.first, span.last) == (None, None)


@pytest.mark.parametrize("text", ["Served 12000 users", "cut cost by 2,000", "ISO 9001", "3 years", "the 1990s"])
def test_numbers_are_not_dates(text: str) -> None:
    assert not find_dates(text)


@given(st.sampled_from(sorted(MONTHS)), st.integers(1960, 2039), st.sampled_from([" ", ". ", ", "]))
def test_a_month_by_name_keeps_its_month_and_year(month: str, year: int, between: str) -> None:
    (span,) = find_dates(f"{month}{between}{year}")
    assert span.last == f"{year}-{MONTHS[month]:02d}"


@given(st.text(max_size=200))
def test_any_text_gives_spans_inside_it_and_in_order(text: str) -> None:
    end = 0
    for span in find_dates(text):
        assert end <= span.end <= len(text)
        assert span.start < span.end
        end = span.end


def test_a_period_shown_from_right_to_left_runs_forward() -> None:
    """A line of Hebrew or Arabic shows the later year first; nobody left before they came."""
    assert [(span.first, span.last) for span in find_dates("2019 - 2015")] == [("2015", "2019")]
    for text in ("2019 - היום", "2019 – الآن", "2019.04 – 至 今"):
        (span,) = find_dates(text)
        assert (span.first, span.current) == (text.split()[0].replace(".", "-"), True)


def test_two_dates_in_a_sentence_head_nothing() -> None:
    from workbench.resume.entries import prominent
    from workbench.resume.rows import Cell, Row
    from workbench.resume.tokens import Token

    words = ["Drafted", "applications", "that", "brought", "in", "two", "millions", "between", "2017", "and", "2019"]
    tokens = [Token(word, 50 * n, 100, 50 * n + 40, 112, 10) for n, word in enumerate(words)]
    assert prominent(Row([Cell(tokens)])) is None
