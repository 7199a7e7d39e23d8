"""A table that is wrong or too small gets a value or a sentence: never a warning of numpy's, never a silent blank."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest

from workbench.calibration import agreement, overall_alpha, severity
from workbench.calibration.chance import brennan_prediger, conger_kappa, weighted_alpha
from workbench.calibration.resampling import resample_alpha
from workbench.errors import BadRatings


def frame(*rows: tuple[object, object, object]) -> pd.DataFrame:
    return pd.DataFrame([(r, u, "c", s) for r, u, s in rows], columns=["rater", "unit", "criterion", "score"])


def whole(score: object = 3) -> pd.DataFrame:
    return frame(*[(r, u, score) for r in "abc" for u in "1234"])


NOBODY = pd.DataFrame(columns=["rater", "unit", "criterion", "score"])
TABLES = {
    "one rater": frame(("a", "1", 3), ("a", "2", 4), ("a", "3", 1)),
    "one profile": frame(("a", "1", 3), ("b", "1", 4), ("c", "1", 4)),
    "one score": frame(("a", "1", 3)),
    "everyone the same": whole(),
    "no overlap": frame(("a", "1", 3), ("b", "2", 4), ("c", "3", 1)),
    "all empty": whole(None),
    "all NaN": whole(np.nan),
    "nothing at all": NOBODY,
    "a row twice": pd.concat([whole(), whole().iloc[:2]]),
    "two scores for one cell": pd.concat([whole(), frame(("a", "1", 5))]),
    "raters who never meet": frame(("a", "1", 3), ("b", "1", 4), ("c", "2", 2), ("d", "2", 5)),
    "one rater constant": frame(*[("a", u, 3) for u in "1234"], *[("b", u, int(u)) for u in "1234"]),
    "opposites": frame(*[(r, u, 5 if (u in "12") == (r == "a") else 1) for r in "ab" for u in "1234"]),
    "scores outside 1 to 5": frame(*[(r, u, 10 * int(u)) for r in "ab" for u in "1234"]),
    "zero and below": frame(("a", "1", 0), ("b", "1", -1), ("a", "2", 1), ("b", "2", 1)),
    "scores of a million": frame(("a", "1", 1e6), ("b", "1", 1), ("a", "2", 1), ("b", "2", 2)),
    "tiny differences": frame(("a", "1", 1.0), ("b", "1", 1.0 + 1e-12), ("a", "2", 2.0), ("b", "2", 2.0)),
}

REFUSED_BY_SEVERITY = {"scores of a million": "at most 30 steps", "tiny differences": "not a whole number"}


@pytest.fixture(autouse=True)
def warnings_are_errors() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.mark.parametrize("name", TABLES)
def test_agreement_has_a_value_or_a_sentence(name: str) -> None:
    table = agreement(TABLES[name])
    assert len(table) == (0 if name == "nothing at all" else 20)
    assert (table["why"].str.len() > 15).all()
    blank = table[table["value"].isna()]
    assert not blank["why"].str.contains("this cannot tell").any()
    assert not table[["value", "low", "high"]].isin([np.inf, -np.inf]).to_numpy().any()


@pytest.mark.parametrize("name", TABLES)
def test_severity_has_a_table_a_reason_or_a_refusal(name: str) -> None:
    if name in REFUSED_BY_SEVERITY:
        with pytest.raises(BadRatings, match=REFUSED_BY_SEVERITY[name]):
            severity(TABLES[name])
        return
    table = severity(TABLES[name])
    bare = table[table["estimate"].isna()]
    assert (bare["why"].str.len() > 15).all()
    assert len(table) or name == "nothing at all"


@pytest.mark.parametrize("name", TABLES)
def test_one_alpha_over_all_has_a_value_or_a_sentence(name: str) -> None:
    one = overall_alpha(TABLES[name])
    assert one.value is not None or len(one.why) > 15
    assert one.value is None or np.isfinite(one.value)


@pytest.mark.parametrize("of", [brennan_prediger, conger_kappa, weighted_alpha, resample_alpha])
@pytest.mark.parametrize("rows", [[[np.nan, np.nan]], [[3, 3]], [[3, np.nan], [np.nan, 4]], [[1, 2]], [[1, 1], [2, 2]]])
def test_the_lesser_coefficients_stay_quiet(of, rows) -> None:
    found = of(np.array(rows, float))
    value = getattr(found, "value", found)
    assert np.all(np.isnan(value) | np.isfinite(value))


@pytest.mark.parametrize("score", ["much", "inf", float("-inf"), "3,5", 1e300])
def test_a_score_that_is_no_number_names_its_row(score: object) -> None:
    bad = pd.concat([whole(), frame(("a", "9", score))], ignore_index=True)
    for ask in (agreement, severity, overall_alpha):
        with pytest.raises(BadRatings, match="Row 13"):
            ask(bad)


def test_severity_refuses_a_score_outside_a_given_scale() -> None:
    with pytest.raises(BadRatings, match="scale"):
        severity(pd.concat([whole(2), frame(("a", "1", 9))]), scale=(1, 5))
