//! The way is open: no freeze, and where there are windows for it, one of them.

use super::Judge;
use crate::Result;
use crate::calendar::{Decision, Governing, Window, Windows};
use crate::document::{Fields, Key, Node, Position, Read, Value, nearest};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use crate::gate::set::Reference;
use schemars::JsonSchema;
use serde::Serialize;

/// Work may go out at the instant asked about: all calendars named, and the windows given here, are open.
///
/// A calendar is one of the gate file's or else a fact (read from iCalendar, say); one that is not known leaves this pending. Work
/// that a person sets off (`manual`) passes where every window that blocks it has `manual_override`.
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::gate::GateFile;
///
/// let file: GateFile = document::parse("
/// calendars:
///   - name: production
///     zone: Europe/London
///     windows: [{name: christmas, kind: deny, start: 2026-12-18, end: 2027-01-04}]
/// gates:
///   - name: freeze
///     environments: [production]
///     criteria:
///       - {name: no freeze, kind: freeze, calendars: [production]}
/// ", Format::Yaml)?;
/// assert_eq!(file.calendars[0].windows[0].name, "christmas");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FreezeCriterion {
    /// The calendars, by name, which must all be open.
    #[schemars(default)]
    pub calendars: Vec<String>,
    /// Windows besides.
    #[schemars(default)]
    pub windows: Vec<Window>,
    /// Whether what goes out is set off by a person.
    #[schemars(default)]
    pub manual: bool,
    /// The windows, ready to be asked; none where there are none.
    #[serde(skip)]
    #[schemars(skip)]
    ready: Option<Windows>,
}

impl Read for FreezeCriterion {
    fn read(node: &Node) -> Result<Self> {
        Self::read_beside(node, &[])
    }

    fn read_beside(node: &Node, others: &[&'static str]) -> Result<Self> {
        let fields = Fields::beside(node, others, None, &["calendars", "windows", "manual"])?;
        let windows: Vec<Window> = fields.optional("windows")?.unwrap_or_default();
        let read = Self {
            calendars: fields.optional("calendars")?.unwrap_or_default(),
            manual: fields.optional("manual")?.unwrap_or_default(),
            ..Self::new()
        };
        let placed = |error: crate::Error| error.in_value_at(node.at.line, node.at.column);
        read.with_windows(windows).map_err(placed)
    }
}

impl Default for FreezeCriterion {
    fn default() -> Self {
        Self::new()
    }
}

impl FreezeCriterion {
    /// Of no calendar and no window yet.
    pub fn new() -> Self {
        Self { calendars: Vec::new(), windows: Vec::new(), manual: false, ready: None }
    }

    /// Of this calendar too.
    #[must_use]
    pub fn with_calendar(mut self, name: impl Into<String>) -> Self {
        self.calendars.push(name.into());
        self
    }

    /// Of these windows besides.
    ///
    /// # Errors
    /// What is wrong with a window.
    pub fn with_windows(mut self, windows: Vec<Window>) -> Result<Self> {
        self.ready = match windows.is_empty() {
            true => None,
            false => Some(Windows::new(&windows).map_err(|error| error.under_key("windows"))?),
        };
        self.windows = windows;
        Ok(self)
    }

    /// Of work that a person sets off, or not.
    #[must_use]
    pub fn with_manual(mut self, manual: bool) -> Self {
        self.manual = manual;
        self
    }

    /// Whether a person sets it off: always, or this time.
    fn is_manual(&self, case: &Case<'_>) -> bool {
        self.manual || case.target.manual
    }

    fn is_open(&self, windows: &Windows, case: &Case<'_>) -> bool {
        if self.is_manual(case) { windows.is_open_to_manual(case.at) } else { windows.is_open(case.at) }
    }
}

/// The windows that are asked, and the facts that some of them are from.
#[derive(Default)]
struct Found<'c> {
    windows: Vec<&'c Windows>,
    facts: Vec<&'c str>,
}

impl Judge for FreezeCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        Vec::new()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let mut found = Found::default();
        for name in &self.calendars {
            match (case.gates.calendar(name), case.facts.calendar(name, case.at)) {
                (Some(windows), _) => found.windows.push(windows),
                (None, Some(held)) => match &held.windows {
                    Ok(windows) => {
                        found.windows.push(windows);
                        found.facts.push(&held.fact.id);
                    }
                    Err(error) => {
                        return case.judged(Outcome::Pending, || {
                            Detail::new(format!("the calendar {name} cannot be used: {error}"))
                                .on_fact(held.fact.id.clone())
                                .action(format!("Mend the calendar {name}."))
                        });
                    }
                },
                (None, None) => return case.judged(Outcome::Pending, || unknown(name, case)),
            }
        }
        found.windows.extend(&self.ready);
        let open = found.windows.iter().all(|windows| self.is_open(windows, case));
        let outcome = if open { Outcome::Pass } else { Outcome::Fail };
        case.judged(outcome, || {
            let decision = Windows::decide_together(&found.windows, case.at, self.is_manual(case));
            let detail = detail(&decision);
            found.facts.iter().fold(detail, |detail, id| detail.on_fact(*id))
        })
    }

    fn expected(&self) -> String {
        let by = match self.calendars.as_slice() {
            [] => String::new(),
            names => format!(" by {}", names.join(", ")),
        };
        format!("the way open to {} work{by}", if self.manual { "manual" } else { "automatic" })
    }

    fn refers(&self) -> Vec<Reference<'_>> {
        self.calendars.iter().map(|name| Reference::Calendar(name)).collect()
    }

    /// Somebody waits, or says that it may go out all the same.
    fn cost(&self) -> f64 {
        1.0
    }
}

fn unknown(name: &str, case: &Case<'_>) -> Detail {
    let known: Vec<&str> = case.gates.calendars().chain(case.facts.calendars()).collect();
    let hint = nearest(name, &known).map(|near| format!("; did you mean {near:?}?"));
    Detail::new(format!("no calendar {name:?} is known{}", hint.unwrap_or_default()))
        .action(format!("Add the calendar {name} to the gate file, or provide it as a fact."))
}

fn detail(decision: &Decision) -> Detail {
    let detail = Detail::new(decision.to_string()).observed_value(observed(decision));
    if decision.open {
        return detail;
    }
    let wait = match decision.next_open {
        Some(at) => format!("Wait until {at}."),
        None => "Change the windows: they do not open in the time looked ahead.".to_owned(),
    };
    let overridable = !decision.manual && decision.blocked_by.iter().all(|window| window.manual_override);
    let by_hand = (overridable && !decision.blocked_by.is_empty())
        .then(|| Remedy::step("Have a person set it off: every window that blocks it lets that through."));
    let steps: Vec<Remedy> = [Some(Remedy::step(wait.clone())), by_hand].into_iter().flatten().collect();
    detail.action(wait).remedy(Remedy::AtLeast(1, steps))
}

/// What the decision comes to, as data: whether it is open, the windows that say so, and when that changes.
fn observed(decision: &Decision) -> Value {
    let text = |text: &str| Node::new(Value::Text(text.to_owned()));
    let names = |windows: &[Governing]| {
        Node::new(Value::List(windows.iter().map(|governing| text(&governing.window)).collect()))
    };
    let mut entries = vec![("blocked_by", names(&decision.blocked_by)), ("by", names(&decision.by))];
    entries.extend(decision.next_close.map(|at| ("next_close", text(&at.to_string()))));
    entries.extend(decision.next_open.map(|at| ("next_open", text(&at.to_string()))));
    entries.push(("open", Node::new(Value::Bool(decision.open))));
    entries.push(("overridden", Node::new(Value::Bool(decision.overridden))));
    let key = |key: &str| Key { text: key.to_owned(), at: Position::default() };
    Value::Map(entries.into_iter().map(|(name, node)| (key(name), node)).collect())
}
