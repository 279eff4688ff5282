//! A board as columns, for data frames (feature `arrow`).

use crate::gate::{Board, Finding, Signal};
use arrow_array::builder::LargeStringBuilder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use std::sync::Arc;

/// The columns, and whether each may be null.
const COLUMNS: [(&str, bool); 15] = [
    ("component", false),
    ("version", true),
    ("verdict", false),
    ("gate", true),
    ("gate_verdict", true),
    ("criterion", true),
    ("kind", true),
    ("outcome", true),
    ("severity", true),
    ("signal", true),
    ("owner", true),
    ("reason", true),
    ("expected", true),
    ("next_action", true),
    ("waiver", true),
];

/// A board as a table: a row for each finding of each component; one without criterion for a gate on which there is none, and one
/// without gate for a component that no gate guards.
///
/// All columns are large text: `component`, `version`, `verdict`, `gate`, `gate_verdict`, `criterion`, `kind`, `outcome`, `severity`,
/// `signal`, `owner`, `reason`, `expected`, `next_action`, `waiver`.
///
/// ```
/// use greenboard::fact::{Candidate, Facts, Roster};
/// use greenboard::gate::{GateSet, Scope, board};
/// use greenboard::report;
///
/// let gates = GateSet::parse("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]")?;
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Candidate::new("api").into(), Candidate::new("web").into()]);
/// let board = board(&gates, &facts, &Scope::new(), "2026-11-02T09:00:00Z".parse().unwrap())?;
/// let table = report::columns(&board);
/// assert_eq!((table.num_rows(), table.schema().field(5).name().as_str()), (2, "criterion"));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn columns(board: &Board) -> RecordBatch {
    let mut columns: [LargeStringBuilder; COLUMNS.len()] = std::array::from_fn(|_| LargeStringBuilder::new());
    let mut push = |values: [Option<&str>; COLUMNS.len()]| {
        columns.iter_mut().zip(values).for_each(|(column, value)| column.append_option(value));
    };
    for row in &board.rows {
        let (component, verdict) = (Some(row.component.as_str()), Some(row.verdict.name()));
        let version = row.version.as_deref();
        let guards =
            board.gates.iter().zip(&row.gates).filter_map(|(gate, signal)| Some((&gate.gate, (*signal)?)));
        let mut guarded = false;
        for (gate, signal) in guards {
            guarded = true;
            let head = [component, version, verdict, Some(gate.as_str()), Some(Signal::name(signal))];
            let mut found = row.findings.iter().filter(|finding| finding.gate == *gate).peekable();
            if found.peek().is_none() {
                push(joined(head, [None; 10]));
            }
            found.for_each(|finding| push(joined(head, of_finding(finding))));
        }
        if !guarded {
            push(joined([component, version, verdict, None, None], [None; 10]));
        }
    }
    let columns: Vec<ArrayRef> =
        columns.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef).collect();
    let schema = Arc::new(schema());
    // The columns are as long as each other, and of the schema's types.
    RecordBatch::try_new(Arc::clone(&schema), columns).unwrap_or_else(|_| RecordBatch::new_empty(schema))
}

/// [`columns`] as an Arrow IPC stream.
pub fn columns_ipc(board: &Board) -> Vec<u8> {
    let write = || {
        let table = columns(board);
        let mut writer = StreamWriter::try_new(Vec::new(), &table.schema())?;
        writer.write(&table)?;
        writer.into_inner()
    };
    // Text in memory has nothing that could fail.
    write().unwrap_or_else(|_: ArrowError| Vec::new())
}

fn schema() -> Schema {
    let field = |(name, nullable): &(&str, bool)| Field::new(*name, DataType::LargeUtf8, *nullable);
    Schema::new(COLUMNS.iter().map(field).collect::<Vec<_>>())
}

fn of_finding(finding: &Finding) -> [Option<&str>; 10] {
    [
        Some(&finding.criterion),
        Some(&finding.kind),
        Some(finding.outcome.name()),
        Some(finding.severity.name()),
        Some(finding.signal().name()),
        finding.owner.as_deref(),
        Some(&finding.reason),
        Some(&finding.expected),
        finding.next_action.as_deref(),
        finding.waiver.as_deref(),
    ]
}

fn joined<'t>(head: [Option<&'t str>; 5], rest: [Option<&'t str>; 10]) -> [Option<&'t str>; COLUMNS.len()] {
    let mut all = [None; COLUMNS.len()];
    all.iter_mut().zip(head.into_iter().chain(rest)).for_each(|(slot, value)| *slot = value);
    all
}
