//! One error for the whole crate: a stable code to branch on, a message to read, and the place to look at.
//!
//! Every module keeps its own precise error enum beside its code; callers see only [`Error`], so a code, a message and a
//! position look the same whether they come from a version, a manifest or a policy, and in Rust, Python and Node alike.
//!
//! ```
//! let error = greenboard::Version::parse("1.x.0").unwrap_err();
//! assert_eq!(error.code(), "version.unexpected_character");
//! assert_eq!(error.column(), Some(3));
//! ```

use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// What every fallible function of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure, the same in every language.
///
/// `code` is `<module>.<snake_case>` and never changes its meaning; `message` is for people and may be reworded. `path` is
/// the file, or the path inside the document, that is at fault; `line` and `column` count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Error(Box<Inner>);

/// A failure as data, the same in every language.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "ErrorFields")]
struct Inner {
    /// The stable code to branch on, `<module>.<snake_case>`.
    code: &'static str,
    /// The sentence for people, without the place.
    message: String,
    /// The file, or the path inside a document, that is at fault.
    path: Option<String>,
    /// The line in the text at fault, from 1.
    line: Option<u32>,
    /// The column in the text at fault, from 1, in characters.
    column: Option<u32>,
    /// Facts about the failure as data: the input, what was expected, the nearest valid key.
    details: BTreeMap<&'static str, serde_json::Value>,
    /// Whether the same call may succeed later without any change to its input.
    retryable: bool,
}

impl JsonSchema for Error {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Inner::schema_name()
    }
    fn schema_id() -> std::borrow::Cow<'static, str> {
        Inner::schema_id()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Inner::json_schema(generator)
    }
}

impl Error {
    /// The stable code, such as `version.unexpected_character`.
    pub fn code(&self) -> &'static str {
        self.0.code
    }
    /// The sentence for people, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }
    /// The file, or the path inside a document, that is at fault.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }
    /// The line in the text at fault, from 1.
    pub fn line(&self) -> Option<u32> {
        self.0.line
    }
    /// The column in the text at fault, from 1, in characters.
    pub fn column(&self) -> Option<u32> {
        self.0.column
    }
    /// Facts about the failure as data: the input, what was expected, the nearest valid key.
    pub fn details(&self) -> &BTreeMap<&'static str, serde_json::Value> {
        &self.0.details
    }
    /// Whether the same call may succeed later without any change to its input.
    pub fn retryable(&self) -> bool {
        self.0.retryable
    }

    /// The same error, said of a place further out: `path` is put in front of the path it already has.
    #[must_use]
    pub fn within(mut self, path: &str) -> Self {
        self.0.path = Some(match self.0.path.take() {
            Some(inner) => format!("{path}: {inner}"),
            None => path.to_owned(),
        });
        self
    }

    /// The same error without line and column: of a document whose text nobody wrote, such as an object of another language.
    ///
    /// ```
    /// use greenboard::document::{self, Format};
    /// let error = document::parse::<Vec<bool>>("[0]", Format::Json).unwrap_err().without_place();
    /// assert_eq!(error.to_string(), "[0]: expected true or false, found the number 0");
    /// ```
    #[must_use]
    pub fn without_place(mut self) -> Self {
        self.0.line = None;
        self.0.column = None;
        self
    }

    /// The same error, one map further out: `key` is put in front of the path inside the document.
    pub(crate) fn under_key(self, key: &str) -> Self {
        let plain = !key.is_empty() && !key.contains(['.', '[', ']', ':', '"', ' ']);
        self.under(if plain { key.to_owned() } else { format!("[{key:?}]") })
    }

    /// The same error, one list further out.
    pub(crate) fn under_index(self, index: usize) -> Self {
        self.under(format!("[{index}]"))
    }

    fn under(mut self, mut path: String) -> Self {
        if let Some(inner) = self.0.path.take() {
            if !inner.starts_with('[') {
                path.push('.');
            }
            path.push_str(&inner);
        }
        self.0.path = Some(path);
        self
    }

    /// The same error, said of a text that begins this many lines further down, and its first line this many columns further
    /// right.
    pub(crate) fn moved(mut self, lines: u32, columns: u32) -> Self {
        if self.0.line == Some(1) {
            self.0.column = self.0.column.map(|column| column.saturating_add(columns));
        }
        self.0.line = self.0.line.map(|line| line.saturating_add(lines));
        self
    }

    /// The same error, said of a value that begins at this place of a document: the column inside the value moves to the
    /// details, as `column_in_value`, since quotes and escapes may lie between the two.
    pub(crate) fn in_value_at(mut self, line: u32, column: u32) -> Self {
        if let Some(inside) = self.0.column.take() {
            self.0.details.insert("column_in_value", inside.into());
        }
        self.0.line = (line > 0).then_some(line);
        self.0.column = (column > 0).then_some(column);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        if let Some(path) = &inner.path {
            write!(f, "{path}: ")?;
        }
        match (inner.line, inner.column) {
            (Some(line), Some(column)) => write!(f, "line {line}, column {column}: ")?,
            (Some(line), None) => write!(f, "line {line}: ")?,
            (None, Some(column)) => write!(f, "column {column}: ")?,
            (None, None) => {}
        }
        f.write_str(&inner.message)
    }
}

impl std::error::Error for Error {}

/// Where in a text a failure lies; counted from 1, columns in characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub path: Option<String>,
    pub line: Option<u32>,
    pub column: Option<u32>,
}

/// A module's own error enum, on its way to becoming an [`Error`]. Implemented with the help of [`codes!`].
pub(crate) trait Coded: std::error::Error {
    /// The code of this variant.
    fn code(&self) -> &'static str;
    /// Where it happened.
    fn place(&self) -> Place {
        Place::default()
    }
    /// Facts about it as data.
    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        BTreeMap::new()
    }
    /// Whether trying again may help.
    fn retryable(&self) -> bool {
        false
    }
}

impl<E: Coded> From<E> for Error {
    fn from(error: E) -> Self {
        let Place { path, line, column } = error.place();
        Self(Box::new(Inner {
            code: error.code(),
            message: error.to_string(),
            path,
            line,
            column,
            details: error.details(),
            retryable: error.retryable(),
        }))
    }
}

/// Names the code of every variant of a module's error enum, and lists them for the catalogue.
///
/// ```text
/// codes! { VersionError {
///     VersionError::Empty { .. } => "version.empty",
/// } }
/// ```
/// expands to an exhaustive `VersionError::code_of(&self)` and the constant `VersionError::CODES`.
macro_rules! codes {
    ($error:ty { $($variant:pat => $code:literal),+ $(,)? }) => {
        impl $error {
            /// Every code of this module.
            pub(crate) const CODES: &'static [&'static str] = &[$($code),+];
            fn code_of(&self) -> &'static str {
                match self { $($variant => $code),+ }
            }
        }
    };
}
pub(crate) use codes;
