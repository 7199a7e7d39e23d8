"""Words that show a practice without naming it: "paged", "the rota" and "runbook" for incident management.

Patterns are matched as whole words, in any case; `*` stands for any ending. Skill ids are the glossaries' own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

_WRITTEN = """
incident-management: on call, on-call, pager, paged, incident*, outage*, rota, post-mortem*, postmortem*,
    runbook*, night shift*, carry the phone, Rufbereitschaft, astreinte*
observability: alert*, tracing, traces, metrics, dashboard*, monitoring
sre: availability, error budget*, capacity, uptime
mentoring: mentor*, coach*, juniors, junior engineer*, junior developers, junior colleague*, trainee*, taught,
    apprentice*, supervis*, new graduates, next two graduates, Auszubildende*
code-review: code review*, reviewed, pull request*, style guide*
technical-writing: design note*, write-up, wrote the guide, documentation, runbook*, written guide
idempotency: idempoten*, exactly once, retry, retries, twice by mistake, deduplicat*, a second time, half way,
    timeout*, stuck payments, stuck payouts, stuck refunds
saga-pattern: saga*, compensat*, outbox
dead-letter-queue: dead-letter*, dead letter*
database-transactions: transaction*, isolation level*, append-only, ledger, double-entry, serialisable,
    serializable, journal
data-modelling: schema*, data model*, modelled, modeled
strangler-fig: monolith*, dual write*, side by side, in parallel for, cut over, cutover, mainframe
microservices: split up into services, services out of
api-design: interface*, API*, endpoint*, webservice*, resellers
unit-testing: unit test*, tests, contract test*, test coverage
concurrency: concurren*, race condition*, locking, deadlock*
disaster-recovery: backup*, restore*, recovery, drill*
ci-cd: pipeline*, releases, release process, deployments
gitops: gitops
platform-engineering: self-service, internal platform, paved road, golden path*
infrastructure-as-code: infrastructure as code, provision*
data-quality: data quality, wrong figures, reconcil*, row counts, freshness
etl: nightly load*, ETL, ELT, import of, ingest*, data pipeline*
payments-integration: payout*, refund*, card payment*, settlement*
pci-dss: PCI
secrets-management: secrets, key rotation
shell-scripting: scripts, shell
dimensional-modelling: star schema*, fact table*, dimension*
stream-processing: stream*, real-time, events a second
partitioning: partition*
"""


@dataclass(frozen=True)
class Sign:
    """Words at `start:end` that show the skill `id`."""

    id: str
    text: str
    start: int
    end: int


@cache
def signs() -> dict[str, tuple[str, ...]]:
    """Give the patterns of each practice."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _WRITTEN.replace("\n    ", " ").strip().splitlines():
        skill, _, patterns = line.partition(":")
        found[skill] = tuple(pattern.strip() for pattern in patterns.split(","))
    return found


@cache
def _pattern(skill: str) -> re.Pattern[str] | None:
    written = signs().get(skill, ())
    if not written:
        return None
    parts = [re.escape(each).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for each in written]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def find_signs(text: str, skills: Iterable[str]) -> list[Sign]:
    """Give the signs of these skills in a text, at most one a skill and place.

    >>> [sign.text for sign in find_signs("Was paged for two outages", ["incident-management"])]
    ['paged', 'outages']
    """
    found: list[Sign] = []
    for skill in skills:
        pattern = _pattern(skill)
        if pattern is not None:
            found += [Sign(skill, match.group(), match.start(), match.end()) for match in pattern.finditer(text)]
    return sorted(found, key=lambda sign: (sign.start, sign.end))
