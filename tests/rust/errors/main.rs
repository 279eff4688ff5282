//! Error texts: what people read when their input is wrong, word by word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod change;
mod component;
mod edit;
mod pep440;
mod schemes;
mod versioning;
