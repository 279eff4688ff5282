//! The little of git that is needed: the head, tags, commits, and the files a commit changes. gix stays inside.

use super::error::SourceError;
use gix::ObjectId;
use gix::diff::tree::{Recorder, State, recorder::Change};
use gix::objs::{CommitRefIter, TreeRefIter};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Display;
use std::path::Path;

/// What shapes history in a commit.
pub(super) struct Link {
    pub tree: ObjectId,
    pub parents: Vec<ObjectId>,
    /// When it was committed, in seconds since 1970.
    pub seconds: i64,
}

/// What a commit says.
#[derive(Default)]
pub(super) struct Text {
    pub message: String,
    /// `Name <address>`.
    pub author: String,
}

/// A git repository in use by one thread.
pub(super) struct Git {
    repository: gix::Repository,
    top: String,
    state: State,
}

impl Git {
    /// The repository whose work tree has its top here.
    pub(super) fn open(top: &Path) -> Result<Self, SourceError> {
        // Isolated: neither the environment nor the user's configuration may change what is read.
        let options = gix::open::Options::isolated();
        let name = top.display().to_string();
        let repository = gix::ThreadSafeRepository::open_opts(top, options);
        let mut repository = match repository {
            Ok(repository) => repository.to_thread_local(),
            Err(error) => return Err(failure("open the repository", &name, error)),
        };
        // Each commit's tree is its child's parent tree: most are asked for twice.
        repository.object_cache_size_if_unset(32 << 20);
        Ok(Self { repository, top: name, state: State::default() })
    }

    fn fail<E: Display>(&self, action: &'static str) -> impl Fn(E) -> SourceError {
        move |error| failure(action, &self.top, error)
    }

    /// The address that the remote `origin` was cloned from, where there is one.
    pub(super) fn origin(&self) -> Option<String> {
        let address = self.repository.config_snapshot().string("remote.origin.url")?;
        std::str::from_utf8(&address).ok().map(str::to_owned)
    }

    /// The commit that is checked out; none before the first.
    pub(super) fn head(&self) -> Result<Option<ObjectId>, SourceError> {
        let mut head = self.repository.head().map_err(self.fail("read HEAD"))?;
        Ok(head.try_peel_to_id().map_err(self.fail("read HEAD"))?.map(gix::Id::detach))
    }

    /// The commit that a name leads to: a branch, a tag, a remote branch, or a hash; none where there is no such thing.
    pub(super) fn commit(&self, name: &str) -> Result<Option<ObjectId>, SourceError> {
        let remote = format!("origin/{name}");
        for name in [name, remote.as_str()] {
            // What cannot be the name of a reference may still be a hash.
            if let Ok(Some(mut reference)) = self.repository.try_find_reference(name) {
                let id = reference.peel_to_id().map_err(self.fail("follow the reference"))?;
                return Ok(Some(id.detach()));
            }
        }
        Ok(self.repository.rev_parse_single(name).ok().map(gix::Id::detach))
    }

    /// The blobs in a folder of a tree, by name; none where there is no such folder.
    pub(super) fn folder(
        &self,
        tree: ObjectId,
        folder: &str,
    ) -> Result<Option<(ObjectId, BTreeSet<String>)>, SourceError> {
        let tree = self.repository.find_tree(tree).map_err(self.fail("read the files of a commit"))?;
        let entry = tree.lookup_entry_by_path(folder).map_err(self.fail("read the files of a commit"))?;
        let Some(entry) = entry.filter(|entry| entry.mode().is_tree()) else { return Ok(None) };
        let id = entry.object_id();
        let tree = self.repository.find_tree(id).map_err(self.fail("read the files of a commit"))?;
        let files = tree.iter().filter_map(Result::ok).filter(|entry| entry.mode().is_blob());
        Ok(Some((id, files.map(|entry| entry.filename().to_string()).collect())))
    }

    /// The blob of a file in a tree; none where there is no such file.
    pub(super) fn file(&self, tree: ObjectId, path: &str) -> Result<Option<ObjectId>, SourceError> {
        let tree = self.repository.find_tree(tree).map_err(self.fail("read the files of a commit"))?;
        let entry = tree.lookup_entry_by_path(path).map_err(self.fail("read the files of a commit"))?;
        Ok(entry.filter(|entry| entry.mode().is_blob()).map(|entry| entry.object_id()))
    }

    /// What is in a blob.
    pub(super) fn blob(&self, id: ObjectId) -> Result<Vec<u8>, SourceError> {
        let blob = self.repository.find_blob(id).map_err(self.fail("read a file of a commit"))?;
        Ok(blob.detach().data)
    }

    /// Every tag with the object it leads to in the end, and the errors of those that lead nowhere.
    pub(super) fn tags(&self) -> Result<(BTreeMap<String, ObjectId>, BTreeSet<String>), SourceError> {
        let references = self.repository.references().map_err(self.fail("list the tags"))?;
        let tags = references.tags().map_err(self.fail("list the tags"))?;
        let mut found = BTreeMap::new();
        let mut broken = BTreeSet::new();
        for tag in tags.peeled().map_err(self.fail("list the tags"))? {
            match tag {
                // A name that is no text names no release.
                Ok(tag) => {
                    if let Ok(name) = std::str::from_utf8(tag.name().shorten())
                        && let Some(id) = tag.try_id()
                    {
                        found.insert(name.to_owned(), id.detach());
                    }
                }
                Err(error) => {
                    broken.insert(error.to_string());
                }
            }
        }
        Ok((found, broken))
    }

    /// The commits whose parents a shallow clone leaves out.
    pub(super) fn cut(&self) -> Result<HashSet<ObjectId>, SourceError> {
        let cut = self.repository.shallow_commits().map_err(self.fail("read where the clone is cut off"))?;
        Ok(cut.iter().flat_map(|cut| cut.iter().copied()).collect())
    }

    /// The shape of history at a commit.
    pub(super) fn link(&self, id: ObjectId) -> Result<Link, SourceError> {
        let commit = self.repository.find_commit(id).map_err(self.fail("read a commit"))?;
        let tree = commit.tree_id().map_err(self.fail("read a commit"))?.detach();
        let parents = commit.parent_ids().map(gix::Id::detach).collect();
        // A time that cannot be read orders nothing: parents still come after their children.
        let seconds = commit.time().map_or(0, |time| time.seconds);
        Ok(Link { tree, parents, seconds })
    }

    /// What a commit says.
    pub(super) fn text(&self, id: ObjectId) -> Result<Text, SourceError> {
        let commit = self.repository.find_commit(id).map_err(self.fail("read a commit"))?;
        let message = commit.message_raw_sloppy();
        let author = match commit.author() {
            Ok(author) => format!("{} <{}>", author.name, author.email),
            Err(_) => String::new(),
        };
        Ok(Text { message: decoded(message, encoding(commit.iter())), author })
    }

    /// The files in which two trees differ, sorted; all of `to` where there is no `from`. A renamed file is in both places.
    pub(super) fn changed(
        &mut self,
        from: Option<ObjectId>,
        to: ObjectId,
    ) -> Result<Vec<String>, SourceError> {
        if from == Some(to) {
            return Ok(Vec::new());
        }
        let Self { repository, top, state } = self;
        let find = |id| {
            let object = repository.find_object(id);
            object.map_err(|error| failure("read the files of a commit", top, error))
        };
        let kind = repository.object_hash();
        let before = from.map(find).transpose()?;
        let after = find(to)?;
        let before = before.as_ref().map_or(&[][..], |tree| &tree.data);
        let mut seen = Recorder::default();
        gix::diff::tree(
            TreeRefIter::from_bytes(before, kind),
            TreeRefIter::from_bytes(&after.data, kind),
            state,
            &repository.objects,
            &mut seen,
        )
        .map_err(|error| failure("compare two commits", top, error))?;
        let files = seen.records.into_iter().filter_map(|record| match record {
            Change::Addition { entry_mode, path, .. } | Change::Deletion { entry_mode, path, .. } => {
                (!entry_mode.is_tree()).then_some(path)
            }
            Change::Modification { entry_mode, path, .. } => (!entry_mode.is_tree()).then_some(path),
        });
        let mut files: Vec<String> = files.map(|path| String::from_utf8_lossy(&path).into_owned()).collect();
        files.sort_unstable();
        files.dedup();
        Ok(files)
    }
}

/// The instant, or the nearest there is.
pub(super) fn instant(seconds: i64) -> Timestamp {
    let clamped = seconds.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
    Timestamp::from_second(clamped).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The encoding that a commit says its message has; UTF-8 where it says nothing.
fn encoding(commit: CommitRefIter<'_>) -> Option<String> {
    let header = commit.flatten().find_map(|token| match token {
        gix::objs::commit::ref_iter::Token::Encoding(name) => Some(name.to_string()),
        _ => None,
    });
    header.map(|name| name.to_ascii_lowercase())
}

fn decoded(bytes: &[u8], encoding: Option<String>) -> String {
    match encoding.as_deref() {
        // In Latin-1 every byte is the character of its number.
        Some("iso-8859-1" | "iso8859-1" | "latin1" | "latin-1") => {
            bytes.iter().copied().map(char::from).collect()
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn failure(action: &'static str, top: &str, error: impl Display) -> SourceError {
    SourceError::Git { action, path: top.to_owned(), reason: error.to_string() }
}
