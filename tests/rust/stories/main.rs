//! Stories: what happens, told one case at a time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod document;
