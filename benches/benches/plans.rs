//! Plans of whole monorepos under changesets' rules, beside `peers/plans.mjs`, which plans the same with changesets itself. CPU
//! time, median of five.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::change::Change;
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use greenboard::plan::{Policy, plan};
use greenboard::version::{Bump, Requirement, Scheme, Version};
use greenboard_benches::{Random, cpu};

fn main() {
    let policy = Policy::preset("changesets@2").unwrap();
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let given: Vec<u64> = std::env::args().filter_map(|count| count.parse().ok()).collect();
    let counts = if given.is_empty() { vec![1_000, 10_000, 100_000, 1_000_000] } else { given };
    for count in counts {
        let (workspace, changes) = monorepo(count);
        let made = plan(&workspace, &changes, &policy, at).unwrap();
        let time = cpu(|| plan(&workspace, &changes, &policy, at).unwrap());
        let ms = time.as_secs_f64() * 1e3;
        println!(
            "plan {count} packages {ms:>12.2} ms, {} released, {} kept",
            made.entries.len(),
            made.kept.len()
        );
    }
}

/// Packages in layers of a hundred, each with four dependencies on the layers before; one in a hundred is changed.
fn monorepo(count: u64) -> (Workspace, Vec<Change>) {
    let mut random = Random::new(7);
    let versions: Vec<String> =
        (0..count).map(|_| format!("{}.{}.{}", random.below(3), random.below(9), random.below(9))).collect();
    let mut changes = Vec::new();
    let mut components = Vec::new();
    for package in 0..count {
        let version = Version::parse_as(Scheme::Npm, &versions[package as usize]).unwrap();
        let mut component =
            Component::new(name(package), Ecosystem::Npm, format!("packages/{}", name(package)))
                .with_version(version);
        let before = package / 100 * 100;
        let mut seen = Vec::new();
        for _ in 0..4 {
            let (provider, kind, operator) =
                (random.below(before.max(1)), random.below(10), random.below(10));
            if before == 0 || seen.contains(&provider) {
                continue;
            }
            seen.push(provider);
            let kind = [DependencyKind::Dev, DependencyKind::Peer].get(kind as usize).copied();
            let operator = ["", "~"].get(operator as usize).copied().unwrap_or("^");
            let range = format!("{operator}{}", versions[provider as usize]);
            let range = Requirement::parse_as(Scheme::Npm, &range).unwrap();
            let kind = kind.unwrap_or(DependencyKind::Normal);
            component = component.with_dependency(Dependency::new(name(provider), kind, range));
        }
        components.push(component);
        if random.below(100) == 0 {
            let bump = [Bump::Patch, Bump::Minor, Bump::Major][random.below(3) as usize];
            let id = format!("change-{package}");
            let mut change = Change::new(&id, &id).with_bump(name(package), bump);
            change.origin = greenboard::change::Origin::Changeset;
            changes.push(change);
        }
    }
    (Workspace::new(components).unwrap(), changes)
}

fn name(package: u64) -> String {
    format!("@acme/p{package}")
}
