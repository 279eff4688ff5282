"""The cases of `tests/cases`, which Rust and Node run too: the results are equal to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import greenboard as gb
import msgspec
import pytest

CASES = Path(__file__).parents[1] / "cases"
Args = dict[str, Any]


def given(args: Args, *names: str) -> dict[str, Any]:
    """The keywords that the case gives; the rest keep Python's own defaults."""
    return {name: args[name] for name in names if name in args}


def gated(args: Args) -> tuple[gb.GateSet, gb.Facts]:
    facts = gb.Facts()
    facts.add(args["facts"])
    return gb.GateSet(args["gates"]), facts


def scheme(args: Args, name: str) -> dict[str, Any]:
    own = args.get(f"{name}_scheme", args.get("scheme"))
    return {} if own is None else {"scheme": own}


def version(args: Args, name: str = "version") -> gb.Version:
    return gb.Version(args[name], **scheme(args, name))


def requirement(args: Args, name: str = "requirement") -> gb.Requirement:
    return gb.Requirement(args[name], **scheme(args, name))


def matrix(args: Args) -> list[list[bool]]:
    found = gb.match_matrix(args["requirements"], args["versions"], **given(args, "scheme", "invalid"))
    rows, columns = found.shape
    return [[found[row, column] for column in range(columns)] for row in range(rows)]


def parsed_version(args: Args) -> Any:
    value = version(args, "text")
    return {"text": value.text, "scheme": value.scheme, "prerelease": value.is_prerelease}


def parsed_requirement(args: Args) -> Any:
    value = requirement(args, "text")
    return {"text": value.text, "scheme": value.scheme, "empty": value.is_empty}


def plan(args: Args) -> gb.Plan:
    return gb.plan(args["workspace"], args["changes"], **given(args, "policy", "at"))


def plain(value: Any) -> Any:
    """The value as plain data, documents without their schema."""

    def unsigned(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: unsigned(item) for key, item in part.items() if key != "schema"}
        return [unsigned(item) for item in part] if isinstance(part, list) else part

    return unsigned(msgspec.to_builtins(value))


def graph(args: Args) -> Any:
    found = gb.Graph(args["workspace"])
    return {
        "names": found.names,
        "wave_numbers": found.wave_numbers(),
        "waves": found.waves(),
        "longest_chain": found.longest_chain(),
        "units": found.units(),
        "cycles": found.cycles(),
    }


def identified(args: Args) -> str | None:
    identity = msgspec.convert(args["identity"], gb.Identity)
    find = {"component": identity.component, "person": identity.person, "environment": identity.environment}
    return find[args["kind"]](args["tool"], args["alias"])


def bare(value: Any) -> Any:
    """Documents as the core writes them inside of others: without their schema."""
    if isinstance(value, list):
        return [bare(item) for item in value]
    if value is None:
        return None
    plain = value.to_dict()
    plain.pop("schema", None)
    return plain


def next_prerelease(args: Args) -> Any:
    last: Args = {"last": version(args, "last")} if "last" in args else {}
    return gb.next_prerelease(version(args, "target"), args["identifier"], **last, **given(args, "first")).text


def release_please(args: Args) -> gb.documents.ReleasePleaseConfig:
    return gb.config.release_please(args["config"], args["manifest"])


def configured_plan(args: Args) -> Any:
    config = release_please(args)
    return str(gb.plan(config.workspace(args["workspace"]), args["changes"], config.policy, at=args["at"]))


def document(value: Any) -> Any:
    """What its text holds; the text is canonical already."""
    text = value.to_json()
    assert text == gb.canonical_json(text)
    return json.loads(text)


def listed(args: Args) -> dict[str, Any]:
    """What somebody holds of a ledger."""
    checkpoints = [gb.ledger.Checkpoint("", one["size"], one["root"]) for one in args.get("checkpoints", [])]
    return {"anchor": args.get("anchors"), "checkpoint": checkpoints}


def expectation(command: Args) -> dict[str, Any]:
    if "expect" not in command:
        return {}
    expect = command["expect"]
    if isinstance(expect, str):
        return {"expect": expect}
    if "subject" in expect:
        return {"expect": gb.ledger.SubjectUnchangedSince(expect["subject"], expect["seq"])}
    return {"expect": expect["seq"] if "seq" in expect else gb.documents.Anchor(seq=0, hash=expect["head"])}


def genesis(args: Args) -> Any:
    nonce = bytes.fromhex(args["nonce"])
    return document(gb.ledger.genesis(args["origin"], args["actor"], at=args["at"], nonce=nonce))


def sealed(args: Args) -> Any:
    found = gb.ledger.seal(args["drafts"], args.get("head"), recorded_at=args["recorded_at"])
    return {"entries": [entry.to_json() for entry in found.entries], "head": bare(found.head)}


def appended(args: Args) -> Any:
    ledger = gb.ledger.Ledger.memory()

    def append(command: Args) -> Any:
        try:
            done = ledger.append(command["drafts"], now=command["now"], **expectation(command))
        except gb.LedgerError as error:
            return {"code": error.code, "details": error.details}
        head = None if done.head is None else done.head.hash
        return {"seqs": [entry.seq for entry in done.entries], "head": head, "repeated": done.repeated}

    return [append(command) for command in args["commands"]]


def verified(args: Args) -> Any:
    found = gb.ledger.verify([entry.encode() for entry in args["entries"]], **listed(args))
    return {"entries": found.entries, "head": bare(found.head), "root": found.root}


def signer(args: Args) -> gb.ledger.Ed25519:
    return gb.ledger.Ed25519(args["name"], bytes.fromhex(args["seed"]), **given(args, "witness"))


def checkpoint(args: Args) -> gb.ledger.Checkpoint:
    return gb.ledger.Checkpoint(args["origin"], args["size"], args["root"])


def sign_checkpoint(args: Args) -> str:
    previous: Args = {"previous": checkpoint(args["previous"])} if "previous" in args else {}
    return gb.ledger.sign_checkpoint(checkpoint(args), signer(args), **previous, **given(args, "proof"))


def opened(signed: gb.ledger.SignedCheckpoint) -> Any:
    cosignatures = [{"name": name, "time": time} for name, time in signed.cosignatures]
    return {**signed.checkpoint._asdict(), "cosignatures": cosignatures}


CALLS: dict[str, Callable[[Args], Any]] = {
    "version.parse": parsed_version,
    "version.compare": lambda a: version(a, "a").precedence(version(a, "b")),
    "version.equal": lambda a: version(a, "a") == version(a, "b"),
    "version.bump": lambda a: version(a).bump(a["step"], **given(a, "identifier", "base")).text,
    "version.diff": lambda a: version(a, "a").diff(version(a, "b")),
    "requirement.parse": parsed_requirement,
    "requirement.matches": lambda a: requirement(a).matches(version(a)),
    "requirement.intersects": lambda a: requirement(a, "a").intersects(requirement(a, "b")),
    "requirement.is_subset": lambda a: requirement(a, "a").is_subset(requirement(a, "b")),
    "requirement.moved_to": lambda a: requirement(a).moved_to(version(a)).text,
    "versions.sort": lambda a: gb.sort_versions(a["versions"], **given(a, "scheme", "invalid")),
    "versions.filter": lambda a: gb.filter_versions(a["versions"], requirement(a), **given(a, "invalid")),
    "versions.max_satisfying": lambda a: gb.max_satisfying(a["versions"], requirement(a), **given(a, "invalid")),
    "versions.matrix": matrix,
    "document.canonical_json": lambda a: gb.canonical_json(a["text"]),
    "document.digest": lambda a: gb.digest(a["text"]),
    "document.digest_text": lambda a: gb.digest_text(a["text"]),
    "change.parse": lambda a: plain(gb.parse_commit(a["text"], **given(a, "mode"))),
    "change.of_commit": lambda a: plain(
        gb.commit_changes(a["commit"], a["components"], **given(a, "mode", "levels"))
    ),
    "change.read_changeset": lambda a: plain(gb.read_changeset(a["name"], a["text"])),
    "change.read_changesets": lambda a: plain(gb.read_changesets(a["files"])),
    "change.changeset_text": lambda a: gb.changeset_text(a["change"]),
    "change.override": lambda a: plain(
        gb.override_commits(a["changes"], a["overrides"], **given(a, "mode", "levels"))
    ),
    "change.enrich": lambda a: plain(gb.enrich(a["changes"], a["enrichment"], **given(a, "mode", "levels"))),
    "change.merge_duplicates": lambda a: plain(gb.merge_duplicates(a["changes"])),
    "change.cancel_reverts": lambda a: plain(gb.cancel_reverts(a["changes"])),
    "change.backports": lambda a: plain(gb.backports(a["history"], **given(a, "rules"))),
    "change.uncovered": lambda a: plain(
        gb.uncovered(a["workspace"], a["changes"], a["touched"], **given(a, "coverage"))
    ),
    "component.read": lambda a: document(gb.read_manifests(a["files"], **given(a, "root"))),
    "component.repositories": lambda a: document(gb.read_repositories(a["files"], **given(a, "repositories"))),
    "component.graph": graph,
    "component.impact": lambda a: gb.Graph(a["workspace"]).impact(a["component"]),
    "identity.find": identified,
    "gate.evaluate": lambda a: document(gb.evaluate(*gated(a), a["component"], **given(a, "at", "stage", "environment"))),
    "gate.board": lambda a: document(gb.board(*gated(a), **given(a, "at", "stage", "environment")).document()),
    "gate.signals": lambda a: bare(gb.signals(*gated(a), **given(a, "at", "stage", "environment"))),
    "gate.what_would_turn_it_green": lambda a: document(
        gb.what_would_turn_it_green(*gated(a), a["component"], **given(a, "at", "stage", "environment"))
    ),
    "tool.detect": lambda a: gb.tool.detect(a["payload"]),
    "tool.inspect": lambda a: bare(gb.tool.inspect(a["payload"], a["tool"])),
    "tool.read": lambda a: bare(
        gb.tool.read(a["payload"], a["tool"], a["subject"], **given(a, "at", "suite", "uri", "key"))
    ),
    "tool.verify": lambda a: bare(gb.tool.verify(a["payload"], **given(a, "key"))),
    "risk.assess": lambda a: document(gb.risk.assess(a["method"])),
    "conflicts.find": lambda a: document(gb.conflicts.find(a["claims"], a["rules"], at=a["at"])),
    "conflicts.free_slots": lambda a: bare(
        gb.conflicts.free_slots(a["wanted"], a["claims"], a["rules"], at=a["at"])
    ),
    "change_requests.advance": lambda a: document(gb.change_requests.advance(a["flow"], a["step"])),
    "templates.builtin": lambda a: document(gb.templates.builtin(a["name"])),
    "templates.read": lambda a: document(gb.templates.read(a["template"])),
    "dates.plan_backward": lambda a: bare(
        gb.dates.plan_backward([tuple(pair) for pair in a["phases"]], a["target"], a["calendar"])
    ),
    "windows.decide": lambda a: document(gb.windows.decide(a["windows"], **given(a, "at", "manual"))),
    "windows.occurrences": lambda a: bare(
        gb.windows.occurrences(a["windows"], a["start"], a["end"], **given(a, "limit"))
    ),
    "windows.parse_icalendar": lambda a: document(gb.windows.parse_icalendar(a["text"], **a["options"])),
    "slo.parse_criterion": lambda a: bare(gb.slo.parse_criterion(a["text"])),
    "slo.parse_file": lambda a: document(gb.slo.parse_file(a["text"])),
    "slo.evaluate": lambda a: document(gb.slo.evaluate(a["file"], a["values"], a["previous"])),
    "slo.score": lambda a: bare(
        gb.slo.score(a["achieved"], a["maximum"], a["total_score"], key_failed=a["key_failed"])
    ),
    "slo.percentile": lambda a: gb.slo.percentile(a["values"], a["p"]),
    "slo.analyse": lambda a: bare(gb.slo.analyse(a["analysis"], a["values"])),
    "measurement.evaluate_result": lambda a: gb.measurement.evaluate_result(
        a["value"], a["success"], a["failure"]
    ),
    "measurement.assess": lambda a: gb.measurement.assess(
        a["metric"], gb.measurement.count(a["phases"]), terminating=a["terminating"]
    ),
    "measurement.limits": lambda a: bare(gb.measurement.limits(a["metric"], gb.measurement.count(a["phases"]))),
    "measurement.assess_run": lambda a: bare(
        gb.measurement.assess_run(a["metrics"], terminate=a["terminate"])
    ),
    "soak.is_available": lambda a: gb.soak.is_available(a["stage"], a["requests"], a["freight"]),
    "ledger.genesis": genesis,
    "ledger.seal": sealed,
    "ledger.append": appended,
    "ledger.verify": verified,
    "ledger.payload_digest": lambda a: gb.ledger.payload_digest(bytes.fromhex(a["salt"]), a["body"].encode()),
    "tree.root": lambda a: gb.ledger.Tree(a["leaves"]).root(),
    "tree.inclusion": lambda a: bare(gb.ledger.Tree(a["leaves"]).inclusion(a["index"], a["size"])),
    "tree.consistency": lambda a: bare(gb.ledger.Tree(a["leaves"]).consistency(a["size1"], a["size2"])),
    "tree.verify_inclusion": lambda a: gb.ledger.verify_inclusion(a["proof"], a["leaf"], a["root"]),
    "tree.verify_consistency": lambda a: gb.ledger.verify_consistency(a["proof"], a["root1"], a["root2"]),
    "note.sign": lambda a: gb.ledger.sign_note(a["text"], signer(a)),
    "note.verify": lambda a: gb.ledger.verify_note(a["note"], a["keys"])._asdict(),
    "note.sign_checkpoint": sign_checkpoint,
    "note.cosign": lambda a: gb.ledger.cosign(a["note"], signer(a), log=a["log"], at=a["at"]),
    "note.open_checkpoint": lambda a: opened(
        gb.ledger.open_checkpoint(a["note"], **given(a, "origin", "key", "witnesses"))
    ),
    "note.verify_log_proof": lambda a: opened(
        gb.ledger.verify_log_proof(a["proof"], a["entry"], **given(a, "origin", "key", "witnesses"))
    ),
    "plan.plan": lambda a: document(plan(a)),
    "plan.why": lambda a: document(gb.why(plan(a), a["component"])),
    "plan.why_text": lambda a: str(gb.why(plan(a), a["component"])),
    "plan.table": lambda a: str(plan(a)),
    "plan.render": lambda a: gb.render(plan(a), a["format"], limit=a.get("limit")),
    "plan.changelog": lambda a: gb.changelog(
        plan(a), a.get("component"), style=a.get("style", "standard"), template=a.get("template")
    ),
    "edit.edits": lambda a: document(gb.edits(plan(a), a["files"], **given(a, "options"))),
    "edit.applied": lambda a: gb.applied(a["edits"], a["files"]),
    "edit.diff": lambda a: gb.diff(a["old"], a["new"]),
    "plan.branches": lambda a: bare(gb.branches(a["branches"])),
    "plan.last_release": lambda a: bare(gb.last_release(a["branch"])),
    "plan.next_on_branch": lambda a: gb.next_on_branch(a["branch"], a["bump"]).text,
    "plan.check_branch": lambda a: gb.check_branch(a["ranges"], a["branch"], version(a), a["bump"]),
    "plan.check_merge": lambda a: gb.check_merge(a["range"], version(a)),
    "plan.next_prerelease": next_prerelease,
    "plan.graduate": lambda a: gb.graduate(version(a)).text,
    "config.release_please": lambda a: document(release_please(a)),
    "config.workspace": lambda a: document(release_please(a).workspace(a["workspace"])),
    "config.touched": lambda a: release_please(a).touched(a["files"]),
    "config.plan": configured_plan,
}


def cases() -> Iterator[Any]:
    for file in sorted(CASES.glob("*/*.json")):
        for case in json.loads(file.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{file.parent.name}/{file.stem}: {case['name']}")


def outcome(call: Callable[[Args], Any], args: Args) -> dict[str, Any]:
    try:
        return {"expected": call(args)}
    except gb.GreenboardError as error:
        place = {"path": error.path, "line": error.line, "column": error.column}
        present = {name: value for name, value in place.items() if value is not None}
        return {"error": {"code": error.code, "message": error.message, **present}}


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    wanted = {key: case[key] for key in ("expected", "error") if key in case}
    assert gb.canonical_json(outcome(CALLS[case["call"]], case["args"])) == gb.canonical_json(wanted)
