//! The functions that expressions may call.

use super::fault::{Fault, Meter};
use super::time::{self, Field, quoted};
use super::value::Value;

/// A function. `matches` is none: its pattern is compiled with the expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Size,
    Contains,
    StartsWith,
    EndsWith,
    Type,
    Dyn,
    Int,
    Uint,
    Double,
    String,
    Bool,
    Bytes,
    Timestamp,
    Duration,
    Get(Field),
    IsNan,
    IsInf,
    IsNil,
    AsInt,
    AsFloat,
    Default,
}

/// Which functions there are besides those of CEL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Library {
    /// None.
    Standard,
    /// Those that Argo Rollouts gives the conditions of its measurements, and its words `nil` and `len`.
    Measurement,
}

/// How a function is called, and by how many arguments; the value before the dot is one of them.
struct Row {
    name: &'static str,
    function: Function,
    alone: bool,
    member: bool,
    least: usize,
    most: usize,
}

const fn row(
    name: &'static str,
    function: Function,
    alone: bool,
    member: bool,
    least: usize,
    most: usize,
) -> Row {
    Row { name, function, alone, member, least, most }
}

const STANDARD: &[Row] = &[
    row("size", Function::Size, true, true, 1, 1),
    row("contains", Function::Contains, false, true, 2, 2),
    row("startsWith", Function::StartsWith, false, true, 2, 2),
    row("endsWith", Function::EndsWith, false, true, 2, 2),
    row("type", Function::Type, true, false, 1, 1),
    row("dyn", Function::Dyn, true, false, 1, 1),
    row("int", Function::Int, true, false, 1, 1),
    row("uint", Function::Uint, true, false, 1, 1),
    row("double", Function::Double, true, false, 1, 1),
    row("string", Function::String, true, false, 1, 1),
    row("bool", Function::Bool, true, false, 1, 1),
    row("bytes", Function::Bytes, true, false, 1, 1),
    row("timestamp", Function::Timestamp, true, false, 1, 1),
    row("duration", Function::Duration, true, false, 1, 1),
    row("getFullYear", Function::Get(Field::FullYear), false, true, 1, 2),
    row("getMonth", Function::Get(Field::Month), false, true, 1, 2),
    row("getDate", Function::Get(Field::Date), false, true, 1, 2),
    row("getDayOfMonth", Function::Get(Field::DayOfMonth), false, true, 1, 2),
    row("getDayOfYear", Function::Get(Field::DayOfYear), false, true, 1, 2),
    row("getDayOfWeek", Function::Get(Field::DayOfWeek), false, true, 1, 2),
    row("getHours", Function::Get(Field::Hours), false, true, 1, 2),
    row("getMinutes", Function::Get(Field::Minutes), false, true, 1, 2),
    row("getSeconds", Function::Get(Field::Seconds), false, true, 1, 2),
    row("getMilliseconds", Function::Get(Field::Milliseconds), false, true, 1, 2),
];

const MEASUREMENT: &[Row] = &[
    row("len", Function::Size, true, false, 1, 1),
    row("isNaN", Function::IsNan, true, false, 1, 1),
    row("isInf", Function::IsInf, true, false, 1, 1),
    row("isNil", Function::IsNil, true, false, 1, 1),
    row("asInt", Function::AsInt, true, false, 1, 1),
    row("asFloat", Function::AsFloat, true, false, 1, 1),
    row("default", Function::Default, true, false, 2, 2),
];

/// The names of what is no function here, but called like one.
const MACROS: &[&str] = &["has", "all", "exists", "exists_one", "map", "filter", "matches"];

/// What came of looking a call up.
pub(super) enum Found {
    Function(Function),
    /// There is one of this name, to be called otherwise; how is said.
    Otherwise(String),
    /// There is none; the nearest name, if one is near.
    None(Option<&'static str>),
}

/// The function that is called by `name` with so many arguments, the value before the dot included.
pub(super) fn find(library: Library, name: &str, member: bool, count: usize) -> Found {
    let extra = if library == Library::Measurement { MEASUREMENT } else { &[] };
    let mut rows = STANDARD.iter().chain(extra);
    let Some(row) = rows.clone().find(|row| row.name == name) else {
        let names: Vec<&'static str> =
            rows.by_ref().map(|row| row.name).chain(MACROS.iter().copied()).collect();
        return Found::None(crate::document::nearest(name, &names));
    };
    let called = if member { row.member } else { row.alone };
    if called && (row.least..=row.most).contains(&count) {
        return Found::Function(row.function);
    }
    let rest = |from: usize, to: usize| (from..to).map(|_| "…").collect::<Vec<_>>().join(", ");
    Found::Otherwise(match row.alone {
        true => format!("{name} is called as {name}({})", rest(0, row.least)),
        false => format!("{name} is called as ….{name}({})", rest(1, row.least)),
    })
}

impl Function {
    /// Its value for these arguments.
    pub fn call<'v>(self, arguments: &[Value<'v>], meter: &mut Meter) -> Result<Value<'v>, Fault> {
        let Some(first) = arguments.first() else { return Err(Fault::new("an argument is missing")) };
        let second = arguments.get(1);
        meter.charge_size(first.size())?;
        match self {
            Self::Size => size(first),
            Self::Contains | Self::StartsWith | Self::EndsWith => match (first, second) {
                (Value::Text(text), Some(Value::Text(part))) => {
                    let (text, part) = (text.as_str(), part.as_str());
                    Ok(Value::Bool(match self {
                        Self::Contains => text.contains(part),
                        Self::StartsWith => text.starts_with(part),
                        _ => text.ends_with(part),
                    }))
                }
                _ => Err(self.unfit(first)),
            },
            Self::Type => Ok(Value::Type(first.type_name())),
            Self::Dyn => Ok(first.clone()),
            Self::Int => int(first),
            Self::Uint => uint(first),
            Self::Double => double(first),
            Self::String => string(first),
            Self::Bool => bool(first),
            Self::Bytes => match first {
                Value::Bytes(_) => Ok(first.clone()),
                Value::Text(text) => Ok(Value::Bytes(text.as_str().as_bytes().into())),
                _ => Err(self.unfit(first)),
            },
            Self::Timestamp => match first {
                Value::Instant(_) => Ok(first.clone()),
                Value::Text(text) => time::instant(text.as_str()).map(Value::Instant),
                Value::Int(seconds) => jiff::Timestamp::from_second(*seconds)
                    .map(Value::Instant)
                    .map_err(|_| Fault::new("the instant is out of range")),
                _ => Err(self.unfit(first)),
            },
            Self::Duration => match first {
                Value::Span(_) => Ok(first.clone()),
                Value::Text(text) => time::span(text.as_str()).map(Value::Span),
                _ => Err(self.unfit(first)),
            },
            Self::Get(field) => match (first, second) {
                (Value::Instant(at), None) => time::of_instant(field, *at, None, meter),
                (Value::Instant(at), Some(Value::Text(zone))) => {
                    time::of_instant(field, *at, Some(zone.as_str()), meter)
                }
                (Value::Span(span), None) => time::of_span(field, *span),
                _ => Err(self.unfit(first)),
            },
            Self::IsNan | Self::IsInf => match first {
                Value::Double(value) if self == Self::IsNan => Ok(Value::Bool(value.is_nan())),
                Value::Double(value) => Ok(Value::Bool(value.is_infinite())),
                Value::Int(_) | Value::Uint(_) => Ok(Value::Bool(false)),
                _ => Err(self.unfit(first)),
            },
            Self::IsNil => Ok(Value::Bool(matches!(first, Value::Null))),
            Self::AsInt => match first {
                Value::Double(value) => Ok(Value::Int(*value as i64)),
                Value::Int(_) | Value::Uint(_) | Value::Text(_) => int(first),
                _ => Err(self.unfit(first)),
            },
            Self::AsFloat => match first {
                Value::Double(_) | Value::Int(_) | Value::Uint(_) | Value::Text(_) => double(first),
                _ => Err(self.unfit(first)),
            },
            Self::Default => match (first, second) {
                (Value::Null, Some(otherwise)) => Ok(otherwise.clone()),
                _ => Ok(first.clone()),
            },
        }
    }

    fn unfit(self, argument: &Value<'_>) -> Fault {
        let name =
            STANDARD.iter().chain(MEASUREMENT).find(|row| row.function == self).map_or("it", |row| row.name);
        Fault::new(format!("{name} cannot take {}", argument.described()))
    }
}

fn size<'v>(value: &Value<'v>) -> Result<Value<'v>, Fault> {
    let size = match value {
        Value::Text(text) => text.as_str().chars().count(),
        Value::Bytes(bytes) => bytes.len(),
        Value::List(list) => list.len(),
        Value::Map(map) => map.len(),
        value => return Err(Function::Size.unfit(value)),
    };
    Ok(Value::Int(i64::try_from(size).unwrap_or(i64::MAX)))
}

fn int<'v>(value: &Value<'v>) -> Result<Value<'v>, Fault> {
    /// 2^63, which no `int` reaches.
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    match value {
        Value::Int(_) => Ok(value.clone()),
        Value::Uint(value) => i64::try_from(*value).map(Value::Int).map_err(|_| out_of_range("an int")),
        Value::Double(value) if value.abs() < BEYOND => Ok(Value::Int(*value as i64)),
        Value::Double(_) => Err(out_of_range("an int")),
        Value::Text(text) => {
            text.as_str().parse().map(Value::Int).map_err(|_| no(text.as_str(), "whole number"))
        }
        Value::Instant(at) => Ok(Value::Int(at.as_second())),
        value => Err(Function::Int.unfit(value)),
    }
}

fn uint<'v>(value: &Value<'v>) -> Result<Value<'v>, Fault> {
    /// 2^64, which no `uint` reaches.
    const BEYOND: f64 = 18_446_744_073_709_551_616.0;
    match value {
        Value::Uint(_) => Ok(value.clone()),
        Value::Int(value) => u64::try_from(*value).map(Value::Uint).map_err(|_| out_of_range("a uint")),
        Value::Double(value) if (0.0..BEYOND).contains(value) => Ok(Value::Uint(*value as u64)),
        Value::Double(_) => Err(out_of_range("a uint")),
        Value::Text(text) => {
            text.as_str().parse().map(Value::Uint).map_err(|_| no(text.as_str(), "whole number"))
        }
        value => Err(Function::Uint.unfit(value)),
    }
}

fn double<'v>(value: &Value<'v>) -> Result<Value<'v>, Fault> {
    match value {
        Value::Double(_) => Ok(value.clone()),
        Value::Int(value) => Ok(Value::Double(*value as f64)),
        Value::Uint(value) => Ok(Value::Double(*value as f64)),
        Value::Text(text) => {
            text.as_str().parse().map(Value::Double).map_err(|_| no(text.as_str(), "number"))
        }
        value => Err(Function::Double.unfit(value)),
    }
}

fn string<'v>(value: &Value<'v>) -> Result<Value<'v>, Fault> {
    Ok(match value {
        Value::Text(_) => value.clone(),
        Value::Bool(value) => Value::borrowed(if *value { "true" } else { "false" }),
        Value::Int(value) => Value::shared(value.to_string()),
        Value::Uint(value) => Value::shared(value.to_string()),
        Value::Double(value) => Value::shared(value.to_string()),
        Value::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::shared(text),
            Err(_) => return Err(Fault::new("the bytes are no UTF-8")),
        },
        Value::Instant(at) => Value::shared(at.to_string()),
        Value::Span(span) => Value::shared(time::seconds(*span)),
        value => return Err(Function::String.unfit(value)),
    })
}

fn bool<'v>(value: &Value<'v>) -> Result<Value<'v>, Fault> {
    match value {
        Value::Bool(_) => Ok(value.clone()),
        Value::Text(text) => match text.as_str() {
            "true" | "True" | "TRUE" | "t" | "1" => Ok(Value::Bool(true)),
            "false" | "False" | "FALSE" | "f" | "0" => Ok(Value::Bool(false)),
            text => Err(no(text, "truth value")),
        },
        value => Err(Function::Bool.unfit(value)),
    }
}

fn no(text: &str, what: &str) -> Fault {
    Fault::new(format!("{} is no {what}", quoted(text)))
}

fn out_of_range(what: &str) -> Fault {
    Fault::new(format!("the number is out of the range of {what}"))
}
