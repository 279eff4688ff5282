"""A ledger in SQLite, in a table beside your own, over the `sqlite3` module.

>>> import sqlite3
>>> from greenboard.ledger import sqlite
>>> connection = sqlite3.connect(":memory:")
>>> sqlite.create(connection)
>>> ledger = sqlite.SqliteLedger(connection)
>>> ci = {"id": "ci", "kind": "service"}
>>> ledger.append(gb.ledger.genesis("example.com/releases", ci)).head.seq
0

Entries are written in the transaction that is open on the connection, together with rows of your own; else in one of their own:

>>> _ = connection.execute("CREATE TABLE deployment(id TEXT, environment TEXT)")
>>> draft = {"id": "d-1", "kind": "deploy.done", "subject": "api-1.4.0", "actor": ci, "at": "2026-01-02T03:05:00Z"}
>>> with connection:
...     _ = connection.execute("INSERT INTO deployment VALUES('d-1', 'production')")
...     _ = ledger.append(draft)
>>> len(ledger)
2
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from .._plan import instant
from ._entry import Appended, DraftsLike, Expect, expected, read_drafts
from ._sql import SqlStore, State, Statements, prepare, statements

__all__ = ["SqliteLedger", "create"]


def create(connection: sqlite3.Connection) -> None:
    """Makes the table of ledgers, where it is not there yet, and puts the database into the mode that keeps what it acknowledges:
    write-ahead log, synchronised at every commit. Not within a transaction.

    >>> import sqlite3
    >>> from greenboard.ledger import sqlite
    >>> sqlite.create(sqlite3.connect(":memory:"))
    """
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;")
    connection.executescript(statements("sqlite").schema)


class SqliteLedger(SqlStore):
    """One of the ledgers in a database, by its name. What goes wrong in the database raises `sqlite3`'s own exceptions.

    >>> import sqlite3
    >>> from greenboard.ledger import sqlite
    >>> connection = sqlite3.connect(":memory:")
    >>> sqlite.create(connection)
    >>> sqlite.SqliteLedger(connection, "releases")
    <SqliteLedger 'releases'>
    """

    __slots__ = ("_connection", "name")

    def __init__(self, connection: sqlite3.Connection, name: str = "ledger") -> None:
        self._connection = connection
        self.name = name
        # Promised of every commit; a connection of one's own may have said otherwise before it came here.
        if not connection.in_transaction:
            self._cursor().execute("PRAGMA synchronous=FULL")

    @property
    def _sql(self) -> Statements:
        return statements("sqlite")

    def _cursor(self) -> sqlite3.Cursor:
        cursor = self._connection.cursor()
        # Whatever shape the connection gives its rows.
        cursor.row_factory = None
        return cursor

    def append(self, drafts: DraftsLike, *, expect: Expect = "any", now: datetime | str | None = None) -> Appended:
        """As `Store.append`, in the transaction that is open on the connection, of which it is a part until that is committed; else in
        one of its own, which waits its turn as long as the connection's `timeout` says.
        """
        read, wanted, at = read_drafts(drafts), expected(expect), instant(now)
        with self._transaction():
            about = wanted[2] if wanted[0] == "subject" else None
            rows = self._cursor().execute(
                self._sql.state, {"ledger": self.name, "ids": json.dumps(read.ids), "subject": about}
            )
            found = prepare(read, wanted, State.of(rows), at)
            if isinstance(found, Appended):
                return found
            expect_hash = found.expect
            for seq, prev, hash_, id_, kind, subject, body in found.columns():
                # Nobody else writes in the meantime: the condition holds, or the database is not what it says.
                self._cursor().execute(
                    self._sql.append,
                    {
                        "ledger": self.name,
                        "seq": seq,
                        "prev": prev,
                        "hash": hash_,
                        "id": id_,
                        "kind": kind,
                        "subject": subject,
                        "body": body,
                        "expect": expect_hash,
                    },
                )
                expect_hash = hash_
        return Appended(found.entries, found.entries[-1].head, False)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """A savepoint in the transaction that is open; else one that may write from its first statement on."""
        nested = self._connection.in_transaction
        run = self._cursor().execute
        run("SAVEPOINT greenboard_ledger" if nested else "BEGIN IMMEDIATE")
        try:
            yield
            run("RELEASE greenboard_ledger" if nested else "COMMIT")
        except BaseException:
            # Some errors have ended the transaction already.
            if self._connection.in_transaction:
                if nested:
                    run("ROLLBACK TO greenboard_ledger")
                    run("RELEASE greenboard_ledger")
                else:
                    run("ROLLBACK")
            raise

    def _one(self, statement: str, key: Any = None) -> Sequence[Any] | None:
        row: Sequence[Any] | None = (
            self._cursor().execute(statement, {"ledger": self.name, "seq": key, "id": key}).fetchone()
        )
        return row

    def _rows(self, after: int, limit: int) -> Sequence[Any]:
        values = {"ledger": self.name, "after": after, "limit": limit}
        return self._cursor().execute(self._sql.entries, values).fetchall()

    def __repr__(self) -> str:
        return f"<SqliteLedger {self.name!r}>"

