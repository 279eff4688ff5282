"""Releases: desks over ledgers, refusals, and what is told of them."""

from __future__ import annotations

import pickle
from pathlib import Path

import greenboard as gb
import pytest

AT = "2026-11-02T09:00:00Z"
CI = {"id": "ci", "kind": "service"}


def ledger() -> gb.ledger.Ledger:
    book = gb.ledger.Ledger.memory()
    book.append(gb.ledger.genesis("example.com/releases", CI, at=AT, nonce=bytes(16)), now=AT)
    return book


def opened(book: gb.ledger.Store) -> gb.release.Desk:
    desk = gb.release.Desk(book)
    desk.create({"id": "r1", "template": "train"}, actor="rita", id="create", at=AT, now=AT)
    return desk


def test_a_refusal_tells_every_reason_and_travels() -> None:
    desk = opened(ledger())
    with pytest.raises(gb.Refused) as info:
        desk.act("r1", {"kind": "close"}, actor="rita", at=AT)
    refused = info.value
    assert isinstance(refused, gb.ReleaseError) and isinstance(refused, gb.GreenboardError)
    assert refused.code == "release.refused"
    assert (refused.refusal.release, refused.refusal.command, refused.refusal.status) == ("r1", "close", "draft")
    assert [reason.code for reason in refused.reasons] == ["wrong_state"]
    again = pickle.loads(pickle.dumps(refused))
    assert type(again) is gb.Refused and again.reasons == refused.reasons
    assert "wrong_state" in gb.release.render(refused)


def test_two_desks_on_one_ledger_see_each_other() -> None:
    book = ledger()
    one, other = opened(book), gb.release.Desk(book)
    other.act("r1", {"kind": "set_flag", "flag": "attention", "comment": "late"}, actor="rita", id="flag", at=AT)
    done = one.act("r1", {"kind": "set_flag", "flag": "ok"}, actor="rita", id="ok", at=AT)
    assert done.state.version == len(book) - 1
    assert one.act("r1", {"kind": "set_flag", "flag": "ok"}, actor="rita", id="ok", at=AT).repeated
    with pytest.raises(gb.Refused) as info:
        other.act("r1", {"kind": "set_flag", "flag": "ok"}, actor="rita", at=AT, expected_version=1)
    assert info.value.reasons[0].code == "stale_version"


class Late(gb.ledger.Store):
    """A store where somebody else is faster the first few times."""

    def __init__(self, book: gb.ledger.Ledger, times: int) -> None:
        self.book, self.times = book, times

    def append(self, drafts, *, expect="any", now=None):  # type: ignore[no-untyped-def]
        if self.times > 0:
            self.times -= 1
            flag = {"kind": "set_flag", "flag": "attention", "comment": str(self.times)}
            gb.release.Desk(self.book).act("r1", flag, actor="olga", id=f"other-{self.times}", at=AT)
        return self.book.append(drafts, expect=expect, now=now)

    @property
    def head(self):  # type: ignore[no-untyped-def]
        return self.book.head

    def entry(self, seq):  # type: ignore[no-untyped-def]
        return self.book.entry(seq)

    def by_id(self, id):  # type: ignore[no-untyped-def]
        return self.book.by_id(id)

    def entries(self, after=None, limit=1000):  # type: ignore[no-untyped-def]
        return self.book.entries(after, limit)


def test_whoever_was_slower_decides_anew() -> None:
    book = ledger()
    opened(book)
    desk = gb.release.Desk(Late(book, 3))
    done = desk.act("r1", {"kind": "set_flag", "flag": "ok"}, actor="rita", id="ok", at=AT)
    assert (done.state.flag, done.state.version) == ("ok", 5)
    assert [entry.actor.id for entry in book][-4:] == ["olga", "olga", "olga", "rita"]


def test_a_command_for_another_release_than_it_opens() -> None:
    create = {"kind": "create", "release": {"id": "r2", "template": "train"}}
    with pytest.raises(gb.Refused) as info:
        gb.release.Desk(ledger()).act("r1", create, actor="rita", at=AT)
    assert [reason.code for reason in info.value.reasons] == ["form_incomplete"]


def test_documents_work_as_dicts_do() -> None:
    release = gb.documents.Release(id="r1", template="train")
    desk = gb.release.Desk(ledger())
    desk.create(release, actor=gb.documents.Actor(id="rita", kind="human"), at=AT, now=AT)
    flag = gb.documents.SetFlagCommand(flag="attention", comment="late")
    done = desk.act("r1", flag, actor="rita", at=AT, now=AT)
    assert done.state.flag_comment == "late" and desk.releases == ["r1"]
    assert str(done.state.release.id) == "r1"


def test_history_on_files(tmp_path: Path) -> None:
    with gb.ledger.Ledger.open(tmp_path / "ledger") as book:
        book.append(gb.ledger.genesis("example.com/releases", CI, at=AT), now=AT)
        desk = opened(book)
        later = "2026-11-03T09:00:00Z"
        flag = {"kind": "set_flag", "flag": "at_risk", "comment": "late"}
        after = desk.act("r1", flag, actor="rita", at=later, now=later).state
        before = gb.release.replay(book, recorded_by=AT)["r1"]
        assert before == gb.release.replay(book, seq=1)["r1"]
        assert "flag" in [change.place for change in gb.release.diff(before, after).changes]
        events = [event for event in map(gb.release.event, book) if event is not None]
        assert gb.release.fold(events) == after == desk.state("r1")
        assert [gb.release.draft(event).id for event in events] == [entry.id for entry in book][1:]
