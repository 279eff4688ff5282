//! How commands write what they found.

use crate::report::ReviewFormat;

/// As a document, or for people.
#[derive(Clone, Copy)]
pub(super) enum Written {
    Json,
    Review(ReviewFormat),
}

pub(super) fn written(text: &str) -> crate::Result<Written> {
    if text == "json" { Ok(Written::Json) } else { text.parse().map(Written::Review) }
}
