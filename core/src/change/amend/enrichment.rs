//! What hosts know of commits and their messages do not.

use super::{Amended, Commits, retell};
use crate::change::conventional::Mode;
use crate::change::{Change, Levels};
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a host tells of commits, as its API gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Enrichment {
    /// The details of each commit, by its hash or the first seven characters of it and more; a changeset is named by its id.
    #[schemars(default)]
    pub commits: BTreeMap<String, CommitDetails>,
}

reads!(Enrichment as "greenboard/enrichment/1" { commits = BTreeMap::new() });

/// What a host tells of one commit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct CommitDetails {
    /// The number of the pull request that brought it.
    pub pull_request: Option<u64>,
    /// The title of that pull request. A commit whose message is no conventional one is read by it.
    pub title: Option<String>,
    /// The text of that pull request. What stands in it between `BEGIN_COMMIT_OVERRIDE` and `END_COMMIT_OVERRIDE` is read in
    /// place of the message.
    pub body: Option<String>,
    /// Its labels.
    pub labels: Vec<String>,
    /// The name under which the author is known to the host.
    pub login: Option<String>,
}

reads!(CommitDetails { pull_request = None, title = None, body = None, labels = Vec::new(), login = None });

impl Enrichment {
    /// No details.
    pub fn new() -> Self {
        Self::default()
    }
    /// With those of one more commit.
    #[must_use]
    pub fn with(mut self, commit: impl Into<String>, details: CommitDetails) -> Self {
        self.commits.insert(commit.into(), details);
        self
    }
}

impl CommitDetails {
    /// Of a commit that this pull request brought.
    pub fn of_pull_request(number: u64) -> Self {
        Self { pull_request: Some(number), ..Self::default() }
    }
    /// With the title of the pull request.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
    /// With the text of the pull request.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }
    /// With one more label.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.labels.push(label.into());
        self
    }
    /// By whom the host knows under this name.
    #[must_use]
    pub fn with_login(mut self, login: impl Into<String>) -> Self {
        self.login = Some(login.into());
        self
    }
}

/// The changes with what the host knows of them; messages that it corrects are read in this mode and at these levels. What an
/// API gives may reach further than the changes: that a commit is [unknown](Amended::unknown) is no mistake.
///
/// ```
/// use greenboard::change::{Change, CommitDetails, Enrichment, Levels, Origin, conventional::Mode, enrich};
/// use greenboard::version::Bump;
///
/// let change = Change::new("9fceb02aa", "wip").with_bump("core", Bump::None).with_commit("9fceb02aa");
/// let details = CommitDetails::of_pull_request(12).with_title("feat: lanes").with_label("ui").with_login("ada");
/// let enrichment = Enrichment::new().with("9fceb02", details);
/// let change = enrich(&[change.with_origin(Origin::Commit)], &enrichment, Mode::Lenient, &Levels::new()).changes.remove(0);
/// assert_eq!((change.pull_request, change.bump_of("core")), (Some(12), Bump::Minor));
/// assert_eq!((change.description.as_str(), change.login.as_deref()), ("lanes", Some("ada")));
/// ```
pub fn enrich(changes: &[Change], enrichment: &Enrichment, mode: Mode, levels: &Levels) -> Amended {
    let commits = Commits::of(changes);
    let mut places: Vec<Vec<Change>> = changes.iter().map(|change| vec![change.clone()]).collect();
    let mut unknown = Vec::new();
    for (name, details) in &enrichment.commits {
        let named = commits.named(name);
        if named.is_empty() {
            unknown.push(name.clone());
        }
        let is_prose = || {
            let mut all = named.iter().filter_map(|at| places.get(*at)).flatten();
            all.all(|change| change.kind.is_none() && change.origin == crate::change::Origin::Commit)
        };
        let corrected = details.body.as_deref().and_then(commit_override_in);
        let title = details.title.as_deref().filter(|_| corrected.is_none() && is_prose());
        // A title that is no conventional one either says no more than the message.
        let title = title.filter(|title| crate::change::conventional::parse(title, mode).is_ok());
        if let Some(message) = corrected.or(title) {
            retell(&mut places, &named, message, mode, levels);
        }
        for at in &named {
            for change in places.get_mut(*at).into_iter().flatten() {
                change.pull_request = details.pull_request.or(change.pull_request);
                change.labels.extend_from_slice(&details.labels);
                change.labels.sort_unstable();
                change.labels.dedup();
                if details.login.is_some() {
                    change.login.clone_from(&details.login);
                }
            }
        }
    }
    Amended { changes: places.into_iter().flatten().collect(), unknown }
}

/// The message that the text of a pull request gives in place of that of its commit, as release-please has it: what follows
/// `BEGIN_COMMIT_OVERRIDE`, up to `END_COMMIT_OVERRIDE` or the next beginning.
///
/// ```
/// use greenboard::change::commit_override_in;
/// let body = "Words.\n\nBEGIN_COMMIT_OVERRIDE\nfix: arrays\nEND_COMMIT_OVERRIDE\n";
/// assert_eq!(commit_override_in(body), Some("fix: arrays"));
/// assert_eq!(commit_override_in("Words."), None);
/// ```
pub fn commit_override_in(body: &str) -> Option<&str> {
    const BEGIN: &str = "BEGIN_COMMIT_OVERRIDE";
    let (_, inside) = body.split_once(BEGIN)?;
    let inside = inside.split(BEGIN).next()?.split("END_COMMIT_OVERRIDE").next()?.trim();
    (!inside.is_empty()).then_some(inside)
}
