//! A release manager as a library.
#![forbid(unsafe_code)]

pub mod catalogue;
pub mod change;
pub mod component;
pub mod document;
pub mod error;
pub mod plan;
mod registry;
pub mod report;
#[cfg(feature = "source")]
pub mod source;
pub mod version;

pub use error::{Error, Result};
pub use version::{Requirement, Scheme, Version};
