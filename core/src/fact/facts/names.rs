//! Numbers for texts that are compared often.

use crate::fact::kind::{FEWEST_DIGITS, is_commit, is_same_commit};
use hashbrown::HashMap;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

/// A kind of evidence, and one name within it or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Topic {
    /// The number of the kind.
    pub kind: u32,
    /// The number of the name; all names, where none.
    pub name: Option<u32>,
}

/// Numbers for texts, given out in the order of their coming; 0 stands for none.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    numbers: HashMap<Arc<str>, u32>,
    /// The texts among the versions that may be commits, or digits of them.
    commits: BTreeMap<Arc<str>, u32>,
}

impl Names {
    /// The number of a text, a new one where it has none; 0 for none.
    pub(super) fn take(&mut self, text: Option<&str>) -> u32 {
        let Some(text) = text else { return 0 };
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX - 2) + 1;
        self.numbers.insert(text.into(), number);
        number
    }

    /// The number of a version, which may be a commit.
    pub(super) fn take_version(&mut self, text: Option<&str>) -> u32 {
        let number = self.take(text);
        if let Some(text) = text.filter(|text| is_commit(text))
            && !self.commits.contains_key(text)
        {
            self.commits.insert(text.into(), number);
        }
        number
    }

    pub(super) fn number(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    pub(super) fn topic(&self, kind: &str, name: Option<&str>) -> Option<Topic> {
        let kind = self.number(kind)?;
        match name {
            Some(name) => Some(Topic { kind, name: Some(self.number(name)?) }),
            None => Some(Topic { kind, name: None }),
        }
    }

    /// The versions that facts mention which are this commit, or the first digits of it, or begin with these.
    pub(super) fn commits<'n>(&'n self, commit: &'n str) -> impl Iterator<Item = (&'n str, u32)> {
        let first = if is_commit(commit) { commit.get(..FEWEST_DIGITS) } else { None };
        let near = first.into_iter().flat_map(|first| {
            let from = self.commits.range::<str, _>((Bound::Included(first), Bound::Unbounded));
            from.take_while(move |(text, _)| text.starts_with(first))
        });
        near.filter(|(text, _)| is_same_commit(text, commit)).map(|(text, number)| (&**text, *number))
    }
}
