//! Events as entries of a ledger, and back.

use super::error::ReleaseError;
use super::event::{Event, Happening};
use crate::document::{Key, Node, Read, TAG, Value, to_node};
use crate::ledger::{Draft, Entry};
use crate::{Error, Result};

/// What kinds of entries that are events begin with.
const NAMESPACE: &str = "release.";

/// The key beside an event's own under which the digest of its context stands.
const CONTEXT: &str = "context";

/// The key under which facts stand, which are other systems' words and kept as they are.
const FACTS: &str = "facts";

/// The key under which a value keeps what it does not know.
const EXTRA: &str = "extra";

impl Event {
    /// The event as an entry to be: `release.` and its kind, about the release.
    ///
    /// # Errors
    /// `document.not_finite` where a number of it is none.
    pub fn to_draft(&self) -> Result<Draft> {
        let mut data = to_node(&self.what)?;
        if let Value::Map(entries) = &mut data.value {
            entries.retain(|(key, _)| key.text != TAG);
        }
        trim(&mut data);
        if let (Value::Map(entries), Some(context)) = (&mut data.value, &self.context) {
            let key = Key { text: CONTEXT.to_owned(), at: data.at };
            entries.push((key, Node::new(Value::Text(context.clone()))));
        }
        let kind = format!("{NAMESPACE}{}", self.what.kind());
        Ok(Draft::new(self.id.clone(), kind, self.release.clone(), self.actor.clone(), self.at)
            .with_data(data))
    }

    /// The event that an entry records; none where it is of another namespace than releases.
    ///
    /// # Errors
    /// `release.unknown_event` where this version knows no such event; `document.*` and `release.*` where its data are not what it
    /// takes.
    pub fn of_entry(entry: &Entry) -> Result<Option<Self>> {
        Self::of_draft(entry.draft())
    }

    /// Likewise, of an entry to be.
    ///
    /// # Errors
    /// As [`of_entry`](Self::of_entry).
    pub fn of_draft(draft: &Draft) -> Result<Option<Self>> {
        let Some(kind) = draft.kind.strip_prefix(NAMESPACE) else { return Ok(None) };
        if !Happening::KINDS.contains(&kind) {
            let (kind, id) = (draft.kind.clone(), draft.id.clone());
            return Err(ReleaseError::UnknownEvent { kind, id }.into());
        }
        let mut node = draft.data.clone();
        let mut context = None;
        if let Value::Map(entries) = &mut node.value {
            if let Some(at) = entries.iter().position(|(key, _)| key.text == CONTEXT) {
                context = Some(String::read(&entries.remove(at).1)?);
            }
            let key = Key { text: TAG.to_owned(), at: node.at };
            entries.insert(0, (key, Node::new(Value::Text(kind.to_owned()))));
        }
        let here = |error: Error| error.within(&format!("entry {}", draft.id));
        Ok(Some(Self {
            id: draft.id.clone(),
            release: draft.subject.clone(),
            actor: draft.actor.clone(),
            at: draft.at,
            context,
            what: Happening::read(&node).map_err(here)?,
        }))
    }
}

/// Leaves out what says nothing: entries are kept for years.
fn trim(node: &mut Node) {
    match &mut node.value {
        Value::Map(entries) => {
            for (key, value) in entries.iter_mut() {
                if key.text != FACTS {
                    trim(value);
                }
            }
            entries.retain(|(key, value)| match &value.value {
                Value::Null => false,
                Value::List(items) => !items.is_empty(),
                Value::Map(entries) => key.text != EXTRA || !entries.is_empty(),
                _ => true,
            });
        }
        Value::List(items) => items.iter_mut().for_each(trim),
        _ => {}
    }
}
