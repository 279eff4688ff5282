//! Parameters: what those who include a file may say, put in the place of `${name}`.

use crate::document::{Key, Node, Value, nearest, reads};
use crate::gate::error::GateError;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The longest text that references may make, in bytes.
const LONGEST: usize = 1 << 16;
/// The most values that references may put in, over all files.
const MOST: usize = 1 << 20;

/// What those who include a file may say.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Parameter {
    /// The value where they say nothing; they have to, where this is left out.
    #[schemars(with = "Option<serde_json::Value>")]
    pub default: Option<Node>,
    /// What it is for.
    pub description: Option<String>,
}

reads!(Parameter { default, description, .. });

/// The values of one file's parameters, and which of them were used.
pub(super) struct Values<'v> {
    values: BTreeMap<&'v str, &'v Node>,
    used: BTreeSet<String>,
}

impl<'v> Values<'v> {
    /// What is `declared`, as `given` or by default.
    ///
    /// # Errors
    /// `gate.unknown_parameter` at the key of what is given and not declared; `gate.missing_parameter`, which has no place: that
    /// is where the values are given.
    pub(super) fn of(
        declared: &'v BTreeMap<String, Parameter>,
        given: &'v [(Key, Node)],
        file: &str,
    ) -> crate::Result<Self> {
        for (key, _) in given {
            if !declared.contains_key(&key.text) {
                let known: Vec<&str> = declared.keys().map(String::as_str).collect();
                return Err(GateError::unknown_parameter(&key.text, &known).at(key.at).under_key(&key.text));
            }
        }
        let mut values = BTreeMap::new();
        for (name, parameter) in declared {
            let said = given.iter().find(|(key, _)| key.text == *name).map(|(_, value)| value);
            let Some(value) = said.or(parameter.default.as_ref()) else {
                let (parameter, file) = (name.clone(), file.to_owned());
                return Err(GateError::MissingParameter { parameter, file }.into());
            };
            values.insert(name.as_str(), value);
        }
        Ok(Self { values, used: BTreeSet::new() })
    }

    /// Whether a parameter was used.
    pub(super) fn is_used(&self, name: &str) -> bool {
        self.used.contains(name)
    }

    /// A value with the parameters' values in the place of the references to them. They stand where the references stood.
    ///
    /// # Errors
    /// `gate.unknown_parameter`, `gate.invalid_reference`, `gate.too_large`, placed in the value.
    pub(super) fn fill(&mut self, node: &Node, room: &mut Room) -> crate::Result<Node> {
        let value = match &node.value {
            Value::Text(text) if text.contains("${") => self
                .fill_text(text, node, room)
                .map_err(|error| error.in_value_at(node.at.line, node.at.column))?,
            Value::List(items) => {
                let mut filled = Vec::with_capacity(items.len());
                for (index, item) in items.iter().enumerate() {
                    filled.push(self.fill(item, room).map_err(|error| error.under_index(index))?);
                }
                Value::List(filled)
            }
            Value::Map(entries) => {
                let mut filled = Vec::with_capacity(entries.len());
                for (key, value) in entries {
                    let value = self.fill(value, room).map_err(|error| error.under_key(&key.text))?;
                    filled.push((key.clone(), value));
                }
                Value::Map(filled)
            }
            other => other.clone(),
        };
        Ok(Node { value, at: node.at })
    }

    fn fill_text(&mut self, text: &str, node: &Node, room: &mut Room) -> crate::Result<Value> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${") {
            // `$${` stands for the characters themselves.
            if let Some(before) = before.strip_suffix('$') {
                filled.push_str(before);
                filled.push_str("${");
                rest = after;
                continue;
            }
            let Some((name, behind)) = after.split_once('}') else {
                return Err(GateError::InvalidReference { input: text.to_owned() }.into());
            };
            let Some(value) = self.values.get(name).copied() else {
                let known: Vec<&str> = self.values.keys().copied().collect();
                return Err(GateError::unknown_parameter(name, &known).into());
            };
            self.used.insert(name.to_owned());
            // Nothing but the reference: the value as it is.
            if before.is_empty() && behind.is_empty() && filled.is_empty() {
                let mut value = value.clone();
                room.take(&mut value, node)?;
                return Ok(value.value);
            }
            filled.push_str(before);
            filled.push_str(&scalar(name, &value.value)?);
            rest = behind;
            if filled.len() > LONGEST {
                return Err(GateError::TooLarge { limit: format!("a text of {LONGEST} bytes") }.into());
            }
        }
        filled.push_str(rest);
        Ok(Value::Text(filled))
    }
}

/// A value as part of a text.
fn scalar(name: &str, value: &Value) -> crate::Result<String> {
    match value {
        Value::Text(text) | Value::BigInteger(text) => Ok(text.clone()),
        Value::Bool(value) => Ok(value.to_string()),
        Value::Integer(value) => Ok(value.to_string()),
        Value::Float(value) => Ok(value.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => {
            Err(GateError::NotInText { parameter: name.to_owned(), found: value.described() }.into())
        }
    }
}

/// How many more values may be put in.
pub(super) struct Room {
    left: usize,
}

impl Room {
    pub(super) fn new() -> Self {
        Self { left: MOST }
    }

    /// Takes the room of a value, and places it where `node` is: errors point at the reference.
    fn take(&mut self, value: &mut Node, node: &Node) -> crate::Result<()> {
        let too_large = || GateError::TooLarge { limit: format!("{MOST} values of parameters") };
        self.left = self.left.checked_sub(1).ok_or_else(too_large)?;
        value.at = node.at;
        match &mut value.value {
            Value::List(items) => items.iter_mut().try_for_each(|item| self.take(item, node)),
            Value::Map(entries) => entries.iter_mut().try_for_each(|(key, item)| {
                key.at = node.at;
                self.take(item, node)
            }),
            _ => Ok(()),
        }
    }
}

impl GateError {
    pub(super) fn unknown_parameter(name: &str, known: &[&str]) -> Self {
        Self::UnknownParameter {
            parameter: name.to_owned(),
            known: known.iter().map(|name| (*name).to_owned()).collect(),
            nearest: nearest(name, known).map(str::to_owned),
        }
    }
}
