"""Altair's charts as JupyterLab itself can draw them, so that a chart fetches nothing from another host.

Altair's own default is a page that loads its libraries from the internet, and what it calls Vega-Lite 6 no JupyterLab
up to 4.6 has a renderer for. Those have one for Vega-Lite 5, whose specifications read the same for what Altair writes
about marks, encodings, layers and rows. Nothing of Altair is imported before somebody shows a chart.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

DRAWN_BY_LAB = "application/vnd.vegalite.v5+json"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"  # a name; nothing is fetched from there
_MODULES = ("altair.vegalite.v5.api", "altair.vegalite.v6.api")
_NAMES = ("Chart", "LayerChart", "FacetChart", "HConcatChart", "VConcatChart", "ConcatChart", "RepeatChart")
KINDS = tuple((module, name) for module in _MODULES for name in _NAMES)

_OKABE_ITO = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442", "#7f7f7f"]
_LOOK: dict[str, Any] = {
    "background": "transparent",  # light or dark, as the page is; the colour of the letters follows the theme of Lab
    "font": "system-ui, sans-serif",
    "view": {"stroke": None},
    "range": {"category": _OKABE_ITO},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "gridOpacity": 0.3},
    "legend": {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"},
    "title": {"fontSize": 14, "anchor": "start", "subtitleFontSize": 12},
}


def drawn_by_lab(chart: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give a chart's mime bundle and its metadata; a renderer that somebody enabled in Altair comes first."""
    import altair

    if altair.renderers.active != "default":
        bundle = chart._repr_mimebundle_(None, None)
        return bundle if isinstance(bundle, tuple) else (bundle, {})
    spec = chart.to_dict()
    spec["$schema"] = _SCHEMA
    own = spec.get("config", {})
    spec["config"] = {**deepcopy(_LOOK), **own, "view": {**_LOOK["view"], **own.get("view", {})}}
    data = {DRAWN_BY_LAB: spec, "text/plain": in_words(spec)}
    return data, {DRAWN_BY_LAB: {"embed_options": {"actions": False, "renderer": "svg"}}}


def in_words(spec: dict[str, Any]) -> str:
    """Say what a chart shows, for a terminal and for who cannot see it.

    >>> in_words({"title": "Agreement", "description": "Alpha by criterion."})
    'Chart: Agreement. Alpha by criterion.'
    """
    title = spec.get("title", "")
    named = title.get("text", "") if isinstance(title, dict) else title
    text = " ".join(named) if isinstance(named, list) else str(named)
    said = [part for part in (text, str(spec.get("description", "")).rstrip(".")) if part]
    return f"Chart: {'. '.join(said)}." if said else "Chart."
