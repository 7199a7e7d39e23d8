"""What axe-core finds in our widgets. Lab's own furniture around them is Lab's: only what lies in them is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe

WEIGHTY = ("serious", "critical")

# axe-core passes over what is scrolled or clipped away. Lab's body has no height and hides what flows over it, so all
# of Lab is hidden to axe-core, and it would find nothing in anything.
_UNCLIP = "body { min-height: 100vh; }"
_TEXTS = """(within) => {
  const root = document.querySelector(within);
  const apart = (a, b) => a.bottom <= b.top || a.top >= b.bottom || a.right <= b.left || a.left >= b.right;
  const clipped = (element, box) => { for (let at = element.parentElement; at && at !== root; at = at.parentElement)
    if (getComputedStyle(at).overflow !== 'visible' && apart(box, at.getBoundingClientRect())) return true; return false; };
  return [...root.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    return !element.closest('svg') && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1 && !clipped(element, box);
  }).length; }"""


def findings(page: Any, within: str, *, only: Sequence[str] = ()) -> list[str]:
    """Give what axe-core calls serious or critical inside an element: the rule, the markup, the reason.

    What it could not decide counts as well, but for the colour of words on a picture, a gradient or the like; the
    colours themselves are measured in `test_colours.py`.
    """
    with _laid_out(page, within):
        said = Axe().run(page, context=within, options={"runOnly": list(only)} if only else None).response
        texts = page.evaluate(_TEXTS, within)
    colours = [rule for kind in ("passes", "violations", "incomplete") for rule in said[kind] if _colour(rule)]
    looked = sum(len(rule["nodes"]) for rule in colours)
    assert looked >= texts / 2, f"axe-core looked at {looked} of {texts} texts in {within}"
    told = [*said["violations"], *(rule for rule in said["incomplete"] if not _colour(rule))]
    return [
        f"{rule['id']} ({rule['impact']}) {node['html'][:200]}\n    {node['failureSummary']}"
        for rule in told
        if rule["impact"] in WEIGHTY
        for node in rule["nodes"]
    ]


def _colour(rule: dict[str, Any]) -> bool:
    return bool(rule["id"] == "color-contrast")


@contextmanager
def _laid_out(page: Any, within: str) -> Iterator[None]:
    """Lay the whole element out in a window so tall that nothing of it is scrolled away."""
    size = page.viewport_size
    style = page.add_style_tag(content=_UNCLIP)
    height = page.locator(within).evaluate("(element) => element.scrollHeight")  # in meeting view it scrolls itself
    page.set_viewport_size({**size, "height": max(size["height"], height + 400)})
    page.locator(within).evaluate("(element) => element.scrollIntoView({ block: 'start' })")
    try:
        yield
    finally:
        style.evaluate("(element) => element.remove()")
        page.set_viewport_size(size)
