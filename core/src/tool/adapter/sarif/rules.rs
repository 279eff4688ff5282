//! The rules of a run, and which one a result is of.

use crate::Result;
use crate::document::{Node, Value};
use crate::tool::json::{field, items, present, text};
use std::collections::HashMap;

/// The rules that a run's tool and its extensions declare.
#[derive(Default)]
pub(super) struct Rules<'n> {
    driver: &'n [Node],
    extensions: Vec<&'n [Node]>,
    /// The extensions by name and by GUID.
    named: HashMap<&'n str, usize>,
    by_id: HashMap<&'n str, &'n Node>,
}

impl<'n> Rules<'n> {
    pub(super) fn of(run: &'n Node) -> Result<Self> {
        let mut rules = Self::default();
        let Some(tool) = present(run, "tool") else { return Ok(rules) };
        let under = |error: crate::Error| error.under_key("tool");
        if let Some(driver) = present(tool, "driver") {
            rules.driver = items(driver, "rules").map_err(|error| under(error.under_key("driver")))?;
        }
        for (index, extension) in items(tool, "extensions").map_err(under)?.iter().enumerate() {
            let within = |error: crate::Error| under(error.under_index(index).under_key("extensions"));
            rules.extensions.push(items(extension, "rules").map_err(within)?);
            for key in ["guid", "name"] {
                if let Some(name) = text(extension, key).map_err(within)? {
                    rules.named.entry(name).or_insert(index);
                }
            }
        }
        for rule in rules.driver.iter().chain(rules.extensions.iter().copied().flatten()) {
            if let Some(Value::Text(id)) = rule.get("id").map(|id| &id.value) {
                // The tool's own rules come first, and keep their ids.
                rules.by_id.entry(id.as_str()).or_insert(rule);
            }
        }
        Ok(rules)
    }

    pub(super) fn of_driver(&self) -> u64 {
        super::count(self.driver.len())
    }

    pub(super) fn of_extensions(&self) -> u64 {
        self.extensions.iter().map(|rules| super::count(rules.len())).sum()
    }

    /// The rule of a result: by its index, else by its id, of which the first parts suffice (`CA2101/1`).
    pub(super) fn find(&self, result: &Node) -> Result<Option<&'n Node>> {
        /// Further in, an id has no more parts that anyone would look for.
        const MOST_PARTS: usize = 8;
        let reference = present(result, "rule");
        let within = |error: crate::Error| error.under_key("rule");
        let index: Option<i64> = match field(result, "ruleIndex")? {
            Some(index) => Some(index),
            None => reference.map(|rule| field(rule, "index").map_err(within)).transpose()?.flatten(),
        };
        let component = reference.and_then(|rule| present(rule, "toolComponent"));
        let declared = match component {
            Some(component) => {
                self.component(component).map_err(|error| within(error.under_key("toolComponent")))?
            }
            None => self.driver,
        };
        if let Some(rule) = index.and_then(|index| declared.get(usize::try_from(index).ok()?)) {
            return Ok(Some(rule));
        }
        let id = match text(result, "ruleId")? {
            Some(id) => Some(id),
            None => reference.map(|rule| text(rule, "id").map_err(within)).transpose()?.flatten(),
        };

        let ids =
            std::iter::successors(id, |id| id.rsplit_once('/').map(|(outer, _)| outer)).take(MOST_PARTS);
        Ok(ids.filter_map(|id| self.by_id.get(id).copied()).next())
    }

    /// The rules of the component that a reference means; the tool's own where it means none of the extensions.
    fn component(&self, reference: &Node) -> Result<&'n [Node]> {
        let index = match field::<i64>(reference, "index")? {
            Some(index) => usize::try_from(index).ok(),
            None => {
                let name = match text(reference, "guid")? {
                    Some(guid) => Some(guid),
                    None => text(reference, "name")?,
                };
                name.and_then(|name| self.named.get(name)).copied()
            }
        };
        Ok(index.and_then(|index| self.extensions.get(index)).copied().unwrap_or(self.driver))
    }
}

/// The `security-severity` of a result or a rule: a number, most often as text; none where it has none.
pub(super) fn severity(of: &Node) -> Option<f64> {
    let node = present(of, "properties").and_then(|bag| present(bag, "security-severity"))?;
    let number = match &node.value {
        Value::Text(text) => text.trim().parse().ok()?,
        Value::Integer(number) => *number as f64,
        Value::Float(number) => *number,
        _ => return None,
    };
    f64::is_finite(number).then_some(number)
}
