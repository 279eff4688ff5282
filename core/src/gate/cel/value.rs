//! The values that expressions work on: borrowed from the facts where they can be, shared where they were made on the way.

use super::fault::{Fault, Meter};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map as JsonMap, Value as Json};
use std::cmp::Ordering;
use std::rc::Rc;

/// Deeper values are neither compared nor given back.
const DEEPEST: u32 = 200;

#[derive(Debug, Clone)]
pub(super) enum Value<'v> {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Double(f64),
    Text(Text<'v>),
    Bytes(Rc<[u8]>),
    List(List<'v>),
    Map(Map<'v>),
    Instant(Timestamp),
    Span(SignedDuration),
    Type(&'static str),
}

#[derive(Debug, Clone)]
pub(super) enum Text<'v> {
    Borrowed(&'v str),
    Shared(Rc<str>),
}

impl Text<'_> {
    pub fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Shared(text) => text,
        }
    }
}

#[derive(Debug, Clone)]
pub(super) enum List<'v> {
    Json(&'v [Json]),
    Shared(Rc<[Value<'v>]>),
}

impl<'v> List<'v> {
    pub fn len(&self) -> usize {
        match self {
            Self::Json(items) => items.len(),
            Self::Shared(items) => items.len(),
        }
    }

    pub fn get(&self, index: usize) -> Option<Value<'v>> {
        match self {
            Self::Json(items) => items.get(index).map(Value::of),
            Self::Shared(items) => items.get(index).cloned(),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Value<'v>> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

#[derive(Debug, Clone)]
pub(super) enum Map<'v> {
    Json(&'v JsonMap<String, Json>),
    /// Sorted by key, so that loops go in one order wherever they run.
    Shared(Rc<[(Value<'v>, Value<'v>)]>),
}

impl<'v> Map<'v> {
    pub fn len(&self) -> usize {
        match self {
            Self::Json(entries) => entries.len(),
            Self::Shared(entries) => entries.len(),
        }
    }

    pub fn named(&self, key: &str) -> Option<Value<'v>> {
        match self {
            Self::Json(entries) => entries.get(key).map(Value::of),
            Self::Shared(entries) => {
                let is_key =
                    |(k, _): &&(Value, Value)| matches!(k, Value::Text(text) if text.as_str() == key);
                entries.iter().find(is_key).map(|(_, value)| value.clone())
            }
        }
    }

    pub fn get(&self, key: &Value<'v>) -> Option<Value<'v>> {
        match (self, key) {
            (_, Value::Text(text)) => self.named(text.as_str()),
            (Self::Json(_), _) => None,
            (Self::Shared(entries), key) => {
                let found = entries.iter().find(|(k, _)| k.compare(key) == Some(Ordering::Equal));
                found.map(|(_, value)| value.clone())
            }
        }
    }

    /// The keys as text, for suggestions; those that are none are left out.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Json(entries) => entries.keys().map(String::as_str).collect(),
            Self::Shared(entries) => entries
                .iter()
                .filter_map(|(key, _)| if let Value::Text(text) = key { Some(text.as_str()) } else { None })
                .collect(),
        }
    }

    /// The entries in the order of their keys, whatever order the JSON has them in.
    pub fn entries(&self) -> Vec<(Value<'v>, Value<'v>)> {
        match self {
            Self::Json(entries) => {
                let mut entries: Vec<(&String, &Json)> = entries.iter().collect();
                entries.sort_unstable_by_key(|(key, _)| *key);
                entries.into_iter().map(|(key, value)| (Value::borrowed(key), Value::of(value))).collect()
            }
            Self::Shared(entries) => entries.to_vec(),
        }
    }
}

impl<'v> Value<'v> {
    /// A JSON value, as it lies.
    pub fn of(json: &'v Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(value), _) => Self::Int(value),
                (None, Some(value)) => Self::Uint(value),
                (None, None) => Self::Double(number.as_f64().unwrap_or(f64::NAN)),
            },
            Json::String(text) => Self::borrowed(text),
            Json::Array(items) => Self::List(List::Json(items)),
            Json::Object(entries) => Self::Map(Map::Json(entries)),
        }
    }

    pub fn borrowed(text: &'v str) -> Self {
        Self::Text(Text::Borrowed(text))
    }

    pub fn shared(text: impl Into<Rc<str>>) -> Self {
        Self::Text(Text::Shared(text.into()))
    }

    pub fn list(items: Vec<Self>) -> Self {
        Self::List(List::Shared(items.into()))
    }

    /// The name of its type in CEL.
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null_type",
            Self::Bool(_) => "bool",
            Self::Int(_) => "int",
            Self::Uint(_) => "uint",
            Self::Double(_) => "double",
            Self::Text(_) => "string",
            Self::Bytes(_) => "bytes",
            Self::List(_) => "list",
            Self::Map(_) => "map",
            Self::Instant(_) => "google.protobuf.Timestamp",
            Self::Span(_) => "google.protobuf.Duration",
            Self::Type(_) => "type",
        }
    }

    /// What it is, in words for a message.
    pub const fn described(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a truth value",
            Self::Int(_) => "an int",
            Self::Uint(_) => "a uint",
            Self::Double(_) => "a double",
            Self::Text(_) => "a string",
            Self::Bytes(_) => "bytes",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
            Self::Instant(_) => "a timestamp",
            Self::Span(_) => "a duration",
            Self::Type(_) => "a type",
        }
    }

    /// Whether a map may have it as a key.
    pub const fn can_be_key(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Int(_) | Self::Uint(_) | Self::Bool(_))
    }

    /// The order of two values that have one: numbers of all kinds with each other, everything else with its own kind.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => Some(a.cmp(b)),
            (Self::Text(a), Self::Text(b)) => Some(a.as_str().cmp(b.as_str())),
            (Self::Bytes(a), Self::Bytes(b)) => Some(a.cmp(b)),
            (Self::Instant(a), Self::Instant(b)) => Some(a.cmp(b)),
            (Self::Span(a), Self::Span(b)) => Some(a.cmp(b)),
            (Self::Double(a), Self::Double(b)) => a.partial_cmp(b),
            (Self::Double(a), b) => b.whole().and_then(|b| compare_double(*a, b)),
            (a, Self::Double(b)) => a.whole().and_then(|a| compare_double(*b, a)).map(Ordering::reverse),
            (a, b) => Some(a.whole()?.cmp(&b.whole()?)),
        }
    }

    /// A whole number of either kind.
    fn whole(&self) -> Option<i128> {
        match self {
            Self::Int(value) => Some(i128::from(*value)),
            Self::Uint(value) => Some(i128::from(*value)),
            _ => None,
        }
    }

    /// Whether two values are equal; those of different types are not, numbers apart.
    pub fn equals(&self, other: &Self, meter: &mut Meter) -> Result<bool, Fault> {
        self.equals_within(other, meter, DEEPEST)
    }

    fn equals_within(&self, other: &Self, meter: &mut Meter, depth: u32) -> Result<bool, Fault> {
        meter.charge(1)?;
        let Some(deeper) = depth.checked_sub(1) else {
            return Err(Fault::new("the values are too deep to compare"));
        };
        match (self, other) {
            (Self::Null, Self::Null) => Ok(true),
            (Self::Type(a), Self::Type(b)) => Ok(a == b),
            (Self::List(a), Self::List(b)) => {
                if a.len() != b.len() {
                    return Ok(false);
                }
                for (a, b) in a.iter().zip(b.iter()) {
                    if !a.equals_within(&b, meter, deeper)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            (Self::Map(a), Self::Map(b)) => {
                if a.len() != b.len() {
                    return Ok(false);
                }
                meter.charge_size(a.len() * 16)?;
                for (key, value) in a.entries() {
                    let Some(other) = b.get(&key) else { return Ok(false) };
                    if !value.equals_within(&other, meter, deeper)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            (a, b) => {
                meter.charge_size(a.size().min(b.size()))?;
                Ok(a.compare(b) == Some(Ordering::Equal))
            }
        }
    }

    /// Its own length in bytes, of texts and bytes; no more than a word of everything else.
    pub fn size(&self) -> usize {
        match self {
            Self::Text(text) => text.as_str().len(),
            Self::Bytes(bytes) => bytes.len(),
            _ => 0,
        }
    }

    /// As JSON: instants in RFC 3339, durations in seconds (`5400s`), bytes in base64.
    pub fn into_json(self, meter: &mut Meter) -> Result<Json, Fault> {
        self.json_within(meter, DEEPEST)
    }

    fn json_within(self, meter: &mut Meter, depth: u32) -> Result<Json, Fault> {
        meter.charge(1)?;
        meter.charge_size(self.size())?;
        let Some(deeper) = depth.checked_sub(1) else { return Err(Fault::new("the value is too deep")) };
        Ok(match self {
            Self::Null => Json::Null,
            Self::Bool(value) => value.into(),
            Self::Int(value) => value.into(),
            Self::Uint(value) => value.into(),
            Self::Double(value) => serde_json::Number::from_f64(value)
                .map(Json::Number)
                .ok_or_else(|| Fault::new("the value is no finite number"))?,
            Self::Text(text) => text.as_str().into(),
            Self::Bytes(bytes) => base64(&bytes).into(),
            Self::List(list) => {
                let items = list.iter().map(|item| item.json_within(meter, deeper));
                Json::Array(items.collect::<Result<_, _>>()?)
            }
            Self::Map(map) => {
                let entry = |(key, value): (Self, Self)| {
                    let key = match key {
                        Self::Text(text) => text.as_str().to_owned(),
                        key => key.json_within(meter, 1)?.to_string(),
                    };
                    Ok((key, value.json_within(meter, deeper)?))
                };
                Json::Object(map.entries().into_iter().map(entry).collect::<Result<_, Fault>>()?)
            }
            Self::Instant(instant) => instant.to_string().into(),
            Self::Span(span) => super::time::seconds(span).into(),
            Self::Type(name) => name.into(),
        })
    }
}

/// A double against a whole number, exactly: not by way of a double that the number is rounded to.
fn compare_double(double: f64, whole: i128) -> Option<Ordering> {
    /// Beyond every `int` and `uint`.
    const BEYOND: f64 = 36_893_488_147_419_103_232.0;
    if double.is_nan() {
        return None;
    }
    if double.abs() >= BEYOND {
        return Some(if double > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    let floor = double.floor();
    let order = (floor as i128).cmp(&whole);
    Some(if order == Ordering::Equal && floor < double { Ordering::Greater } else { order })
}

/// Bytes in base64, padded.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let joined = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS.get((joined >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'=');
            text.push(char::from(if place > chunk.len() { b'=' } else { digit }));
        }
    }
    text
}
