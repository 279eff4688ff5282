//! Package URLs.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// A package URL: what a package is called in every ecosystem (`pkg:npm/%40acme/core@1.2.0`).
///
/// ```
/// use greenboard::fact::Purl;
///
/// let purl = Purl::parse("pkg:npm/%40acme/core@1.2.0?arch=x64#lib").unwrap();
/// assert_eq!((purl.kind.as_str(), purl.full_name().as_ref(), purl.version.as_deref()), ("npm", "@acme/core", Some("1.2.0")));
/// assert!(Purl::parse("https://acme.dev").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Purl {
    /// The kind of package: `npm`, `cargo`, `maven`, `deb`, …
    pub kind: String,
    /// What stands before the name: a scope, a group, a distribution.
    pub namespace: Option<String>,
    /// The name.
    pub name: String,
    /// The version.
    pub version: Option<String>,
    /// What else tells one from another, such as `arch`.
    pub qualifiers: BTreeMap<String, String>,
}

impl Purl {
    /// The package URL that a text is; none where it is no such thing.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.trim().strip_prefix("pkg:")?.trim_start_matches('/');
        let rest = rest.split_once('#').map_or(rest, |(rest, _)| rest);
        let (rest, qualifiers) = rest.split_once('?').unwrap_or((rest, ""));
        let (kind, rest) = rest.split_once('/')?;
        // The name may hold an escaped `@` only, so that the last one begins the version.
        let (path, version) = match rest.rsplit_once('@') {
            Some((path, version)) if !path.is_empty() => {
                (path, Some(decoded(version)).filter(|version| !version.is_empty()))
            }
            _ => (rest, None),
        };
        let kind = kind.to_ascii_lowercase();
        let (namespace, name) = match path.trim_matches('/').rsplit_once('/') {
            Some((namespace, name)) => {
                (Some(namespace.split('/').map(decoded).collect::<Vec<_>>().join("/")), decoded(name))
            }
            None => (None, decoded(path.trim_matches('/'))),
        };
        if kind.is_empty() || name.is_empty() {
            return None;
        }
        let pairs = qualifiers.split('&').filter_map(|pair| pair.split_once('='));
        let qualifiers = pairs
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (key.to_ascii_lowercase(), decoded(value)))
            .collect();
        Some(Self::normalised(kind, namespace, name, version, qualifiers))
    }

    /// A package of a kind, under the name that its ecosystem has for it: `@acme/core` in npm, `group:artifact` in Maven.
    ///
    /// ```
    /// use greenboard::fact::Purl;
    /// assert_eq!(Purl::new("maven", "org.acme:core", Some("1.0")).to_string(), "pkg:maven/org.acme/core@1.0");
    /// assert_eq!(Purl::new("pypi", "Foo_Bar", None).to_string(), "pkg:pypi/foo-bar");
    /// ```
    pub fn new(kind: &str, name: &str, version: Option<&str>) -> Self {
        let split = if kind == "maven" { name.split_once(':') } else { name.rsplit_once('/') };
        let (namespace, name) = match split {
            Some((namespace, name)) => (Some(namespace.to_owned()), name),
            None => (None, name),
        };
        let version = version.filter(|version| !version.is_empty()).map(str::to_owned);
        Self::normalised(kind.to_owned(), namespace, name.to_owned(), version, BTreeMap::new())
    }

    /// Names of some ecosystems do not tell upper from lower case, those of PyPI not `_` from `-` either.
    fn normalised(
        kind: String,
        namespace: Option<String>,
        name: String,
        version: Option<String>,
        qualifiers: BTreeMap<String, String>,
    ) -> Self {
        let lower =
            matches!(kind.as_str(), "pypi" | "github" | "bitbucket" | "composer" | "deb" | "apk" | "oci");
        let fold = |text: String| if lower { text.to_lowercase() } else { text };
        let name = fold(name);
        let name = if kind == "pypi" { name.replace('_', "-") } else { name };
        Self { kind, namespace: namespace.map(fold), name, version, qualifiers }
    }

    /// What the package's own ecosystem calls it.
    pub fn full_name(&self) -> Cow<'_, str> {
        match &self.namespace {
            Some(namespace) if self.kind == "maven" => format!("{namespace}:{}", self.name).into(),
            // A distribution is no part of its packages' names.
            Some(namespace) if !matches!(self.kind.as_str(), "deb" | "rpm" | "apk") => {
                format!("{namespace}/{}", self.name).into()
            }
            _ => Cow::Borrowed(&self.name),
        }
    }

    /// Whether all that this one says is true of another, more particular one.
    ///
    /// ```
    /// use greenboard::fact::Purl;
    /// let purl = |text| Purl::parse(text).unwrap();
    /// assert!(purl("pkg:deb/debian/curl").covers(&purl("pkg:deb/debian/curl@8.0?arch=amd64")));
    /// assert!(!purl("pkg:deb/debian/curl?arch=arm64").covers(&purl("pkg:deb/debian/curl@8.0?arch=amd64")));
    /// assert!(!purl("pkg:deb/debian/curl@8.0").covers(&purl("pkg:deb/debian/curl")));
    /// ```
    pub fn covers(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.namespace == other.namespace
            && self.name == other.name
            && (self.version.is_none() || self.version == other.version)
            && self.qualifiers.iter().all(|(key, value)| other.qualifiers.get(key) == Some(value))
    }
}

impl std::fmt::Display for Purl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "pkg:{}/", self.kind)?;
        for part in self.namespace.iter().flat_map(|namespace| namespace.split('/')) {
            write!(f, "{}/", encoded(part))?;
        }
        f.write_str(&encoded(&self.name))?;
        if let Some(version) = &self.version {
            write!(f, "@{}", encoded(version))?;
        }
        for (index, (key, value)) in self.qualifiers.iter().enumerate() {
            write!(f, "{}{key}={}", if index == 0 { '?' } else { '&' }, encoded(value))?;
        }
        Ok(())
    }
}

fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (first, tail) {
            (b'%', [high, low, tail @ ..]) if hex(high).is_some() && hex(low).is_some() => {
                bytes.push(hex(high).unwrap_or_default() << 4 | hex(low).unwrap_or_default());
                rest = tail;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b'~' | b':' | b'+' => {
                out.push(char::from(byte))
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
