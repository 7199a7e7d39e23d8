"""The vocabulary of the work: glossaries, recognition in text, and what is near what.

>>> from workbench import skills
>>> [m.name for m in skills.recognise("Ran k8s in production")]
['Kubernetes']
"""

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submod_attrs={
        "current": [
            "glossaries",
            "graph",
            "learn",
            "read_as",
            "recognise",
            "recognise_all",
            "reload",
            "resolve",
            "skill",
        ],
        "coverage": ["band"],
        "glossary": ["load_glossary"],
        "skillgraph": ["SkillGraph"],
        "importers": ["import_csv", "write_glossary"],
        "lint": ["Finding", "check"],
        "overlay": ["judge_comes", "judge_near", "judge_not", "take_out", "team_folder", "use_team_folder"],
        "pages": ["page"],
        "ramps": ["weeks"],
        "values": [
            "Adjacent",
            "Ambiguous",
            "Coverage",
            "Covered",
            "Glossary",
            "Link",
            "Mention",
            "Near",
            "Ramp",
            "Resolution",
            "Skill",
        ],
        "vocabulary": ["UnknownSkill", "Vocabulary"],
    },
)
