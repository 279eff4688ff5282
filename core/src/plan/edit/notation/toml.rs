//! TOML, by the spans that toml_edit keeps.

use super::json::quoted;
use super::{Entry, MAX_DEPTH, Map, Problem, Spot, Value};
use std::ops::Range;
use toml_edit::{Document, Item, TableLike};

pub(super) fn read(text: &str, start: usize) -> Result<Spot, Problem> {
    let body = text.get(start..).unwrap_or_default();
    let document = Document::parse(body).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        Problem::new(start + at, error.message().lines().next().unwrap_or_default())
    })?;
    let reader = Reader { start };
    Ok(Spot { span: None, value: reader.table(document.as_table(), 1)? })
}

/// How `new` is written where `raw` was.
pub(super) fn written(raw: &str, new: &str) -> String {
    let plain = |text: &str| !text.contains(['\'', '\\']) && !text.contains(|c: char| c.is_control());
    if raw.starts_with("'''") && plain(new) {
        return format!("'''{new}'''");
    }
    if raw.starts_with('\'') && plain(new) {
        return format!("'{new}'");
    }
    let basic = quoted(new);
    if raw.starts_with("\"\"\"") { format!("\"\"{basic}\"\"") } else { basic }
}

struct Reader {
    /// The bytes before the text that toml_edit saw.
    start: usize,
}

impl Reader {
    fn moved(&self, span: Option<Range<usize>>) -> Option<Range<usize>> {
        span.map(|span| span.start + self.start..span.end + self.start)
    }

    /// Recursion is bounded by [`MAX_DEPTH`], and by toml_edit's own bound before it.
    fn table(&self, table: &dyn TableLike, depth: usize) -> Result<Value, Problem> {
        if depth > MAX_DEPTH {
            return Err(Problem::new(self.start, format!("tables nest deeper than {MAX_DEPTH} levels")));
        }
        let mut map = Map::default();
        for (key, item) in table.iter() {
            let at = self.moved(table.key(key).and_then(|key| key.span()));
            map.push(Entry { key: key.to_owned(), at, spot: self.item(item, depth)? });
        }
        Ok(Value::Map(map))
    }

    fn item(&self, item: &Item, depth: usize) -> Result<Spot, Problem> {
        match item {
            Item::None => Ok(Spot::scalar(None, "", false)),
            Item::Value(value) => self.value(value, depth),
            Item::Table(table) => Ok(Spot { span: None, value: self.table(table, depth + 1)? }),
            Item::ArrayOfTables(tables) => {
                let read = |table| Ok(Spot { span: None, value: self.table(table, depth + 2)? });
                let items: Result<Vec<Spot>, Problem> =
                    tables.iter().map(|table| read(table as &dyn TableLike)).collect();
                Ok(Spot::list(None, items?))
            }
        }
    }

    fn value(&self, value: &toml_edit::Value, depth: usize) -> Result<Spot, Problem> {
        let span = self.moved(value.span());
        Ok(match value {
            toml_edit::Value::String(text) => Spot::scalar(span, text.value(), true),
            toml_edit::Value::Integer(integer) => Spot::scalar(span, integer.value().to_string(), false),
            toml_edit::Value::Float(float) => Spot::scalar(span, float.value().to_string(), false),
            toml_edit::Value::Boolean(value) => Spot::scalar(span, value.value().to_string(), false),
            toml_edit::Value::Datetime(time) => Spot::scalar(span, time.value().to_string(), false),
            toml_edit::Value::InlineTable(table) => Spot { span, value: self.table(table, depth + 1)? },
            toml_edit::Value::Array(array) => {
                if depth >= MAX_DEPTH {
                    let reason = format!("lists nest deeper than {MAX_DEPTH} levels");
                    return Err(Problem::new(self.start, reason));
                }
                let items: Result<Vec<Spot>, Problem> =
                    array.iter().map(|item| self.value(item, depth + 1)).collect();
                Spot::list(span, items?)
            }
        })
    }
}
