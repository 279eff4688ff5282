//! The values: branches as they are configured and tagged, and what may be released from each.

use crate::document::{Fields, Node, Read, Value, names, reads};
use crate::version::{Bump, Scheme, Version};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A branch that releases are made from, with the versions that are tagged on it.
///
/// ```
/// use greenboard::plan::{Branch, Identifier, Tag};
/// let next = Branch::new("next").with_tag(Tag::parse("2.0.0")?);
/// let beta = Branch::new("beta").with_prerelease(Identifier::Branch);
/// assert_eq!((next.tags[0].version.as_str(), beta.identifier()), ("2.0.0", Some("beta")));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Branch {
    /// Its name.
    pub name: String,
    /// For a maintenance branch: what it maintains, such as `1.x` or `1.4.x`; none where its name says so, or for another branch.
    pub range: Option<String>,
    /// The channel that its releases are published on; none for the default one of its kind: the branch's name, and the default channel for
    /// the first release branch.
    pub channel: Option<Channel>,
    /// For a prerelease branch: the identifier of its versions; none for another branch.
    pub prerelease: Option<Identifier>,
    /// The versions tagged on it, in any order.
    #[schemars(default)]
    pub tags: Vec<Tag>,
}

reads!(Branch as "greenboard/branch/1" {
    name,
    range = None,
    channel = None,
    prerelease = None,
    tags = Vec::new(),
});

impl Branch {
    /// A branch of this name, without tags.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), range: None, channel: None, prerelease: None, tags: Vec::new() }
    }
    /// Maintaining this range.
    #[must_use]
    pub fn with_range(mut self, range: impl Into<String>) -> Self {
        self.range = Some(range.into());
        self
    }
    /// Publishing on this channel.
    #[must_use]
    pub fn with_channel(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }
    /// With prereleases.
    #[must_use]
    pub fn with_prerelease(mut self, identifier: Identifier) -> Self {
        self.prerelease = Some(identifier);
        self
    }
    /// With one more tag.
    #[must_use]
    pub fn with_tag(mut self, tag: Tag) -> Self {
        self.tags.push(tag);
        self
    }

    /// The identifier of its prereleases; none where it is no prerelease branch.
    pub fn identifier(&self) -> Option<&str> {
        match self.prerelease.as_ref()? {
            Identifier::Branch => Some(&self.name),
            Identifier::Named(identifier) => Some(identifier),
        }
    }
}

/// A channel of publication.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Channel {
    /// The default channel, though the kind of branch has another; `false` in documents.
    Default,
    /// The channel of this name.
    Named(String),
}

/// The identifier of a prerelease branch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identifier {
    /// The branch's name; `true` in documents.
    Branch,
    /// This one.
    Named(String),
}

/// A text, or one truth value that stands for something.
fn text_or(node: &Node, flag: bool, expected: &'static str) -> crate::Result<Option<String>> {
    match &node.value {
        Value::Text(text) => Ok(Some(text.clone())),
        Value::Bool(value) if *value == flag => Ok(None),
        _ => Err(node.expected(expected)),
    }
}

impl Read for Channel {
    fn read(node: &Node) -> crate::Result<Self> {
        Ok(text_or(node, false, "a channel's name, or false")?.map_or(Self::Default, Self::Named))
    }
}

impl Read for Identifier {
    fn read(node: &Node) -> crate::Result<Self> {
        Ok(text_or(node, true, "a prerelease identifier, or true")?.map_or(Self::Branch, Self::Named))
    }
}

impl Serialize for Channel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Default => serializer.serialize_bool(false),
            Self::Named(name) => serializer.serialize_str(name),
        }
    }
}

impl Serialize for Identifier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Branch => serializer.serialize_bool(true),
            Self::Named(name) => serializer.serialize_str(name),
        }
    }
}

macro_rules! text_or_flag {
    ($($type:ident: $flag:literal, $summary:literal),+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schemars::json_schema!({ "type": ["string", "boolean"], "description": $summary })
            }
        }
    )+};
}

text_or_flag! {
    Channel: false, "A channel's name; `false` for the default channel.",
    Identifier: true, "A prerelease identifier; `true` for the branch's name."
}

/// A released version, as a tag names it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Tag {
    /// The version, a SemVer one.
    pub version: Version,
    /// The channels that it is published on, null for the default channel; empty where on that alone.
    #[schemars(default)]
    pub channels: Vec<Option<String>>,
}

impl Tag {
    /// A version on the default channel.
    pub fn new(version: Version) -> Self {
        Self { version, channels: Vec::new() }
    }
    /// Reads a version, perhaps behind a `v`, on the default channel.
    ///
    /// # Errors
    /// `version.*` where the text is no SemVer version.
    pub fn parse(text: &str) -> crate::Result<Self> {
        Version::parse_as(Scheme::Npm, text.strip_prefix('v').unwrap_or(text)).map(Self::new)
    }
    /// On these channels instead.
    #[must_use]
    pub fn with_channels(mut self, channels: impl IntoIterator<Item = Option<String>>) -> Self {
        self.channels = channels.into_iter().collect();
        self
    }

    /// Whether it is published on this channel; none is the default one.
    pub(super) fn is_on(&self, channel: Option<&str>) -> bool {
        let only_default = self.channels.is_empty() && channel.is_none();
        only_default || self.channels.iter().any(|other| other.as_deref() == channel)
    }
}

impl Read for Tag {
    fn read(node: &Node) -> crate::Result<Self> {
        let fields = Fields::of(node, None, &["version", "channels"])?;
        let tag = fields.with("version", |node| node.parsed(Self::parse))?;
        let tag = tag.ok_or_else(|| fields.missing("version"))?;
        Ok(match fields.optional("channels")? {
            Some(channels) => Self { channels, ..tag },
            None => tag,
        })
    }
}

/// What a branch is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BranchKind {
    /// Fixes and additions to what was released before.
    Maintenance,
    /// What comes next.
    Release,
    /// What is tried out before it comes next.
    Prerelease,
}

impl BranchKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Maintenance, Self::Release, Self::Prerelease];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Maintenance => "maintenance",
            Self::Release => "release",
            Self::Prerelease => "prerelease",
        }
    }
}

names!(BranchKind: "kind of branch");

/// What may be released from a branch, given what is released from the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BranchRange {
    /// The branch's name.
    pub name: String,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: BranchKind,
    /// The versions that may be released from it, as `>=1.2.0 <2.0.0`; none where every version may: on a prerelease branch.
    pub range: Option<String>,
    /// The bumps that stay within the range, lowest first; none on a prerelease branch.
    pub accept: Option<Vec<Bump>>,
    /// The channel that its releases are published on; none for the default channel.
    pub channel: Option<Channel>,
    /// For a maintenance branch: the versions that may be merged into it from other branches.
    pub merge_range: Option<String>,
    /// Whether it is the first of the release branches.
    pub main: bool,
    /// The identifier of its prereleases; none where it makes none.
    pub prerelease: Option<String>,
}

reads!(BranchRange as "greenboard/branch_range/1" {
    name,
    kind as "type",
    range = None,
    accept = None,
    channel = None,
    merge_range = None,
    main = false,
    prerelease = None,
});
