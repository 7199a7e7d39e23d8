"""A profile against a map: quotes with their place, what is unknown, and what to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from profile_maker import make, work

from workbench import intake
from workbench.evidence import CapabilityEvidence, Evidence, weigh
from workbench.intake import Capability, CapabilityMap
from workbench.resume import Resume

_DAY = date(2026, 2, 1)


def role(*capabilities: Capability) -> CapabilityMap:
    return replace(intake.load("devops"), capabilities=capabilities)


CLUSTERS = Capability(
    id="clusters", name="Keeping clusters current", letter="A", importance="must", central=("kubernetes",),
    peripheral=("helm",), depth="central", scale="50 nodes", ownership="owned", question="What was your way back?",
)  # fmt: skip
PAGED = Capability(
    id="paged", name="Incidents", letter="B", importance="must", central=("incident-management",),
    question="What did you believe first?",
)  # fmt: skip


def clusters(resume: Resume) -> CapabilityEvidence:
    return weigh(resume, role(CLUSTERS), today=_DAY)["clusters"]


def test_a_quote_is_the_clause_with_its_place() -> None:
    found = clusters(make([work("• Wrote tools in Bash, and ran the Kubernetes clusters (80 nodes) since 2021")]))
    (quote,) = found.quotes
    assert quote.text == "ran the Kubernetes clusters (80 nodes) since 2021"
    assert (quote.page, quote.line, quote.section, quote.entry, quote.employer) == (
        1, "p1l1", "work", "work/0", "Quay Freight",
    )  # fmt: skip
    assert (found.depth, found.ownership, [str(size) for size in found.scale]) == ("central", "owned", ["80 nodes"])
    assert quote.by == "program"
    assert quote.why


def test_a_clause_over_two_lines_has_a_span_on_each() -> None:
    resume = make([work("• Migrated the shop to"), work("Kubernetes, 40 services in all.")])
    (quote,) = clusters(resume).quotes
    assert quote.text.startswith("Migrated the shop to Kubernetes")
    assert [line for line, _, _ in quote.spans] == ["p1l1", "p1l2"]
    for line, start, end in quote.spans:
        assert resume.document.line(line).text[start:end] in quote.text


def test_depth_counts_positions_months_and_the_last_year() -> None:
    found = clusters(make([work("• Operated Kubernetes"), work("• Deployed with Helm", 1)]))
    assert (found.positions, found.months, found.last_year) == (2, 60 + 36, 2026)


def test_a_skills_list_gives_listed_and_a_hidden_line_gives_nothing() -> None:
    hidden = ("Owned Kubernetes with 900 nodes", "work", "work/0", True)
    listed = ("Led Kubernetes, designed Helm", "skills", None, False)
    assert clusters(make([hidden])).quotes == ()
    found = clusters(make([hidden, listed]))
    assert (found.depth, found.ownership, found.scale) == ("listed", "unknown", ())
    assert any("Named in a list" in each for each in found.unknown)


def test_what_is_not_said_becomes_a_question() -> None:
    found = clusters(make([work("• Worked with Kubernetes every day")]))
    assert (found.depth, found.ownership) == ("used", "unknown")
    assert "Owned or took part? “Worked with” does not say." in found.unknown
    assert any(each.startswith("How large?") for each in found.unknown)
    assert any("Worked with Kubernetes every day" in each for each in found.questions)
    assert found.questions[-1] == CLUSTERS.question


def test_a_near_skill_is_named_with_its_ramp_and_path() -> None:
    found = clusters(make([work("• Ran HashiCorp Nomad for 20 services")]))
    assert found.depth == "unknown"
    (near,) = found.near
    assert (near.have, near.want, near.path[0], near.path[-1]) == ("nomad", "kubernetes", "nomad", "kubernetes")
    assert any("“Kubernetes” is not mentioned. Nomad is near: " in each for each in found.unknown)
    assert found.quotes[0].text == "Ran HashiCorp Nomad for 20 services"


def test_a_practice_is_found_in_other_words() -> None:
    resume = make([work("• Carried the pager one week in four; led 11 incident reviews, each published")])
    found = weigh(resume, role(PAGED), today=_DAY)["B"]
    assert found.depth in ("used", "central")
    assert found.ownership == "led"
    assert any("led 11 incident reviews" in quote.text for quote in found.quotes)


def test_an_empty_profile_leaves_everything_unknown_and_asks_the_maps_question() -> None:
    found = weigh(make([]), role(CLUSTERS, PAGED), today=_DAY)
    assert [each.depth for each in found.capabilities] == ["unknown", "unknown"]
    assert [each.questions for each in found.capabilities] == [(CLUSTERS.question,), (PAGED.question,)]
    assert all(each.unknown for each in found.capabilities)


def test_evidence_survives_json() -> None:
    found = weigh(
        make([work("• Led Kubernetes with 40 nodes"), work("• Used Nomad")]), role(CLUSTERS, PAGED), today=_DAY
    )
    assert Evidence.from_dict(found.to_dict()) == found


def test_every_shipped_map_can_be_weighed() -> None:
    """A template may name a skill that the glossaries in use lack; the meeting goes on."""
    resume = make([work("• Owned PostgreSQL and Kubernetes for 12 teams")])
    for family in ("backend", "data", "devops"):
        role_map = intake.load(family)
        found = weigh(resume, role_map, today=_DAY)
        assert [each.capability for each in found.capabilities] == [each.id for each in role_map.capabilities]
