"""Anchors for a capability without any, built from its name and its target depth, scale and ownership."""

from __future__ import annotations

from workbench.intake.capability import Capability, Depth, Five, Ownership

_DID: dict[Ownership, str] = {
    "assisted": "helped with the work",
    "implemented": "did the work",
    "owned": "answered for it",
    "designed": "designed it",
    "led": "led others in it",
}
_SCOPE: dict[Depth, str] = {
    "listed": "it is named with what it was for",
    "used": "it was used in ordinary work",
    "central": "it was the main subject of the work",
}


def profile_anchors(capability: Capability) -> Five:
    """What a profile's words can show. A 1 needs words to the contrary; silence is "no evidence"."""
    name, did, size = capability.name, _DID[capability.ownership], _size(capability)
    scope = _SCOPE[capability.depth]
    return (
        f"The words say that “{name}” was someone else's work, or was left out on purpose.",
        f"Named with a task; what this person did in “{name}” stays open.",
        f"One piece of work in “{name}” with what this person did, smaller than {size}.",
        f"Work in “{name}” at {size}: {scope}, the person {did}, and the words say what came of it.",
        f"As 4 in more than one place, or beyond {size}; others worked by rules this person set.",
    )


def interview_anchors(capability: Capability) -> Five:
    """What an interview can show."""
    name, did, size = capability.name, _DID[capability.ownership], _size(capability)
    if capability.kind == "soft":
        return (
            f"Asked twice, has no example of “{name}”, or one in which others paid for how it was done.",
            "Gives an example in general words; what this person said or did stays open after a follow-up.",
            "One real case: what they did, what the others did, how it ended.",
            "A case with a cost on both sides: what they gave up, why, and how those concerned were told.",
            "Several such cases, one that went badly; what they do differently since, and who took it over.",
        )
    return (
        f"Asked twice, cannot describe “{name}” from own work, or describes steps that would do harm.",
        "Describes how it is done in general; own part stays open after a follow-up question.",
        f"Walks through one own case of “{name}” from start to end, with what broke or surprised.",
        f"The person {did} at {size}; names the choice made, what it cost and what was measured.",
        "Compares cases, says when the usual way is wrong, and names a decision taken back and why.",
    )


def _size(capability: Capability) -> str:
    return capability.scale.strip().rstrip(".") or "the size this role has"
