"""What the role needs: capability maps, their templates and the checks of their wording."""

from __future__ import annotations

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submodules=["edit"],
    submod_attrs={
        "advert": ["Advert", "read_advert"],
        "brief": ["Brief", "read_brief"],
        "capability": ["Anchors", "Capability", "Neighbour", "Tests"],
        "capability_map": ["CapabilityMap", "Compensation", "Fact", "Outcome", "Round"],
        "checks": ["check"],
        "issue": ["Issue"],
        "suggest": ["suggest_neighbours"],
        "template": ["families", "load", "parse", "save", "to_yaml"],
        "wording": ["check_phrase"],
    },
)
