//! The texts of a repository, by path: all that a manifest reader knows of the world.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The files of a repository. Paths are relative to its root, with `/` between the parts; the root itself is empty.
///
/// A map of texts is one; `source` reads from the disk, and only what is asked for.
pub trait Files {
    /// The text of a file; nothing where there is none.
    fn text(&self, path: &str) -> crate::Result<Option<Cow<'_, str>>>;

    /// The names of the folders directly inside a folder, sorted; none where there is no such folder.
    fn folders(&self, path: &str) -> crate::Result<Vec<String>>;
}

impl Files for BTreeMap<String, String> {
    fn text(&self, path: &str) -> crate::Result<Option<Cow<'_, str>>> {
        Ok(self.get(path).map(|text| Cow::Borrowed(text.as_str())))
    }

    fn folders(&self, path: &str) -> crate::Result<Vec<String>> {
        let inside = if path.is_empty() { String::new() } else { format!("{path}/") };
        let mut folders = Vec::new();
        let mut from = inside.clone();
        while let Some((file, _)) = self.range(from.clone()..).next() {
            let Some(rest) = file.strip_prefix(&inside) else { break };
            from = match rest.split_once('/') {
                Some((folder, _)) => {
                    if !folder.is_empty() {
                        folders.push(folder.to_owned());
                    }
                    // `0` follows `/`: the next file outside this folder.
                    format!("{inside}{folder}0")
                }
                None => format!("{file}\0"),
            };
        }
        Ok(folders)
    }
}

/// `path` below `folder`.
pub(in crate::component) fn join(folder: &str, path: &str) -> String {
    match (folder, path) {
        ("", path) => path.to_owned(),
        (folder, "") => folder.to_owned(),
        (folder, path) => format!("{folder}/{path}"),
    }
}

/// The longest path that leads anywhere, in bytes; no file system takes longer ones.
const LONGEST: usize = 4096;

/// The folder that `path`, written in a manifest in `folder`, leads to; none where that is outside the repository.
pub(crate) fn resolve(folder: &str, path: &str) -> Option<String> {
    let windows = path.replace('\\', "/");
    if windows.starts_with('/') || folder.len() + windows.len() > LONGEST {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in windows.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The folder itself, the one it is in, and so on to the root.
pub(in crate::component) fn upwards(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |folder| {
        (!folder.is_empty()).then(|| folder.rsplit_once('/').map_or("", |(above, _)| above))
    })
}

/// Whether `path` is `folder` or inside it.
pub(in crate::component) fn is_inside(path: &str, folder: &str) -> bool {
    folder.is_empty()
        || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
