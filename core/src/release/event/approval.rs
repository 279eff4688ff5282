//! What happens to approvals and to the decision to go.

use crate::document::{Extra, reads};
use crate::release::approval::ApprovalSignature;
use crate::release::judge::Judged;
use crate::release::part::ReleaseWindow;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Somebody said yes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalGranted {
    /// The step.
    pub step: String,
    /// The role that they said it in.
    pub role: String,
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
    /// What they say.
    pub comment: Option<String>,
    /// What makes it a signature.
    pub signature: Option<ApprovalSignature>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalGranted keeping extra { step, role, digest, window, expires_at, retrospective = false, comment, signature });

impl ApprovalGranted {
    /// With nothing said beyond this.
    pub fn new(step: impl Into<String>, role: impl Into<String>, digest: impl Into<String>) -> Self {
        Self {
            step: step.into(),
            role: role.into(),
            digest: digest.into(),
            window: None,
            expires_at: None,
            retrospective: false,
            comment: None,
            signature: None,
            extra: Extra::default(),
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

    /// With `comment`: what they say.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// With `signature`: what makes it a signature.
    #[must_use]
    pub fn with_signature(mut self, signature: ApprovalSignature) -> Self {
        self.signature = Some(signature);
        self
    }
}

/// Enough said yes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalStepSatisfied {
    /// The step.
    pub step: String,
    /// Whether it was given after the fact.
    #[schemars(default)]
    pub retrospective: bool,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalStepSatisfied keeping extra { step, retrospective = false });

impl ApprovalStepSatisfied {
    /// With nothing said beyond this.
    pub fn new(step: impl Into<String>) -> Self {
        Self { step: step.into(), retrospective: false, extra: Extra::default() }
    }

    /// With `retrospective`: whether it was given after the fact.
    #[must_use]
    pub fn with_retrospective(mut self, retrospective: bool) -> Self {
        self.retrospective = retrospective;
        self
    }
}

/// Somebody said no.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalRejected {
    /// The step.
    pub step: String,
    /// Why.
    pub reason: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalRejected keeping extra { step, reason });

impl ApprovalRejected {
    /// With nothing said beyond this.
    pub fn new(step: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { step: step.into(), reason: reason.into(), extra: Extra::default() }
    }
}

/// What was approved is not what would go out: an approval counts no more.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalVoided {
    /// The step.
    pub step: String,
    /// Who had given it.
    pub by: String,
    /// Why.
    pub cause: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalVoided keeping extra { step, by, cause });

impl ApprovalVoided {
    /// With nothing said beyond this.
    pub fn new(step: impl Into<String>, by: impl Into<String>, cause: impl Into<String>) -> Self {
        Self { step: step.into(), by: by.into(), cause: cause.into(), extra: Extra::default() }
    }
}

/// Somebody took their approval back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalRevoked {
    /// The step.
    pub step: String,
    /// Why.
    pub reason: String,
    /// Under which name it was given, where that is another than the actor's.
    pub by: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalRevoked keeping extra { step, reason, by });

impl ApprovalRevoked {
    /// With nothing said beyond this.
    pub fn new(step: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { step: step.into(), reason: reason.into(), by: None, extra: Extra::default() }
    }

    /// With `by`: under which name it was given, where that is another than the actor's.
    #[must_use]
    pub fn with_by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }
}

/// Approvals rest while it is on hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalSuspended {
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalSuspended keeping extra {});

impl ApprovalSuspended {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { extra: Extra::default() }
    }
}

impl Default for ApprovalSuspended {
    fn default() -> Self {
        Self::new()
    }
}

/// Approvals count again.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalReinstated {
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalReinstated keeping extra {});

impl ApprovalReinstated {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { extra: Extra::default() }
    }
}

impl Default for ApprovalReinstated {
    fn default() -> Self {
        Self::new()
    }
}

/// An approval stopped to count.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ApprovalExpired {
    /// The step.
    pub step: String,
    /// Who had given it.
    pub by: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ApprovalExpired keeping extra { step, by });

impl ApprovalExpired {
    /// With nothing said beyond this.
    pub fn new(step: impl Into<String>, by: impl Into<String>) -> Self {
        Self { step: step.into(), by: by.into(), extra: Extra::default() }
    }
}

/// It is go.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct GoDecided {
    /// The digest of the scope that was decided on.
    pub digest: String,
    /// Until when it holds.
    #[schemars(with = "String")]
    pub valid_until: Timestamp,
    /// What the gates said.
    #[schemars(default)]
    pub judged: Vec<Judged>,
    /// Why.
    pub reason: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(GoDecided keeping extra { digest, valid_until, judged = Vec::new(), reason });

impl GoDecided {
    /// With nothing said beyond this.
    pub fn new(digest: impl Into<String>, valid_until: Timestamp) -> Self {
        Self { digest: digest.into(), valid_until, judged: Vec::new(), reason: None, extra: Extra::default() }
    }

    /// With `judged`: what the gates said.
    #[must_use]
    pub fn with_judged(mut self, judged: impl IntoIterator<Item = Judged>) -> Self {
        self.judged = judged.into_iter().collect();
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// It is no-go.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct NoGoDecided {
    /// Why.
    pub reason: Option<String>,
    /// What the gates said.
    #[schemars(default)]
    pub judged: Vec<Judged>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(NoGoDecided keeping extra { reason, judged = Vec::new() });

impl NoGoDecided {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, judged: Vec::new(), extra: Extra::default() }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `judged`: what the gates said.
    #[must_use]
    pub fn with_judged(mut self, judged: impl IntoIterator<Item = Judged>) -> Self {
        self.judged = judged.into_iter().collect();
        self
    }
}

impl Default for NoGoDecided {
    fn default() -> Self {
        Self::new()
    }
}

/// The decision to go holds no more.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct GoWithdrawn {
    /// Why.
    pub cause: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(GoWithdrawn keeping extra { cause });

impl GoWithdrawn {
    /// With nothing said beyond this.
    pub fn new(cause: impl Into<String>) -> Self {
        Self { cause: cause.into(), extra: Extra::default() }
    }
}

/// The decision to go ended.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct GoExpired {
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(GoExpired keeping extra {});

impl GoExpired {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { extra: Extra::default() }
    }
}

impl Default for GoExpired {
    fn default() -> Self {
        Self::new()
    }
}
