//! TOML as toml_edit reads it, with the place of every value.

use super::error::DocumentError;
use super::place::Places;
use super::tree::{Budget, Key, Limits, Node, Position, Value};
use crate::Result;
use toml_edit::{Document, Item, TableLike};

pub(super) fn read(text: &str, limits: &Limits) -> Result<Node> {
    let places = Places::of(text);
    let document = Document::parse(text).map_err(|error| {
        let at = error.span().map(|span| places.at(span.start)).unwrap_or(Position { line: 1, column: 1 });
        DocumentError::not_valid("TOML", error.message().lines().next().unwrap_or_default()).at(at)
    })?;
    let mut reader = Reader { places, budget: Budget::new(limits) };
    let start = Position { line: 1, column: 1 };
    let value = reader.table(document.as_table(), 1, start)?;
    Ok(Node { value, at: start })
}

struct Reader<'t> {
    places: Places<'t>,
    budget: Budget<'t>,
}

impl Reader<'_> {
    /// A table's entries; recursion is bounded by [`Limits::depth`], and by toml_edit's own bound before it.
    fn table(&mut self, table: &dyn TableLike, depth: usize, at: Position) -> Result<Value> {
        self.budget.descend(depth).map_err(|problem| problem.at(at))?;
        let mut entries = Vec::with_capacity(table.len());
        for (text, item) in table.iter() {
            let span = table.key(text).and_then(|key| key.span());
            let key = Key { text: text.to_owned(), at: span.map_or(at, |span| self.places.at(span.start)) };
            let node = self.item(item, depth, key.at)?;
            entries.push((key, node));
        }
        Ok(Value::Map(entries))
    }

    /// An item; `above` is its place where it has none itself, as tables made by a dotted key.
    fn item(&mut self, item: &Item, depth: usize, above: Position) -> Result<Node> {
        let at = item.span().map_or(above, |span| self.places.at(span.start));
        self.budget.spend(1).map_err(|problem| problem.at(at))?;
        let value = match item {
            Item::None => Value::Null,
            Item::Value(value) => self.value(value, depth, at)?,
            Item::Table(table) => self.table(table, depth + 1, at)?,
            Item::ArrayOfTables(tables) => {
                self.budget.descend(depth + 2).map_err(|problem| problem.at(at))?;
                let mut items = Vec::with_capacity(tables.len());
                for table in tables {
                    let at = table.span().map_or(at, |span| self.places.at(span.start));
                    self.budget.spend(1).map_err(|problem| problem.at(at))?;
                    items.push(Node { value: self.table(table, depth + 2, at)?, at });
                }
                Value::List(items)
            }
        };
        Ok(Node { value, at })
    }

    fn value(&mut self, value: &toml_edit::Value, depth: usize, at: Position) -> Result<Value> {
        Ok(match value {
            toml_edit::Value::String(text) => Value::Text(text.value().clone()),
            toml_edit::Value::Integer(integer) => Value::Integer(*integer.value()),
            toml_edit::Value::Boolean(value) => Value::Bool(*value.value()),
            toml_edit::Value::Datetime(time) => Value::Text(time.value().to_string()),
            toml_edit::Value::Float(float) if float.value().is_finite() => Value::Float(*float.value()),
            toml_edit::Value::Float(float) => {
                return Err(DocumentError::NotFinite { number: float.value().to_string() }.at(at));
            }
            toml_edit::Value::InlineTable(table) => self.table(table, depth + 1, at)?,
            toml_edit::Value::Array(array) => {
                self.budget.descend(depth + 1).map_err(|problem| problem.at(at))?;
                let mut items = Vec::with_capacity(array.len());
                for item in array.iter() {
                    let at = item.span().map_or(at, |span| self.places.at(span.start));
                    self.budget.spend(1).map_err(|problem| problem.at(at))?;
                    items.push(Node { value: self.value(item, depth + 1, at)?, at });
                }
                Value::List(items)
            }
        })
    }
}
