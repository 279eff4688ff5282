"""A ledger in PostgreSQL, in a table beside your own, over psycopg 3 (``pip install 'psycopg[binary]'``).

>>> import psycopg  # doctest: +SKIP
>>> from greenboard.ledger import postgres  # doctest: +SKIP
>>> with psycopg.connect("postgresql://localhost/releases") as connection:  # doctest: +SKIP
...     postgres.create(connection)
...     ledger = postgres.PostgresLedger(connection)
...     with connection.transaction():
...         connection.execute("INSERT INTO deployment VALUES('d-1', 'production')")
...         ledger.append(draft)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import tuple_row

from .. import _native
from .._plan import instant
from ._entry import Appended, DraftsLike, Expect, expected, read_drafts
from ._sql import ATTEMPTS, Sealed, SqlStore, State, Statements, prepare, statements

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

__all__ = ["ConnectionPool", "PostgresLedger", "create"]


class ConnectionPool(Protocol):
    """What lends connections: psycopg_pool's `ConnectionPool`."""

    def connection(self) -> AbstractContextManager[psycopg.Connection[Any]]: ...


Connections: TypeAlias = "psycopg.Connection[Any] | ConnectionPool"
"""A connection, or a pool that lends them."""

_LOST = ("23503", "23505", "40001")
"""Somebody else was faster: foreign key, uniqueness, serialisation."""


def create(connection: psycopg.Connection[Any]) -> None:
    """Makes the table of ledgers, its indexes and triggers, where they are not there yet.

    >>> postgres.create(connection)  # doctest: +SKIP
    """
    with connection.transaction():
        connection.execute(statements("postgres").schema)


class PostgresLedger(SqlStore):
    """One of the ledgers in a database, by its name. What goes wrong in the database raises psycopg's own exceptions.

    Writers do not wait for each other until one has lost a race; then they queue. Somebody who loses the race in a transaction
    that sees no newer rows (``REPEATABLE READ``) gets `LedgerError` ``ledger.contended``, and begins that transaction anew.

    >>> postgres.PostgresLedger(connection, "releases")  # doctest: +SKIP
    <PostgresLedger 'releases'>
    """

    __slots__ = ("_connections", "name")

    def __init__(self, connections: Connections, name: str = "ledger") -> None:
        self._connections = connections
        self.name = name

    @property
    def _sql(self) -> Statements:
        return statements("postgres")

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[Any]]:
        if isinstance(self._connections, psycopg.Connection):
            yield self._connections
        else:
            with self._connections.connection() as connection:
                yield connection

    def append(self, drafts: DraftsLike, *, expect: Expect = "any", now: datetime | str | None = None) -> Appended:
        """As `Store.append`, in the transaction that is open on the connection, of which it is a part until that is committed; else in
        one of its own.
        """
        read, wanted, at = read_drafts(drafts), expected(expect), instant(now)
        with self._connection() as connection:
            # Within a transaction that sees but one state, trying again is of no use.
            inside = connection.info.transaction_status != TransactionStatus.IDLE
            for attempt in range(ATTEMPTS):
                try:
                    with connection.transaction():
                        found = self._try(connection, read, wanted, at, queue=attempt > 0)
                except psycopg.errors.Error as error:
                    if error.sqlstate not in _LOST or (inside and error.sqlstate == "40001"):
                        raise
                    continue
                if found is not None:
                    return found
            _native.ledger_contended(ATTEMPTS)
        raise AssertionError("ledger_contended raises")

    def _try(
        self,
        connection: psycopg.Connection[Any],
        drafts: _native.Drafts,
        expect: tuple[str, int | None, str | None],
        now: str,
        *,
        queue: bool,
    ) -> Appended | None:
        """One attempt; None where the head was another one."""
        cursor = _cursor(connection)
        if queue:
            cursor.execute(self._sql.queue, [self.name])
        about = expect[2] if expect[0] == "subject" else None
        cursor.execute(self._sql.state, [self.name, drafts.ids, about])
        found = prepare(drafts, expect, State.of(cursor), now)
        if not isinstance(found, Sealed):
            return found
        columns = [list(column) for column in zip(*found.columns())]
        cursor.execute(self._sql.append, [self.name, *columns, found.expect])
        if cursor.rowcount != len(found.entries):
            return None
        return Appended(found.entries, found.entries[-1].head, False)

    def _one(self, statement: str, key: Any = None) -> Sequence[Any] | None:
        # In a transaction, so that looking leaves none open.
        with self._connection() as connection, connection.transaction():
            values = [self.name] if key is None else [self.name, key]
            row: Sequence[Any] | None = _cursor(connection).execute(statement, values).fetchone()
            return row

    def _rows(self, after: int, limit: int) -> Sequence[Any]:
        with self._connection() as connection, connection.transaction():
            return _cursor(connection).execute(self._sql.entries, [self.name, after, limit]).fetchall()

    def __repr__(self) -> str:
        return f"<PostgresLedger {self.name!r}>"


def _cursor(connection: psycopg.Connection[Any]) -> psycopg.RawCursor[Any]:
    # Rows as tuples whatever the connection gives, bytes as such, and `$1` for parameters.
    return psycopg.RawCursor(connection, row_factory=tuple_row)
