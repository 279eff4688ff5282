//! Documents: JSON, YAML and TOML in, one canonical JSON out.
//!
//! Reading gives a [`Node`]: a tree in which every value knows its line and column, so that an error about a key or a value
//! points at the text it came from. [`parse`] goes on to a type that implements [`Read`]. Writing is always RFC 8785 text
//! ([`to_json`]): one value has one text, and so one [`digest()`].
//!
//! ```
//! use greenboard::document::{self, Format};
//! use greenboard::version::Bump;
//! use std::collections::BTreeMap;
//!
//! let bumps: BTreeMap<String, Bump> = document::parse("core: minor\ncli: patch", Format::Yaml)?;
//! assert_eq!(document::to_json(&bumps)?, r#"{"cli":"patch","core":"minor"}"#);
//!
//! let error = document::parse::<BTreeMap<String, Bump>>("core: miner", Format::Yaml).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "core: line 1, column 7: unknown bump \"miner\"; expected one of none, patch, minor, major; did you mean \"minor\"?",
//! );
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! Every reader takes arbitrary bytes in linear time under [`Limits`]; nothing here does I/O.

pub mod canonical;
mod digest;
mod error;
mod fields;
mod json;
mod nearest;
mod place;
mod read;
mod serialize;
mod toml;
mod tree;
mod yaml;

pub use canonical::to_json;
pub use digest::{digest, digest_text};
pub(crate) use error::DocumentError;
pub use fields::Extra;
pub(crate) use fields::{Fields, TAG, names, read_name, reads};
pub(crate) use nearest::{closeness, nearest};
#[cfg(feature = "tool")]
pub(crate) use place::utf8;
pub use read::{Document, Read, ReadUnder, emit};
pub use serialize::to_node;
#[cfg(feature = "tool")]
pub(crate) use tree::shorten;
pub use tree::{Key, Limits, Node, Position, Value};

/// The notation of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Strict JSON (RFC 8259), keys unique.
    Json,
    /// YAML 1.2 under its core schema: one document, no merge keys, no tags of one's own.
    Yaml,
    /// TOML 1.1.
    Toml,
}

impl Format {
    /// The format that a file's extension names: `json`, `yaml`, `yml` or `toml`, in any case.
    ///
    /// ```
    /// use greenboard::document::Format;
    /// assert_eq!(Format::of_path("gates/main.yml"), Some(Format::Yaml));
    /// assert_eq!(Format::of_path("README"), None);
    /// ```
    pub fn of_path(path: &str) -> Option<Self> {
        let (_, extension) = path.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            "toml" => Some(Self::Toml),
            _ => None,
        }
    }

    /// The format of a text that was handed over without a name: JSON where it begins with `{` or `[`, otherwise YAML.
    ///
    /// ```
    /// use greenboard::document::Format;
    /// assert_eq!(Format::of_text(" {\"preset\": \"cargo\"}"), Format::Json);
    /// assert_eq!(Format::of_text("preset: cargo"), Format::Yaml);
    /// ```
    pub fn of_text(text: impl AsRef<[u8]>) -> Self {
        match text.as_ref().trim_ascii_start().first() {
            Some(b'{' | b'[') => Self::Json,
            _ => Self::Yaml,
        }
    }
}

/// Reads a text into the located tree, under [`Limits::default`].
///
/// ```
/// use greenboard::document::{self, Format};
/// let node = document::read("{\n  \"wave\": 3\n}", Format::Json)?;
/// let wave = node.get("wave").unwrap();
/// assert_eq!((wave.at.line, wave.at.column), (2, 11));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `document.syntax`, `document.duplicate_key`, `document.not_finite`, `document.unsupported`, and the limits'
/// `document.too_large`, `document.too_deep` and `document.too_many`, all with line and column.
pub fn read(text: impl AsRef<[u8]>, format: Format) -> crate::Result<Node> {
    read_within(text, format, &Limits::default())
}

/// Reads a text into the located tree, under limits of one's own.
///
/// ```
/// use greenboard::document::{self, Format, Limits};
/// let shallow = Limits::default().with_depth(1);
/// let error = document::read_within("[[1]]", Format::Json, &shallow).unwrap_err();
/// assert_eq!(error.code(), "document.too_deep");
/// ```
///
/// # Errors
/// As [`read`].
pub fn read_within(text: impl AsRef<[u8]>, format: Format, limits: &Limits) -> crate::Result<Node> {
    let bytes = text.as_ref();
    if bytes.len() > limits.bytes {
        let problem = DocumentError::TooLarge { length: bytes.len(), limit: limits.bytes };
        return Err(problem.at(Position::default()));
    }
    let text = place::utf8(bytes)?;
    match format {
        Format::Json => json::read(text, limits),
        Format::Yaml => yaml::read(text, limits),
        Format::Toml => toml::read(text, limits),
    }
}

/// Reads a text as a `T`.
///
/// ```
/// use greenboard::document::{self, Format};
/// let waves: Vec<Vec<String>> = document::parse(r#"[["core"], ["cli"]]"#, Format::Json)?;
/// assert_eq!(waves[1], ["cli"]);
///
/// let error = document::parse::<Vec<Vec<String>>>("[[], [true]]", Format::Json).unwrap_err();
/// assert_eq!(error.to_string(), "[1][0]: line 1, column 7: expected text, found true");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// Those of [`read`], and those of the type, with path, line and column.
pub fn parse<T: Read>(text: impl AsRef<[u8]>, format: Format) -> crate::Result<T> {
    T::read(&read(text, format)?)
}
