//! Running a compiled expression.

use super::fault::{Fault, Meter};
use super::node::{Kind, Literal, Loop, LoopKind, Node};
use super::operate;
use super::value::Value;

/// One evaluation: the values of the variables, the elements of the loops it is in, what it may still take.
pub(super) struct Evaluation<'v> {
    variables: Vec<Value<'v>>,
    elements: Vec<Value<'v>>,
    meter: Meter,
}

impl<'v> Evaluation<'v> {
    pub fn new(variables: Vec<Value<'v>>, budget: u64) -> Self {
        Self { variables, elements: Vec::new(), meter: Meter::new(budget) }
    }

    pub fn meter(&mut self) -> &mut Meter {
        &mut self.meter
    }

    /// The value of a part; a fault says where it arose.
    pub fn value(&mut self, node: &'v Node) -> Result<Value<'v>, Fault> {
        self.meter.charge(1).and_then(|()| self.value_of(node)).map_err(|fault| fault.at(node.at))
    }

    fn value_of(&mut self, node: &'v Node) -> Result<Value<'v>, Fault> {
        match &node.kind {
            Kind::Literal(literal) => Ok(self.literal(literal)?),
            Kind::Variable(index) => Ok(self.variables.get(*index).cloned().unwrap_or(Value::Null)),
            Kind::Element(depth) => Ok(self.elements.get(*depth).cloned().unwrap_or(Value::Null)),
            Kind::Select(operand, name) => {
                let operand = self.value(operand)?;
                operate::select(&operand, name, &mut self.meter)
            }
            Kind::Has(operand, name) => match self.value(operand)? {
                Value::Map(map) => Ok(Value::Bool(map.named(name).is_some())),
                operand => Err(Fault::new(format!("{} has no fields", operand.described()))),
            },
            Kind::Index(parts) => {
                let [operand, key] = &**parts;
                let (operand, key) = (self.value(operand)?, self.value(key)?);
                operate::index(&operand, &key, &mut self.meter)
            }
            Kind::Not(operand) => Ok(Value::Bool(!self.truth(operand)?)),
            Kind::Negate(operand) => operate::negate(&self.value(operand)?),
            Kind::And(parts) => self.decide(parts, false),
            Kind::Or(parts) => self.decide(parts, true),
            Kind::Choose(parts) => {
                let [condition, met, unmet] = &**parts;
                if self.truth(condition)? { self.value(met) } else { self.value(unmet) }
            }
            Kind::Binary(operator, parts) => {
                let [left, right] = &**parts;
                let (left, right) = (self.value(left)?, self.value(right)?);
                operate::binary(*operator, &left, &right, &mut self.meter)
            }
            Kind::List(items) => {
                let items = items.iter().map(|item| self.value(item)).collect::<Result<_, _>>()?;
                Ok(Value::list(items))
            }
            Kind::Map(entries) => self.map(entries),
            Kind::Loop(each) => self.each(each),
            Kind::Matches(text, pattern) => match self.value(text)? {
                text @ Value::Text(_) => {
                    // The engine goes over the text once for every state of the pattern.
                    let states = 1 + pattern.as_str().len() / 4;
                    self.meter.charge_size(text.size().saturating_mul(states))?;
                    let Value::Text(text) = &text else { return Ok(Value::Null) };
                    Ok(Value::Bool(pattern.is_match(text.as_str())))
                }
                other => Err(Fault::new(format!("matches cannot take {}", other.described()))),
            },
            Kind::Call(function, arguments) => {
                let arguments: Vec<Value<'v>> =
                    arguments.iter().map(|argument| self.value(argument)).collect::<Result<_, _>>()?;
                function.call(&arguments, &mut self.meter)
            }
        }
    }

    fn literal(&mut self, literal: &'v Literal) -> Result<Value<'v>, Fault> {
        Ok(match literal {
            Literal::Null => Value::Null,
            Literal::Bool(value) => Value::Bool(*value),
            Literal::Int(value) => Value::Int(*value),
            Literal::Uint(value) => Value::Uint(*value),
            Literal::Double(value) => Value::Double(*value),
            Literal::Text(text) => Value::borrowed(text),
            Literal::Bytes(bytes) => {
                self.meter.charge_size(bytes.len())?;
                Value::Bytes((&**bytes).into())
            }
            Literal::Type(name) => Value::Type(name),
        })
    }

    /// The truth of a part that must have one.
    pub fn truth(&mut self, node: &'v Node) -> Result<bool, Fault> {
        match self.value(node)? {
            Value::Bool(truth) => Ok(truth),
            other => {
                let problem = format!("expected a truth value, found {}", other.described());
                Err(Fault::new(problem).at(node.at))
            }
        }
    }

    /// `&&` and `||`: the first part that decides, wherever it stands; else the first fault.
    fn decide(&mut self, parts: &'v [Node], deciding: bool) -> Result<Value<'v>, Fault> {
        let mut first = None;
        for part in parts {
            match self.truth(part) {
                Ok(truth) if truth == deciding => return Ok(Value::Bool(deciding)),
                Ok(_) => {}
                Err(fault) if fault.is_final() => return Err(fault),
                Err(fault) => first = first.or(Some(fault)),
            }
        }
        first.map_or(Ok(Value::Bool(!deciding)), Err)
    }

    fn map(&mut self, entries: &'v [[Node; 2]]) -> Result<Value<'v>, Fault> {
        let mut made: Vec<(Value<'v>, Value<'v>)> = Vec::with_capacity(entries.len());
        for [key, value] in entries {
            let at = key.at;
            let key = self.value(key)?;
            if !key.can_be_key() {
                return Err(Fault::new(format!("{} can be no key", key.described())).at(at));
            }
            self.meter.charge(made.len() as u64)?;
            if made.iter().any(|(known, _)| known.compare(&key) == Some(std::cmp::Ordering::Equal)) {
                return Err(Fault::new("the key stands twice").at(at));
            }
            made.push((key, self.value(value)?));
        }
        let rank = |value: &Value<'_>| match value {
            Value::Bool(_) => 0,
            Value::Int(_) | Value::Uint(_) => 1,
            _ => 2,
        };
        made.sort_by(|(a, _), (b, _)| {
            rank(a).cmp(&rank(b)).then_with(|| a.compare(b).unwrap_or(std::cmp::Ordering::Equal))
        });
        Ok(Value::Map(super::value::Map::Shared(made.into())))
    }

    fn each(&mut self, each: &'v Loop) -> Result<Value<'v>, Fault> {
        let items = match self.value(&each.range)? {
            Value::List(list) => list,
            Value::Map(map) => {
                self.meter.charge(map.len() as u64)?;
                let keys: Vec<Value<'v>> = map.entries().into_iter().map(|(key, _)| key).collect();
                super::value::List::Shared(keys.into())
            }
            other => {
                return Err(Fault::new(format!("cannot go through {}", other.described())).at(each.range.at));
            }
        };
        let (mut first, mut count, mut made) = (None, 0_u32, Vec::new());
        for index in 0..items.len() {
            self.meter.charge(1)?;
            let Some(item) = items.get(index) else { break };
            let kept = (each.kind == LoopKind::Filter).then(|| item.clone());
            self.elements.push(item);
            let met = each.condition.as_ref().map_or(Ok(true), |condition| self.truth(condition));
            let value = match (&met, &each.body) {
                (Ok(true), Some(body)) => self.value(body).map(Some),
                _ => Ok(None),
            };
            self.elements.pop();
            match (each.kind, met) {
                (LoopKind::All, Ok(false)) => return Ok(Value::Bool(false)),
                (LoopKind::Exists, Ok(true)) => return Ok(Value::Bool(true)),
                (LoopKind::All | LoopKind::Exists, Err(fault)) if !fault.is_final() => {
                    first = first.or(Some(fault));
                }
                (_, Err(fault)) => return Err(fault),
                (LoopKind::ExistsOne, Ok(true)) => count += 1,
                (LoopKind::Filter, Ok(true)) => made.extend(kept),
                (LoopKind::Map, Ok(true)) => made.extend(value?),
                (_, Ok(_)) => {}
            }
        }
        if let Some(fault) = first {
            return Err(fault);
        }
        Ok(match each.kind {
            LoopKind::All => Value::Bool(true),
            LoopKind::Exists => Value::Bool(false),
            LoopKind::ExistsOne => Value::Bool(count == 1),
            LoopKind::Filter | LoopKind::Map => Value::list(made),
        })
    }
}
