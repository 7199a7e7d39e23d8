"""Statistics beside the `krippendorff` package in one run. It is GPL, so it is an oracle here and nowhere else.

`pip install krippendorff` first; without it ours is measured alone.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from workbench.calibration import agreement
from workbench.calibration.alpha import krippendorff_alpha
from workbench.calibration.live import LiveAgreement
from workbench.calibration.resampling import resample_alpha

UNITS, RATERS, CRITERIA, RESAMPLES = 200, 10, 8, 1000


@pytest.fixture(scope="module")
def table() -> np.ndarray:
    rng = np.random.default_rng(1)
    place = rng.normal(0, 1.3, (UNITS, 1, 1)) + rng.normal(0, 0.4, (1, RATERS, 1))
    scores = np.clip(np.round(3 + place + rng.normal(0, 0.9, (UNITS, RATERS, CRITERIA))), 1, 5)
    scores[rng.random(scores.shape) < 0.2] = np.nan
    return scores


@pytest.fixture(scope="module")
def frame(table: np.ndarray) -> pd.DataFrame:
    u, r, c = np.indices(table.shape).reshape(3, -1)
    names = {"rater": [f"r{n}" for n in r], "unit": [f"u{n:03}" for n in u], "criterion": [f"c{n}" for n in c]}
    return pd.DataFrame({**names, "score": table.ravel()})


def cpu(act: Callable[[], object], rounds: int = 5) -> float:
    act()
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken)


def test_a_thousand_alphas_and_the_whole_panel(
    table: np.ndarray, frame: pd.DataFrame, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = cpu(lambda: resample_alpha(table, resamples=RESAMPLES))
    panel = cpu(lambda: agreement(frame))
    told = [f"workbench, ordinal alpha of {RESAMPLES} resamples: {1e3 * ours:.1f} ms"]
    told.append(f"workbench, every statistic with its interval: {1e3 * panel:.0f} ms, {panel / ours:.1f} × that")
    if importlib.util.find_spec("krippendorff"):
        import krippendorff

        rows = np.random.default_rng(0).integers(0, UNITS, (RESAMPLES // 10, UNITS))
        scale = [1.0, 2.0, 3.0, 4.0, 5.0]

        def theirs() -> list[float]:
            return [
                krippendorff.alpha(table[one][:, :, 0].T, level_of_measurement="ordinal", value_domain=scale)
                for one in rows
            ]

        assert theirs()[0] == pytest.approx(krippendorff_alpha(table[rows[0]][:, :, 0]), abs=1e-12)
        whole = 10 * CRITERIA * cpu(theirs, 2)
        told.append(f"krippendorff package, the same resamples: {whole:.2f} s, {whole / ours:.0f} × ours")
        assert whole >= 80 * ours
    with capsys.disabled():
        print("\n" + "\n".join(told))
    assert panel <= 10 * ours or panel <= 0.25


def test_one_changed_score(table: np.ndarray, frame: pd.DataFrame, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {"12 × 6 × 6": (12, 6, 6), "200 × 10 × 8": (200, 10, 8)}
    with capsys.disabled():
        for name, (units, raters, criteria) in sizes.items():
            some = frame[
                frame["unit"].isin([f"u{n:03}" for n in range(units)])
                & frame["rater"].isin([f"r{n}" for n in range(raters)])
                & frame["criterion"].isin([f"c{n}" for n in range(criteria)])
            ]
            live = LiveAgreement(some)
            taken = []
            for number in range(40):
                start = time.process_time()
                live.put("r1", "u003", "c2", 1 + number % 5)
                taken.append(1e3 * (time.process_time() - start))
            print(f"\none score of {name} changed: every statistic again in {np.median(taken):.1f} ms")
            assert np.median(taken) <= 10
