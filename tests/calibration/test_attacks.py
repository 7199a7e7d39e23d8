"""Each attack on the sealed scores that we could think of, and that `workbench audit` finds it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from workbench.calibration.record import record_json
from workbench.cli.audit import app
from workbench.store._canonical import event_hash

pytestmark = pytest.mark.slow


def audit(path: Path, *more: str) -> list[dict[str, Any]]:
    """The problems that the shell prints."""
    run = CliRunner().invoke(app, [str(path), "--all", *more])
    summary, *problems = map(json.loads, run.stdout.splitlines())
    assert (run.exit_code, summary["ok"]) == ((1, False) if problems else (0, True))
    return problems


class Administrator:
    """Somebody who may do anything to the file: takes the guards off, rewrites, and puts them back."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.row_factory = sqlite3.Row

    def __enter__(self) -> Administrator:
        rows = self.connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        self.guards = {row["name"]: row["sql"] for row in rows}
        for name in self.guards:
            self.connection.execute(f"DROP TRIGGER {name}")
        return self

    def __exit__(self, *_: object) -> None:
        for sql in self.guards.values():
            self.connection.execute(sql)
        self.connection.close()

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        return [dict(row) for row in self.connection.execute(query, values)]

    def hash_anew(self) -> None:
        """Number and hash the whole log again, as if it had always been so, and correct every count."""
        events = self.rows("SELECT * FROM events ORDER BY seq")
        self.connection.execute("DELETE FROM events")
        heads: dict[tuple[str, str], str] = {}
        for seq, row in enumerate(events, start=1):
            self.connection.execute("UPDATE apart SET seq = ? WHERE seq = ?", (seq, row["seq"]))
            chain = (row["session"], row["actor"])
            fields = {k: row[k] for k in ("at", "session", "actor", "kind", "request")}
            fields |= {"seq": seq, "prev": heads.get(chain, "")}
            heads[chain] = event_hash(payload=json.loads(row["payload"]), **fields)
            names = [*fields, "payload", "hash"]
            values = [*fields.values(), row["payload"], heads[chain]]
            marks = ", ".join("?" * len(names))
            self.connection.execute(f"INSERT INTO events ({', '.join(names)}) VALUES ({marks})", values)
        self.connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'events'", (len(events),))


def drop(root: Administrator, seq: int) -> None:
    root.connection.execute("DELETE FROM events WHERE seq = ?", (seq,))
    root.connection.execute("DELETE FROM apart WHERE seq = ?", (seq,))


def sealed_by(root: Administrator, actor: str) -> list[dict[str, Any]]:
    return root.rows("SELECT * FROM events WHERE kind = 'sealed' AND actor = ? ORDER BY seq", actor)


@pytest.fixture
def filled(table: Any) -> Any:
    for number, rater in enumerate(table.raters):
        table.fill(rater, lambda profile, criterion, n=number: 1 + n)
    return table


def test_the_facilitator_with_sql_can_add_nothing_in_anothers_name_that_counts(filled: Any) -> None:
    """With the guards on, an insert is all that is left; it needs a hash, and a ciphertext nobody can make."""
    with sqlite3.connect(filled.path) as connection:
        row = connection.execute("SELECT * FROM events WHERE kind = 'sealed' AND actor = 'ben'").fetchone()
        values = (10_000, *row[1:6], "forged", row[7], "0" * 64, None)
        connection.execute(f"INSERT INTO events VALUES ({', '.join('?' * 10)})", values)
    connection.close()
    found = audit(filled.path)
    assert {"gap", "hash"} <= {one["what"] for one in found}
    filled.maria.reveal("pilot")
    assert len(filled.maria.scores()) == 6


@pytest.mark.parametrize("with_commitments", [False, True])
def test_swapped_entries_are_found_at_the_latest_at_the_reveal(filled: Any, with_commitments: bool) -> None:
    """Two of ben's entries change places, ciphertext and commitment and all, and the whole log is hashed anew."""
    with Administrator(filled.path) as root:
        one, two = sealed_by(root, "ben")[:2]
        said = {row["seq"]: json.loads(row["payload"]) for row in (one, two)}
        for name in ("sealed", *(["commitment"] if with_commitments else [])):
            said[one["seq"]][name], said[two["seq"]][name] = said[two["seq"]][name], said[one["seq"]][name]
        for seq, payload in said.items():
            text = json.dumps(payload, sort_keys=True, separators=(",", ":"))
            root.connection.execute("UPDATE events SET payload = ? WHERE seq = ?", (text, seq))
        root.hash_anew()
    maria = filled.join("maria")
    maria.reveal("pilot")
    found = audit(filled.path)
    assert sum(one["what"] == "seal" and "does not open" in one["why"] for one in found) == 2
    assert "void" in {p["rounds"]["pilot"]["opened"] for p in maria.state_for()["people"] if p["rounds"]}


def test_a_replayed_entry_is_found_though_the_log_is_hashed_anew(filled: Any) -> None:
    with Administrator(filled.path) as root:
        row = sealed_by(root, "ben")[0]
        last = root.rows("SELECT max(seq) AS seq FROM events")[0]["seq"]
        values = (last + 1, row["at"], row["session"], "ben", "sealed", row["payload"], "again", "", "x" * 64, None)
        root.connection.execute(f"INSERT INTO events VALUES ({', '.join('?' * 10)})", values)
        root.hash_anew()
    assert any(one["what"] == "seal" and "says it is" in one["why"] for one in audit(filled.path))


def test_a_chain_cut_off_in_the_middle_is_found_though_it_is_hashed_anew(filled: Any) -> None:
    """Ben's last entry of a round is taken away as if it had never been; what was handed in counted it."""
    with Administrator(filled.path) as root:
        drop(root, sealed_by(root, "ben")[2]["seq"])
        root.hash_anew()
    assert any(one["what"] == "seal" and "handed in" in one["why"] for one in audit(filled.path))


def test_a_log_cut_off_after_the_last_reveal_is_found_with_the_record(filled: Any, tmp_path: Path) -> None:
    """The log alone cannot know its end when every count is corrected too; the record that people hold does."""
    filled.maria.reveal("pilot")
    filled.maria.decide("p1", "advance", "shown")
    (tmp_path / "record.json").write_text(json.dumps(record_json(filled.maria)))
    assert audit(filled.path, "--record", str(tmp_path / "record.json")) == []
    with Administrator(filled.path) as root:
        drop(root, root.rows("SELECT max(seq) AS seq FROM events")[0]["seq"])
        root.hash_anew()
    assert audit(filled.path) == []
    (found,) = audit(filled.path, "--record", str(tmp_path / "record.json"))
    assert found["what"] == "record"


def test_a_log_made_anew_around_a_changed_decision_is_found_with_the_record(filled: Any, tmp_path: Path) -> None:
    filled.maria.reveal("pilot")
    filled.maria.decide("p1", "advance", "shown")
    (tmp_path / "record.json").write_text(json.dumps(record_json(filled.maria)))
    with Administrator(filled.path) as root:
        root.connection.execute(
            "UPDATE events SET payload = replace(payload, '\"advance\"', '\"not_now\"') WHERE kind = 'decided'"
        )
        root.hash_anew()
    heads = [one for one in audit(filled.path) if one["what"] == "head"]
    recorded = audit(filled.path, "--record", str(tmp_path / "record.json"))
    assert heads or recorded[0]["what"] == "record"


def test_a_reveal_invented_by_an_administrator_opens_nothing_but_what_keys_fit(filled: Any) -> None:
    """Keys are in files, not in the store: a reveal written into the log brings none, and the audit names it."""
    filled.maria.store.append(
        "s-1", "aiko", "opened", {"round": "pilot", "rater": "ben", "key": "11" * 32}, request="forged"
    )
    assert any("not the one committed to" in one["why"] for one in audit(filled.path))
    assert filled.maria.state_for()["board"] is None


def test_length_and_likeness_of_ciphertexts_tell_nothing(table: Any) -> None:
    """The same score twice, and scores with a word and with a page of reasons: one size, no two alike."""
    for n in range(12):
        table["ben"].score("p1", "queues", 1 + n % 5, reason="x" * (1 + 80 * n))
    with Administrator(table.path) as root:
        kept = [row["content"] for row in root.rows("SELECT content FROM apart WHERE text = 0")]
        said = [json.loads(row["payload"]) for row in sealed_by(root, "ben")]
    assert {len(content) for content in kept} == {8192}
    assert len({content[:12] for content in kept}) == len({one["commitment"] for one in said}) == 12
    # no byte is likelier than another: chi squared over 256 values, far within six standard deviations
    counts = Counter(b"".join(kept))
    expected = sum(counts.values()) / 256
    chi = sum((counts[byte] - expected) ** 2 / expected for byte in range(256))
    assert abs(chi - 255) < 6 * (2 * 255) ** 0.5


def test_what_the_log_says_in_clear_is_the_same_for_every_score(table: Any) -> None:
    """Counts and places follow from what was asked, not from what was answered; times are visible, as the page says."""
    for n, value in enumerate((1, 5, None, 3)):
        table["ben"].score("p1", "queues", value, reason="because", request=f"r{n}")
    with Administrator(table.path) as root:
        said = [json.loads(row["payload"]) for row in sealed_by(root, "ben")]
    assert {(one["scores"], one["of"], one["profiles"], one["round"]) for one in said} == {(1, 2, 0, "pilot")}
