//! Node face of greenboard: parse, call, return. What it means is decided in the core.

mod background;
mod bulk;
mod catalogue;
mod document;
mod error;
mod npm;
mod pep440;
mod plan;
mod source;
mod version;
