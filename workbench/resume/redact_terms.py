"""What to look for when a profile is made blind: words of the name, ways to reach the person, schools, gender."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.resume.profile import Resume

if TYPE_CHECKING:
    from workbench.resume.redact import RedactOptions

_PERSONAL = re.compile(
    r"\b(?:date of birth|birth\s?date|born(?: on| in)?|d\.?o\.?b\.?|age|nationality|citizenship"
    r"|marital status|gender|sex|religion|children"
    r"|geboren(?: am| in)?|geburtsdatum|geburtsort|familienstand|staatsangehörigkeit|nationalität"
    r"|geschlecht|konfession|alter"
    r"|date de naissance|née? le|nationalité|situation familiale|état civil|fecha de nacimiento"
    r"|nacionalidad|estado civil|edad|sexo"
    r"|data de nascimento|nacionalidade|estado civil|idade)\b\s*[:：]?\s*[^|•·;\n]{0,60}",
    re.I,
)
_STATUS = re.compile(
    r"\b(?:married|single|divorced|widowed|unmarried|verheiratet|ledig|geschieden|marié[e]?|célibataire|casad[oa]|solter[oa]|solteir[oa])\b",
    re.I,
)
_GENDERED = re.compile(
    r"\b(?:he|she|him|his|her|hers|himself|herself|mr|mrs|ms|miss|sir|madam|herr|frau|monsieur|madame|mme|señora?|senhora?|he/him|she/her"
    r"|they/them|chairman|chairwoman|spokesman|spokeswoman|salesman|saleswoman|mother|father|wife|husband|fraternity|sorority|women['’]?s?"
    r"|men['’]?s|girls?|boys?|female|male|waitress|actress|maternity|paternity)\b\.?",
    re.I,
)
_EMAIL = re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.])(?:[\w-]+\.)+(?:com|org|net|io|dev|me|edu|co|ai|app|de|fr|es|pt|it|uk|ch|at)(?:/\S*)?",
    re.I,
)
_PHONE = re.compile(r"(?<!\w)\+?\(?\d[\d\s().\-–/·]{6,}\d(?!\w)")
_PARTICLES = {
    "de",
    "von",
    "van",
    "da",
    "der",
    "den",
    "del",
    "dos",
    "la",
    "le",
    "bin",
    "al",
    "el",
    "y",
    "e",
    "of",
    "the",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A pattern, what it stands for, and the lines it is looked for on (all when None)."""

    kind: str
    pattern: re.Pattern[str]
    lines: frozenset[str] | None = None


def terms_of(resume: Resume, options: RedactOptions) -> list[Term]:
    """Give what has to go, the longest first."""
    basics = resume.data.get("basics", {})
    fields: dict[str, Any] = resume.data["meta"]["workbench"].get("fields", {})
    contact = frozenset(
        line.id for line in resume.document.lines(hidden=True) if line.section in {None, "contact", "references"}
    )
    terms: list[Term] = []
    if options.contact:
        terms.append(Term("e-mail", _EMAIL))
        for value in resume.data["meta"]["workbench"].get("phones", []):
            terms.append(Term("phone", re.compile(re.escape(value))))
        terms.append(Term("phone", _PHONE, contact))
        terms.append(Term("link", _LINK))
        terms += [Term("link", re.compile(re.escape(value))) for value in _own_links(resume)]
        for profile in basics.get("profiles", []):
            user = str(profile.get("username") or "")
            if len(user) > 2:
                terms.append(Term("link", re.compile(rf"(?<!\w){re.escape(user)}(?!\w)", re.I)))
    if options.name and basics.get("name"):
        terms += _name_terms(str(basics["name"]))
    if options.address:
        places = _lines(fields, "basics/location")
        location = basics.get("location") or {}
        written = str(location.get("address") or ", ".join(filter(None, map(location.get, ("city", "region")))))
        if written:
            terms.append(Term("address", re.compile(_runs(written)), places))
            terms.append(Term("address", re.compile(rf"(?<!\w){re.escape(written)}(?!\w)"), contact | _summary(resume)))
        street = re.compile(
            r"\d{1,5}\s+(?:[A-Z][\w.]*\s?){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Blvd|Way|Court|Place|Broadway)\b[^|•·]*"
            r"|[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|weg|platz|gasse|allee)\s+\d{1,4}\w?[^|•·]*|\b\d{4,5}\s+[A-ZÄÖÜ][\w-]+"
        )
        terms.append(Term("address", street, contact | places))
    if options.personal:
        terms.append(Term("personal detail", _PERSONAL, contact))
        terms.append(Term("personal detail", _STATUS, contact))
    if options.schools:
        for number, item in enumerate(resume.data.get("education", [])):
            school = str(item.get("institution") or "")
            if len(school) > 2:
                lines = _lines(fields, f"education/{number}/institution")
                terms.append(Term("school", re.compile(_runs(school), re.I), lines))
                everywhere = len(school.split()) > 1
                terms.append(Term("school", re.compile(_loose(school), re.I), None if everywhere else lines))
    if options.gendered_words:
        terms.append(Term("gendered word", _GENDERED))
    return terms


def _lines(fields: dict[str, Any], path: str) -> frozenset[str]:
    return frozenset(fields.get(path, {}).get("lines", ()))


def _own_links(resume: Resume) -> list[str]:
    links = resume.data["meta"]["workbench"].get("links", [])
    return [value for value in links if isinstance(value, str) and len(value) > 4]


def _summary(resume: Resume) -> frozenset[str]:
    return frozenset(line.id for line in resume.document.lines() if line.section == "summary")


def _runs(text: str) -> str:
    """Any words of a text that stand together: where it goes on over two lines, each line holds a part of it."""
    words = sorted({re.escape(word) for word in re.findall(r"[\w.'’&/-]*\w", text)}, key=len, reverse=True)
    word = rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"
    return rf"{word}(?:[\s,;.]+{word})*"


def _loose(text: str) -> str:
    return r"\s+".join(re.escape(word) for word in text.split())


def _name_terms(name: str) -> list[Term]:
    """The name in full, turned round, and each of its words wherever it stands: in footers, links, sentences."""
    words = [word for word in re.split(r"[\s,]+", name) if word]
    terms = [Term("name", re.compile(_loose(name), re.I))]
    if len(words) > 1:
        turned = rf"{re.escape(words[-1])},?\s+{_loose(' '.join(words[:-1]))}"
        terms.append(Term("name", re.compile(turned, re.I)))
        terms.append(
            Term(
                "name",
                re.compile(rf"(?<!\w){re.escape(words[0][0])}\.\s*(?:[A-Z]\.\s*)?{re.escape(words[-1])}(?!\w)", re.I),
            )
        )
    for word in words:
        plain = word.strip(".’'\"()")
        if len(plain) > 1 and plain.casefold() not in _PARTICLES:
            # a name that is also a word ("Rose", "Mark") goes where it is written like a name
            pattern = rf"(?<![^\W\d_]){re.escape(plain)}(?:['’]s)?(?![^\W\d_])"
            cased = (
                pattern
                if not plain.isupper()
                else f"(?:{pattern}|(?<![^\\W\\d_]){re.escape(plain.title())}(?![^\\W\\d_]))"
            )
            terms.append(Term("name", re.compile(cased)))
            if len(plain) > 3:  # inside a link of any kind: "okoro-lane.example/work"
                host = rf"(?<![\w@])[\w-]*{re.escape(plain)}[\w-]*(?:\.[\w-]+)*\.[a-z]{{2,}}(?:/\S*)?"
                terms.append(Term("link", re.compile(host, re.I)))
    return terms
