//! The fast path of boards: what can be told from the newest numbers alone is not looked up.
//!
//! Judging a threshold is one comparison; finding what to compare is nearly all of the time, and most criteria of a large board
//! pass. So a board of many components reads the columns of [`Glance`]. A [`Seat`] answers from them where it may, and
//! else asks as [`evaluate`](crate::gate::evaluate()) does: which way an outcome was found cannot be told from it.

use crate::fact::{Glance, GlanceRow};
use crate::gate::ask::{AskedCriterion, AskedGate, Questions, Standing};
use crate::gate::criterion::Judge;
use crate::gate::outcome::Outcome;
use crate::gate::verdict::Finding;
use std::cell::OnceCell;

/// Gates put to the columns of facts.
pub(super) struct Sheet<'q> {
    glance: &'q Glance,
    /// Of each gate, in order.
    gates: Vec<Vec<Option<Cells<'q>>>>,
    has_waivers: bool,
}

/// What a criterion reads.
struct Cells<'q> {
    judge: &'q dyn Judge,
    numbers: &'q [f64],
    environment: Option<u32>,
}

impl<'q> Sheet<'q> {
    /// None where no criterion can do with numbers.
    pub(super) fn of(questions: &'q Questions<'_>) -> Option<Self> {
        let all = || questions.asked.iter().flat_map(|asked| &asked.criteria);
        if !all().any(AskedCriterion::is_glanceable) {
            return None;
        }
        let glance = questions.facts.glance();
        let cells = |asked: &'q AskedCriterion<'_>| {
            let numbers = asked.column(glance)?;
            Some(Cells { judge: asked.judge, numbers, environment: asked.environment() })
        };
        let gates = questions.asked.iter().map(|asked| asked.criteria.iter().map(cells).collect());
        Some(Self { glance, gates: gates.collect(), has_waivers: questions.facts.common().has_waivers() })
    }

    /// The rows of the components of a board whose scope names none.
    pub(super) fn rows(&self) -> Vec<(usize, &'q GlanceRow)> {
        let rows: &'q [GlanceRow] = &self.glance.rows;
        let those = |is: fn(&GlanceRow) -> bool| -> Vec<(usize, &'q GlanceRow)> {
            rows.iter().enumerate().filter(|(_, row)| is(row)).collect()
        };
        let mut found = those(|row| row.has_candidate);
        if found.is_empty() {
            found = those(|row| row.is_listed);
        }
        if found.is_empty() { those(|row| row.is_held) } else { found }
    }
}

/// A component of a board: what is known of it is looked up when it is asked for.
pub(super) struct Seat<'q, 'g> {
    pub questions: &'q Questions<'g>,
    pub component: &'q str,
    standing: OnceCell<Standing<'q>>,
    glanced: Option<Glanced<'q>>,
}

/// A component's row of numbers.
struct Glanced<'q> {
    sheet: &'q Sheet<'q>,
    at: usize,
    row: &'q GlanceRow,
    /// Whether its numbers are those that count, but for the environment.
    counts: bool,
}

impl<'q, 'g> Seat<'q, 'g> {
    /// Of a component that is judged from its records.
    pub(super) fn of(questions: &'q Questions<'g>, component: &'g str) -> Self {
        Self { questions, component, standing: OnceCell::from(questions.standing(component)), glanced: None }
    }

    /// Of a row.
    pub(super) fn at(
        questions: &'q Questions<'g>,
        sheet: &'q Sheet<'q>,
        (at, row): (usize, &'q GlanceRow),
    ) -> Self {
        let glanced = Some(Glanced { sheet, at, row, counts: row.is_in_time(questions.at) });
        Self { questions, component: sheet.glance.name(at), standing: OnceCell::new(), glanced }
    }

    /// What is known of it.
    pub(super) fn standing(&self) -> &Standing<'q> {
        self.standing.get_or_init(|| {
            let questions = self.questions;
            match &self.glanced {
                Some(glanced) => questions.standing_of(self.component, glanced.sheet.glance.held(glanced.at)),
                None => questions.standing(self.component),
            }
        })
    }

    /// The version that would go out.
    pub(super) fn version(&self) -> Option<String> {
        if self.glanced.as_ref().is_some_and(|glanced| !glanced.row.has_candidate) {
            return None;
        }
        self.standing().target.candidate.and_then(|candidate| candidate.version.clone())
    }

    /// The gates that are for it, by number.
    pub(super) fn gates(&self) -> impl Iterator<Item = (usize, &'q AskedGate<'g>)> {
        let is_for = |asked: &AskedGate<'_>| asked.is_for_all() || asked.is_for(&self.standing().target);
        self.questions.asked.iter().enumerate().filter(move |(_, asked)| is_for(asked))
    }

    /// What a criterion comes to, by the number of its gate and its own.
    pub(super) fn outcome(
        &self,
        (gate, number): (usize, usize),
        asked: &AskedGate<'_>,
        criterion: &AskedCriterion<'_>,
    ) -> Outcome {
        self.at_a_glance(gate, number)
            .unwrap_or_else(|| self.questions.ask(asked, criterion, self.standing(), false).judgement.outcome)
    }

    /// What there is beside the gates.
    pub(super) fn besides(&self) -> Vec<Finding> {
        if self.glanced.as_ref().is_some_and(|glanced| glanced.row.is_plain) {
            return Vec::new();
        }
        self.questions.besides(self.standing()).into_iter().flat_map(|(_, findings)| findings).collect()
    }

    fn at_a_glance(&self, gate: usize, number: usize) -> Option<Outcome> {
        let glanced = self.glanced.as_ref().filter(|glanced| glanced.counts)?;
        let cells = glanced.sheet.gates.get(gate)?.get(number)?.as_ref()?;
        if !glanced.row.is_of(cells.environment) {
            return None;
        }
        let number = cells.numbers.get(glanced.at).copied().filter(|number| !number.is_nan())?;
        // A waiver may have a say in what does not hold.
        let stands = |outcome: &Outcome| *outcome <= Outcome::Waived || !glanced.sheet.has_waivers;
        cells.judge.at_a_glance(number).filter(stands)
    }
}
