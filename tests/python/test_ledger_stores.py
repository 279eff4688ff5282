"""Every store of ledgers passes the one behaviour suite (`tests/stores`), and keeps its promises under several writers."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import greenboard as gb
import pytest
from greenboard.ledger import Store, SubjectUnchangedSince, sqlite

HERE = Path(__file__).parents[1] / "stores"
CASES: list[dict[str, Any]] = json.loads((HERE / "behaviour.json").read_text(encoding="utf-8"))
POSTGRES = os.environ.get("GREENBOARD_POSTGRES")
NO_SERVER = "no PostgreSQL: `make test-postgres` starts one"
CI = {"id": "ci", "kind": "service"}
AT = "2026-01-02T03:05:00Z"


def draft(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "kind": "release.planned", "subject": "api-1.4.0", "actor": CI, "at": AT, **fields}


def genesis() -> gb.documents.Draft:
    return gb.ledger.genesis("example.com/releases", CI, at=AT)


Make = Callable[[], Store]


def in_sqlite(path: Path) -> sqlite.SqliteLedger:
    connection = sqlite3.connect(path, timeout=30)
    sqlite.create(connection)
    return sqlite.SqliteLedger(connection, str(uuid.uuid4()))


@pytest.fixture(params=["memory", "file", "sqlite", "postgres"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """What makes empty ledgers."""
    if request.param == "memory":
        yield gb.ledger.Ledger.memory
    elif request.param == "file":
        yield lambda: gb.ledger.Ledger.open(tmp_path / str(uuid.uuid4()), sync="none", segment_bytes=1 << 20)
    elif request.param == "sqlite":
        yield lambda: in_sqlite(tmp_path / "ledger.db")
    else:
        if POSTGRES is None:
            pytest.skip(NO_SERVER)
        psycopg = pytest.importorskip("psycopg")
        from greenboard.ledger import postgres

        with psycopg.connect(POSTGRES) as connection:
            postgres.create(connection)
            yield lambda: postgres.PostgresLedger(connection, str(uuid.uuid4()))


def named(ledger: Store, hash: str) -> str:
    entry = ledger.entry(0) if hash == "$first" else None
    head = ledger.head if hash == "$head" else entry
    return hash if head is None else head.hash


def expectation(ledger: Store, expect: Any) -> Any:
    if isinstance(expect, dict):
        if "subject" in expect:
            return SubjectUnchangedSince(**expect)
        return gb.documents.Anchor(seq=0, hash=named(ledger, expect["head"]))
    return expect


def call(ledger: Store, name: str, args: dict[str, Any]) -> Any:
    if name == "append":
        appended = ledger.append(args["drafts"], expect=expectation(ledger, args["expect"]), now=args["now"])
        ids = [entry.id for entry in appended.entries]
        head = None if appended.head is None else appended.head.to_dict()
        return {"head": head, "ids": ids, "repeated": appended.repeated}
    if name == "head":
        return None if ledger.head is None else ledger.head.to_dict()
    if name == "len":
        return len(ledger)
    if name == "entries":
        return [entry.id for entry in ledger.entries(**args)]
    if name in ("entry", "by_id"):
        entry = ledger.entry(args["seq"]) if name == "entry" else ledger.by_id(args["id"])
        return None if entry is None else entry.to_dict()
    assert name == "verify"
    anchors = [{**anchor, "hash": named(ledger, anchor["hash"])} for anchor in args.get("anchors", [])]
    verified = ledger.verify(anchor=anchors)
    head = None if verified.head is None else verified.head.to_dict()
    return {"entries": verified.entries, "head": head, "root": verified.root}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_behaviour(make: Make, case: dict[str, Any]) -> None:
    ledger = make()
    for number, step in enumerate(case["steps"]):
        try:
            got = {"gives": call(ledger, step["call"], step["args"])}
        except gb.GreenboardError as error:
            got = {"error": {"code": error.code, "message": error.message}}
        expected = {key: step[key] for key in ("gives", "error") if key in step}
        assert gb.canonical_json(got) == gb.canonical_json(expected), number


def test_entries_are_iterated_over_and_move_between_stores(make: Make) -> None:
    ledger = make()
    ledger.append(genesis())
    for start in range(0, 10_000, 2500):
        ledger.append([draft(f"e-{start + n}") for n in range(2500)])
    assert len(list(ledger)) == len(ledger) == 10_001
    assert gb.ledger.verify(ledger, anchor=ledger.head) == ledger.verify(anchor=ledger.entry(5000))


# ---- beside tables of one's own --------------------------------------------------------------------------------------


def connection_of(ledger: Store) -> Any:
    if isinstance(ledger, sqlite.SqliteLedger):
        return ledger._connection
    if isinstance(ledger, gb.ledger.Ledger):
        pytest.skip("not in a database")
    return getattr(ledger, "_connections")


def test_entries_come_and_go_with_the_transaction(make: Make) -> None:
    ledger = make()
    connection = connection_of(ledger)
    ledger.append(genesis())
    table = "own_" + uuid.uuid4().hex
    connection.execute(f"CREATE TABLE {table}(id TEXT)")
    connection.commit()

    connection.execute(f"INSERT INTO {table} VALUES('a')")
    ledger.append(draft("a"))
    connection.rollback()
    assert (len(ledger), count(connection, table)) == (1, 0)

    connection.execute(f"INSERT INTO {table} VALUES('a')")
    ledger.append(draft("a"))
    with pytest.raises(gb.LedgerError, match=r"moved on"):
        ledger.append(draft("b"), expect=0)
    ledger.append(draft("b"), expect=1)
    connection.commit()
    assert (len(ledger), count(connection, table)) == (3, 1)
    assert ledger.verify().entries == 3


def count(connection: Any, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    connection.commit()
    return int(row[0])


def test_looking_opens_no_transaction(make: Make) -> None:
    ledger = make()
    connection = connection_of(ledger)
    ledger.append(genesis())
    _ = (ledger.head, ledger.entries(), ledger.verify())
    # What comes now is committed by itself.
    ledger.append(draft("a"))
    connection.rollback()
    assert len(ledger) == 2


STATEMENTS = [
    "UPDATE ledger_entry SET subject='other'",
    "UPDATE ledger_entry SET body=body WHERE seq=1",
    "DELETE FROM ledger_entry WHERE seq=2",
    "INSERT INTO ledger_entry SELECT ledger,seq+3,prev,hash,id||'x',kind,subject,body FROM ledger_entry WHERE seq=2",
    "INSERT INTO ledger_entry SELECT ledger,7,NULL,prev,'x',kind,subject,body FROM ledger_entry WHERE seq=1",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_triggers_refuse_to_change_the_past(make: Make, statement: str) -> None:
    ledger = make()
    connection = connection_of(ledger)
    ledger.append([genesis(), draft("a"), draft("b")])
    name = getattr(ledger, "name")
    where = " AND " if "WHERE" in statement else " WHERE "
    with pytest.raises(Exception, match=r"append-only|chain|constraint|CHECK"):
        connection.execute(statement + where + f"ledger='{name}'")
    connection.rollback()
    assert ledger.verify().entries == 3


def test_sqlite_refuses_to_replace(tmp_path: Path) -> None:
    ledger = in_sqlite(tmp_path / "ledger.db")
    ledger.append([genesis(), draft("a"), draft("b")])
    connection = ledger._connection
    # By number, by id, and by hash of an older entry.
    for columns in ["seq,prev,hash,id", "seq+2,(SELECT hash FROM ledger_entry WHERE seq=2),zeroblob(32),id"]:
        with pytest.raises(sqlite3.IntegrityError, match=r"append-only|chain"):
            connection.execute(
                f"INSERT OR REPLACE INTO ledger_entry SELECT ledger,{columns},kind,subject,body"
                " FROM ledger_entry WHERE seq=1"
            )
        connection.rollback()
    assert [entry.id for entry in ledger] == ["genesis", "a", "b"]


def test_postgres_refuses_to_truncate(make: Make) -> None:
    ledger = make()
    connection = connection_of(ledger)
    if isinstance(connection, sqlite3.Connection):
        pytest.skip("SQLite has no TRUNCATE")
    ledger.append(genesis())
    with pytest.raises(Exception, match="append-only"):
        connection.execute("TRUNCATE ledger_entry")
    connection.rollback()
    assert len(ledger) == 1


TAMPERED = [
    ("body=?", lambda row: (row.replace(b"ada", b"eve"),), "columns"),
    ("subject=?", lambda row: ("other",), "columns"),
    ("id=?", lambda row: ("other",), "columns"),
]


@pytest.mark.parametrize(("change", "values", "kind"), TAMPERED, ids=["body", "subject", "id"])
def test_without_triggers_tampering_is_found(
    tmp_path: Path, change: str, values: Callable[[bytes], tuple[Any]], kind: str
) -> None:
    ledger = in_sqlite(tmp_path / "ledger.db")
    held = ledger.append([genesis(), draft("a", actor={"id": "ada", "kind": "human"}), draft("b")]).head
    connection = ledger._connection
    connection.execute("DROP TRIGGER ledger_no_update")
    (body,) = connection.execute("SELECT body FROM ledger_entry WHERE seq=1").fetchone()
    connection.execute(f"UPDATE ledger_entry SET {change} WHERE seq=1", values(body))
    connection.commit()
    with pytest.raises(gb.LedgerError) as caught:
        ledger.verify()
    assert (caught.value.code, caught.value.details["kind"]) == ("ledger.corrupt", kind)
    assert held is not None


def test_a_tail_that_was_cut_is_found_by_whoever_holds_the_head(tmp_path: Path) -> None:
    ledger = in_sqlite(tmp_path / "ledger.db")
    held = ledger.append([genesis(), draft("a"), draft("b")]).head
    ledger._connection.execute("DROP TRIGGER ledger_no_delete")
    ledger._connection.execute("DELETE FROM ledger_entry WHERE seq=2")
    ledger._connection.commit()
    assert ledger.verify().entries == 2
    with pytest.raises(gb.LedgerError) as caught:
        ledger.verify(anchor=held)
    assert caught.value.code == "ledger.rollback"


# ---- several writers -------------------------------------------------------------------------------------------------

WRITERS, EACH = 6, 40


def concurrently(work: Callable[[int], None]) -> None:
    failures: list[BaseException] = []

    def run(writer: int) -> None:
        try:
            work(writer)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def check_all_in(ledger: Store) -> None:
    ids = [entry.id for entry in ledger]
    assert sorted(ids[1:]) == sorted(f"{writer}/{n}" for writer in range(WRITERS) for n in range(EACH))
    assert ledger.verify().entries == 1 + WRITERS * EACH


def test_writers_in_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    first = in_sqlite(path)
    first.append(genesis())

    def write(writer: int) -> None:
        connection = sqlite3.connect(path, timeout=60)
        ledger = sqlite.SqliteLedger(connection, first.name)
        for n in range(EACH):
            ledger.append(draft(f"{writer}/{n}"))
        connection.close()

    concurrently(write)
    check_all_in(first)


@pytest.mark.skipif(POSTGRES is None, reason=NO_SERVER)
def test_writers_in_postgres() -> None:
    psycopg = pytest.importorskip("psycopg")
    from greenboard.ledger import postgres

    assert POSTGRES is not None
    with psycopg.connect(POSTGRES) as connection:
        postgres.create(connection)
        first = postgres.PostgresLedger(connection, str(uuid.uuid4()))
        first.append(genesis())

        def write(writer: int) -> None:
            with psycopg.connect(POSTGRES) as own:
                ledger = postgres.PostgresLedger(own, first.name)
                for n in range(EACH):
                    ledger.append(draft(f"{writer}/{n}"))

        concurrently(write)
        check_all_in(first)


@pytest.mark.skipif(POSTGRES is None, reason=NO_SERVER)
def test_a_transaction_that_sees_but_one_state_is_contended() -> None:
    psycopg = pytest.importorskip("psycopg")
    from greenboard.ledger import postgres

    assert POSTGRES is not None
    with psycopg.connect(POSTGRES) as slow, psycopg.connect(POSTGRES) as fast:
        postgres.create(slow)
        name = str(uuid.uuid4())
        postgres.PostgresLedger(fast, name).append(genesis())
        slow.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        with pytest.raises(gb.LedgerError) as caught, slow.transaction():
            slow.execute("SELECT count(*) FROM ledger_entry")
            postgres.PostgresLedger(fast, name).append(draft("fast"))
            postgres.PostgresLedger(slow, name).append(draft("slow"))
        assert (caught.value.code, caught.value.retryable) == ("ledger.contended", True)
        postgres.PostgresLedger(slow, name).append(draft("slow"))
        assert [entry.id for entry in postgres.PostgresLedger(fast, name)] == ["genesis", "fast", "slow"]


@pytest.mark.skipif("GREENBOARD_POSTGRES_SERVER" not in os.environ, reason=NO_SERVER)
def test_a_server_that_is_killed_loses_nothing_that_it_acknowledged() -> None:
    psycopg = pytest.importorskip("psycopg")
    from greenboard.ledger import postgres

    server, directory = str(HERE / "server.sh"), os.environ["GREENBOARD_POSTGRES_SERVER"]
    assert POSTGRES is not None
    name = str(uuid.uuid4())
    with psycopg.connect(POSTGRES) as connection:
        postgres.create(connection)
        postgres.PostgresLedger(connection, name).append(genesis())
    acknowledged: set[str] = set()
    up = threading.Event()
    up.set()
    half = threading.Event()

    def write(writer: int) -> None:
        n = 0
        while n < EACH:
            up.wait()
            try:
                with psycopg.connect(POSTGRES) as own:
                    ledger = postgres.PostgresLedger(own, name)
                    while n < EACH:
                        # Whether this id was acknowledged or not is not known after a failure: it is tried again.
                        ledger.append(draft(f"{writer}/{n}"))
                        acknowledged.add(f"{writer}/{n}")
                        n += 1
                        if len(acknowledged) >= WRITERS * EACH // 3:
                            half.set()
            except psycopg.OperationalError:
                continue

    def kill() -> None:
        half.wait()
        up.clear()
        subprocess.run([server, "crash", directory], check=True)
        before.update(acknowledged)
        subprocess.run([server, "start", directory], check=True, stdout=subprocess.DEVNULL)
        up.set()

    before: set[str] = set()
    killer = threading.Thread(target=kill)
    killer.start()
    concurrently(write)
    killer.join()
    assert 0 < len(before) < WRITERS * EACH
    with psycopg.connect(POSTGRES) as connection:
        ledger = postgres.PostgresLedger(connection, name)
        assert before <= {entry.id for entry in ledger}
        check_all_in(ledger)
