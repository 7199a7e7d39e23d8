"""Pages for people on a panel who should see no code: served by Voilà, each person known by a signed cookie."""

from __future__ import annotations

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__, submod_attrs={"_links": ["PanelLink", "panel_links", "way_in"], "_place": ["Place"]}
)
