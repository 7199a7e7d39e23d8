"""A small map of our own, so that tests do not lean on the templates' words."""

from __future__ import annotations

import pytest

from workbench.intake import Anchors, Capability, CapabilityMap, Neighbour, Outcome, Round, Tests


@pytest.fixture
def small() -> CapabilityMap:
    five = ("one", "two", "three", "four", "five")
    return CapabilityMap(
        requisition="REQ-7",
        title="Engineer, parcels",
        family="backend",
        problem="Forty parcels a day are scanned twice.",
        outcomes=(Outcome("no-double-scan", 6, "At most one parcel a week is scanned twice."),),
        capabilities=(
            Capability(
                id="scanning",
                name="Scans that count once",
                letter="A",
                importance="must",
                central=("postgresql",),
                neighbours=(Neighbour("mysql", "postgresql", (2, 5)),),
                depth="central",
                scale="1,000 scans a minute",
                ownership="owned",
                question="What did a double scan do in your system?",
                rounds=(Tests("design", "tests"),),
                outcomes=("no-double-scan",),
                anchors=Anchors(five, five),
            ),
            Capability(
                id="choosing",
                name="Choosing what waits",
                letter="B",
                importance="should",
                kind="soft",
                question="What did you put off?",
                rounds=(Tests("manager", "tests"),),
                scored_from_profile=False,
                anchors=Anchors(None, five),
            ),
        ),
        loop=(Round("design", "Design", 60, "Designs a scanner."), Round("manager", "Manager", 45, "Priorities.")),
    )
