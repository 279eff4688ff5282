//! The values: what is to be written, and what is left to others.

use super::error::EditError;
use crate::document::{DocumentError, Fields, Node, Read, digest_text, names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a plan changes in the files of a repository. Made by [`edits`](super::edits); `source` writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Edits {
    /// The files that change, by path, each once.
    pub edits: Vec<Edit>,
    /// What could not be written, and who has to do it.
    #[schemars(default)]
    pub warnings: Vec<EditWarning>,
}

reads!(Edits as "greenboard/edits/1" { edits, warnings = Vec::new() });

/// What becomes of one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Edit {
    /// The file, relative to the repository's root, `/` between parts.
    pub path: String,
    /// What happens to it.
    pub kind: EditKind,
    /// The digest of the text that the edit was made of ([`digest_text`]); none of a file that is created.
    pub old_digest: Option<String>,
    /// The whole new text; none of a file that is deleted.
    pub text: Option<String>,
}

impl Read for Edit {
    fn read(node: &Node) -> crate::Result<Self> {
        let fields = Fields::of(node, None, &["path", "kind", "old_digest", "text"])?;
        let path = fields.required("path")?;
        let kind: EditKind = fields.required("kind")?;
        let (old_digest, text) = (fields.optional("old_digest")?, fields.optional("text")?);
        let edit = Self { path, kind, old_digest, text };
        let expected = match edit.kind {
            EditKind::Modify if edit.old_digest.is_none() || edit.text.is_none() => {
                "an old digest and a text of a file that is modified"
            }
            EditKind::Create if edit.old_digest.is_some() || edit.text.is_none() => {
                "a text and no old digest of a file that is created"
            }
            EditKind::Delete if edit.old_digest.is_none() || edit.text.is_some() => {
                "an old digest and no text of a file that is deleted"
            }
            _ => return Ok(edit),
        };
        let (what, input) = ("edit", edit.path);
        Err(DocumentError::InvalidValue { what, input, expected }.at(node.at))
    }
}

/// What happens to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// Its text is replaced.
    Modify,
    /// It is new.
    Create,
    /// It goes away.
    Delete,
}

impl EditKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Modify, Self::Create, Self::Delete];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Modify => "modify",
            Self::Create => "create",
            Self::Delete => "delete",
        }
    }
}

names!(EditKind: "kind of edit");

/// Something that a release needs and that is not written here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct EditWarning {
    /// The file it is about, relative to the repository's root.
    pub path: String,
    /// The sentence for people.
    pub message: String,
}

reads!(EditWarning { path, message });

impl Edit {
    /// A file with a new text in place of the old.
    ///
    /// ```
    /// use greenboard::plan::{Edit, EditKind};
    /// let edit = Edit::modify("version.txt", "1.0.0\n", "1.1.0\n");
    /// assert_eq!((edit.kind, edit.text.as_deref()), (EditKind::Modify, Some("1.1.0\n")));
    /// ```
    pub fn modify(path: impl Into<String>, old: &str, text: impl Into<String>) -> Self {
        let (old_digest, text) = (Some(digest_text(old)), Some(text.into()));
        Self { path: path.into(), kind: EditKind::Modify, old_digest, text }
    }
    /// A new file.
    pub fn create(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), kind: EditKind::Create, old_digest: None, text: Some(text.into()) }
    }
    /// A file that goes away.
    pub fn delete(path: impl Into<String>, old: &str) -> Self {
        Self { path: path.into(), kind: EditKind::Delete, old_digest: Some(digest_text(old)), text: None }
    }

    /// The digest of the new text; none of a file that is deleted.
    pub fn new_digest(&self) -> Option<String> {
        self.text.as_deref().map(digest_text)
    }
}

impl Edits {
    /// These edits, by path.
    pub fn new(edits: impl IntoIterator<Item = Edit>) -> Self {
        let mut edits: Vec<Edit> = edits.into_iter().collect();
        edits.sort();
        Self { edits, warnings: Vec::new() }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The edit of a file; none where it stays as it is.
    pub fn get(&self, path: &str) -> Option<&Edit> {
        self.edits.iter().find(|edit| edit.path == path)
    }

    /// The files as they are afterwards. Edits that are done already are passed over.
    ///
    /// ```
    /// use greenboard::plan::{Edit, Edits};
    /// use std::collections::BTreeMap;
    ///
    /// let files = BTreeMap::from([("a".to_owned(), "old".to_owned())]);
    /// let edits = Edits::new([Edit::modify("a", "old", "new"), Edit::create("b", "text")]);
    /// let after = edits.applied(&files)?;
    /// assert_eq!((after["a"].as_str(), after["b"].as_str()), ("new", "text"));
    /// assert_eq!(edits.applied(&after)?, after);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `plan.edit_changed` where a text is neither the old one nor the new.
    pub fn applied(&self, files: &BTreeMap<String, String>) -> crate::Result<BTreeMap<String, String>> {
        let mut files = files.clone();
        for edit in &self.edits {
            let present = files.get(&edit.path).map(digest_text);
            if present == edit.new_digest() {
                continue;
            }
            if present != edit.old_digest {
                return Err(EditError::Changed { path: edit.path.clone() }.into());
            }
            match &edit.text {
                Some(text) => files.insert(edit.path.clone(), text.clone()),
                None => files.remove(&edit.path),
            };
        }
        Ok(files)
    }

    /// Its canonical JSON, from which [`document::parse`](crate::document::parse) reads equal edits.
    ///
    /// # Errors
    /// `document.*`, for edits that were built by hand of what JSON cannot hold.
    pub fn to_json(&self) -> crate::Result<String> {
        crate::document::emit(self)
    }
}
