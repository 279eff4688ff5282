//! Node face of greenboard: parse, call, return. What it means is decided in the core.

mod bulk;
mod catalogue;
mod document;
mod error;
mod version;
