//! Where envelopes are found: bare, in a bundle of Sigstore's, in lines of either, in Google Cloud Build's summary, in the
//! answers of GitHub's and npm's registries of attestations.

use super::key::decode;
use crate::Result;
use crate::document::{self, Format, Node, Read};
use crate::tool::take::{Said, takes};
use crate::tool::{Payload, ToolError};

/// The most envelopes that are read from one text.
const MOST: usize = 1000;

/// A signed payload.
#[derive(Debug)]
pub(in crate::tool) struct Envelope {
    pub(in crate::tool) payload_type: String,
    pub(in crate::tool) payload: Vec<u8>,
    pub(in crate::tool) signatures: Vec<Signature>,
}

/// A signature, and who says to have made it.
#[derive(Debug)]
pub(in crate::tool) struct Signature {
    pub(super) key_id: Said,
    /// None where it is not base64.
    pub(super) bytes: Option<Vec<u8>>,
}

#[derive(Debug)]
struct Written {
    payload_type: String,
    payload: Base64,
    signatures: Vec<WrittenSignature>,
}

takes!(Written { payload_type [required] as "payloadType", payload [required], signatures });

#[derive(Debug)]
struct WrittenSignature {
    key_id: Said,
    signature: Said,
}

takes!(WrittenSignature { key_id as "keyid", signature as "sig" });

#[derive(Debug)]
struct Base64(Vec<u8>);

impl Read for Base64 {
    fn read(node: &Node) -> Result<Self> {
        decode(node.text()?).map(Self).ok_or_else(|| node.expected("base64"))
    }
}

impl Read for Envelope {
    fn read(node: &Node) -> Result<Self> {
        let Written { payload_type, payload, signatures } = Written::read(node)?;
        let signature = |written: WrittenSignature| Signature {
            bytes: written.signature.text().and_then(decode),
            key_id: written.key_id,
        };
        Ok(Self {
            payload_type,
            payload: payload.0,
            signatures: signatures.into_iter().map(signature).collect(),
        })
    }
}

/// What a text carries.
#[derive(Debug)]
pub(in crate::tool) enum Enveloped {
    /// A signed payload.
    Signed(Envelope),
    /// A statement of in-toto that nobody signed.
    Bare(Node),
}

/// Everything that a text carries, in order.
pub(in crate::tool) fn enveloped(payload: &Payload<'_>) -> Result<Vec<Enveloped>> {
    let mut found = Vec::new();
    for document in documents(payload)? {
        collect(&document, &mut found)?;
    }
    Ok(found)
}

/// Whether a text looks as if it carried something. Of several lines only the first is looked at.
pub(in crate::tool) fn looks_enveloped(payload: &Payload<'_>) -> bool {
    let is = |node: &Node| {
        envelope(node).is_some()
            || is_statement(node)
            || listed(node).is_some_and(|(_, list)| list.iter().any(|one| envelope(one).is_some()))
    };
    match payload.json() {
        Ok(node) => is(node),
        Err(_) => first_line(payload)
            .and_then(|line| document::read(line, Format::Json).ok())
            .is_some_and(|node| is(&node)),
    }
}

fn first_line<'p>(payload: &'p Payload<'_>) -> Option<&'p str> {
    payload.text().ok()?.lines().find(|line| !line.trim().is_empty())
}

/// The text as one document, or each of its lines as one.
fn documents(payload: &Payload<'_>) -> Result<Vec<Node>> {
    let whole = payload.json();
    let text = payload.text()?;
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    // A broken document is no list of lines; neither is one that merely begins with a whole line such as `{`.
    let several = first_line(payload).is_some_and(|line| document::read(line, Format::Json).is_ok())
        && lines().nth(1).is_some();
    match whole {
        Ok(node) => Ok(vec![node.clone()]),
        Err(error) if !several => Err(error),
        Err(_) => lines()
            .map(|(index, line)| {
                let moved = u32::try_from(index).unwrap_or(u32::MAX);
                document::read(line, Format::Json).map_err(|error| error.moved(moved, 0))
            })
            .collect(),
    }
}

fn collect(document: &Node, found: &mut Vec<Enveloped>) -> Result<()> {
    if let Some((path, list)) = listed(document) {
        for (index, item) in list.iter().enumerate() {
            one(item, found).map_err(|error| error.under_index(index).under_key(path))?;
        }
        return Ok(());
    }
    one(document, found)
}

fn one(node: &Node, found: &mut Vec<Enveloped>) -> Result<()> {
    if found.len() >= MOST {
        return Err(ToolError::TooMuch { what: "envelopes", limit: MOST, at: node.at }.into());
    }
    match envelope(node) {
        Some(envelope) => found.push(Enveloped::Signed(Envelope::read(envelope)?)),
        None if is_statement(node) => found.push(Enveloped::Bare(node.clone())),
        None => return Err(node.expected("a DSSE envelope, a bundle with one, or a statement of in-toto")),
    }
    Ok(())
}

/// The envelope that a map is, or has inside.
fn envelope(node: &Node) -> Option<&Node> {
    let inside = ["dsseEnvelope", "envelope", "bundle"].iter().find_map(|key| node.get(key));
    match inside {
        Some(bundle) if bundle.get("dsseEnvelope").is_some() => bundle.get("dsseEnvelope"),
        Some(envelope) => Some(envelope).filter(|envelope| is_envelope(envelope)),
        None => Some(node).filter(|node| is_envelope(node)),
    }
}

fn is_envelope(node: &Node) -> bool {
    ["payload", "payloadType", "signatures"].iter().all(|key| node.get(key).is_some())
}

fn is_statement(node: &Node) -> bool {
    let kind = node.get("_type").and_then(|kind| kind.text().ok());
    kind.is_some_and(|kind| kind.starts_with("https://in-toto.io/Statement/"))
}

/// The list of envelopes in a document that wraps one, and what it is called.
fn listed(node: &Node) -> Option<(&'static str, &[Node])> {
    let (path, list) = match node.get("provenance_summary") {
        Some(summary) => ("provenance_summary.provenance", summary.get("provenance")?),
        None => ("attestations", node.get("attestations")?),
    };
    Some((path, list.list().ok()?))
}
