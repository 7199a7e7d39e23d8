"""Numbers with their unit; what is no size is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.sizes import find_sizes
from workbench.evidence.tokens import tokenise


def sizes(text: str) -> list[tuple[float, str]]:
    return [(size.value, size.unit) for size in find_sizes(tokenise(text))]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.2M users", 1_200_000, "users"),
        ("40k requests per second", 40_000, "requests/s"),
        ("3.5 billion rows", 3_500_000_000, "rows"),
        ("two hundred services", 200, "services"),
        ("a hundred and fifty repos", 150, "repositories"),
        ("half a million messages a day", 500_000, "messages/day"),
        ("a dozen clusters", 12, "clusters"),
        ("1,200 hosts", 1200, "hosts"),
        ("10 000 payments", 10_000, "payments"),
        ("50 TB/day", 50, "TB/day"),
        ("1.5 petabytes", 1.5, "PB"),
        ("a team of six", 6, "people"),
        ("a team of 5 engineers", 5, "engineers"),
        ("a six-person team", 6, "people"),
        ("a 40-node cluster", 40, "nodes"),
        ("10–15 services", 10, "services"),
        ("200+ servers", 200, "servers"),
        ("~300 pods", 300, "pods"),
        ("2,000 rps", 2000, "requests/s"),
        ("12.000 Nutzer", 12_000, "users"),
        ("300/s at peak", 300, "/s"),
        ("from 2 to 14 nodes", 14, "nodes"),
        ("3 analysts at the start, 45 now", 45, "analysts"),
    ],
)
def test_numbers_in_the_forms_people_write(text: str, value: float, unit: str) -> None:
    assert sizes(text) == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "99.99 % availability", "cut latency by 40 percent", "3x faster", "for five years", "in 2019", "2019–2021",
        "version 15", "saved $40k a month", "12 hours a week", "24/7", "fell from 60 a day to 2", "one week in five",
        "Reduced the build from 40 to 6 minutes", "ISO 27001", "p99", "20 million euros",
    ],
)  # fmt: skip
def test_what_is_no_size(text: str) -> None:
    assert sizes(text) == []


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """A profile may hold anything; every size lies within it."""
    tokens = tokenise(text)
    assert all(0 <= size.start < size.end <= len(tokens) for size in find_sizes(tokens))


@given(st.integers(2, 10**9))
def test_grouped_digits_are_the_same_number(number: int) -> None:
    assert sizes(f"{number:,} users") == [(number, "users")] == sizes(f"{number:,}".replace(",", " ") + " users")
