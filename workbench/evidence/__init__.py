"""Profile and role: what the words of a profile show of each capability, and what they leave open.

>>> from workbench import evidence
>>> [(s.name, s.ownership) for s in evidence.read_sentence("Owned the Kubernetes cluster and used Terraform")]
[('Kubernetes', 'owned'), ('Terraform', 'unknown')]
"""

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submod_attrs={
        "sentence": ["read_sentence"],
        "values": [
            "DEPTHS",
            "OWNERSHIPS",
            "CapabilityEvidence",
            "Depth",
            "Evidence",
            "NearSkill",
            "Ownership",
            "Quote",
            "Size",
            "SkillEvidence",
        ],
        "weighing": ["weigh"],
    },
)
