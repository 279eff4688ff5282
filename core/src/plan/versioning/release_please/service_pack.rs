//! The strategy `service_pack`.

use crate::plan::numbers::{Numbers, increment};

/// The next service pack of the same release: `sp.1`, `sp.2`, …
pub(super) fn next(old: Numbers) -> Numbers {
    let number = old.pre.as_deref().and_then(number).map_or_else(|| "1".to_owned(), increment);
    old.with_pre(Some(format!("sp.{number}")))
}

/// The number of the first service pack that a prerelease names.
fn number(pre: &str) -> Option<&str> {
    pre.match_indices("sp.").find_map(|(at, mark)| {
        let rest = pre.get(at + mark.len()..)?;
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        // Without zeros in front, which no SemVer number has.
        rest.get(..digits).filter(|digits| !digits.is_empty()).map(without_zeros)
    })
}

fn without_zeros(digits: &str) -> &str {
    let short = digits.trim_start_matches('0');
    if short.is_empty() { "0" } else { short }
}
