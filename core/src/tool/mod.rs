//! Tools: the texts that they report with, read as what they say. One file a tool, in `adapter/`.
//!
//! ```
//! use greenboard::tool;
//!
//! let report = b"TN:\nSF:src/lib.rs\nDA:1,4\nDA:2,0\nLF:2\nLH:1\nend_of_record\n";
//! assert_eq!(tool::detect(report), ["lcov"]);
//! let tool::Inspection::Lcov(lcov) = tool::inspect(report, "lcov")? else { unreachable!() };
//! assert_eq!(lcov.line_rate, Some(0.5));
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! # Rules for every tool
//!
//! - A text is never taken for a tool's by guessing: [`detect`] names every tool whose shape it has, and a caller says which
//!   one is meant.
//! - An empty text, and one whose outermost form is not the tool's, is an error; a valid report without findings is clean.
//! - A status that is not known is an error that names it, never a success.
//! - Arbitrary bytes are read in linear time, under [`Limits`](crate::document::Limits).

mod adapter;
mod cvss;
pub mod dsse;
mod error;
mod json;
mod payload;
mod reading;
mod severity;
mod take;
mod time;
mod xml;

pub use adapter::{
    CargoAuditInspection, CoberturaInspection, CycloneDxInspection, FixAvailable, GrypeInspection,
    IcalendarEvent, IcalendarInspection, InTotoResource, InTotoSource, InTotoStatement, Inspection,
    JUnitInspection, LcovInspection, NpmAuditFormat, NpmAuditInspection, OpenVexInspection, OpenVexStatement,
    OsvInspection, ProvenanceInspection, SarifInspection, SarifRun, SonarQubeInspection, SpdxInspection,
    TrivyInspection, TrivyShape,
};
pub(crate) use error::ToolError;
pub(crate) use payload::Payload;
pub use reading::ReadOptions;
pub(crate) use reading::Reading;

use crate::Result;
use crate::fact::{Fact, Subject};
use jiff::Timestamp;

/// The names of the tools whose reports can be read, in the catalogue's order.
///
/// ```
/// assert!(greenboard::tool::TOOLS.contains(&"lcov"));
/// ```
pub const TOOLS: &[&str] = Inspection::KINDS;

/// The tools whose report this could be, by its outermost form alone; none where it is no known tool's, or cannot be read.
///
/// ```
/// assert_eq!(greenboard::tool::detect(b"SF:a.c\nend_of_record\n"), ["lcov"]);
/// assert!(greenboard::tool::detect(b"").is_empty());
/// ```
pub fn detect(payload: impl AsRef<[u8]>) -> Vec<&'static str> {
    Inspection::recognised(&Payload::new(payload.as_ref()))
}

/// The tool whose report this is, where it could be no other's.
///
/// ```
/// use greenboard::tool;
/// assert_eq!(tool::only(b"SF:a.c\nend_of_record\n")?, "lcov");
/// assert_eq!(tool::only(b"Done.").unwrap_err().code(), "tool.undecided");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `tool.undecided` where it could be the report of several, or of none.
pub fn only(payload: impl AsRef<[u8]>) -> Result<&'static str> {
    match detect(payload).as_slice() {
        [tool] => Ok(tool),
        tools => Err(ToolError::Undecided { tools: tools.to_vec() }.into()),
    }
}

/// What a tool's report says: counts, times, ids, severities, states, under the tool's own words.
///
/// ```
/// use greenboard::tool;
/// let error = tool::inspect(b"{}", "lcov").unwrap_err();
/// assert_eq!(error.code(), "tool.unrecognised");
/// ```
///
/// # Errors
/// `tool.unknown` for a tool that is not one of [`TOOLS`], `tool.empty` for an empty text, `tool.unrecognised` where the text
/// is not in the tool's form, `tool.malformed` and `document.*` where it is and is broken.
pub fn inspect(payload: impl AsRef<[u8]>, tool: &str) -> Result<Inspection> {
    Inspection::inspect(&Payload::new(payload.as_ref()), tool)
}

/// A tool's report as facts about a subject: evidence whose source is the tool and whose `digest` is the report's.
///
/// They are observed when the report says so, else at `at`, which is when it is read. A report that says so gives the same facts
/// whenever it is read, under the same ids.
///
/// ```
/// use greenboard::fact::{Fact, Observation, Subject};
/// use greenboard::tool::{self, ReadOptions};
///
/// let report = r#"<testsuite timestamp="2026-11-02T09:00:00Z"><testcase name="adds"/></testsuite>"#;
/// let subject = Subject::new("payments").with_version("1.4.0");
/// let at = "2026-11-02T09:05:00Z".parse().unwrap();
/// let facts = tool::read(report, "junit", &subject, at, &ReadOptions::new())?;
/// let Fact::Evidence(evidence) = &facts[0] else { unreachable!() };
/// let Observation::Tests(tests) = &evidence.value else { unreachable!() };
/// assert_eq!((tests.passed, tests.failed), (1, 0));
/// assert_eq!(evidence.observed_at.to_string(), "2026-11-02T09:00:00Z");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`inspect`], and `tool.partial` where the report says itself that it is not whole.
pub fn read(
    payload: impl AsRef<[u8]>,
    tool: &str,
    subject: &Subject,
    at: Timestamp,
    options: &ReadOptions,
) -> Result<Vec<Fact>> {
    Inspection::facts(&Payload::new(payload.as_ref()), tool, subject, at, options)
}

/// A part of a whole, 0–1 to six decimals; none of nothing.
pub(crate) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| (part as f64 / whole as f64 * 1e6).round() / 1e6)
}
