"""A figure that a textbook prints is the figure the program gives, to the last place that is printed."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from workbench.calibration import alpha, chance, kappa, severity
from workbench.calibration._agreement import _with_error
from workbench.calibration.concordance import kendall_w
from workbench.calibration.icc import icc
from workbench.calibration.weights import Weights

from .published import (
    FLEISS_BY_CATEGORY,
    FLEISS_OVERALL,
    GWET_2014,
    GWET_QUADRATIC,
    SAS_KAPPA,
    SAS_TABLE,
    THREE_CODERS,
    THREE_CODERS_ALPHA,
    fleiss_1971,
    pairs,
)

SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "ratings"


def test_fleiss_1971_overall_and_by_diagnosis() -> None:
    table = fleiss_1971()
    assert kappa.fleiss_kappa(table).value == pytest.approx(FLEISS_OVERALL, abs=6e-4)
    each = [kappa.fleiss_kappa((table == k).astype(float)).value for k in range(1, 6)]
    assert each == pytest.approx(FLEISS_BY_CATEGORY, abs=6e-4)


def test_alpha_with_most_scores_missing() -> None:
    for metric, published in THREE_CODERS_ALPHA.items():
        assert alpha.krippendorff_alpha(THREE_CODERS, metric) == pytest.approx(published, abs=6e-4)


@pytest.mark.parametrize("weights", ["none", "linear"])
def test_sas_weighted_kappa_with_error_and_limits(weights: Weights) -> None:
    one = kappa.cohen_kappa(pairs(SAS_TABLE), weights)
    value, error, low, high = SAS_KAPPA[weights]
    assert (one.value, one.se) == pytest.approx((value, error), abs=6e-5)
    assert _with_error(one, 0.95)[1:3] == pytest.approx((low, high), abs=2e-4)  # their limits use 1.96


@pytest.mark.parametrize("name", GWET_QUADRATIC)
def test_gwet_2014_with_quadratic_weights(name: str) -> None:
    given = {**vars(chance), **vars(kappa)}[name](GWET_2014, "quadratic")
    assert (given.value, given.se) == pytest.approx(GWET_QUADRATIC[name], abs=6e-4)


def shared(name: str) -> dict:
    return json.loads((SHARED / name).read_text(encoding="utf8"))


def matrix(ratings: list[list[float | None]]) -> np.ndarray:
    return np.array([[np.nan if score is None else score for score in row] for row in ratings], float)


if SHARED.is_dir():

    @pytest.mark.parametrize("name", ["krippendorff_2011_4x12.json", "wikipedia_alpha_3x15.json"])
    def test_alpha_of_the_shared_tables(name: str) -> None:
        told = shared(name)
        for metric, value in told["expected"]["krippendorff_alpha"].items():
            assert alpha.krippendorff_alpha(matrix(told["ratings"]).T, metric) == pytest.approx(value, abs=told["tol"])

    def test_fleiss_of_the_shared_table() -> None:
        told = shared("fleiss_1971_30x6.json")
        table = matrix(told["ratings"])
        assert kappa.fleiss_kappa(table).value == pytest.approx(told["expected"]["fleiss_kappa"], abs=told["tol"])
        each = [kappa.fleiss_kappa((table == k).astype(float)).value for k in range(1, 6)]
        assert each == pytest.approx(list(told["category_kappa_computed"].values()), abs=1e-9)

    def test_gwet_of_the_shared_table() -> None:
        told = shared("gwet_raw4raters_12x4.json")
        table, expected = matrix(told["ratings"]), told["expected"]
        ours = {
            "percent_agreement": kappa.percent_agreement(table),
            "gwet_ac1": kappa.gwet_ac(table),
            "fleiss_kappa": kappa.fleiss_kappa(table),
        }
        for name, one in ours.items():
            known = expected[name]
            assert (one.value, one.se) == pytest.approx((known["estimate"], known["se"]), abs=told["tol"])
        nominal = alpha.krippendorff_alpha(table, "nominal")
        assert nominal == pytest.approx(expected["krippendorff_alpha"]["estimate"], abs=told["tol"])

    def test_every_coefficient_with_every_weight() -> None:
        told = shared("gwet_raw4raters_all_weights.json")
        table = matrix(told["ratings"])
        ours = {
            "bp": chance.brennan_prediger,
            "conger": chance.conger_kappa,
            "fleiss": kappa.fleiss_kappa,
            "gwet": kappa.gwet_ac,
            "krippendorff": chance.weighted_alpha,
        }
        for case in told["cases"]:
            weights = "none" if case["weights"] == "identity" else case["weights"]
            one, known = ours[case["coef"]](table, weights), case["expected"]
            assert one.value == pytest.approx(known["coefficient_value"], abs=6e-4), case
            if "se" in known:
                assert one.se == pytest.approx(known["se"], abs=6e-4), case
            _, low, high, _ = _with_error(one, 0.95)
            assert (low, high) == pytest.approx(case["ci"], abs=1.1e-3), case  # limits of rounded figures

    def test_sas_of_the_shared_table() -> None:
        told = shared("sas_weighted_kappa_3x3.json")
        for name, weights in (("unweighted", "none"), ("linear", "linear")):
            one = kappa.cohen_kappa(pairs(told["table"]), weights)
            known = told["expected"][name]
            assert (one.value, one.se) == pytest.approx((known["kappa"], known["ase"]), abs=told["tol"])

    def test_shrout_and_fleiss_of_the_shared_table() -> None:
        told = shared("shrout_fleiss_1979_6x4.json")
        for form, one in icc(matrix(told["ratings"])).items():
            assert one.value == pytest.approx(told["library_full_precision"][f"ICC({form})"], abs=1e-9)
            assert (one.low, one.high) == pytest.approx(told["library_ci95"][f"ICC({form})"], abs=0.006)

    def test_kendall_of_the_shared_table() -> None:
        told = shared("kendall_w_10x4.json")
        assert kendall_w(matrix(told["ratings"])) == pytest.approx(told["expected"]["W"], abs=told["tol"])

    @pytest.mark.slow
    def test_severity_beside_two_other_estimators() -> None:
        """Ours may stand as far from the reference as the two references stand from each other."""
        told = shared("mfrm_data_ptam4.json")
        wide = pd.read_csv(SHARED / told["csv"])
        frame = wide.melt([told["person"], told["rater"]], told["items"], "criterion", "score")
        frame = frame.rename(columns={told["person"]: "unit", told["rater"]: "rater"}).astype({"rater": str})
        table = severity(frame.astype({"unit": str}), scale=(int(frame.score.min()), int(frame.score.max())))
        ours = table[table["facet"] == "rater"].set_index("level")["estimate"]
        known = pd.Series(told["mml"]["severity"])
        assert ours.index.sort_values().tolist() == known.index.sort_values().tolist()
        assert np.corrcoef(ours[known.index], known)[0, 1] >= told["correlation"]
        assert (ours[known.index] - known).abs().max() <= 1.5 * told["max_abs_diff"]
