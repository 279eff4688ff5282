//! Stories: the rules of the trade, each as given, when, then.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod plan;
