"""Text and edges can be told from the ground in both of Lab's themes."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

# what JupyterLab's own light and dark themes set
THEMES = {
    "light": {
        "light": "true",
        "layout-color1": "#fff",
        "content-font-color0": "#000",
        "brand-color0": "#0d47a1",
        "content-link-color": "#1976d2",
    },
    "dark": {
        "light": "false",
        "layout-color1": "#212121",
        "content-font-color0": "#fff",
        "brand-color0": "#1976d2",
        "content-link-color": "#64b5f6",
    },
}

CONTRAST = """([front, back]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }), pen = canvas.getContext('2d');
  const light = (name) => {
    const probe = root.appendChild(document.createElement('i'));
    probe.style.color = `var(--wb-${name})`;
    pen.fillStyle = getComputedStyle(probe).color; pen.fillRect(0, 0, 1, 1); probe.remove();
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05); }"""

PAIRS = [
    *[("fg", ground, 7) for ground in ("surface", "sunken", "hover", "note-bg", "care-bg", "stop-bg")],
    *[("fg-2", ground, 4.5) for ground in ("surface", "sunken", "hover", "care-bg", "stop-bg")],
    *[(f"{letter}-on", letter, 4.5) for letter in "ABCDEFGH"],
    *[(f"edge-{letter}", "surface", 3) for letter in "ABCDEFGH"],
    ("line-firm", "surface", 3),
    ("line-firm", "sunken", 3),
    ("on-accent", "accent", 4.5),
    ("link", "surface", 4.5),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_colours_stand_off_their_ground(parts, theme):
    """Second-voice text that cannot be read from a chair away is text that nobody reads in a meeting."""
    parts.evaluate(
        "(theme) => { for (const [name, value] of Object.entries(theme)) document.documentElement.style.setProperty(`--jp-${name}`, value); document.body.dataset.jpThemeLight = theme.light; }",
        theme,
    )
    weak = {
        (front, back): round(got, 2)
        for front, back, least in PAIRS
        if (got := parts.evaluate(CONTRAST, [front, back])) < least
    }
    assert weak == {}


def test_less_motion_is_none(parts):
    parts.emulate_media(reduced_motion="reduce")
    assert parts.evaluate("getComputedStyle(root).getPropertyValue('--wb-calm')").strip() == "0ms"


def test_a_meeting_room_reads_nothing_under_sixteen_pixels(parts):
    parts.evaluate("() => root.classList.add('wb-meeting')")
    smallest = parts.evaluate(
        "() => { const i = root.appendChild(document.createElement('i')); i.style.fontSize = 'var(--wb-t-0)'; return parseFloat(getComputedStyle(i).fontSize); }"
    )
    assert smallest >= 16
