//! The case runner: finds case files below a folder laid out like the shared data, judges each row with the adapter of its
//! suite, and reports what passed, what failed with expected and got, and what was not judged and why.

mod case;
mod find;
mod report;

pub use case::{Case, Fields, Judged, Outcome, Trouble};
pub use report::{Failure, Report, SuiteReport};

use crate::adapters;
use find::Suite;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;

/// Judges one row.
pub type Adapter = fn(&Case<'_>) -> Judged;

/// Why the rows of a suite without adapter are not judged.
pub const NO_ADAPTER: &str = "no adapter";

/// Runs the suites below `dir` whose name `wanted` selects (all where it is `None`): a suite (`cases/version/npm_inc`), a
/// group (`cases/ledger/jcs#accept`), a folder (`cases/version`) or the end of one of them (`npm_inc`).
pub fn run(dir: &Path, wanted: Option<&str>) -> Report {
    let mut report = Report::default();
    let is_wanted = |name: &str| wanted.is_none_or(|wanted| selects(wanted, name));
    let (suites, errors) = find::suites(dir, is_wanted);
    report.errors.extend(errors);
    let mut found = Vec::new();
    for suite in suites.into_iter().filter(|suite| is_wanted(&suite.name)) {
        report.suites.push(judge(&suite));
        found.extend([suite.key, suite.file_key]);
    }
    let keys = adapters::ADAPTERS.iter().map(|(key, _)| *key).filter(|key| is_wanted(key));
    let unread = |key: &str| report.errors.iter().any(|(path, _)| path == key);
    let missing = keys.filter(|key| !found.iter().any(|found| found == key) && !unread(key));
    report.missing = missing.map(str::to_owned).collect();
    if let Some(wanted) = wanted.filter(|_| report.suites.is_empty()) {
        report.errors.push((wanted.to_owned(), format!("no such suite below {}", dir.display())));
    }
    report
}

/// Whether `wanted` names `suite` (`path/suite#group`), a folder above it, or its end.
fn selects(wanted: &str, suite: &str) -> bool {
    let wanted = wanted.trim_end_matches('/');
    let matches = |name: &str| {
        let ends = name.strip_suffix(wanted).is_some_and(|head| head.is_empty() || head.ends_with('/'));
        ends || name.strip_prefix(wanted).is_some_and(|tail| tail.starts_with('/'))
    };
    matches(suite) || suite.split_once('#').is_some_and(|(file, _)| matches(file))
}

fn judge(suite: &Suite) -> SuiteReport {
    let mut report = SuiteReport::new(suite.name.clone());
    let adapter = adapters::of(&suite.file_key, suite.group.as_deref());
    let ids = ids(&suite.rows, suite.id_field);
    for (index, (row, id)) in suite.rows.iter().zip(ids).enumerate() {
        let Some(adapter) = adapter else {
            report.unsupported.entry(NO_ADAPTER.to_owned()).or_default().push(id);
            continue;
        };
        let case = Case {
            file: &suite.header,
            group: suite.group.as_deref(),
            rows: &suite.rows,
            row,
            index,
            folder: &suite.folder,
        };
        match caught(|| adapter(&case)) {
            Outcome::Pass => report.passed += 1,
            Outcome::Fail { expected, got } => report.failed.push(Failure { id, expected, got }),
            Outcome::Unsupported(reason) => report.unsupported.entry(reason).or_default().push(id),
        }
    }
    report
}

/// The ids of rows: `name`, `test` or `id` (`file` for payloads), else the index; where several share one, each gets
/// `#index` behind it.
fn ids(rows: &[Value], field: Option<&str>) -> Vec<String> {
    let fields = field.map_or_else(|| vec!["name", "test", "id"], |field| vec![field]);
    let named: Vec<Option<String>> = rows
        .iter()
        .map(|row| {
            fields.iter().find_map(|field| match row.get(field)? {
                Value::String(text) => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            })
        })
        .collect();
    let mut uses = BTreeMap::new();
    for name in named.iter().flatten() {
        *uses.entry(name.clone()).or_insert(0) += 1;
    }
    let id = |(index, name): (usize, Option<String>)| match name {
        Some(name) if uses.get(&name) == Some(&1) => name,
        Some(name) => format!("{name}#{index}"),
        None => index.to_string(),
    };
    named.into_iter().enumerate().map(id).collect()
}

thread_local! {
    static CATCHING: Cell<bool> = const { Cell::new(false) };
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What an adapter says, its errors and panics turned into failures of its row.
fn caught(adapter: impl FnOnce() -> Judged) -> Outcome {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if CATCHING.get() {
                PANIC.set(info.to_string());
            } else {
                usual(info);
            }
        }));
    });
    CATCHING.set(true);
    let judged = catch_unwind(AssertUnwindSafe(adapter));
    CATCHING.set(false);
    match judged {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(trouble)) => trouble.into_failure(),
        Err(_) => Outcome::fail("no panic", PANIC.take()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn ids_are_unique() {
        let rows = [json!({"test": "a"}), json!({"name": "b", "test": "a"}), json!({"test": "a"}), json!({})];
        assert_eq!(ids(&rows, None), ["a#0", "b", "a#2", "3"]);
    }

    #[test]
    fn a_suite_is_named_by_path_group_folder_or_end() {
        for wanted in ["cases/version/npm_inc", "npm_inc", "cases/version", "version/npm_inc", "cases/"] {
            assert!(selects(wanted, "cases/version/npm_inc"), "{wanted}");
        }
        assert!(
            selects("jcs", "cases/ledger/jcs#accept") && selects("jcs#accept", "cases/ledger/jcs#accept")
        );
        assert!(!selects("inc", "cases/version/npm_inc") && !selects("jcs", "cases/ledger/jcs_numbers#a"));
    }

    #[test]
    fn a_panic_is_a_failure() {
        assert!(
            matches!(caught(|| panic!("boom")), Outcome::Fail { got, .. } if got.to_string().contains("boom"))
        );
    }
}
