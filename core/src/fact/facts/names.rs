//! Numbers for texts that are compared often.

use hashbrown::HashMap;

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
    numbers: HashMap<Box<str>, u32>,
}

impl Names {
    /// The number of a text, a new one where it has none; 0 for none.
    pub(super) fn take(&mut self, text: Option<&str>) -> u32 {
        let Some(text) = text else { return 0 };
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX - 1) + 1;
        self.numbers.insert(text.into(), number);
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
}
