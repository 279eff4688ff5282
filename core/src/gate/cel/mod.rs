//! The Common Expression Language: compiled once, run many times, bounded.
//!
//! An expression is compiled against the names it may use; what is wrong with it is said then, with a caret below the place.
//! Evaluating it takes a [`Context`] of borrowed JSON and a budget of steps, so that nothing an author writes can hang:
//!
//! - a source is at most 8 KiB, 32 parentheses and 100 operators deep;
//! - patterns of `matches` are written out, and compiled with the expression;
//! - every part that is evaluated, every turn of a loop and every stretch of text that is gone over takes steps.
//!
//! The same expression and values give the same result everywhere: maps are gone through in the order of their keys, and there
//! is no clock; `now` is a value like any other.
//!
//! ```
//! use greenboard::gate::cel::{Context, Program};
//! use serde_json::json;
//!
//! let program = Program::compile("release.components.all(c, c.tests.failed == 0)", &["release"])?;
//! let release = json!({ "components": [{ "tests": { "failed": 0 } }, { "tests": { "failed": 2 } }] });
//! assert_eq!(program.test(&Context::new().with("release", &release))?, false);
//!
//! let error = Program::compile("relaese.train == 'stable'", &["release", "now"]).unwrap_err();
//! assert_eq!(error.to_string(), "\
//! line 1, column 1: unknown variable \"relaese\"; did you mean \"release\"?; known here: release, now
//!   relaese.train == 'stable'
//!   ^");
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! # What is there
//!
//! CEL's operators, literals, macros (`has`, `all`, `exists`, `exists_one`, `filter`, `map`) and standard functions (`size`,
//! `contains`, `startsWith`, `endsWith`, `matches`, `type`, `dyn`, `int`, `uint`, `double`, `string`, `bool`, `bytes`,
//! `timestamp`, `duration`, and the getters of both). Not there: protocol buffer messages,
//! optional values, and the libraries of extensions.
//!
//! The crate `cel` is what the tests compare this with. It does not run here, because its parser takes so much stack that two
//! dozen parentheses end a thread, its evaluator has no budget, does not say where it failed, and goes through maps in no fixed
//! order.

mod context;
mod error;
mod evaluate;
mod excerpt;
mod expression;
mod fault;
mod function;
mod node;
mod operate;
mod parse;
mod time;
mod token;
mod value;

pub use context::Context;
pub(crate) use error::CelError;
pub use expression::Expression;
pub(crate) use expression::expression;
pub(crate) use function::Library;
pub(crate) use time::quoted;

use crate::Result;
use evaluate::Evaluation;
use fault::Fault;
use node::Node;

/// A compiled expression. `Send` and `Sync`; it holds nothing of an evaluation.
#[derive(Debug)]
pub struct Program {
    source: String,
    root: Node,
    used: Vec<String>,
}

impl Program {
    /// Compiles an expression that may use these variables.
    ///
    /// ```
    /// use greenboard::gate::cel::Program;
    /// let program = Program::compile("facts.size() > 0 || now < timestamp('2026-12-01T00:00:00Z')", &["facts", "now"])?;
    /// assert_eq!(program.variables(), ["facts", "now"]);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `gate.expression_too_large` beyond 8 KiB or 2,000 words and signs; `gate.expression_syntax`,
    /// `gate.unknown_variable` and `gate.unknown_function`, all three with line, column and a caret in the message.
    pub fn compile(source: &str, variables: &[&str]) -> Result<Self> {
        Self::compile_with(source, variables, Library::Standard)
    }

    /// The same, with the functions of a library besides.
    pub(crate) fn compile_with(source: &str, variables: &[&str], library: Library) -> Result<Self> {
        let parse::Parsed { root, used } = parse::parse(source, variables, library)?;
        Ok(Self { source: source.to_owned(), root, used })
    }

    /// The expression as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The variables it asks for, in the order in which it first does.
    pub fn variables(&self) -> &[String] {
        &self.used
    }

    /// Which fields of a variable it asks for, by name; none where it may look at all of it.
    pub(crate) fn fields_of(&self, variable: &str) -> Option<Vec<&str>> {
        let Some(index) = self.used.iter().position(|used| used == variable) else { return Some(Vec::new()) };
        let mut fields = Vec::new();
        self.root.fields_of(index, &mut fields).then(|| {
            fields.sort_unstable();
            fields.dedup();
            fields
        })
    }

    /// The value of the expression, as JSON: instants in RFC 3339, durations in seconds (`5400s`), bytes in base64.
    ///
    /// ```
    /// use greenboard::gate::cel::{Context, Program};
    /// use serde_json::json;
    /// let program = Program::compile("facts.filter(f, f.age > 3).map(f, f.id)", &["facts"])?;
    /// let facts = json!([{ "id": "a", "age": 1 }, { "id": "b", "age": 9 }]);
    /// assert_eq!(program.evaluate(&Context::new().with("facts", &facts))?, json!(["b"]));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `gate.expression_has_no_value` where operators, functions or keys do not fit the values, and where a variable has no
    /// value; `gate.expression_over_budget`. Both with the place in the expression and a caret.
    pub fn evaluate(&self, context: &Context<'_>) -> Result<serde_json::Value> {
        self.run(context, |evaluation| {
            let value = evaluation.value(&self.root)?;
            value.into_json(evaluation.meter()).map_err(|fault| fault.at(self.root.at))
        })
    }

    /// Whether the expression holds.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate); `gate.expression_has_no_value` too where its value is neither true nor false.
    pub fn test(&self, context: &Context<'_>) -> Result<bool> {
        self.run(context, |evaluation| evaluation.truth(&self.root))
    }

    fn run<'v, T>(
        &'v self,
        context: &Context<'v>,
        run: impl FnOnce(&mut Evaluation<'v>) -> Result<T, Fault>,
    ) -> Result<T> {
        let value = |name: &String| {
            context.value(name).ok_or_else(|| Fault::new(format!("the variable {name:?} was given no value")))
        };
        let values = self.used.iter().map(value).collect::<Result<Vec<_>, Fault>>();
        let outcome = values.and_then(|values| run(&mut Evaluation::new(values, context.budget)));
        outcome.map_err(|fault| fault.into_error(&self.source).into())
    }
}
