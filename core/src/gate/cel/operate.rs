//! What the operators do to values.

use super::fault::{Fault, Meter};
use super::node::Operator;
use super::value::{List, Value};
use std::cmp::Ordering;

/// The value of `left operator right`.
pub(super) fn binary<'v>(
    operator: Operator,
    left: &Value<'v>,
    right: &Value<'v>,
    meter: &mut Meter,
) -> Result<Value<'v>, Fault> {
    let compared = |meter: &mut Meter, test: fn(Ordering) -> bool| {
        meter.charge_size(left.size().min(right.size()))?;
        if !comparable(left, right) {
            return Err(mismatch(operator, left, right));
        }
        // Not a number: neither below nor above.
        Ok(Value::Bool(left.compare(right).is_some_and(test)))
    };
    match operator {
        Operator::Equal => left.equals(right, meter).map(Value::Bool),
        Operator::NotEqual => left.equals(right, meter).map(|equal| Value::Bool(!equal)),
        Operator::Less => compared(meter, Ordering::is_lt),
        Operator::LessEqual => compared(meter, Ordering::is_le),
        Operator::Greater => compared(meter, Ordering::is_gt),
        Operator::GreaterEqual => compared(meter, Ordering::is_ge),
        Operator::In => contains(left, right, meter),
        Operator::Add => add(left, right, meter),
        Operator::Subtract => subtract(left, right),
        Operator::Multiply | Operator::Divide | Operator::Remainder => scale(operator, left, right),
    }
}

fn comparable(left: &Value<'_>, right: &Value<'_>) -> bool {
    let number = |value: &Value<'_>| matches!(value, Value::Int(_) | Value::Uint(_) | Value::Double(_));
    let ordered = |value: &Value<'_>| {
        matches!(
            value,
            Value::Bool(_) | Value::Text(_) | Value::Bytes(_) | Value::Instant(_) | Value::Span(_)
        )
    };
    number(left) && number(right) || ordered(left) && left.type_name() == right.type_name()
}

fn contains<'v>(needle: &Value<'v>, hay: &Value<'v>, meter: &mut Meter) -> Result<Value<'v>, Fault> {
    match hay {
        Value::List(list) => {
            for item in list.iter() {
                if item.equals(needle, meter)? {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }
        // A double is comparable with keys, and none of them.
        Value::Map(map) if needle.can_be_key() || matches!(needle, Value::Double(_)) => {
            meter.charge(map.len() as u64 / 16)?;
            Ok(Value::Bool(needle.can_be_key() && map.get(needle).is_some()))
        }
        hay => Err(mismatch(Operator::In, needle, hay)),
    }
}

fn add<'v>(left: &Value<'v>, right: &Value<'v>, meter: &mut Meter) -> Result<Value<'v>, Fault> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => whole(a.checked_add(*b)),
        (Value::Uint(a), Value::Uint(b)) => natural(a.checked_add(*b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a + b)),
        (Value::Text(a), Value::Text(b)) => {
            meter.charge_size(left.size() + right.size())?;
            Ok(Value::shared([a.as_str(), b.as_str()].concat()))
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            meter.charge_size(left.size() + right.size())?;
            Ok(Value::Bytes([&**a, &**b].concat().into()))
        }
        (Value::List(a), Value::List(b)) => {
            meter.charge((a.len() + b.len()) as u64)?;
            Ok(Value::List(List::Shared(a.iter().chain(b.iter()).collect())))
        }
        (Value::Instant(at), Value::Span(span)) | (Value::Span(span), Value::Instant(at)) => {
            at.checked_add(*span).map(Value::Instant).map_err(|_| overflow())
        }
        (Value::Span(a), Value::Span(b)) => a.checked_add(*b).map(Value::Span).ok_or_else(overflow),
        _ => Err(mismatch(Operator::Add, left, right)),
    }
}

fn subtract<'v>(left: &Value<'v>, right: &Value<'v>) -> Result<Value<'v>, Fault> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => whole(a.checked_sub(*b)),
        (Value::Uint(a), Value::Uint(b)) => natural(a.checked_sub(*b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a - b)),
        (Value::Instant(a), Value::Instant(b)) => Ok(Value::Span(a.duration_since(*b))),
        (Value::Instant(at), Value::Span(span)) => {
            at.checked_sub(*span).map(Value::Instant).map_err(|_| overflow())
        }
        (Value::Span(a), Value::Span(b)) => a.checked_sub(*b).map(Value::Span).ok_or_else(overflow),
        _ => Err(mismatch(Operator::Subtract, left, right)),
    }
}

fn scale<'v>(operator: Operator, left: &Value<'v>, right: &Value<'v>) -> Result<Value<'v>, Fault> {
    match (operator, left, right) {
        (Operator::Divide | Operator::Remainder, Value::Int(_), Value::Int(0))
        | (Operator::Divide | Operator::Remainder, Value::Uint(_), Value::Uint(0)) => {
            Err(Fault::new("division by zero"))
        }
        (Operator::Multiply, Value::Int(a), Value::Int(b)) => whole(a.checked_mul(*b)),
        (Operator::Divide, Value::Int(a), Value::Int(b)) => whole(a.checked_div(*b)),
        (Operator::Remainder, Value::Int(a), Value::Int(b)) => whole(a.checked_rem(*b)),
        (Operator::Multiply, Value::Uint(a), Value::Uint(b)) => natural(a.checked_mul(*b)),
        (Operator::Divide, Value::Uint(a), Value::Uint(b)) => natural(a.checked_div(*b)),
        (Operator::Remainder, Value::Uint(a), Value::Uint(b)) => natural(a.checked_rem(*b)),
        (Operator::Multiply, Value::Double(a), Value::Double(b)) => Ok(Value::Double(a * b)),
        (Operator::Divide, Value::Double(a), Value::Double(b)) => Ok(Value::Double(a / b)),
        _ => Err(mismatch(operator, left, right)),
    }
}

/// The value of `-operand`.
pub(super) fn negate<'v>(operand: &Value<'v>) -> Result<Value<'v>, Fault> {
    match operand {
        Value::Int(value) => whole(value.checked_neg()),
        Value::Double(value) => Ok(Value::Double(-value)),
        operand => Err(Fault::new(format!("- cannot take {}", operand.described()))),
    }
}

/// The value of `operand[key]`.
pub(super) fn index<'v>(operand: &Value<'v>, key: &Value<'v>, meter: &mut Meter) -> Result<Value<'v>, Fault> {
    match operand {
        Value::List(list) => {
            let at = match key {
                Value::Int(at) => usize::try_from(*at).ok(),
                Value::Uint(at) => usize::try_from(*at).ok(),
                Value::Double(at) if at.fract() == 0.0 && (0.0..9e15).contains(at) => Some(*at as usize),
                Value::Double(_) => None,
                key => return Err(Fault::new(format!("a list has no element at {}", key.described()))),
            };
            at.and_then(|at| list.get(at)).ok_or_else(|| {
                let at = match key {
                    Value::Int(at) => at.to_string(),
                    Value::Uint(at) => at.to_string(),
                    Value::Double(at) => at.to_string(),
                    _ => String::new(),
                };
                Fault::new(format!("there is no element {at}: the list has {}", list.len()))
            })
        }
        Value::Map(map) => {
            meter.charge(map.len() as u64 / 16)?;
            map.get(key).ok_or_else(|| match key {
                Value::Text(name) => missing(map.names(), name.as_str()),
                key => Fault::new(format!("the map has no such key ({})", key.described())),
            })
        }
        operand => Err(Fault::new(format!("{} has no elements to choose from", operand.described()))),
    }
}

/// The value of `operand.name`.
pub(super) fn select<'v>(operand: &Value<'v>, name: &str, meter: &mut Meter) -> Result<Value<'v>, Fault> {
    match operand {
        Value::Map(map) => {
            meter.charge(map.len() as u64 / 16)?;
            map.named(name).ok_or_else(|| missing(map.names(), name))
        }
        operand => Err(Fault::new(format!(
            "{} has no fields, so no {}",
            operand.described(),
            super::time::quoted(name)
        ))),
    }
}

/// The fault of asking for a key that is not there.
fn missing(names: Vec<&str>, name: &str) -> Fault {
    /// Of larger maps the nearest key is not looked for: it would take longer than the expression may.
    const MOST: usize = 100;
    let nearest = if names.len() <= MOST { crate::document::nearest(name, &names) } else { None };
    let meant = nearest.map_or_else(String::new, |name| format!("; did you mean {name:?}?"));
    Fault::new(format!("there is no key {}{meant}", super::time::quoted(name)))
}

fn whole<'v>(value: Option<i64>) -> Result<Value<'v>, Fault> {
    value.map(Value::Int).ok_or_else(overflow)
}

fn natural<'v>(value: Option<u64>) -> Result<Value<'v>, Fault> {
    value.map(Value::Uint).ok_or_else(overflow)
}

fn overflow() -> Fault {
    Fault::new("the result is out of range")
}

fn mismatch(operator: Operator, left: &Value<'_>, right: &Value<'_>) -> Fault {
    let hint = match (left, right) {
        (
            Value::Int(_) | Value::Uint(_) | Value::Double(_),
            Value::Int(_) | Value::Uint(_) | Value::Double(_),
        ) => "; convert one with int(), uint() or double()",
        _ => "",
    };
    Fault::new(format!(
        "{} cannot take {} and {}{hint}",
        operator.sign(),
        left.described(),
        right.described()
    ))
}
