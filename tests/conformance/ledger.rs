//! The calls of the ledger: sealing, verifying, proofs, notes.

use super::{json, read};
use crate::adapters::hex;
use crate::runner::{Fields, Trouble};
use greenboard::document;
use greenboard::ledger::note::{
    self, Checkpoint, Ed25519, LogProof, Note, NoteAlgorithm, NoteKey, SignedCheckpoint,
};
use greenboard::ledger::store::{Memory, Store};
use greenboard::ledger::tree::{ConsistencyProof, InclusionProof, Tree};
use greenboard::ledger::{self, Actor, Anchor, Draft, Expect, Hash, Head, Held, seal};
use jiff::Timestamp;
use serde_json::{Value, json as value};

/// One call, if it is one of these.
pub fn call(name: &str, args: &Value) -> Option<Result<String, Trouble>> {
    Some(match name {
        "ledger.genesis" => genesis(args),
        "ledger.seal" => sealed(args),
        "ledger.append" => appended(args),
        "ledger.verify" => verified(args),
        "ledger.payload_digest" => payload_digest(args),
        "tree.root" => tree(args, |tree| json(&tree.root())),
        "tree.inclusion" => {
            tree(args, |tree| json(&tree.inclusion(number(args, "index")?, number(args, "size")?)?))
        }
        "tree.consistency" => {
            tree(args, |tree| json(&tree.consistency(number(args, "size1")?, number(args, "size2")?)?))
        }
        "tree.verify_inclusion" => inclusion(args),
        "tree.verify_consistency" => consistency(args),
        "note.sign" => signer(args).and_then(|signer| json(&note::sign(args.text("text")?, &signer)?)),
        "note.verify" => verified_note(args),
        "note.sign_checkpoint" => signed_checkpoint(args),
        "note.cosign" => cosigned(args),
        "note.open_checkpoint" => opened(args),
        "note.verify_log_proof" => log_proof(args),
        _ => return None,
    })
}

fn genesis(args: &Value) -> Result<String, Trouble> {
    let nonce = hex::bytes(args.text("nonce")?)?;
    let nonce = nonce.try_into().map_err(|_| args.lacks("nonce", "32 hexadecimal digits"))?;
    let actor: Actor = read(args, "actor")?;
    Ok(document::emit(&ledger::genesis(args.text("origin")?, nonce, actor, time(args, "at")?))?)
}

fn sealed(args: &Value) -> Result<String, Trouble> {
    let (drafts, head): (Vec<Draft>, Option<Head>) = (read(args, "drafts")?, read(args, "head")?);
    let sealed = seal(&drafts, head.as_ref(), time(args, "recorded_at")?)?;
    let lines: Vec<_> = sealed.entries.iter().map(|entry| String::from_utf8_lossy(entry.bytes())).collect();
    json(&value!({ "entries": lines, "head": sealed.head }))
}

/// Commands to one ledger in memory, one after the other; what came of each.
fn appended(args: &Value) -> Result<String, Trouble> {
    let mut memory = Memory::new();
    let mut results = Vec::new();
    for command in args.list("commands")? {
        let drafts: Vec<Draft> = read(command, "drafts")?;
        results.push(match memory.append(&drafts, &expected(command)?, time(command, "now")?) {
            Ok(appended) => {
                let seqs: Vec<u64> = appended.entries.iter().map(ledger::Entry::seq).collect();
                value!({ "seqs": seqs, "head": appended.head.map(|head| head.hash), "repeated": appended.repeated })
            }
            Err(error) => value!({ "code": error.code(), "details": error.details() }),
        });
    }
    json(&results)
}

fn expected(command: &Value) -> Result<Expect, Trouble> {
    let expect = command.field("expect");
    Ok(match expect.as_str() {
        Some("any") | None if expect.is_null() || expect.is_string() => Expect::Any,
        Some("empty") => Expect::Empty,
        _ => match (expect.get("subject"), expect.get("seq"), expect.get("head")) {
            (Some(_), ..) => Expect::SubjectUnchangedSince {
                subject: expect.text("subject")?.to_owned(),
                seq: number(expect, "seq")?,
            },
            (None, Some(_), _) => Expect::Seq(number(expect, "seq")?),
            _ => Expect::Head(expect.text("head")?.parse()?),
        },
    })
}

fn verified(args: &Value) -> Result<String, Trouble> {
    let mut held = Held::new();
    for anchor in read::<Option<Vec<Anchor>>>(args, "anchors")?.unwrap_or_default() {
        held = held.with_anchor(anchor);
    }
    for checkpoint in args.field("checkpoints").as_array().into_iter().flatten() {
        held = held.with_checkpoint(number(checkpoint, "size")?, checkpoint.text("root")?.parse()?);
    }
    let entries = args.texts("entries")?;
    let entries: Vec<&[u8]> = entries.into_iter().map(str::as_bytes).collect();
    json(&ledger::verify(entries, &held)?)
}

fn payload_digest(args: &Value) -> Result<String, Trouble> {
    let salt = hex::bytes32(args.text("salt")?)?;
    json(&ledger::payload_digest(&salt, args.text("body")?.as_bytes()))
}

fn tree(args: &Value, call: impl Fn(&Tree) -> Result<String, Trouble>) -> Result<String, Trouble> {
    let leaves: Vec<Hash> = read(args, "leaves")?;
    call(&leaves.into_iter().collect())
}

fn inclusion(args: &Value) -> Result<String, Trouble> {
    let proof: InclusionProof = read(args, "proof")?;
    json(&proof.verify(read(args, "leaf")?, read(args, "root")?)?)
}

fn consistency(args: &Value) -> Result<String, Trouble> {
    let proof: ConsistencyProof = read(args, "proof")?;
    json(&proof.verify(read(args, "root1")?, read(args, "root2")?)?)
}

fn signer(args: &Value) -> Result<Ed25519, Trouble> {
    let algorithm = match args.optional_flag("witness")? {
        Some(true) => NoteAlgorithm::Cosignature,
        _ => NoteAlgorithm::Ed25519,
    };
    Ok(Ed25519::from_seed(args.text("name")?, algorithm, &hex::bytes32(args.text("seed")?)?)?)
}

fn verified_note(args: &Value) -> Result<String, Trouble> {
    let note = Note::parse(args.text("note")?)?;
    let signatories = note.verify(&keys(args, "keys")?)?;
    let (verified, unverified) = (signatories.verified, signatories.unverified);
    json(&value!({ "text": note.text, "verified": verified, "unverified": unverified }))
}

fn signed_checkpoint(args: &Value) -> Result<String, Trouble> {
    let checkpoint = checkpoint(args)?;
    let previous = previous(args)?;
    let previous = previous.as_ref().map(|(checkpoint, proof)| (checkpoint, proof));
    json(&note::sign_checkpoint(&checkpoint, previous, &signer(args)?)?)
}

fn previous(args: &Value) -> Result<Option<(Checkpoint, ConsistencyProof)>, Trouble> {
    match args.field("previous") {
        Value::Null => Ok(None),
        previous => Ok(Some((checkpoint(previous)?, read(args, "proof")?))),
    }
}

fn checkpoint(args: &Value) -> Result<Checkpoint, Trouble> {
    Ok(Checkpoint::new(args.text("origin")?, number(args, "size")?, args.text("root")?.parse()?))
}

fn cosigned(args: &Value) -> Result<String, Trouble> {
    let log: NoteKey = args.text("log")?.parse()?;
    json(&note::cosign(args.text("note")?, None, &log, &signer(args)?, time(args, "at")?)?)
}

fn opened(args: &Value) -> Result<String, Trouble> {
    let key: NoteKey = args.text("key")?.parse()?;
    let witnesses = keys(args, "witnesses")?;
    signed(&Checkpoint::open(args.text("note")?, args.text("origin")?, &key, &witnesses)?)
}

fn log_proof(args: &Value) -> Result<String, Trouble> {
    let key: NoteKey = args.text("key")?.parse()?;
    let proof = LogProof::parse(args.text("proof")?)?;
    let entry: Hash = args.text("entry")?.parse()?;
    signed(&proof.verify(entry, args.text("origin")?, &key, &keys(args, "witnesses")?)?)
}

fn signed(signed: &SignedCheckpoint) -> Result<String, Trouble> {
    let cosignatures: Vec<Value> =
        signed.cosignatures.iter().map(|seen| value!({ "name": seen.name, "time": seen.time })).collect();
    let Checkpoint { origin, size, root, .. } = &signed.checkpoint;
    json(&value!({ "origin": origin, "size": size, "root": root, "cosignatures": cosignatures }))
}

fn keys(args: &Value, key: &str) -> Result<Vec<NoteKey>, Trouble> {
    let texts: Option<Vec<String>> = read(args, key)?;
    Ok(texts.unwrap_or_default().iter().map(|text| text.parse()).collect::<greenboard::Result<_>>()?)
}

fn number(args: &Value, key: &str) -> Result<u64, Trouble> {
    args.field(key).as_u64().ok_or_else(|| args.lacks(key, "an integer from 0"))
}

fn time(args: &Value, key: &str) -> Result<Timestamp, Trouble> {
    args.text(key)?.parse().map_err(|_| args.lacks(key, "an instant"))
}
