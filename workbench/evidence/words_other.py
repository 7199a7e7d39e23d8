"""German, French and Spanish forms: as they stand in profiles, with the English verb they are read as."""

from __future__ import annotations

FORMS: dict[str, str] = {
    # German
    "entwickelt": "develop", "entwicklung": "develop", "entwickelte": "develop", "aufgebaut": "build",
    "aufbau": "build", "gebaut": "build", "erstellt": "create", "erstellung": "create", "umgesetzt": "implement",
    "umsetzung": "implement", "implementiert": "implement", "implementierung": "implement",
    "programmiert": "program", "programmierung": "program", "geschrieben": "write", "eingeführt": "introduce",
    "einführung": "introduce", "konfiguriert": "configure", "automatisiert": "automate", "migriert": "migrate",
    "optimiert": "optimise", "skaliert": "scale", "entworfen": "design", "konzipiert": "design",
    "konzeption": "design", "entwurf": "design", "geplant": "plan", "planung": "plan", "betrieben": "operate",
    "betrieb": "operate", "betreut": "look after", "betreuung": "look after", "verwaltet": "manage",
    "verantwortet": "own", "gewartet": "maintain", "wartung": "maintain", "geleitet": "lead", "leitung": "lead",
    "leitete": "lead", "geführt": "lead", "verantwortlich": "own", "verantwortung": "own",
    "unterstützt": "support", "unterstützung": "support", "mitgearbeitet": "participate",
    "mitarbeit": "participate", "mitgewirkt": "participate", "mitwirkung": "participate",
    "eingesetzt": "use", "genutzt": "use", "verwendet": "use", "kenntnisse": "learn",
    "grundkenntnisse": "learn", "gelernt": "learn", "schulung": "learn", "weiterbildung": "learn",
    # French
    "développé": "develop", "développement": "develop", "conçu": "design", "conception": "design",
    "réalisé": "implement", "réalisation": "implement", "dirigé": "lead", "piloté": "lead",
    "pilotage": "lead", "encadré": "lead", "encadrement": "lead", "géré": "manage", "gestion": "manage",
    "exploité": "operate", "responsable": "own", "chargé": "own", "maintenu": "maintain",
    "migré": "migrate", "optimisé": "optimise", "participation": "participate", "participé": "participate",
    "contribution": "contribute", "contribué": "contribute", "utilisé": "use", "utilisation": "use",
    "déployé": "deploy", "déploiement": "deploy", "automatisé": "automate", "connaissance": "learn",
    "connaissances": "learn", "notions": "learn", "formation": "learn",
    # Spanish
    "desarrollé": "develop", "desarrollo": "develop", "diseñé": "design", "diseño": "design", "lideré": "lead",
    "dirigí": "lead", "liderazgo": "lead", "implementé": "implement", "implementación": "implement",
    "gestioné": "manage", "gestión": "manage", "administré": "administer", "administración": "administer",
    "operé": "operate", "migré a": "migrate", "construí": "build", "creé": "create", "mantuve": "maintain",
    "mantenimiento": "maintain", "apoyé": "support", "apoyo": "support",
    "participación": "participate", "usé": "use", "utilicé": "use", "optimicé": "optimise", "escalé": "scale",
    "automaticé": "automate", "desplegué": "deploy", "conocimientos": "learn", "curso": "learn",
}  # fmt: skip

# Prepositions, articles and conjunctions, read as the English ones.
SMALL: dict[str, str] = {
    "mit": "with", "und": "and", "oder": "or", "auf": "on", "für": "for", "von": "of", "nach": "to", "zu": "to",
    "zur": "to", "bei": "at", "durch": "by", "der": "the", "die": "the", "das": "the", "den": "the", "dem": "the",
    "des": "of", "einer": "a", "eines": "of", "einem": "a", "ein": "a", "eine": "a", "einen": "a", "wir": "we",
    "avec": "with", "et": "and", "ou": "or", "sur": "on", "pour": "for", "dans": "in", "en": "in", "de": "of",
    "du": "of", "vers": "to", "par": "by", "le": "the", "la": "the", "les": "the", "un": "a", "une": "a",
    "d'un": "of", "d'une": "of", "d’un": "of", "d’une": "of", "nous": "we", "con": "with", "y": "and", "o": "or",
    "sobre": "on", "para": "for", "por": "by", "el": "the", "los": "the", "las": "the", "una": "a", "al": "to",
    "hacia": "to", "nosotros": "we", "unter": "under",
}  # fmt: skip
