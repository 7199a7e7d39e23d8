"""Memory: one append-only event log in a file, hash-chained, with what may be erased beside it."""

from workbench.store._canonical import canonical, digest
from workbench.store._event import Apart, Event, Problem, references
from workbench.store._store import Store, open_store
from workbench.store._watch import Watcher
from workbench.store._writer import Writer

__all__ = [
    "Apart",
    "Event",
    "Problem",
    "Store",
    "Watcher",
    "Writer",
    "canonical",
    "digest",
    "open_store",
    "references",
]
