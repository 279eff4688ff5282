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
mod error;
mod json;
mod payload;
mod time;
mod xml;

pub use adapter::{
    CoberturaInspection, Inspection, JUnitInspection, LcovInspection, SarifInspection, SarifRun,
    SonarQubeInspection,
};
pub(crate) use error::ToolError;
pub(crate) use payload::Payload;

use crate::Result;

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

/// A part of a whole, 0–1 to six decimals; none of nothing.
pub(crate) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| (part as f64 / whole as f64 * 1e6).round() / 1e6)
}
