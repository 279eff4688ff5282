//! Gates made ready, and what they say. Documents cross as one text each way.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use crate::fact::{Facts, Shared};
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::gate::{self as core, Explanation, Scope, Verdict, VerdictChange, WhatIf};
use greenboard::report::{self, ReviewFormat, ReviewOptions};
use greenboard::source;
use jiff::Timestamp;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::collections::{BTreeMap, HashMap};

/// Gates made ready to be asked.
#[napi(js_name = "GateSet")]
pub struct GateSet(pub(crate) core::GateSet);

#[napi]
impl GateSet {
    /// The gates of a gate file's text.
    #[napi(factory)]
    pub fn of(gates: Given) -> Result<Self> {
        gates.with("gates", core::GateSet::parse).map(Self).map_err(raise)
    }

    /// The gates of one of these texts by path, with those that it includes.
    #[napi(factory)]
    pub fn of_files(main: String, files: HashMap<String, String>) -> Result<Self> {
        let files: BTreeMap<String, String> = files.into_iter().collect();
        core::GateSet::of(&main, &files).map(Self).map_err(raise)
    }

    /// The gates of a file or directory on disk.
    #[napi(factory)]
    pub fn load(path: String) -> Result<Self> {
        source::gates(path).map(Self).map_err(raise)
    }

    /// The digest of the gates as they are asked.
    #[napi]
    pub fn digest(&self) -> String {
        self.0.digest().to_owned()
    }

    /// Their names, in order.
    #[napi]
    pub fn names(&self) -> Vec<String> {
        self.0.gates().iter().map(|gate| gate.name.clone()).collect()
    }

    /// The gates as one file, as JSON.
    #[napi]
    pub fn to_json(&self) -> Result<String> {
        self.0.to_json().map_err(raise)
    }
}

/// What is asked about, and when.
#[napi(object)]
pub struct Asked {
    /// The stage.
    pub stage: Option<String>,
    /// The environment.
    pub environment: Option<String>,
    /// The components of a board.
    pub components: Vec<String>,
    /// Whether it is done by hand.
    pub manual: bool,
    /// The instant.
    pub at: String,
}

impl Asked {
    /// The scope and the instant.
    pub(crate) fn read(self) -> greenboard::Result<(Scope, Timestamp)> {
        let mut scope = Scope::new();
        (scope.stage, scope.environment) = (self.stage, self.environment);
        (scope.components, scope.manual) = (self.components, self.manual);
        Ok((scope, instant(self.at)?))
    }
}

/// A question about one component, owned, so that it can be answered on any thread.
struct Question {
    gates: core::GateSet,
    facts: Shared,
    component: String,
    asked: Asked,
    /// `verdict`, `explanation` or `ways`.
    wanted: String,
    what_if: Option<Given>,
}

impl Question {
    fn answer(self) -> greenboard::Result<String> {
        let (scope, at) = self.asked.read()?;
        let (gates, component) = (&self.gates, self.component.as_str());
        let facts = self.facts.held();
        match self.wanted.as_str() {
            "explanation" => core::explain(gates, &facts, component, &scope, at)?.to_json(),
            "ways" => {
                let what_if = self.what_if.map_or(Ok(WhatIf::new()), |what_if| what_if.read("what_if"))?;
                core::what_would_turn_it_green(gates, &facts, component, &scope, at, &what_if)?.to_json()
            }
            _ => core::evaluate(gates, &facts, component, &scope, at)?.to_json(),
        }
    }
}

/// The verdict on a component, its explanation, or the ways to a better one, as JSON.
#[napi]
pub fn judge_sync(
    gates: &GateSet,
    facts: &Facts,
    component: String,
    asked: Asked,
    wanted: String,
    what_if: Option<Given>,
) -> Result<String> {
    let (gates, facts) = (gates.0.clone(), facts.shared());
    Question { gates, facts, component, asked, wanted, what_if }.answer().map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn judge(
    gates: &GateSet,
    facts: &Facts,
    component: String,
    asked: Asked,
    wanted: String,
    what_if: Option<Given>,
) -> AsyncTask<Background> {
    let (gates, facts) = (gates.0.clone(), facts.shared());
    let question = Question { gates, facts, component, asked, wanted, what_if };
    background(move || question.answer())
}

/// How many components come to which verdict, as JSON.
#[napi]
pub fn signals_sync(gates: &GateSet, facts: &Facts, asked: Asked) -> Result<String> {
    counted(&gates.0, &facts.shared(), asked).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn signals(gates: &GateSet, facts: &Facts, asked: Asked) -> AsyncTask<Background> {
    let (gates, facts) = (gates.0.clone(), facts.shared());
    background(move || counted(&gates, &facts, asked))
}

fn counted(gates: &core::GateSet, facts: &Shared, asked: Asked) -> greenboard::Result<String> {
    let (scope, at) = asked.read()?;
    to_json(&core::signals(gates, &facts.held(), &scope, at)?)
}

/// What is otherwise from one verdict to another, as JSON.
#[napi]
pub fn diff_verdicts(a: Given, b: Given) -> Result<String> {
    let diff = || core::diff_verdicts(&a.read("a")?, &b.read("b")?).to_json();
    diff().map_err(raise)
}

/// What is otherwise from one board to another, as JSON.
#[napi]
pub fn diff_boards(a: Given, b: Given) -> Result<String> {
    let diff = || core::diff_boards(&a.read("a")?, &b.read("b")?).to_json();
    diff().map_err(raise)
}

/// Who has to act on what, of a board, as JSON.
#[napi]
pub fn by_owner(board: Given) -> Result<String> {
    board.read::<core::Board>("board").and_then(|board| to_json(&board.by_owner())).map_err(raise)
}

/// A document about gates, for people: a verdict, a board, ways, who has to act, or what has changed.
#[napi]
pub fn review(what: String, document: Given, format: String, limit: Option<u32>) -> Result<String> {
    let write = || {
        let format: ReviewFormat = format.parse()?;
        match what.as_str() {
            "verdict" => document.read(&what).map(|verdict| report::verdict(&verdict, format)),
            "ways" => document.read(&what).map(|ways| report::ways(&ways, format)),
            "owners" => document.read::<Vec<_>>(&what).map(|owners| report::by_owner(&owners, format)),
            "changes" => {
                let changes: Vec<VerdictChange> = document.read(&what)?;
                Ok(report::changes(&changes, format))
            }
            _ => document.read(&what).map(|board| report::review(&board, format, &options(limit))),
        }
    };
    write().map_err(raise)
}

/// A document about gates as a table or a tree of text.
#[napi]
pub fn review_text(what: String, document: Given) -> Result<String> {
    let text = match what.as_str() {
        "verdict" => document.read(&what).map(|verdict: Verdict| verdict.to_string()),
        "findings" => document.read("verdict").map(|verdict| report::findings(&verdict)),
        _ => document.read(&what).map(|explanation: Explanation| explanation.to_string()),
    };
    text.map_err(raise)
}

/// How much of a board is shown.
pub(crate) fn options(limit: Option<u32>) -> ReviewOptions {
    let mut options = ReviewOptions::new();
    options.limit = limit.map(|limit| limit as usize);
    options
}
