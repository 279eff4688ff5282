//! A dependency as PEP 508 writes it: `name[extras] specifiers ; marker`, or `name @ address`.

/// The parts that matter to a release.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dependency<'t> {
    /// As written.
    pub name: &'t str,
    /// The specifiers as written, empty where any version will do; none where an address takes their place.
    pub specifiers: Option<&'t str>,
}

/// Reads one; none where it is none.
pub(super) fn parse(text: &str) -> Option<Dependency<'_>> {
    let text = text.trim();
    let end = text.find(|c: char| !is_in_name(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(end)?;
    if !is_name(name) {
        return None;
    }
    let mut rest = rest.trim_start();
    if let Some(extras) = rest.strip_prefix('[') {
        let (extras, after) = extras.split_once(']')?;
        if !extras.trim().is_empty() && !extras.split(',').all(|extra| is_name(extra.trim())) {
            return None;
        }
        rest = after.trim_start();
    }
    if let Some(address) = rest.strip_prefix('@') {
        return (!address.trim().is_empty()).then_some(Dependency { name, specifiers: None });
    }
    let specifiers = rest.split_once(';').map_or(rest, |(specifiers, _)| specifiers).trim();
    let specifiers = match specifiers.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim(),
        None => specifiers,
    };
    Some(Dependency { name, specifiers: Some(specifiers) })
}

fn is_in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// Whether a text is a name: letters and digits, with `.`, `-` and `_` between them.
pub(super) fn is_name(text: &str) -> bool {
    let ends = |c: char| c.is_ascii_alphanumeric();
    text.starts_with(ends) && text.ends_with(ends) && text.chars().all(is_in_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts() {
        let parts = |text| parse(text).map(|found| (found.name, found.specifiers));
        assert_eq!(parts("httpx"), Some(("httpx", Some(""))));
        assert_eq!(parts(" httpx [http2, socks]>=0.27,<1 ; x=='y'"), Some(("httpx", Some(">=0.27,<1"))));
        assert_eq!(parts("a.b (>=1)"), Some(("a.b", Some(">=1"))));
        assert_eq!(parts("pip @ https://x/y.zip ; a"), Some(("pip", None)));
        assert_eq!(parts("a @ "), None);
        assert_eq!(parts("-a"), None);
        assert_eq!(parts("a[b"), None);
        assert_eq!(parts("a (>=1"), None);
        assert_eq!(parts(""), None);
    }
}
