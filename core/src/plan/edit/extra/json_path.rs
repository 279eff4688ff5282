//! JSONPath, as far as configurations of release tools use it: `$.a['b c'][0][*]..d[?(@.name == 'x')]`.

use super::super::error::EditError;
use super::super::notation::{Spot, Value};
use super::cursor::Cursor;

/// The most values that a selector may lead through.
const MOST: usize = 1 << 20;

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// A key, of a map; of a list too, where it is a number.
    Key(String),
    /// An item, counted from the end where negative.
    Index(i64),
    /// Items from the first to before the last, each counted from the end where negative.
    Slice(Option<i64>, Option<i64>),
    /// Everything directly inside.
    All,
    /// The value itself and everything inside, at any depth.
    Descend,
    /// What is inside and has this value at this path, or any value there.
    Where(Vec<String>, Option<String>),
    /// Any of several keys or items.
    Any(Vec<Step>),
}

/// The values that a selector leads to, in the order of the text, each once.
///
/// # Errors
/// `plan.edit_selector` where it says something that is not known here.
pub(super) fn select<'t>(root: &'t Spot, selector: &str) -> Result<Vec<&'t Spot>, EditError> {
    let steps = Parser { cursor: Cursor::new(selector) }.steps()?;
    let mut found = vec![root];
    for step in &steps {
        let mut next = Vec::new();
        for spot in found {
            follow(spot, step, &mut next);
            if next.len() > MOST {
                return Err(EditError::Selector {
                    selector: selector.to_owned(),
                    reason: format!("it leads through more than {MOST} values"),
                    column: 1,
                });
            }
        }
        // `..` reaches a value by several ways.
        let mut seen = std::collections::HashSet::new();
        next.retain(|spot| seen.insert(std::ptr::from_ref::<Spot>(spot)));
        found = next;
    }
    Ok(found)
}

fn follow<'t>(spot: &'t Spot, step: &Step, found: &mut Vec<&'t Spot>) {
    match step {
        Step::Key(key) => match spot.get(key) {
            Some(inner) => found.push(inner),
            None => found.extend(key.parse().ok().and_then(|index: usize| spot.items().get(index))),
        },
        Step::Index(index) => {
            let items = spot.items();
            let at = match usize::try_from(*index) {
                Ok(at) => Some(at),
                Err(_) => {
                    items.len().checked_sub(usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX))
                }
            };
            found.extend(at.and_then(|at| items.get(at)));
        }
        Step::Slice(from, to) => {
            let items = spot.items();
            let counted = |at: i64| match usize::try_from(at) {
                Ok(at) => at.min(items.len()),
                Err(_) => {
                    items.len().saturating_sub(usize::try_from(at.unsigned_abs()).unwrap_or(usize::MAX))
                }
            };
            let (from, to) = (from.map_or(0, counted), to.map_or(items.len(), counted));
            found.extend(items.get(from..to).unwrap_or_default());
        }
        Step::All => found.extend(inside(spot)),
        Step::Descend => {
            let mut open = vec![spot];
            while let Some(next) = open.pop() {
                found.push(next);
                let inner: Vec<&Spot> = inside(next).collect();
                open.extend(inner.into_iter().rev());
            }
        }
        Step::Where(path, expected) => found.extend(inside(spot).filter(|inner| {
            let value = path.iter().try_fold(*inner, |at, key| match at.get(key) {
                Some(inner) => Some(inner),
                // release-please's TOML has every value in a map of its own: `@.name.value`.
                None if key == "value" && at.text().is_some() => Some(at),
                None => None,
            });
            match expected {
                Some(expected) => value.and_then(Spot::text) == Some(expected),
                None => value.is_some(),
            }
        })),
        Step::Any(steps) => steps.iter().for_each(|step| follow(spot, step, found)),
    }
}

/// What is directly in a list or map.
fn inside(spot: &Spot) -> impl Iterator<Item = &Spot> {
    let (entries, items) = match &spot.value {
        Value::Map(map) => (map.entries.as_slice(), &[][..]),
        Value::List(items) => (&[][..], items.as_slice()),
        Value::Scalar { .. } => (&[][..], &[][..]),
    };
    entries.iter().map(|entry| &entry.spot).chain(items)
}

/// `from:to`, either of which may be left out.
fn slice(word: &str) -> Option<Step> {
    let (from, to) = word.split_once(':')?;
    let bound = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
    Some(Step::Slice(bound(from)?, bound(to)?))
}

struct Parser<'s> {
    cursor: Cursor<'s>,
}

impl Parser<'_> {
    fn steps(mut self) -> Result<Vec<Step>, EditError> {
        let mut steps = Vec::new();
        if !self.cursor.take("$")
            && !self.cursor.rest().starts_with(['.', '['])
            && !self.cursor.rest().is_empty()
        {
            // A bare name is below the root.
            steps.push(self.name()?);
        }
        while !self.cursor.rest().is_empty() {
            if self.cursor.take("..") {
                steps.push(Step::Descend);
                if !self.cursor.rest().starts_with('[') {
                    steps.push(self.name()?);
                }
            } else if self.cursor.take(".") {
                if !self.cursor.rest().starts_with('[') {
                    steps.push(self.name()?);
                }
            } else if self.cursor.take("[") {
                steps.push(self.brackets()?);
            } else {
                return Err(self.cursor.wrong("expected `.` or `[`"));
            }
        }
        Ok(steps)
    }

    fn name(&mut self) -> Result<Step, EditError> {
        let end =
            self.cursor.rest().find(['.', '[', ' ', '(', ')', '\'', '"']).unwrap_or(self.cursor.rest().len());
        let name = self.cursor.rest().get(..end).unwrap_or_default().to_owned();
        match name.as_str() {
            "" => Err(self.cursor.wrong("expected a name")),
            "*" => {
                self.cursor.advance(end);
                Ok(Step::All)
            }
            _ if name.contains(['^', '~', '`', '@']) => {
                Err(self.cursor.wrong("this operator is not known here"))
            }
            _ => {
                self.cursor.advance(end);
                Ok(Step::Key(name))
            }
        }
    }

    /// What follows `[`, up to and with `]`.
    fn brackets(&mut self) -> Result<Step, EditError> {
        self.cursor.skip_blank();
        if self.cursor.take("?") {
            return self.filter();
        }
        let mut steps = Vec::new();
        loop {
            self.cursor.skip_blank();
            let step = if self.cursor.take("*") {
                Step::All
            } else if let Some(text) = self.quoted()? {
                Step::Key(text)
            } else {
                let end = self.cursor.rest().find([']', ',', ' ']).unwrap_or(self.cursor.rest().len());
                let word = self.cursor.rest().get(..end).unwrap_or_default().to_owned();
                let step = match word.parse() {
                    Ok(index) => Step::Index(index),
                    Err(_) if word.contains(':') => {
                        slice(&word).ok_or_else(|| self.cursor.wrong("expected `from:to`"))?
                    }
                    Err(_)
                        if !word.is_empty()
                            && word.chars().all(|c| c.is_alphanumeric() || "_-$".contains(c)) =>
                    {
                        Step::Key(word)
                    }
                    Err(_) => {
                        return Err(self.cursor.wrong("expected a key in quotes, a number, `*` or `?(…)`"));
                    }
                };
                self.cursor.advance(end);
                step
            };
            steps.push(step);
            self.cursor.skip_blank();
            if self.cursor.take("]") {
                break;
            }
            if !self.cursor.take(",") {
                return Err(self.cursor.wrong("expected `]`"));
            }
        }
        match steps.as_slice() {
            [step] => Ok(step.clone()),
            _ => Ok(Step::Any(steps)),
        }
    }

    /// What follows `[?`: `(@.a.b == 'text')]`.
    fn filter(&mut self) -> Result<Step, EditError> {
        let parenthesis = self.cursor.take("(");
        self.cursor.skip_blank();
        if !self.cursor.take("@") {
            return Err(self.cursor.wrong("expected `@`"));
        }
        let mut path = Vec::new();
        loop {
            if self.cursor.take(".") {
                let end = self.cursor.rest().find(|c: char| !c.is_alphanumeric() && !"_-$".contains(c));
                let end = end.unwrap_or(self.cursor.rest().len());
                path.push(self.cursor.rest().get(..end).unwrap_or_default().to_owned());
                self.cursor.advance(end);
            } else if self.cursor.take("[") {
                match self.quoted()? {
                    Some(key) => path.push(key),
                    None => return Err(self.cursor.wrong("expected a key in quotes")),
                }
                if !self.cursor.take("]") {
                    return Err(self.cursor.wrong("expected `]`"));
                }
            } else {
                break;
            }
        }
        self.cursor.skip_blank();
        let mut expected = None;
        if self.cursor.take("===") || self.cursor.take("==") {
            self.cursor.skip_blank();
            expected = match self.quoted()? {
                Some(text) => Some(text),
                None => {
                    let end = self.cursor.rest().find([')', ']', ' ']).unwrap_or(self.cursor.rest().len());
                    let word = self.cursor.rest().get(..end).unwrap_or_default().to_owned();
                    self.cursor.advance(end);
                    Some(word)
                }
            };
        }
        self.cursor.skip_blank();
        if (parenthesis && !self.cursor.take(")"))
            || !{
                self.cursor.skip_blank();
                self.cursor.take("]")
            }
        {
            return Err(self.cursor.wrong("only `@.path == 'text'` and `@.path` are known here"));
        }
        Ok(Step::Where(path, expected))
    }

    /// A text in quotes, if one begins here.
    fn quoted(&mut self) -> Result<Option<String>, EditError> {
        let Some(quote) = self.cursor.rest().chars().next().filter(|c| matches!(c, '\'' | '"')) else {
            return Ok(None);
        };
        let mut text = String::new();
        let mut characters = self.cursor.rest().char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            match character {
                '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
                character if character == quote => {
                    self.cursor.advance(at + 1);
                    return Ok(Some(text));
                }
                character => text.push(character),
            }
        }
        Err(self.cursor.wrong("a quote is never closed"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::notation::Notation;
    use super::*;

    const TEXT: &str = r#"{
        "version": "1", "a b": {"version": "2"}, "": {"version": "3"},
        "list": [{"name": "x", "version": "4"}, {"name": "y", "version": "5", "deep": {"version": "6"}}]
    }"#;

    fn found(selector: &str) -> Vec<String> {
        let documents = Notation::Json.read("", TEXT).unwrap();
        let found = select(&documents[0], selector).unwrap();
        found.iter().filter_map(|spot| spot.text().map(str::to_owned)).collect()
    }

    #[test]
    fn selectors() {
        for (selector, expected) in [
            ("$.version", "1"),
            ("version", "1"),
            ("$['a b'].version", "2"),
            ("$[\"\"][\"version\"]", "3"),
            ("$.list[0].version", "4"),
            ("$.list[-1].version", "5"),
            ("$.list[-1:].version", "5"),
            ("$.list[:1].version", "4"),
            ("$.list[0:9].version", "45"),
            ("$.list[*].version", "45"),
            ("$.list.*.version", "45"),
            ("$.list[0,1].version", "45"),
            ("$.list[?(@.name == 'y')].version", "5"),
            ("$.list[?(@.name.value===\"x\")].version", "4"),
            ("$.list[?(@.deep)].version", "5"),
            ("$..version", "123456"),
            ("$.list..version", "456"),
            ("$.none", ""),
        ] {
            assert_eq!(found(selector).concat(), expected, "{selector}");
        }
    }

    #[test]
    fn what_is_not_known() {
        for selector in ["$.", "$.a[", "$[?(@.a > 1)]", "$['a", "$.a^", "$ a", "$.a[1:2:3]"] {
            let documents = Notation::Json.read("", TEXT).unwrap();
            assert!(select(&documents[0], selector).is_err(), "{selector}");
        }
    }
}
