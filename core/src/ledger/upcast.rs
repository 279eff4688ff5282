//! Upcasters: how data that were recorded in an older version of their kind are read as of the newest.

use super::Entry;
use super::error::LedgerError;
use crate::Result;
use crate::document::Node;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

type Step = Arc<dyn Fn(Node) -> Option<Node> + Send + Sync>;

/// Steps from one version of a kind's data to the next. They are pure, and applied when an entry is read: what is stored never
/// changes.
///
/// ```
/// use greenboard::document::{self, Format, Node, Value};
/// use greenboard::ledger::{self, Actor, Draft, Upcasters};
///
/// // Since version 2, what was `env` is called `environment`.
/// let upcasters = Upcasters::new().with("deploy.started", 1, |mut data: Node| {
///     let Value::Map(entries) = &mut data.value else { return None };
///     entries.iter_mut().find(|(key, _)| key.text == "env")?.0.text = "environment".to_owned();
///     Some(data)
/// });
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let data = document::read(r#"{"env": "production"}"#, Format::Json)?;
/// let draft = Draft::new("dep-1", "deploy.started", "api", Actor::service("ci"), at).with_data(data);
/// let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
/// let sealed = ledger::seal(&[genesis, draft], None, at)?;
///
/// let lifted = upcasters.lift(&sealed.entries[1])?;
/// assert_eq!(lifted.kind_v, 2);
/// assert!(lifted.data.get("environment").is_some());
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Upcasters {
    /// By kind and the version from which they lead.
    steps: BTreeMap<(String, u32), Step>,
}

/// The data of an entry, in the newest version to which a step leads.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Lifted {
    /// The version.
    pub kind_v: u32,
    /// The data as that version has them.
    pub data: Node,
}

impl Upcasters {
    /// None: everything is read as it was recorded.
    pub fn new() -> Self {
        Self::default()
    }

    /// With the step of a kind from this version to the next. It says none where the data are not what that version has.
    #[must_use]
    pub fn with(
        mut self,
        kind: &str,
        from: u32,
        step: impl Fn(Node) -> Option<Node> + Send + Sync + 'static,
    ) -> Self {
        self.steps.insert((kind.to_owned(), from), Arc::new(step));
        self
    }

    /// The data of an entry, step by step in the newest version there is. An entry of a version that no step knows, such as one
    /// that was recorded by a newer program, stays as it is.
    ///
    /// # Errors
    /// `ledger.not_lifted` where a step says none.
    pub fn lift(&self, entry: &Entry) -> Result<Lifted> {
        let (mut kind_v, mut data) = (entry.kind_v(), entry.data().clone());
        let kind = entry.kind();
        while let Some(step) = self.steps.get(&(kind.to_owned(), kind_v))
            && let Some(next) = kind_v.checked_add(1)
        {
            data = step(data).ok_or_else(|| LedgerError::NotLifted {
                seq: entry.seq(),
                kind: kind.to_owned(),
                kind_v,
            })?;
            kind_v = next;
        }
        Ok(Lifted { kind_v, data })
    }
}

impl fmt::Debug for Upcasters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.steps.keys()).finish()
    }
}
