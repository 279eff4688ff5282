//! What can go wrong with the disk and with git.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Why a repository cannot be read or written.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum SourceError {
    #[error("there is no such directory")]
    NoDirectory { dir: String },
    #[error("no greenboard.yaml with a section `gates` is there; name a gate file")]
    NoGates { dir: String },
    #[error("cannot {action}: {reason}")]
    Io { action: &'static str, path: String, reason: String, retryable: bool },
    #[error("there is no git repository here or above; changes are read from its history")]
    NoRepository { dir: String },
    #[error("git knows no branch, tag or commit {name:?}; fetch it, or correct the name")]
    UnknownRevision { name: String },
    #[error("git: cannot {action}: {reason}")]
    Git { action: &'static str, path: String, reason: String },
    #[error("nothing is written there: {reason}")]
    Outside { path: String, reason: String },
    #[error(
        "no longer what the edits were made of: {}; nothing is written, make the plan and the edits anew",
        paths.join(", ")
    )]
    Changed { paths: Vec<String> },
    #[error("another run writes into the repository; try again once it is done")]
    Busy { path: String },
    #[error(
        "an earlier run was stopped half-way, and is not at its end for {}; run apply or recover, or settle these files by \
         hand and delete {journal}",
        paths.join(", ")
    )]
    Interrupted { paths: Vec<String>, journal: &'static str },
}

impl SourceError {
    pub(super) fn io(action: &'static str, path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind::{Interrupted, ResourceBusy, TimedOut, WouldBlock};
        let retryable = matches!(error.kind(), Interrupted | ResourceBusy | TimedOut | WouldBlock);
        Self::Io { action, path: path.display().to_string(), reason: error.to_string(), retryable }
    }
}

codes! { SourceError {
    SourceError::Outside { .. } => "source.outside",
    SourceError::Changed { .. } => "source.changed",
    SourceError::Busy { .. } => "source.busy",
    SourceError::Interrupted { .. } => "source.interrupted",
    SourceError::NoDirectory { .. } => "source.no_directory",
    SourceError::NoGates { .. } => "source.no_gates",
    SourceError::Io { .. } => "source.io",
    SourceError::NoRepository { .. } => "source.no_repository",
    SourceError::UnknownRevision { .. } => "source.unknown_revision",
    SourceError::Git { .. } => "source.git",
} }

impl Coded for SourceError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        let path = match self {
            Self::NoDirectory { dir: path }
            | Self::NoGates { dir: path }
            | Self::UnknownRevision { name: path }
            | Self::Io { path, .. }
            | Self::NoRepository { dir: path }
            | Self::Git { path, .. }
            | Self::Outside { path, .. }
            | Self::Busy { path } => Some(path),
            Self::Changed { paths } | Self::Interrupted { paths, .. } => paths.first(),
        };
        Place { path: path.cloned(), ..Place::default() }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::Changed { paths } | Self::Interrupted { paths, .. } => {
                BTreeMap::from([("paths", paths.as_slice().into())])
            }
            _ => BTreeMap::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Io { retryable: true, .. } | Self::Busy { .. })
    }
}
