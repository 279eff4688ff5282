//! A shorter range with the same answers for the versions there are.

use super::{Range, Version, range, version};

impl Range {
    /// The shortest of this range's text and a plain list of what it accepts among `versions`: node-semver's
    /// `simplifyRange`. The versions may come in any order and are named as they are written.
    ///
    /// The list is taken only where it accepts the same of them. (node-semver takes it in any case: the empty list, which
    /// accepts everything, and spans that let prereleases in or leave them out.)
    ///
    /// ```
    /// use greenboard::version::npm::Range;
    ///
    /// let range = Range::parse("1.0.0 || 1.0.1 || 1.0.2 || 1.0.3")?;
    /// assert_eq!(range.simplify(&["1.0.0", "1.0.1", "1.0.2", "1.0.3", "2.0.0"])?, "<=1.0.3");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Version::parse_with`], for the first of `versions` that is none.
    pub fn simplify<T: AsRef<str>>(&self, versions: &[T]) -> crate::Result<String> {
        let mut all = Vec::with_capacity(versions.len());
        for text in versions {
            all.push((version::parse(text.as_ref(), self.options())?, text.as_ref()));
        }
        all.sort_by(|(a, _), (b, _)| a.precedence(b));
        let text = runs(self, &all).iter().map(ToString::to_string).collect::<Vec<_>>().join(" || ");
        let written = self.as_written();
        let shorter = !text.is_empty() && text.encode_utf16().count() < written.encode_utf16().count();
        Ok(if shorter && self.agrees(&text, &all) { text } else { written.to_owned() })
    }

    /// Whether a range of this text accepts the same of `versions`.
    fn agrees(&self, text: &str, versions: &[(Version, &str)]) -> bool {
        range::parse(text, self.options()).is_ok_and(|range| {
            versions.iter().all(|(version, _)| range.satisfies(version) == self.satisfies(version))
        })
    }
}

/// A run of accepted versions, by what bounds it.
enum Run<'a> {
    All,
    One(&'a str),
    From(&'a str),
    UpTo(&'a str),
    Between(&'a str, &'a str),
}

impl std::fmt::Display for Run<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All => f.write_str("*"),
            Self::One(version) => f.write_str(version),
            Self::From(first) => write!(f, ">={first}"),
            Self::UpTo(last) => write!(f, "<={last}"),
            Self::Between(first, last) => write!(f, "{first} - {last}"),
        }
    }
}

/// The runs of accepted versions among `all`, which is sorted.
fn runs<'a>(range: &Range, all: &[(Version, &'a str)]) -> Vec<Run<'a>> {
    let least = all.first().map(|(_, text)| *text);
    let mut runs = Vec::new();
    let mut open: Option<(&str, &str)> = None;
    for (version, text) in all {
        if range.satisfies(version) {
            open = Some((open.map_or(*text, |(first, _)| first), *text));
        } else if let Some((first, last)) = open.take() {
            runs.push(match (first == last, Some(first) == least) {
                (true, _) => Run::One(first),
                (false, true) => Run::UpTo(last),
                (false, false) => Run::Between(first, last),
            });
        }
    }
    if let Some((first, _)) = open {
        runs.push(if Some(first) == least { Run::All } else { Run::From(first) });
    }
    runs
}
