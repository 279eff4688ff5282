//! How a release gets to its registry, and what it is called there.

use super::policy::{Options, Policy, TrainMode};
use super::scope::Scope;
use crate::component::{Component, Ecosystem};
use crate::version::Version;

/// What an ecosystem does to publish.
struct Way {
    /// The ecosystem's name.
    ecosystem: &'static str,
    /// The command, with `{package}` and `{version}` filled in; empty where a tag is all that it takes.
    command: &'static [&'static str],
    /// What names the registry to the command, and whether the command cannot do without.
    registry: Flag,
    /// What says who may install it.
    access: Option<&'static str>,
    /// What says the dist-tag, and the one that goes without saying.
    dist_tag: Option<(&'static str, &'static str)>,
    /// Its type in package URLs.
    purl: &'static str,
    /// How releases are tagged, in the root and below it; none for the usual way.
    tag: Option<(&'static str, &'static str)>,
}

/// How the registry is handed to a command.
enum Flag {
    /// Behind this option, where there is one.
    Option(&'static str),
    /// As the last argument, without which there is no command.
    Last,
}

/// The ways of all ecosystems that publish: one row each.
const WAYS: &[Way] = &[
    Way {
        ecosystem: "cargo",
        command: &["cargo", "publish", "--package", "{package}"],
        registry: Flag::Option("--registry"),
        access: None,
        dist_tag: None,
        purl: "cargo",
        tag: Some(("v{version}", "{name}-v{version}")),
    },
    Way {
        ecosystem: "npm",
        command: &["npm", "publish"],
        registry: Flag::Option("--registry"),
        access: Some("--access"),
        dist_tag: Some(("--tag", "latest")),
        purl: "npm",
        tag: None,
    },
    Way {
        ecosystem: "python",
        command: &["uv", "publish"],
        registry: Flag::Option("--publish-url"),
        access: None,
        dist_tag: None,
        purl: "pypi",
        tag: None,
    },
    Way {
        ecosystem: "go",
        command: &[],
        registry: Flag::Option(""),
        access: None,
        dist_tag: None,
        purl: "golang",
        tag: Some(("{version}", "{path}/{version}")),
    },
    Way {
        ecosystem: "helm",
        command: &["helm", "push", "{package}-{version}.tgz"],
        registry: Flag::Last,
        access: None,
        dist_tag: None,
        purl: "helm",
        tag: None,
    },
];

fn way(ecosystem: Ecosystem) -> Option<&'static Way> {
    WAYS.iter().find(|way| way.ecosystem == ecosystem.name())
}

/// What an entry says of a release beside its version.
#[derive(Default)]
pub(super) struct Published {
    pub tag: Option<String>,
    pub dist_tag: Option<String>,
    pub access: Option<String>,
    pub publish: Vec<String>,
    pub registry_key: Option<String>,
}

/// How this release is published.
pub(super) fn published(scope: &Scope<'_>, policy: &Policy, at: u32, version: &Version) -> Published {
    let (Some(component), Some(options)) = (scope.component(at), scope.options(at)) else {
        return Published::default();
    };
    let mut out = Published::default();
    let way = way(component.ecosystem);
    if !component.private || options.tag_private {
        out.tag = Some(tag(scope, component, options, way, version));
    }
    if component.private {
        return out;
    }
    let train = scope.train(at).filter(|train| train.mode == TrainMode::Pre);
    let publishing = &component.publishing;
    if let Some(way) = way {
        if let Some((_, usual)) = way.dist_tag {
            let rides = policy.snapshot.as_ref().and_then(|snapshot| snapshot.tag.as_ref());
            let rides = rides.or(train.map(|train| &train.tag));
            let dist_tag = rides.or(publishing.dist_tag.as_ref()).or(options.dist_tag.as_ref());
            out.dist_tag = Some(dist_tag.cloned().unwrap_or_else(|| usual.to_owned()));
        }
        if way.access.is_some() {
            out.access = publishing.access.clone().or_else(|| options.access.clone());
        }
        out.registry_key = Some(key(way, component, version));
    }
    out.publish = match (&publishing.command, way) {
        (Some(command), _) => command.iter().map(|part| filled(part, component, version)).collect(),
        (None, Some(way)) => command(way, component, version, &out),
        (None, None) => Vec::new(),
    };
    out
}

fn command(way: &Way, component: &Component, version: &Version, published: &Published) -> Vec<String> {
    let mut command: Vec<String> = way.command.iter().map(|part| filled(part, component, version)).collect();
    if command.is_empty() {
        return command;
    }
    let mut option = |name: &str, value: &str| command.extend([name.to_owned(), value.to_owned()]);
    if let (Some(name), Some(access)) = (way.access, &published.access) {
        option(name, access);
    }
    if let (Some((name, usual)), Some(tag)) = (way.dist_tag, &published.dist_tag)
        && tag != usual
    {
        option(name, tag);
    }
    match (&way.registry, &component.publishing.registry) {
        (Flag::Option(name), Some(registry)) => option(name, registry),
        (Flag::Option(_), None) => {}
        (Flag::Last, Some(registry)) => command.push(registry.clone()),
        (Flag::Last, None) => command.clear(),
    }
    command
}

fn tag(
    scope: &Scope<'_>,
    component: &Component,
    options: &Options,
    way: Option<&Way>,
    version: &Version,
) -> String {
    let said = component.tag.as_deref().or(options.tag.as_deref());
    let in_root = component.path.is_empty();
    let usual = || match way.and_then(|way| way.tag) {
        Some((root, below)) => {
            if in_root {
                root
            } else {
                below
            }
        }
        None if in_root && scope.len() == 1 => "v{version}",
        None => "{name}@{version}",
    };
    filled(said.unwrap_or_else(usual), component, version)
}

/// A pattern with what it names filled in, in one pass, so that what a name holds is not filled in again.
fn filled(pattern: &str, component: &Component, version: &Version) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let values = [
            ("{name}", component.name.as_str()),
            ("{package}", component.package.as_str()),
            ("{unscoped}", unscoped(&component.package)),
            ("{path}", component.path.as_str()),
            ("{version}", version.as_str()),
        ];
        let found = values.iter().find_map(|(name, value)| Some((from.strip_prefix(name)?, *value)));
        let (after, value) = found.unwrap_or_else(|| (from.get(1..).unwrap_or_default(), "{"));
        out.push_str(value);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A package's name without npm's scope.
fn unscoped(package: &str) -> &str {
    let scoped = package.strip_prefix('@').and_then(|name| name.split_once('/'));
    scoped.map_or(package, |(_, name)| name)
}

/// The package URL of a release.
fn key(way: &Way, component: &Component, version: &Version) -> String {
    let package = match way.purl {
        // The index does not tell these apart.
        "pypi" => component.package.to_lowercase().replace('_', "-"),
        _ => component.package.clone(),
    };
    let parts: Vec<String> = package.split('/').map(encoded).collect();
    format!("pkg:{}/{}@{}", way.purl, parts.join("/"), encoded(version.as_str()))
}

/// A part of a package URL, percent-encoded.
fn encoded(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
