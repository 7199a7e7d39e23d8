"""The smaller sections: projects, publications, certificates, awards, languages, volunteering and the like."""

from __future__ import annotations

import re

from workbench.resume.dates import find_dates, without_dates
from workbench.resume.entries import entries
from workbench.resume.heads import read_head
from workbench.resume.rows import Row
from workbench.resume.skill_lists import split_list
from workbench.resume.work import Item, join, read_work, set_dates, tell

_LANGUAGE = re.compile(r"^\s*([^\W\d_][\w'’ -]*?)\s*(?:[(:–—-]\s*(.+?)\)?)?\s*$")


def read_projects(rows: list[Row]) -> list[Item]:
    """Read projects: the name, a description, highlights and dates."""
    items: list[Item] = []
    for entry in entries(rows):
        head = read_head(entry)
        if not head.parts and not entry.body:
            continue
        item = Item({}, [*entry.head, *entry.body])
        if head.parts:
            item.data["name"] = head.parts[0].text
            item.sources["name"] = ([head.parts[0].row], "the first words of the entry")
            if len(head.parts) > 1:
                item.data["description"] = head.parts[1].text
        set_dates(item, head)
        tell(item, entry)
        if "summary" in item.data:
            item.data["description"] = "\n".join(filter(None, [item.data.get("description"), item.data.pop("summary")]))
        if item.data:
            items.append(item)
    return items


def read_volunteer(rows: list[Row]) -> list[Item]:
    """Read volunteer positions like positions, under their own field names."""
    items = read_work(rows)
    for item in items:
        if "name" in item.data:
            item.data["organization"] = item.data.pop("name")
            item.sources["organization"] = item.sources.pop("name", ([], ""))
        item.data.pop("location", None)
        item.sources.pop("location", None)
    return items


def _statements(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Put rows together that belong to one statement: a bullet, a numbered item, or a paragraph."""
    result: list[tuple[str, list[Row]]] = []
    for row in rows:
        if row.heading:
            continue
        numbered = re.match(r"^\s*(?:\[?\d{1,4}[\].)]|\(\d{1,3}\))\s+", row.text)
        wraps = row.joined or (
            result and not row.bullet and not numbered and row.gap < 0.55 and len(result[-1][0]) > 40
            and not row.bold and not find_dates(row.text[:12])
        )  # fmt: skip
        text = row.text[numbered.end() :] if numbered else row.text
        if wraps and result:
            result[-1] = (join(result[-1][0], text), [*result[-1][1], row])
        else:
            result.append((text, [row]))
    return result


def _dated(rows: list[Row], name: str, date: str) -> list[Item]:
    items: list[Item] = []
    for text, found in _statements(rows):
        spans = find_dates(text)
        item = Item({}, found)
        plain = " ".join(re.sub(r"\(\s*\)", "", without_dates(text)).split()).strip(" ,;|–—-")
        item.data[name] = plain or text
        item.sources[name] = (found, "one statement of the section")
        last = next((span.last or span.first for span in reversed(spans) if span.last or span.first), None)
        if last:
            item.data[date] = last
            item.sources[date] = (found, "the date in the statement")
        if any(letter.isalpha() for letter in item.data[name]):
            items.append(item)
    return items


def read_awards(rows: list[Row]) -> list[Item]:
    """Read awards: title and date."""
    return _dated(rows, "title", "date")


def read_certificates(rows: list[Row]) -> list[Item]:
    """Read certificates: name and date."""
    return _dated(rows, "name", "date")


def read_publications(rows: list[Row]) -> list[Item]:
    """Read publications: the reference as written, and its date."""
    return _dated(rows, "name", "releaseDate")


def read_languages(rows: list[Row]) -> list[Item]:
    """Read languages and how well they are spoken."""
    items: list[Item] = []
    for row in rows:
        for cell in row.cells:
            for piece in re.split(r"\s*[;|•·]\s*|,\s+(?![^(]*\))", cell.text):
                found = _LANGUAGE.match(re.sub(r"[★☆●○⬤■□▪]+", "", piece).strip(" .:"))
                if not found or len(found[1].split()) > 3 or len(found[1]) < 2:
                    continue
                item = Item({"language": found[1].strip()}, [row])
                if found[2]:
                    item.data["fluency"] = found[2].strip(" )")
                item.sources["language"] = ([row], "listed under the heading for languages")
                items.append(item)
    return items


def read_interests(rows: list[Row]) -> list[Item]:
    """Read interests, one name each."""
    items: list[Item] = []
    for text, found in _statements(rows):
        for piece in split_list(re.sub(r"^[^:]{2,30}:\s*", "", text)):
            items.append(Item({"name": piece}, found, {"name": (found, "listed under the heading for interests")}))
    return items


def read_references(rows: list[Row]) -> list[Item]:
    """Keep references as they were written; they belong to other people and are never matched with anything."""
    text = "\n".join(row.text for row in rows if not row.heading)
    if not text:
        return []
    return [Item({"reference": text}, rows, {"reference": (rows, "stands under the heading for references")})]
