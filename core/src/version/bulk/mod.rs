//! Many versions at once: sorted, filtered, matched against many requirements, without an object a version.
//!
//! Input is any slice of texts; answers are row numbers, so nothing is copied. Where a scheme has order-preserving keys
//! (`cargo`, `npm`, `go`, `pep440`) a version costs sixteen bytes and no allocation; others are parsed once a row. The
//! answers are those of [`Version`](super::Version) and [`Requirement`](super::Requirement) taken one by one.
//!
//! ```
//! use greenboard::version::{Requirement, Scheme, bulk};
//!
//! let texts = ["1.10.0", "1.9.0", "not a version", "2.0.0-rc.1"];
//! assert_eq!(bulk::sort(Scheme::Cargo, &texts, bulk::Invalid::Skip)?, [1, 0, 3]);
//!
//! let error = bulk::sort(Scheme::Cargo, &texts, bulk::Invalid::Refuse).unwrap_err();
//! assert_eq!(error.path(), Some("[2]"));
//!
//! let requirement = Requirement::parse("^1.9")?;
//! assert_eq!(bulk::filter(&requirement, &texts, bulk::Invalid::Skip)?, [0, 1]);
//! assert_eq!(bulk::max_satisfying(&requirement, &texts, bulk::Invalid::Skip)?, Some(0));
//! # Ok::<(), greenboard::Error>(())
//! ```

#[cfg(feature = "arrow")]
pub mod arrow;
mod column;
mod matrix;
mod select;
mod sort;

pub use matrix::{Matrix, matrix};
pub use select::{filter, max_satisfying, min_satisfying};
pub use sort::sort;

/// What happens to a row that is no version of the scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Invalid {
    /// The whole call fails with that row's error, its path `[row]`.
    #[default]
    Refuse,
    /// The row is left out of the answer.
    Skip,
}

/// The most rows one call takes.
pub const MAX_ROWS: usize = u32::MAX as usize;
