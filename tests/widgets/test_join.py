"""One module a widget: parts that stand alone, in an order that works, with names that cannot collide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.widgets import _join


def view(tmp_path: Path, source: str) -> Path:
    path = tmp_path / "view.js"
    path.write_text(source, encoding="utf-8")
    return path


def test_a_module_is_the_shared_parts_and_the_view(tmp_path):
    module = _join.script(view(tmp_path, "/** A view. */\nfunction view(wb) {\n  return { render() {} };\n}\n"))
    assert module.count("export default") == 1
    assert module.rstrip().endswith("})(wb);")
    assert not re.search(r"^\s*import\b", module, re.MULTILINE)
    places = [module.index(f"wb.{name} = (function {name}(") for name in _join.MODULES]
    assert places == sorted(places)


def test_every_shared_file_is_in_the_list():
    assert sorted(path.stem for path in _join.SHARED.glob("*.js")) == sorted(_join.MODULES)
    assert sorted(path.stem for path in _join.SHARED.glob("*.css")) == sorted(_join.SHEETS)


def test_a_part_uses_only_parts_before_it():
    for i, name in enumerate(_join.MODULES):
        source = (_join.SHARED / f"{name}.js").read_text(encoding="utf-8")
        given = re.search(rf"^function {name}\((?:\{{([^}}]*)\}})?\)", source, re.MULTILINE)
        assert given, f"{name}.js takes its parts by name"
        needs = {need.strip() for need in (given.group(1) or "").split(",") if need.strip()}
        assert needs <= set(_join.MODULES[:i]), name


@pytest.mark.parametrize(
    "source",
    [
        "export default { render() {} }",
        "function other(wb) { return {}; }",
        "import x from './x.js';\nfunction view(wb) {\n}\n",
        "function view(wb) {\n  return {};\n}\nfunction second() {\n  return 1;\n}\n",
        "const view = 1;",
        "",
    ],
    ids=["export", "other name", "import", "a second function", "a constant", "empty"],
)
def test_a_file_that_is_not_one_function_is_refused_by_name(tmp_path, source):
    with pytest.raises(ValueError, match=r"view\.js must be one function called view"):
        _join.script(view(tmp_path, source))


def test_styles_come_tokens_first_and_a_widgets_own_last(tmp_path):
    sheet = tmp_path / "style.css"
    sheet.write_text(".wb.x .y { color: red; }", encoding="utf-8")
    joined = _join.styles(sheet)
    assert joined.index("--wb-ink:") < joined.index(".wb .btn") < joined.index(".wb.x .y")
    assert _join.styles(tmp_path / "missing.css") == joined.removesuffix(".wb.x .y { color: red; }")


def test_shared_styles_stay_inside_a_widget():
    """A rule that starts anywhere else restyles the notebook around the widget."""
    joined = re.sub(r"/\*.*?\*/", "", _join.styles(Path("none.css")), flags=re.DOTALL)
    joined = re.sub(r"@keyframes [\w-]+ \{ from \{[^}]*\} \}", "", joined)
    for selectors in re.findall(r"([^{}]+)\{", joined):
        for selector in re.split(r",(?![^(]*\))", selectors):
            name = selector.strip()
            if name and not name.startswith("@"):
                assert re.search(r"\.wb\b|:where\(\.wb\)", name), name


def test_a_views_own_parts_come_before_it_in_their_order(tmp_path):
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "alpha.js").write_text(
        "/** 2. after */\nfunction alpha({ beta }) {\n  return { beta };\n}\n", encoding="utf-8"
    )
    (parts / "beta.js").write_text("/** 1. before */\nfunction beta() {\n  return {};\n}\n", encoding="utf-8")
    module = _join.script(view(tmp_path, "function view(wb) {\n  return {};\n}\n"))
    assert module.index("wb.beta = (") < module.index("wb.alpha = (") < module.index("export default")


def test_a_part_cannot_take_a_shared_parts_name(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "dom.js").write_text("function dom() {\n  return {};\n}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"parts/dom\.js has the name of a shared module"):
        _join.script(view(tmp_path, "function view(wb) {\n  return {};\n}\n"))
