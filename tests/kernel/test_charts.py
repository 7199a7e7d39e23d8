"""Altair's own default page loads its libraries from the internet: on an office network the chart stays blank."""

from __future__ import annotations

import json
import sys

import pytest

CHART = """
import altair as alt, pandas as pd
frame = pd.DataFrame({"letter": ["A", "B"], "alpha": [0.4, 0.9]})
one = alt.Chart(frame).mark_bar().encode(x="alpha:Q", y="letter:N")
"""


@pytest.fixture
def charted(notebook):
    notebook.run(CHART)
    return notebook


def shown(notebook, cell):
    return notebook.shell.display_formatter.format(notebook.run(cell))


@pytest.mark.parametrize("cell", ["one", "one + one", "one | one", "one & one", "one.facet('letter:N')"])
def test_every_kind_of_chart_is_one_that_lab_draws_itself(charted, cell):
    data, metadata = shown(charted, cell)
    assert set(data) == {"application/vnd.vegalite.v5+json", "text/plain"}
    spec = data["application/vnd.vegalite.v5+json"]
    assert spec["$schema"].endswith("/v5.json")
    assert spec["config"]["background"] == "transparent"
    assert "cdn" not in json.dumps(spec)
    assert metadata["application/vnd.vegalite.v5+json"]["embed_options"]["renderer"] == "svg"


def test_the_same_chart_is_the_same_bytes_twice(charted):
    assert json.dumps(shown(charted, "one")[0]) == json.dumps(shown(charted, "one")[0])


def test_a_chart_says_what_it_shows_where_nothing_can_be_drawn(charted):
    assert charted.text("one.properties(title='Agreement', description='Alpha by criterion')") == (
        "Chart: Agreement. Alpha by criterion."
    )
    assert charted.text("one") == "Chart."


def test_what_an_analyst_sets_comes_before_our_look(charted):
    spec = shown(charted, "one.configure_axis(labelFontSize=20).configure_view(stroke='red')")[0]
    config = spec["application/vnd.vegalite.v5+json"]["config"]
    assert (config["axis"], config["view"]["stroke"]) == ({"labelFontSize": 20}, "red")


def test_a_renderer_that_somebody_chose_is_used(charted):
    charted.run("before = alt.renderers.active; choice = alt.renderers.enable('mimetype')")
    try:
        assert not {"application/vnd.vegalite.v5+json"} & set(shown(charted, "one")[0]) or alt_is_5()
    finally:
        charted.run("choice = alt.renderers.enable(before)")


def alt_is_5() -> bool:
    return sys.modules["altair"].__version__.startswith("5.")


def test_unloaded_the_chart_is_altairs_own_again(charted):
    charted.shell.run_line_magic("unload_ext", "workbench")
    assert "application/vnd.vegalite.v5+json" not in shown(charted, "one")[0]
