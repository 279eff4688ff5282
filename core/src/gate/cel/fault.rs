//! Why an expression has no value, and what bounds its running.

use super::error::CelError;
use super::excerpt::Excerpt;
use crate::calendar::Zone;

/// Why a part of an expression has no value.
#[derive(Debug, Clone)]
pub(super) struct Fault(Box<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    /// Where, once the part that failed is known.
    at: Option<u32>,
    reason: Reason,
}

#[derive(Debug, Clone)]
enum Reason {
    Problem(String),
    OverBudget(u64),
}

impl Fault {
    pub fn new(problem: impl Into<String>) -> Self {
        Self(Box::new(Inner { at: None, reason: Reason::Problem(problem.into()) }))
    }

    /// The same, of this place, unless it is known to be of one further in.
    pub fn at(mut self, at: u32) -> Self {
        self.0.at.get_or_insert(at);
        self
    }

    /// Whether nothing may absorb it: the budget is spent.
    pub fn is_final(&self) -> bool {
        matches!(self.0.reason, Reason::OverBudget(_))
    }

    pub fn into_error(self, source: &str) -> CelError {
        let excerpt = Excerpt::at(source, self.0.at.unwrap_or(0) as usize);
        match self.0.reason {
            Reason::Problem(problem) => CelError::NoValue { problem, excerpt },
            Reason::OverBudget(budget) => CelError::OverBudget { budget, excerpt },
        }
    }
}

/// What is left of the steps that an evaluation may take, and the zones that it has looked up for some.
#[derive(Debug)]
pub(super) struct Meter {
    left: u64,
    budget: u64,
    zones: Vec<(String, Option<Zone>)>,
}

impl Meter {
    pub fn new(budget: u64) -> Self {
        Self { left: budget, budget, zones: Vec::new() }
    }

    /// Takes so many steps.
    pub fn charge(&mut self, steps: u64) -> Result<(), Fault> {
        match self.left.checked_sub(steps) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => {
                self.left = 0;
                Err(Fault(Box::new(Inner { at: None, reason: Reason::OverBudget(self.budget) })))
            }
        }
    }

    /// Takes the steps of going once over so many bytes.
    pub fn charge_size(&mut self, bytes: usize) -> Result<(), Fault> {
        self.charge((bytes / 16) as u64)
    }

    /// The zone of this name, where there is one; looked up once.
    pub fn zone(&mut self, name: &str) -> Result<Option<&Zone>, Fault> {
        /// What looking one up takes: all its changes are worked out.
        const STEPS: u64 = 5_000;
        self.charge(self.zones.len() as u64)?;
        let known = self.zones.iter().position(|(known, _)| known == name);
        let index = match known {
            Some(index) => index,
            None => {
                self.charge(STEPS)?;
                self.zones.push((name.to_owned(), Zone::parse(name).ok()));
                self.zones.len() - 1
            }
        };
        Ok(self.zones.get(index).and_then(|(_, zone)| zone.as_ref()))
    }
}
