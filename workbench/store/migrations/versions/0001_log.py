"""The log and what lies beside it, with their guards."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """CREATE TABLE events (
        seq BIGINT PRIMARY KEY,
        at TEXT NOT NULL, session TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
        payload TEXT NOT NULL, request TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,
        signature TEXT
    )""",
    "CREATE UNIQUE INDEX events_request ON events (session, actor, request)",
    "CREATE INDEX events_chain ON events (session, actor, seq)",
    "CREATE INDEX events_session ON events (session, seq)",
    """CREATE TABLE apart (
        key TEXT PRIMARY KEY, session TEXT NOT NULL, seq BIGINT, text INTEGER NOT NULL,
        salt BYTEA, content BYTEA, erased_at TEXT
    )""",
    # What is sealed is random and does not compress.
    "ALTER TABLE apart ALTER COLUMN content SET STORAGE EXTERNAL",
    "CREATE TABLE log_end (last BIGINT NOT NULL)",
    "INSERT INTO log_end VALUES (0)",
    """CREATE FUNCTION workbench_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'events are never changed or deleted; content beside them is only ever erased'; END $$""",
    "CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION workbench_stays()",
    "CREATE TRIGGER events_whole BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION workbench_stays()",
    "CREATE TRIGGER apart_stays BEFORE DELETE ON apart FOR EACH ROW EXECUTE FUNCTION workbench_stays()",
    "CREATE TRIGGER apart_whole BEFORE TRUNCATE ON apart FOR EACH STATEMENT EXECUTE FUNCTION workbench_stays()",
    """CREATE TRIGGER apart_only_erased BEFORE UPDATE ON apart FOR EACH ROW
        WHEN (NEW.key IS DISTINCT FROM OLD.key OR NEW.session IS DISTINCT FROM OLD.session
              OR NEW.seq IS DISTINCT FROM OLD.seq OR NEW.text IS DISTINCT FROM OLD.text
              OR NEW.content IS NOT NULL OR NEW.salt IS NOT NULL)
        EXECUTE FUNCTION workbench_stays()""",
    """CREATE FUNCTION workbench_counts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE log_end SET last = NEW.seq;
            PERFORM pg_notify('workbench_events', '');
            RETURN NULL;
        END $$""",
    "CREATE TRIGGER events_counted AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION workbench_counts()",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """Refuse: a log is never taken back."""
    raise NotImplementedError("a log is never taken back")
