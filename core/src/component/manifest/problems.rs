//! Everything that is wrong, gathered until the end.

use crate::component::ComponentError;
use crate::error::Error;

/// What a reader found wrong so far.
#[derive(Debug, Default)]
pub(in crate::component) struct Problems(Vec<Error>);

impl Problems {
    /// One more.
    pub(in crate::component) fn push(&mut self, problem: impl Into<Error>) {
        self.0.push(problem.into());
    }

    /// The value, or one more problem.
    pub(in crate::component) fn take<T, E: Into<Error>>(&mut self, result: Result<T, E>) -> Option<T> {
        result.map_err(|problem| self.push(problem)).ok()
    }

    /// How many there are.
    pub(in crate::component) fn count(&self) -> usize {
        self.0.len()
    }

    /// Fails with all of them, in the order of path, line and column.
    pub(in crate::component) fn done(self) -> crate::Result<()> {
        let mut problems = self.0;
        problems.sort_by(|a, b| {
            let key = |e: &Error| (e.path().map(str::to_owned), e.line(), e.column());
            key(a).cmp(&key(b))
        });
        // What is wrong in a shared table is found by everyone who inherits it.
        problems.dedup();
        ComponentError::broken(problems)
    }
}
