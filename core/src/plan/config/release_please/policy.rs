//! From the options of the paths to a policy: one rule for all paths with the same options.

use super::FILE;
use super::keys::Unheard;
use super::plugin::Plugins;
use super::releaser::Releaser;
use super::types::ChangelogSection;
use crate::change::{ChangelogLayout, SectionRule};
use crate::component::{Group, GroupKind};
use crate::document;
use crate::plan::policy::{Dependents, Options, Policy, Propagation, Rewrite, Rule};
use crate::plan::{policy::option_path, preset};
use crate::version::Bump;
use std::collections::HashMap;

const PRESET: &str = "release-please";

/// The policy of these paths.
pub(super) fn of(
    paths: &[(String, Releaser)],
    plugins: &Plugins,
    unheard: &mut Unheard,
) -> crate::Result<Policy> {
    let mut policy = Policy::of([]);
    let mut rules = HashMap::new();
    for (path, releaser) in paths {
        let options = options(releaser, plugins);
        let selector = selector(path);
        let known = rules.get(&document::to_json(&options)?).copied();
        match known.and_then(|index: usize| policy.rules.get_mut(index)) {
            Some(rule) => rule.select.push(selector),
            None => {
                let index = policy.rules.len();
                rules.insert(document::to_json(&options)?, index);
                for option in options.differing(&preset::release_please::options()) {
                    policy.origins.insert(option_path(index, option), FILE.to_owned());
                }
                policy.rules.push(Rule::preset(PRESET)?.with_options(options).with_select(selector));
            }
        }
        if releaser.sections().iter().any(|section| section.hidden && section.kind == "feat") {
            let reason = "a hidden addition calls for no release, and makes none minor either";
            unheard.add("changelog-sections", format!("packages[{path:?}].changelog-sections"), reason);
        }
    }
    // What is not configured is not released.
    policy.ignore = match paths {
        [] => vec!["path:**".to_owned()],
        paths => paths.iter().map(|(path, _)| format!("!{}", selector(path))).collect(),
    };
    policy.origins.insert("ignore".to_owned(), FILE.to_owned());
    let named: HashMap<String, &str> =
        paths.iter().filter_map(|(path, releaser)| Some((releaser.stated_name()?, path.as_str()))).collect();
    for (name, components) in &plugins.linked {
        let member = |component: &String| match named.get(component) {
            Some(path) => selector(path),
            None => component.clone(),
        };
        let members: Vec<String> = components.iter().map(member).collect();
        let group = Group::new(GroupKind::Fixed, members);
        policy.groups.push(if name.is_empty() { group } else { group.with_name(name) });
    }
    if !policy.groups.is_empty() {
        policy.origins.insert("groups".to_owned(), FILE.to_owned());
    }
    Ok(policy)
}

/// What selects the component of a path.
fn selector(path: &str) -> String {
    format!("path:{}", globset::escape(path))
}

fn options(releaser: &Releaser, plugins: &Plugins) -> Options {
    let mut options = preset::release_please::options();
    options.versioning = releaser.versioning().into();
    options.levels = Some(releaser.levels());
    options.changelog = Some(layout(releaser));
    // A name of its own is the component's; see `ReleasePleaseConfig::workspace`.
    if releaser.stated_name().is_none() {
        options.tag = Some(releaser.tag());
    }
    let patch = Bump::Patch;
    match (releaser.release_type(), plugins) {
        ("node", Plugins { node: Some(node), .. }) => {
            let peer = if node.peers { patch } else { Bump::None };
            let all = options.dependents;
            options.dependents = Dependents { normal: patch, dev: patch, optional: patch, peer, ..all };
        }
        ("rust", Plugins { cargo: true, .. }) => {
            let all = options.dependents;
            options.dependents = Dependents { normal: patch, build: patch, dev: patch, ..all };
        }
        _ => return options,
    }
    options.propagation = Propagation::Always;
    options.rewrite = Rewrite::Patch;
    options
}

/// The sections of its changelog; what is not listed there is not shown.
fn layout(releaser: &Releaser) -> ChangelogLayout {
    let mut layout = ChangelogLayout::release_please();
    let rule = |section: ChangelogSection| {
        SectionRule::new(section.kind, section.section).with_hidden(section.hidden)
    };
    layout.sections = releaser.sections().into_iter().map(rule).collect();
    layout
}
