"""A statistic that differs from the published one would be quoted in a meeting and be wrong."""

import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from workbench.calibration import alpha, kappa
from workbench.calibration._agreement import STATISTICS, agreement
from workbench.calibration.concordance import kendall_w
from workbench.calibration.icc import icc
from workbench.errors import BadRatings

from .published import GWET_2014 as GWET

NAN = np.nan
# Krippendorff (2011), data C: observers x units
KRIPPENDORFF = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, NAN],
        [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
    ]
).T
SHROUT_FLEISS = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)


def tidy(matrix, criterion="c"):
    rows = [(f"r{r}", f"u{u}", criterion, matrix[u, r]) for u in range(matrix.shape[0]) for r in range(matrix.shape[1])]
    return pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score"])


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_krippendorff_2011(metric, published):
    assert alpha.krippendorff_alpha(KRIPPENDORFF, metric) == pytest.approx(published, abs=0.0006)


def test_gwet_2014_estimates_and_standard_errors():
    shown = {
        "pa": kappa.percent_agreement(GWET),
        "ac1": kappa.gwet_ac(GWET),
        "fleiss": kappa.fleiss_kappa(GWET),
    }
    published = {"pa": (0.8181818, 0.12561), "ac1": (0.77544, 0.14295), "fleiss": (0.76117, 0.15302)}
    for name, (value, error) in published.items():
        assert shown[name].value == pytest.approx(value, abs=2e-5)
        assert shown[name].se == pytest.approx(error, abs=2e-5)
    assert alpha.krippendorff_alpha(GWET, "nominal") == pytest.approx(0.74342, abs=2e-5)


@pytest.mark.parametrize(
    ("weights", "value", "error"),
    [("linear", 0.859, 0.117), ("quadratic", 0.914, 0.104), ("ordinal", 0.899, 0.107)],
)
def test_gwet_2014_ac2(weights, value, error):
    one = kappa.gwet_ac(GWET, weights)
    assert one.value == pytest.approx(value, abs=6e-4)
    assert one.se == pytest.approx(error, abs=6e-4)


def test_shrout_and_fleiss_1979_with_the_intervals_of_mcgraw_and_wong():
    published = {
        "1,1": (0.17, -0.13, 0.72),
        "2,1": (0.29, 0.02, 0.76),
        "3,1": (0.71, 0.34, 0.95),
        "1,k": (0.44, -0.88, 0.91),
        "2,k": (0.62, 0.07, 0.93),
        "3,k": (0.91, 0.68, 0.99),
    }
    for form, one in icc(SHROUT_FLEISS).items():
        assert (one.value, one.low, one.high) == pytest.approx(published[form], abs=0.006)


def test_kendall_w_without_ties_is_the_textbook_formula():
    ranks = np.array([[1, 2, 3], [2, 1, 1], [3, 4, 2], [4, 3, 4]], float)
    totals = ranks.sum(axis=1)
    textbook = 12 * ((totals - totals.mean()) ** 2).sum() / (3**2 * (4**3 - 4))
    assert kendall_w(ranks) == pytest.approx(textbook)


def slow_alpha(matrix, distance):
    """Alpha by its definition: every ordered pair of scores, within units and overall."""
    units = [row[~np.isnan(row)] for row in matrix]
    units = [row for row in units if row.size >= 2]
    scores = np.concatenate(units)
    observed = sum(
        distance(a, b) / (row.size - 1) for row in units for i, a in enumerate(row) for j, b in enumerate(row) if i != j
    )
    expected = sum(distance(a, b) for i, a in enumerate(scores) for j, b in enumerate(scores) if i != j)
    return 1 - observed / (expected / (scores.size - 1))


scores = npst.arrays(
    float, st.tuples(st.integers(2, 6), st.integers(2, 5)), elements=st.sampled_from([1, 2, 3, 4, 5, NAN])
)


@settings(max_examples=150, deadline=None)
@given(scores)
def test_alpha_is_what_its_definition_says(matrix):
    pairable = matrix[(~np.isnan(matrix)).sum(axis=1) >= 2]
    if np.unique(pairable[~np.isnan(pairable)]).size < 2:
        assert np.isnan(alpha.krippendorff_alpha(pairable, "interval"))
        return
    assert alpha.krippendorff_alpha(matrix, "interval") == pytest.approx(slow_alpha(matrix, lambda a, b: (a - b) ** 2))
    assert alpha.krippendorff_alpha(matrix, "nominal") == pytest.approx(slow_alpha(matrix, lambda a, b: float(a != b)))


@settings(max_examples=120, deadline=None)
@given(scores)
@example(np.array([[1.0, 2.0], [1.0, 2.0], [2.0, 1.0]]))
@example(np.array([[2.0, 1.0, 1.0], [1.0, 2.0, 1.0], [1.0, 1.0, 2.0]]))
def test_no_table_of_scores_gives_a_warning_or_a_silent_blank(matrix):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        frame = agreement(tidy(matrix))
    expected = 0 if np.isnan(matrix).all() and matrix.size == 0 else 20
    assert len(frame) == expected
    assert (frame["why"].str.len() > 10).all()
    known = frame.dropna(subset=["value", "low", "high"])
    assert (known["low"] <= known["value"] + 1e-9).all()
    assert (known["high"] >= known["value"] - 1e-9).all()


def test_missing_scores_do_not_drop_units_from_the_icc():
    rng = np.random.default_rng(11)
    whole = rng.normal(0, 1, (200, 1)) + rng.normal(0, 0.4, (1, 10)) + rng.normal(0, 0.8, (200, 10))
    whole = np.clip(np.round(3 + 1.2 * whole), 1, 5)
    holes = np.where(rng.random(whole.shape) < 0.2, NAN, whole)
    complete, missing = icc(whole), icc(holes)
    for form, one in complete.items():
        assert missing[form].value == pytest.approx(one.value, abs=0.03)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([("a", "1", 3), ("a", "2", 4)], "One rater alone"),
        ([("a", "1", 3), ("b", "2", 4)], "No unit was scored by two raters"),
        ([("a", "1", 3), ("b", "1", 3), ("a", "2", 3), ("b", "2", 3)], "Every score is the same"),
        ([("a", "1", 3), ("a", "1", 4), ("b", "1", 3)], "a has two different scores for 1"),
        ([("a", "1", None), ("b", "1", None)], "Nobody gave a score here"),
    ],
)
def test_where_there_is_no_number_there_is_a_sentence(rows, says):
    frame = pd.DataFrame([(r, u, "c", s) for r, u, s in rows], columns=["rater", "unit", "criterion", "score"])
    one = agreement(frame, statistics=("krippendorff_alpha",)).query("variant == 'ordinal'").iloc[0]
    assert np.isnan(one["value"])
    assert says in one["why"]


def test_a_row_written_twice_counts_once():
    frame = tidy(KRIPPENDORFF)
    twice = pd.concat([frame, frame.iloc[:5]])
    pd.testing.assert_frame_equal(agreement(twice), agreement(frame))


@pytest.mark.parametrize("score", ["x", "inf", "3,5"])
def test_a_score_that_is_no_number_names_its_row(score):
    frame = tidy(KRIPPENDORFF).astype({"score": object})
    frame.loc[4, "score"] = score
    with pytest.raises(BadRatings, match="Row 5"):
        agreement(frame)


def test_a_missing_column_is_named():
    with pytest.raises(BadRatings, match="no column unit"):
        agreement(tidy(KRIPPENDORFF).drop(columns="unit"))


def test_every_statistic_is_there_in_a_known_order():
    frame = agreement(tidy(GWET[:, :2]))
    assert list(dict.fromkeys(frame["statistic"])) == list(STATISTICS)
    assert frame["value"].notna().sum() >= 19
