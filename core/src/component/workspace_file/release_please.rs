//! A release-please configuration, where it stands in for the workspace's file.

use super::Declaration;
use super::include::{Loaded, Pattern, Said, place};
use crate::component::manifest::files::{join, resolve};
use crate::component::manifest::problems::Problems;
use crate::component::manifest::tree::{Manifest, present, text};
use crate::component::manifest::{Ecosystem, Files, has_manifest};
use crate::document::Format;

const CONFIG: &str = "release-please-config.json";
const VERSIONS: &str = ".release-please-manifest.json";

/// The folders of its packages as roots, and a component for each that holds no manifest, at the version that its manifest file
/// has; nothing where there is no such configuration.
pub(in crate::component) fn of_release_please(
    files: &dyn Files,
    root: &str,
    problems: &mut Problems,
) -> Loaded {
    let mut loaded = Loaded::default();
    let Some(config) = Manifest::read(files, root, CONFIG, Format::Json, problems) else { return loaded };
    let versions = Manifest::read(files, root, VERSIONS, Format::Json, problems);
    let Some((_, packages)) = config.map(&config.root, "packages", problems) else { return loaded };
    let pattern = |text: String, at| Pattern { text, folder: String::new(), place: place(&config.path, at) };
    loaded.roots.push(pattern(globset::escape(root), config.root.at));
    for (key, package) in packages {
        let Some(folder) = resolve(root, &key.text) else { continue };
        if problems.take(has_manifest(files, &folder)).unwrap_or(true) {
            loaded.roots.push(pattern(globset::escape(&folder), key.at));
            continue;
        }
        let named =
            ["component", "package-name"].iter().find_map(|name| present(package, name).and_then(text));
        let last = folder.rsplit('/').next().filter(|name| !name.is_empty());
        let Some(name) = named.or(last) else { continue };
        let version =
            versions.as_ref().and_then(|versions| present(&versions.root, &key.text)).and_then(text);
        let declaration = Declaration {
            ecosystem: Some(Ecosystem::Generic),
            path: Some(key.text.clone()),
            version: version.map(str::to_owned),
            ..Declaration::default()
        };
        let mut node = package.clone();
        node.at = key.at;
        loaded.components.push(Said { what: (name.to_owned(), declaration), file: join(root, CONFIG), node });
    }
    loaded
}
