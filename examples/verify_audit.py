"""Checks an audit of greenboard (greenboard/audit/1) with the standard library alone: you need not trust us.

    python verify_audit.py audit.json [--key 'example.com/releases+1a2b3c4d+ASd…'] [--root <64 hex>]

Give the ledger's key or its root, from somebody whom you trust: without either, the document is only shown to agree with itself,
and what the controls say is bound by nobody's word. That no entry of a release was left out is shown only by the whole ledger.
"""
import argparse, base64, hashlib, json, sys, typing
from datetime import datetime, timedelta

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519, RFC 8032: field, order of the group
D = -121665 * pow(121666, -1, P) % P

def check(holds: typing.Any, what: str) -> typing.Any:
    if not holds:
        raise ValueError(what)
    return holds

def add(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    x = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    t, z = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = x[1] - x[0], z - t, z + t, x[1] + x[0]
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(scalar: int, point: tuple[int, ...]) -> tuple[int, ...]:
    total: tuple[int, ...] = (0, 1, 1, 0)
    while scalar:
        total, scalar, point = add(total, point) if scalar & 1 else total, scalar >> 1, add(point, point)
    return total

def point(data: bytes) -> tuple[int, ...]:
    y, sign = int.from_bytes(data, "little") & (2**255 - 1), data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    check(y < P and (x * x - square) % P == 0 and (x or not sign), "a point of the signature is none")
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P

BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))

def signed(note: str, key: str) -> str:  # the text of a signed note, where the key signed it
    name, key_id, encoded = key.rsplit("+", 2)
    public = base64.b64decode(encoded, validate=True)
    check(public[0] == 1 and len(public) == 33, "the key is none of Ed25519")
    hashed = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
    check(hashed.hex() == key_id, "the key's id is not its own")
    text, _, lines = note.rpartition("\n\n")
    for line in lines.split("\n"):
        blob = base64.b64decode(line.rsplit(" ", 1)[1]) if line.startswith(f"\u2014 {name} ") else b""
        if blob[:4] != hashed:
            continue
        r, s, message = blob[4:36], int.from_bytes(blob[36:], "little"), (text + "\n").encode()
        check(len(blob) == 68 and s < L, "the signature is malformed")
        k = int.from_bytes(hashlib.sha512(r + public[1:] + message).digest(), "little") % L
        a, b = times(s, BASE), add(point(r), times(k, point(public[1:])))
        same = (a[0] * b[2] - b[0] * a[2]) % P == 0 == (a[1] * b[2] - b[1] * a[2]) % P
        return check(same, "the signature is not good") and text + "\n"
    raise ValueError(f"it is not signed by {name}")

def root_of(leaf: bytes, index: int, size: int, proof: list[str]) -> str:  # RFC 9162, 2.1.3.2
    check(0 <= index < size, "an entry lies outside the ledger")
    node, fn, sn = leaf, index, size - 1
    for sibling in map(bytes.fromhex, proof):
        check(sn > 0 and len(sibling) == 32, "a proof is malformed")
        if fn & 1 or fn == sn:
            node = hashlib.sha256(b"\1" + sibling + node).digest()
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = hashlib.sha256(b"\1" + node + sibling).digest()
        fn, sn = fn >> 1, sn >> 1
    return check(sn == 0, "a proof is too short") and node.hex()

def millis(text: str) -> int:
    whole, _, fraction = check(text.endswith("Z"), "a time is not in UTC") and text[:-1].partition(".")
    seconds = (datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S") - datetime(1970, 1, 1)) // timedelta(seconds=1)
    return seconds * 1000 + int((fraction + "000")[:3])

def evidence(node: typing.Any) -> set[str]:  # what an entry names as what it rests on
    found = set()
    for key, value in node.items() if isinstance(node, dict) else ():
        if key in ("basis", "context", "digest", "evidence"):
            found |= {text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)}
        if key == "facts" and isinstance(value, list):
            found |= {fact["id"] for fact in value if isinstance(fact, dict) and isinstance(fact.get("id"), str)}
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return found.union(*map(evidence, inner))

def canonical(value: typing.Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

def verify(text: str, key: str | None = None, root: str | None = None) -> typing.Any:  # raises ValueError at the first thing that does not hold
    audit = json.loads(text)
    check(canonical(audit) == text, "the document is not in its one form")
    check(audit["schema"] == "greenboard/audit/1", "the document is no audit")
    stated = {name: value for name, value in audit.items() if name not in ("digest", "signature")}
    check(hashlib.sha256(canonical(stated).encode()).hexdigest() == audit["digest"], "the digest is another")
    size, seen, ids, last = audit["size"], {}, {}, None
    for one in audit["entries"]:
        raw = one["entry"].encode()
        entry, leaf = json.loads(raw), hashlib.sha256(b"\0" + raw).digest()
        seq = entry["seq"]
        check(last is None or seq > last[0], "the entries are not in order")
        check(root_of(leaf, seq, size, one["proof"]) == audit["root"], f"entry {seq} is not in the ledger")
        before = last[1] if last and last[0] == seq - 1 else entry["prev"] if seq else "0" * 64
        check(entry["prev"] == before, f"entry {seq} does not follow the one before it")
        seen[seq], ids[entry["id"]], last = entry, seq, (seq, leaf.hex())
    head = audit["head"]
    there = root_of(bytes.fromhex(head["hash"]), size - 1, size, head["proof"])
    check(head["seq"] == size - 1 and there == audit["root"], "the head is another")
    check(seen[0]["kind"] == "ledger.genesis" and seen[0]["data"]["origin"] == audit["origin"], "the origin is another")
    check(root in (None, audit["root"]), "the root is not the one that you hold")
    own = [entry for seq, entry in seen.items() if seq]
    lines = [dict(seq=e["seq"], event=e["id"], release=e["subject"], who=e["actor"]["id"], as_kind=e["actor"]["kind"],
                  what=e["kind"].removeprefix("release."), at=millis(e["at"]), recorded_at=millis(e["recorded_at"]),
                  evidence=sorted(evidence(e["data"]), key=lambda t: t.encode())) for e in own]
    told = [{**line, "at": millis(line["at"]), "recorded_at": millis(line["recorded_at"])} for line in audit["lines"]]
    check(told == lines, "a line says something else than its entry")
    late = [dict(seq=e["seq"], event=e["id"], release=e["subject"], reason=e["data"].get("late_reason"),
                 seconds=(millis(e["recorded_at"]) - millis(e["at"])) // 1000)
            for e in own if millis(e["recorded_at"]) - millis(e["at"]) > audit["late_after_ms"]]
    check(audit["late"] == late, "what is late is something else")
    check(sorted({e["subject"] for e in own}) == audit["scope"]["releases"], "the releases are others")
    check(all(e["kind"].startswith("release.") for e in own), "an entry is of no release")
    results = [control["result"] for control in audit["controls"]]
    for control in audit["controls"]:
        check(all(event in ids for event in control["events"]), f"{control['control']} names an event that is not there")
        check(control["events"] or control["result"] != "pass", f"{control['control']} passes without evidence")
    check(audit["backed"] == results.count("pass") + results.count("fail"), "the count of controls is another")
    check(audit["applicable"] == audit["backed"] + results.count("no_evidence"), "the count of controls is another")
    if key:
        said = signed(check(audit["signature"], "it is not signed"), key)
        check(said == f"greenboard/audit/1\n{audit['digest']}\n", "something else is signed")
        base = base64.b64encode(bytes.fromhex(audit["root"])).decode()
        point_of = signed(check(audit["checkpoint"], "there is no checkpoint"), key)
        check(point_of == f"{audit['origin']}\n{size}\n{base}\n", "the checkpoint is of something else")
    return audit

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    _ = parser.add_argument("audit"), parser.add_argument("--key"), parser.add_argument("--root")
    given = parser.parse_args()
    try:
        with open(given.audit, encoding="utf-8", newline="") as file:
            audit = verify(file.read().removesuffix("\n"), given.key, given.root)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        sys.exit(f"rejected: {error!s}")
    print(f"{audit['origin']}: {len(audit['entries'])} of {audit['size']} entries, {audit['backed']} of {audit['applicable']} controls backed")
