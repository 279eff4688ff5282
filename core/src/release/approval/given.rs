//! What people said: approvals and decisions to go.

use crate::document::{names, reads};
use crate::release::part::ReleaseWindow;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What makes an approval a signature: name, time and meaning, bound to what was signed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ApprovalSignature {
    /// The printed name of whoever signs.
    pub name: String,
    /// What the signature means: review, approval, responsibility, …
    pub meaning: String,
    /// When it was signed; when it was said, where left out.
    #[schemars(with = "Option<String>")]
    pub signed_at: Option<Timestamp>,
    /// The digest of what was signed.
    pub digest: Option<String>,
    /// A DSSE envelope over it, as JSON text.
    pub envelope: Option<String>,
}

reads!(ApprovalSignature { name, meaning, signed_at, digest, envelope });

impl ApprovalSignature {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>, meaning: impl Into<String>) -> Self {
        Self { name: name.into(), meaning: meaning.into(), signed_at: None, digest: None, envelope: None }
    }

    /// With `signed_at`: when it was signed; when it was said, where left out.
    #[must_use]
    pub fn with_signed_at(mut self, signed_at: Timestamp) -> Self {
        self.signed_at = Some(signed_at);
        self
    }

    /// With `digest`: the digest of what was signed.
    #[must_use]
    pub fn with_digest(mut self, digest: impl Into<String>) -> Self {
        self.digest = Some(digest.into());
        self
    }

    /// With `envelope`: a DSSE envelope over it, as JSON text.
    #[must_use]
    pub fn with_envelope(mut self, envelope: impl Into<String>) -> Self {
        self.envelope = Some(envelope.into());
        self
    }
}

/// An approval that somebody gave.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct GivenApproval {
    /// The event that recorded it.
    pub event: String,
    /// The step.
    pub step: String,
    /// The role that it was given in.
    pub role: String,
    /// Who gave it.
    pub by: String,
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The digest of the scope that was looked at.
    pub digest: String,
    /// The window that was looked at.
    pub window: Option<ReleaseWindow>,
    /// When it stops to count.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// Whether it was given after the fact.
    #[schemars(default)]
    pub retrospective: bool,
    /// The round of approvals that it belongs to, from 1.
    pub round: u32,
    /// Whether it counts.
    pub standing: ApprovalStanding,
    /// What makes it a signature.
    pub signature: Option<ApprovalSignature>,
}

reads!(GivenApproval { event, step, role, by, at, digest, window, expires_at, retrospective = false, round, standing, signature });

impl GivenApproval {
    /// With nothing said beyond this.
    #[allow(clippy::too_many_arguments)] // An approval is all of that, or it is none.
    pub fn new(
        event: impl Into<String>,
        step: impl Into<String>,
        role: impl Into<String>,
        by: impl Into<String>,
        at: Timestamp,
        digest: impl Into<String>,
        round: u32,
        standing: ApprovalStanding,
    ) -> Self {
        Self {
            event: event.into(),
            step: step.into(),
            role: role.into(),
            by: by.into(),
            at,
            digest: digest.into(),
            window: None,
            expires_at: None,
            retrospective: false,
            round,
            standing,
            signature: None,
        }
    }

    /// With `window`: the window that was looked at.
    #[must_use]
    pub fn with_window(mut self, window: ReleaseWindow) -> Self {
        self.window = Some(window);
        self
    }

    /// With `expires_at`: when it stops to count.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// With `retrospective`: whether it was given after the fact.
    #[must_use]
    pub fn with_retrospective(mut self, retrospective: bool) -> Self {
        self.retrospective = retrospective;
        self
    }

    /// With `signature`: what makes it a signature.
    #[must_use]
    pub fn with_signature(mut self, signature: ApprovalSignature) -> Self {
        self.signature = Some(signature);
        self
    }
}

/// Whether an approval counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ApprovalStanding {
    /// It does.
    #[default]
    Counts,
    /// It will again when the release is no longer on hold.
    Suspended,
    /// What it was for changed.
    Voided,
    /// It was taken back.
    Revoked,
    /// Its time is over.
    Expired,
}

names!(ApprovalStanding: "standing of an approval");

impl ApprovalStanding {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Counts, Self::Suspended, Self::Voided, Self::Revoked, Self::Expired];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Suspended => "suspended",
            Self::Voided => "voided",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
        }
    }
}

/// A decision to go.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct GoDecision {
    /// Who decided.
    pub by: String,
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The digest of the scope that was decided on.
    pub digest: String,
    /// Until when it holds.
    #[schemars(with = "String")]
    pub valid_until: Timestamp,
}

reads!(GoDecision { by, at, digest, valid_until });

impl GoDecision {
    /// With nothing said beyond this.
    pub fn new(
        by: impl Into<String>,
        at: Timestamp,
        digest: impl Into<String>,
        valid_until: Timestamp,
    ) -> Self {
        Self { by: by.into(), at, digest: digest.into(), valid_until }
    }
}
