//! Gates made ready, and what they say. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use crate::fact::Facts;
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::gate::{self as core, Explanation, Scope, Verdict, VerdictChange, Ways};
use greenboard::report::{self, ReviewFormat};
use greenboard::source;
use pyo3::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Gates made ready to be asked.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct GateSet(pub(crate) core::GateSet);

#[pymethods]
impl GateSet {
    /// The gates of a gate file's text.
    #[staticmethod]
    fn of(py: Python<'_>, gates: Given) -> Result<Self> {
        Ok(Self(py.detach(|| gates.with("gates", core::GateSet::parse))?))
    }

    /// The gates of one of these texts by path, with those that it includes.
    #[staticmethod]
    fn of_files(py: Python<'_>, main: &str, files: BTreeMap<String, String>) -> Result<Self> {
        Ok(Self(py.detach(|| core::GateSet::of(main, &files))?))
    }

    /// The gates of a file or directory on disk.
    #[staticmethod]
    fn load(py: Python<'_>, path: PathBuf) -> Result<Self> {
        Ok(Self(py.detach(|| source::gates(path))?))
    }

    /// The digest of the gates as they are asked.
    #[getter]
    fn digest(&self) -> &str {
        self.0.digest()
    }

    /// Their names, in order.
    #[getter]
    fn names(&self) -> Vec<&str> {
        self.0.gates().iter().map(|gate| gate.name.as_str()).collect()
    }

    /// The gates as one file, as JSON.
    fn to_json(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| self.0.to_json())?)
    }
}

/// What is asked about: stage, environment, components, and whether it is done by hand.
#[derive(FromPyObject)]
pub(crate) struct Asked(Option<String>, Option<String>, Vec<String>, bool);

impl Asked {
    pub(crate) fn scope(self) -> Scope {
        let mut scope = Scope::new();
        (scope.stage, scope.environment, scope.components, scope.manual) = (self.0, self.1, self.2, self.3);
        scope
    }
}

/// Whether a component may go out, as JSON.
#[pyfunction]
pub(crate) fn evaluate(
    py: Python<'_>,
    gates: &Bound<'_, GateSet>,
    facts: &Bound<'_, Facts>,
    component: &str,
    asked: Asked,
    at: &str,
) -> Result<String> {
    let (gates, facts) = (gates.get(), facts.get());
    Ok(py.detach(|| {
        core::evaluate(&gates.0, &facts.held(), component, &asked.scope(), instant(at)?)?.to_json()
    })?)
}

/// How many components come to which verdict, as JSON.
#[pyfunction]
pub(crate) fn signals(
    py: Python<'_>,
    gates: &Bound<'_, GateSet>,
    facts: &Bound<'_, Facts>,
    asked: Asked,
    at: &str,
) -> Result<String> {
    let (gates, facts) = (gates.get(), facts.get());
    Ok(py.detach(|| to_json(&core::signals(&gates.0, &facts.held(), &asked.scope(), instant(at)?)?))?)
}

/// Why, and what would turn it green, as JSON.
#[pyfunction]
pub(crate) fn explain(
    py: Python<'_>,
    gates: &Bound<'_, GateSet>,
    facts: &Bound<'_, Facts>,
    component: &str,
    asked: Asked,
    at: &str,
) -> Result<String> {
    let (gates, facts) = (gates.get(), facts.get());
    Ok(py.detach(|| {
        core::explain(&gates.0, &facts.held(), component, &asked.scope(), instant(at)?)?.to_json()
    })?)
}

/// What would turn it green, as JSON.
#[pyfunction]
pub(crate) fn what_would_turn_it_green(
    py: Python<'_>,
    gates: &Bound<'_, GateSet>,
    facts: &Bound<'_, Facts>,
    component: &str,
    asked: Asked,
    at: &str,
    what_if: Given,
) -> Result<String> {
    let (gates, facts) = (gates.get(), facts.get());
    Ok(py.detach(|| {
        let (scope, at, what_if) = (asked.scope(), instant(at)?, what_if.read("what_if")?);
        core::what_would_turn_it_green(&gates.0, &facts.held(), component, &scope, at, &what_if)?.to_json()
    })?)
}

/// What is otherwise from one verdict to another, as JSON.
#[pyfunction]
pub(crate) fn diff_verdicts(py: Python<'_>, a: Given, b: Given) -> Result<String> {
    Ok(py.detach(|| core::diff_verdicts(&a.read("a")?, &b.read("b")?).to_json())?)
}

/// What is otherwise from one board to another, as JSON.
#[pyfunction]
pub(crate) fn diff_boards(py: Python<'_>, a: Given, b: Given) -> Result<String> {
    Ok(py.detach(|| core::diff_boards(&a.read("a")?, &b.read("b")?).to_json())?)
}

/// A document about gates, for people: a verdict, a board, ways, who has to act, or what has changed.
#[pyfunction]
pub(crate) fn review(
    py: Python<'_>,
    what: &str,
    document: Given,
    format: &str,
    limit: Option<usize>,
) -> Result<String> {
    Ok(py.detach(|| {
        let format: ReviewFormat = format.parse()?;
        match what {
            "verdict" => document.read(what).map(|verdict| report::verdict(&verdict, format)),
            "ways" => document.read(what).map(|ways| report::ways(&ways, format)),
            "by_owner" => document.read::<Vec<_>>(what).map(|owners| report::by_owner(&owners, format)),
            "changes" => {
                let changes: Vec<VerdictChange> = document.read(what)?;
                Ok(report::changes(&changes, format))
            }
            _ => document.read(what).map(|board| report::review(&board, format, &options(limit))),
        }
    })?)
}

/// A document about gates as a table or a tree of text.
#[pyfunction]
pub(crate) fn review_text(py: Python<'_>, what: &str, document: Given) -> Result<String> {
    Ok(py.detach(|| match what {
        "verdict" => document.read(what).map(|verdict: Verdict| verdict.to_string()),
        "findings" => document.read("verdict").map(|verdict| report::findings(&verdict)),
        "ways" => document.read(what).map(|ways: Ways| ways.to_string()),
        "explanation" => document.read(what).map(|explanation: Explanation| explanation.to_string()),
        _ => document.read(what).map(|board: core::Board| board.to_string()),
    })?)
}

/// How much of a board is shown.
pub(crate) fn options(limit: Option<usize>) -> report::ReviewOptions {
    let mut options = report::ReviewOptions::new();
    options.limit = limit;
    options
}

/// Who has to act on what, of a board, as JSON.
#[pyfunction]
pub(crate) fn by_owner(py: Python<'_>, board: Given) -> Result<String> {
    Ok(py.detach(|| to_json(&board.read::<core::Board>("board")?.by_owner()))?)
}
