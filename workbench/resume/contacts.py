"""E-mail addresses, phone numbers, links and places that belong to the person, not to a referee or a paper."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from workbench.resume.addresses import read_address
from workbench.resume.dates import find_dates
from workbench.resume.rows import Row
from workbench.resume.tokens import Link

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)*\.\s?[A-Za-z]{2,18}(?![\w@])")
_PHONE = re.compile(
    r"(?<![\w/.:@-])(?:\+|00)?\(?\d[\d\s().\-–/·⋅•]{5,22}\d(?![\w@]|[-/.]\d)(?:\s?(?:x|ext\.?)\s?\d{1,5})?"
)
_RUNS_ON = re.compile(r"@?[a-z0-9][\w.-]*$")
_LOCAL = re.compile(r"[\w.+-]{2,}")
_WHOLE = re.compile(
    r"@[\w.-]+\.(?:com|org|net|edu|gov|mil|int|info|biz|name|dev|app|tech|online|email|example|test|me|co|io|ai|tv|cc|eu|us|uk|ie|ca"
    r"|au|nz|za|in|pk|bd|lk|sg|my|ph|hk|tw|cn|jp|kr|de|at|ch|li|fr|be|nl|lu|es|pt|it|gr|dk|se|no|fi|is|pl|cz|sk|hu|ro|bg|hr|si|rs"
    r"|ua|ru|by|ee|lv|lt|tr|il|eg|ae|sa|ir|br|mx|ar|cl|pe|uy|ng|ke|gh|ma|tn)$",
    re.I,
)
_PARTED = re.compile(r"\s+[/·⋅•]\s+")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>\"]+|(?<![\w@.])(?:[\w-]+\.)+(?:com|org|net|io|dev|me|edu|co|ai|app|info|tech|page|site|blog|xyz|cv"
    r"|design|gov|eu|de|fr|es|pt|it|nl|ch|at|uk|us|ca|in|br|pl|se|no|dk|fi|cz|be|ie|au|jp|cn|url|eco|link|bio|codes?|cloud)"
    r"(?:/[^\s|,;<>\"]*)?(?![\w@])",
    re.I,
)
_NETWORKS = {
    "linkedin": "LinkedIn", "github": "GitHub", "gitlab": "GitLab", "twitter": "Twitter", "x.com": "X",
    "orcid": "ORCID", "stackoverflow": "Stack Overflow", "scholar.google": "Google Scholar", "medium": "Medium",
    "kaggle": "Kaggle", "facebook": "Facebook", "xing": "Xing", "behance": "Behance", "dribbble": "Dribbble",
    "bitbucket": "Bitbucket", "researchgate": "ResearchGate", "youtube": "YouTube", "instagram": "Instagram",
    "leetcode": "LeetCode", "mastodon": "Mastodon",
}  # fmt: skip
_PHONE_LABEL = re.compile(
    r"\b(?:tel|phone|mobile|mob|cell|fon|telefon|handy|téléphone|telefone|teléfono|móvil|whatsapp|fax|m|p|t)\b\.?\s*:?\s*$",
    re.I,
)
_NOT_OURS = {"references", "publications", "projects", "awards", "certificates"}


@dataclass(slots=True)
class Contact:
    """A value, the row it stands on and why it was believed."""

    value: str
    row: Row | None
    why: str
    more: tuple[Row, ...] = ()  # further rows of an address


@dataclass(slots=True)
class Contacts:
    """How to reach the person."""

    emails: list[Contact] = field(default_factory=list)
    phones: list[Contact] = field(default_factory=list)
    links: list[Contact] = field(default_factory=list)
    place: Contact | None = None


def zone(rows: list[Row]) -> list[Row]:
    """Give the rows where a person's own contact stands: before the first section, under "contact", beside the name."""
    return [row for row in rows if row.section in {None, "contact"} and row.region >= 0]


def read_contacts(rows: list[Row], links: list[Link]) -> Contacts:
    """Read the contact details of the document."""
    near = zone(rows)
    result = Contacts()
    for scope in (
        near,
        [row for row in rows if row.section == "summary"],
        [r for r in rows if r.section not in _NOT_OURS],
    ):
        if not result.emails:
            result.emails = _unique(contact for row, text in _carried_on(scope) for contact in _emails(row, text))
        if not result.phones:
            result.phones = _unique(contact for row in scope for contact in _phones(row, scope is near))
    if not result.emails:
        result.emails = _unique(_annotated(links, near, "mailto:"))
    if not result.phones:
        result.phones = _unique(_annotated(links, near, "tel:"))
    result.links = _links(near, links, {email.value.casefold() for email in result.emails})
    found = read_address(near)
    if found:
        result.place = Contact(found[0], found[1][0], found[2], tuple(found[1][1:]))
    return result


def _unique(found: object) -> list[Contact]:
    result: dict[str, Contact] = {}
    for contact in found:  # type: ignore[attr-defined]
        result.setdefault(re.sub(r"\W", "", contact.value).casefold(), contact)
    return list(result.values())


def _carried_on(rows: list[Row]) -> Iterator[tuple[Row, str]]:
    """The rows with their text; an e-mail address that was too long for a narrow column gets its second half back."""
    for row, below in itertools.zip_longest(rows, rows[1:]):
        text = row.text
        if below is not None and below.region == row.region and below.gap < 1 and _RUNS_ON.match(below.text):
            last = row.cells[-1]
            word, rest = last.tokens[-1].text, below.text
            full = last.x1 + below.cells[0].tokens[0].size > row.box[0] + 0.85 * row.width
            half = rest.startswith("@") and _LOCAL.fullmatch(word)
            cut = "@" in word and "@" not in rest and full and not _WHOLE.search(word) and _WHOLE.search(word + rest)
            if half or cut:
                text += rest
        yield row, text


def _emails(row: Row, text: str) -> list[Contact]:
    if "@" not in text:
        return []
    found = _EMAIL.findall(text)
    return [Contact(re.sub(r"\s", "", text).strip(".'"), row, "has the form of an e-mail address") for text in found]


def _phones(row: Row, near: bool) -> list[Contact]:
    result = []
    for cell in row.cells:
        for found in _numbers(cell.text):
            text = found.group().strip(" -–/·⋅•.")
            digits = re.sub(r"\D", "", text)
            if not 7 <= len(digits) <= 15 or any(span.period or not span.bare for span in find_dates(text)):
                continue
            if find_dates(text) and len(digits) <= 8:
                continue
            if re.match(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$", text) or re.match(r"\d{4}-\d{4}-\d{4}", text):
                continue
            labelled = bool(_PHONE_LABEL.search(cell.text[: found.start()]))
            if labelled or near or is_dialled(text):
                why = (
                    "follows the word for a phone" if labelled else "has the form of a phone number, among the contacts"
                )
                result.append(Contact(text, row, why))
    return result


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers in a text; one too long to be dialled is two, parted by a sign with spaces around it."""
    for found in _PHONE.finditer(text):
        if len(re.sub(r"\D", "", found.group())) <= 13 or not _PARTED.search(found.group()):
            yield found
            continue
        place = found.start()
        for part in [*_PARTED.finditer(found.group()), None]:
            stop = found.end() if part is None else found.start() + part.start()
            number = _PHONE.search(text[:stop], place)
            if number:
                yield number
            place = stop + (len(part.group()) if part else 0)


def is_dialled(text: str) -> bool:
    """Whether a number with its country code can be dialled."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_valid_number(number))


def _annotated(links: list[Link], near: list[Row], scheme: str) -> list[Contact]:
    return [
        Contact(link.url[len(scheme) :].split("?")[0].strip("/ "), _row_under(link, near), "the link's address")
        for link in links
        if link.url.lower().startswith(scheme) and _row_under(link, near) is not None
    ]


def _row_under(link: Link, rows: list[Row]) -> Row | None:
    middle = (link.box[1] + link.box[3]) / 2
    for row in rows:
        x0, top, x1, bottom = row.box
        if row.page == link.page and top - 3 <= middle <= bottom + 3 and link.box[0] < x1 + 2 and link.box[2] > x0 - 2:
            return row
    return None


def _text_under(link: Link, row: Row) -> str:
    return " ".join(
        token.text for token in row.tokens if token.x1 > link.box[0] + 1 and token.x0 < link.box[2] - 1
    ).strip()


def safe_link(url: str) -> bool:
    """Whether a link leads to the web and nowhere else; scripts and files are never kept."""
    return bool(re.match(r"https?://[\w-]+(\.[\w-]+)+", url, re.I)) and len(url) < 500


def _links(near: list[Row], links: list[Link], emails: set[str]) -> list[Contact]:
    found: list[Contact] = []
    covered: set[str] = set()
    for link in links:
        row = _row_under(link, near)
        if row is None or link.url.lower().startswith(("mailto:", "tel:")):
            continue
        text = _text_under(link, row)
        written = _URL.search(text)
        if written and "@" not in text.split(written.group())[0][-1:]:
            found.append(Contact(written.group().rstrip(".)"), row, "written out, and a link"))
            covered.add(written.group())
        elif safe_link(link.url):
            found.append(Contact(link.url, row, "the link's address"))
    for row in near:
        text = _EMAIL.sub(" ", row.text)
        for match in _URL.finditer(text):
            url = match.group().rstrip(".)")
            if url not in covered and not any(url.casefold() in email for email in emails):
                found.append(Contact(url, row, "has the form of a link"))
    result: dict[str, Contact] = {}
    for contact in found:
        key = re.sub(r"^(https?://)?(www\.)?", "", contact.value.casefold()).rstrip("/")
        result.setdefault(key, contact)
    return list(result.values())


def network_of(url: str) -> str | None:
    """Name the network a link belongs to, when it is a well-known one."""
    try:
        host = (urlsplit(url if "//" in url else "//" + url).netloc or "").casefold()
    except ValueError:  # brackets in it that are no address
        return None
    for part, name in _NETWORKS.items():
        if host == part or host.startswith(part + ".") or f".{part}." in f".{host}." or (part in host and "." in part):
            return name
    return None


def is_contact(text: str) -> bool:
    """Whether a text holds an e-mail address, a link or a number that looks like a phone's."""
    return bool(_EMAIL.search(text) or _URL.search(text) or (_PHONE.search(text) and not find_dates(text)))
