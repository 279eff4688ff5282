//! What can go wrong with the disk and with git.

use crate::error::{Coded, Place, codes};
use std::io;
use std::path::Path;

/// Why a repository cannot be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum SourceError {
    #[error("there is no such directory")]
    NoDirectory { dir: String },
    #[error("cannot {action}: {reason}")]
    Io { action: &'static str, path: String, reason: String, retryable: bool },
    #[error("there is no git repository here or above; changes are read from its history")]
    NoRepository { dir: String },
    #[error("git knows no branch, tag or commit {name:?}; fetch it, or correct the name")]
    UnknownRevision { name: String },
    #[error("git: cannot {action}: {reason}")]
    Git { action: &'static str, path: String, reason: String },
}

impl SourceError {
    pub(super) fn io(action: &'static str, path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind::{Interrupted, ResourceBusy, TimedOut, WouldBlock};
        let retryable = matches!(error.kind(), Interrupted | ResourceBusy | TimedOut | WouldBlock);
        Self::Io { action, path: path.display().to_string(), reason: error.to_string(), retryable }
    }
}

codes! { SourceError {
    SourceError::NoDirectory { .. } => "source.no_directory",
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
        let (Self::NoDirectory { dir: path }
        | Self::UnknownRevision { name: path }
        | Self::Io { path, .. }
        | Self::NoRepository { dir: path }
        | Self::Git { path, .. }) = self;
        Place { path: Some(path.clone()), ..Place::default() }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Io { retryable: true, .. })
    }
}
