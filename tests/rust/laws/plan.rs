//! Plans: independent of order, monotone, as small as they can be, explained, and equal to a slow model.

use crate::oracle::plan::{Accepts, Model, Need, Part, Triple, name};
use greenboard::change::Change;
use greenboard::component::{Component, DependencyKind, GroupKind, Workspace};
use greenboard::document::{self, Format};
use greenboard::plan::{Cause, Peers, Plan, Policy, Propagation, plan};
use greenboard::version::Bump;
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const MOST: usize = 8;

fn at() -> Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

fn triple() -> impl Strategy<Value = Triple> {
    let versions: Vec<Triple> =
        vec![(0, 0, 0), (0, 0, 3), (0, 1, 0), (0, 4, 2), (1, 0, 0), (1, 2, 3), (2, 9, 9)];
    select(versions)
}

fn model() -> impl Strategy<Value = Model> {
    let stated_in = prop::option::weighted(0.5, 0..3_u8);
    let part = (prop::option::weighted(0.9, triple()), any::<bool>(), stated_in);
    let part = part.prop_map(|(version, private, stated_in)| Part { version, private, stated_in });
    let kinds = select(DependencyKind::ALL.to_vec());
    let accepts = select(vec![
        Accepts::Anything,
        Accepts::Caret,
        Accepts::Caret,
        Accepts::Tilde,
        Accepts::Exactly,
        Accepts::AtLeast,
    ]);
    let need = (any::<Index>(), any::<Index>(), kinds, accepts, prop::option::weighted(0.2, triple()));
    let groups = vec(prop::option::weighted(0.5, 0..3_usize), MOST);
    (vec(part, 1..=MOST), vec(need, 0..16), groups).prop_map(|(mut parts, needs, of_group)| {
        share_versions(&mut parts);
        let count = parts.len();
        let need = |(consumer, provider, kind, accepts, of): (Index, Index, _, Accepts, Option<Triple>)| {
            let (consumer, provider) = (consumer.index(count), provider.index(count));
            // A version that is not stated cannot be what a requirement names.
            let unstated = of.is_none() && parts[provider].version.is_none();
            let accepts = if unstated { Accepts::Anything } else { accepts };
            Need { consumer, provider, kind, accepts, of }
        };
        let needs = needs.into_iter().map(need).collect();
        let kinds = [GroupKind::Fixed, GroupKind::Linked, GroupKind::Fixed];
        let groups = kinds.iter().enumerate().map(|(group, kind)| {
            let members = (0..parts.len()).filter(|&part| of_group[part] == Some(group));
            (*kind, members.collect())
        });
        let groups = groups.collect();
        Model { parts, needs, groups }
    })
}

/// Gives most parts that take their version from one manifest the same one; a workspace made by hand may differ.
fn share_versions(parts: &mut [Part]) {
    let drawn = parts.to_vec();
    for (at, part) in parts.iter_mut().enumerate().filter(|(at, _)| at % 5 != 4) {
        let first = drawn[..at].iter().find(|other| other.stated_in == part.stated_in);
        if let Some(first) = first.filter(|_| part.stated_in.is_some()) {
            part.version = first.version;
        }
    }
}

/// What changes ask for, as (component, bump); the components are folded into the model's.
fn demands() -> impl Strategy<Value = Vec<(usize, Bump)>> {
    vec((0..MOST, select(Bump::ALL.to_vec())), 0..8)
}

fn policy() -> impl Strategy<Value = Policy> {
    let presets = select(vec!["greenboard", "cargo"]);
    let peers = select(Peers::ALL.to_vec());
    (presets, select(Propagation::ALL.to_vec()), peers).prop_map(|(preset, propagation, peers)| {
        let mut policy = Policy::preset(preset).unwrap().with_propagation(propagation);
        policy.rules[0].options.peers = peers;
        policy
    })
}

/// One change a demand.
fn changes(demands: &[(usize, Bump)], parts: usize) -> Vec<Change> {
    let change = |(index, (part, bump)): (usize, &(usize, Bump))| {
        Change::new(format!("change-{index}"), format!("change {index}"))
            .with_bump(name(part % parts), *bump)
            .with_at(at())
    };
    demands.iter().enumerate().map(change).collect()
}

fn planned(model: &Model, demands: &[(usize, Bump)], policy: &Policy) -> Plan {
    plan(&model.workspace(), &changes(demands, model.parts.len()), policy, at()).unwrap()
}

fn shuffled<T: Clone>(items: &[T], order: &[Index]) -> Vec<T> {
    let mut rest = items.to_vec();
    let mut out = Vec::new();
    for index in order.iter().cycle().take(items.len()) {
        out.push(rest.remove(index.index(rest.len())));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn it_is_the_slow_model_s(model in model(), demands in demands(), policy in policy()) {
        let plan = planned(&model, &demands, &policy);
        let folded: Vec<_> = demands.iter().map(|(part, bump)| (part % model.parts.len(), *bump)).collect();
        let expected = model.plan(&folded, &policy);
        let releases = plan.entries.iter().map(|entry| {
            let callers = entry.causes.iter().filter_map(Cause::provider).map(str::to_owned).collect();
            (entry.component.clone(), (entry.new.to_string(), entry.bump, callers))
        });
        prop_assert_eq!(releases.collect::<std::collections::BTreeMap<_, _>>(), expected.releases);
        let requirements = plan.requirements().map(|update| {
            (update.component.clone(), update.dependency.clone(), update.kind, update.new.clone())
        });
        prop_assert_eq!(requirements.collect::<std::collections::BTreeSet<_>>(), expected.requirements);
    }

    #[test]
    fn order_does_not_matter(
        model in model(), demands in demands(), policy in policy(), order in vec(any::<Index>(), 16),
    ) {
        let workspace = model.workspace();
        let changes = changes(&demands, model.parts.len());
        let first = plan(&workspace, &changes, &policy, at()).unwrap();
        let components: Vec<Component> = workspace.components().cloned().collect();
        let components = shuffled(&components, &order).into_iter().map(|mut component| {
            component.dependencies = shuffled(&component.dependencies, &order);
            component
        });
        let workspace = Workspace::new(components).unwrap().with_groups(workspace.groups().to_vec());
        let second = plan(&workspace, &shuffled(&changes, &order), &policy, at()).unwrap();
        prop_assert_eq!(first.to_json().unwrap(), second.to_json().unwrap());
        prop_assert_eq!(first, second);
    }

    #[test]
    fn more_changes_never_lower_a_bump(
        model in model(), demands in demands(), more in demands(), policy in policy(),
    ) {
        let fewer = planned(&model, &demands, &policy);
        let all = planned(&model, &[demands, more].concat(), &policy);
        for entry in &fewer.entries {
            let other = all.entry(&entry.component);
            prop_assert!(other.is_some_and(|other| other.bump >= entry.bump && other.new >= entry.new));
        }
    }

    #[test]
    fn every_release_is_needed_and_leads_back_to_a_change(
        model in model(), demands in demands(), policy in policy(),
    ) {
        let plan = planned(&model, &demands, &policy);
        for entry in &plan.entries {
            prop_assert!(entry.causes.iter().all(|cause| cause.bump() > Bump::None));
            prop_assert_eq!(entry.causes.iter().map(Cause::bump).max(), Some(entry.bump));
            prop_assert!(entry.old.as_ref().is_none_or(|old| entry.new > *old));
            prop_assert!(!entry.changelog.is_empty());
            let why = plan.why(&entry.component).unwrap();
            let causes = why.links.iter().flat_map(|link| &link.causes);
            prop_assert!(causes.clone().any(|cause| matches!(cause, Cause::Change(_))), "{}", why);
            for provider in causes.filter_map(Cause::provider) {
                prop_assert!(why.links.iter().any(|link| link.component == provider));
            }
            // A link stands once, and the text ends also where there is a circle.
            prop_assert!(why.links.len() <= plan.entries.len());
            prop_assert!(why.to_string().starts_with(&entry.component));
        }
    }

    #[test]
    fn no_requirement_is_left_unsatisfied(model in model(), demands in demands(), policy in policy()) {
        let workspace = model.workspace();
        let plan = planned(&model, &demands, &policy);
        for component in workspace.components() {
            for dependency in &component.dependencies {
                let Some(provider) = workspace.provider(component, dependency) else { continue };
                let (Some(entry), Some(requirement)) =
                    (plan.entry(&provider.name), &dependency.requirement) else { continue };
                if requirement.matches(&entry.new).unwrap() {
                    continue;
                }
                let released = plan.entry(&component.name).is_some();
                let must = dependency.kind != DependencyKind::Dev && (component.version.is_some() || !component.private);
                prop_assert!(released || !must);
                let moved = plan.requirements().find(|update| {
                    update.component == component.name
                        && update.dependency == provider.name
                        && update.kind == dependency.kind
                        && update.old == dependency.text
                });
                let moved = greenboard::Requirement::parse(&moved.unwrap().new).unwrap();
                prop_assert!(moved.matches(&entry.new).unwrap());
            }
        }
    }

    #[test]
    fn what_shares_a_version_shares_the_next(model in model(), demands in demands(), policy in policy()) {
        let workspace = model.workspace();
        let plan = planned(&model, &demands, &policy);
        for entry in &plan.entries {
            let of = workspace.get(&entry.component).unwrap();
            let shares = |other: &&Component| {
                of.version.is_some() && of.version_from.is_some()
                    && (&other.version, &other.version_from) == (&of.version, &of.version_from)
            };
            for other in workspace.components().filter(shares) {
                let other = plan.entry(&other.name);
                prop_assert!(other.is_some_and(|other| (&other.new, other.bump) == (&entry.new, entry.bump)));
            }
        }
        for (kind, members) in &model.groups {
            let mut released = members.iter().filter_map(|&member| plan.entry(&name(member)));
            let Some(first) = released.next() else { continue };
            let versionless = |&member: &usize| workspace.get(&name(member)).unwrap().version.is_none();
            // What states no version is released under the first one, or not at all.
            prop_assert!(released.all(|other| (&other.new, other.bump) == (&first.new, first.bump)));
            if *kind == GroupKind::Fixed {
                let left = members.iter().filter(|&&member| plan.entry(&name(member)).is_none());
                prop_assert!(left.clone().all(versionless));
            }
        }
    }

    #[test]
    fn once_applied_nothing_is_left_to_plan(model in model(), demands in demands(), policy in policy()) {
        let workspace = model.workspace();
        let plan = planned(&model, &demands, &policy);
        let components = workspace.components().cloned().map(|mut component| {
            if let Some(entry) = plan.entry(&component.name) {
                component.version = Some(entry.new.clone());
            }
            for update in plan.requirements().filter(|update| update.component == component.name) {
                let moved = component.dependencies.iter_mut().filter(|dependency| {
                    (&dependency.name, dependency.kind, &dependency.text)
                        == (&update.dependency, update.kind, &update.old)
                });
                for dependency in moved {
                    dependency.text = update.new.clone();
                    dependency.requirement = Some(greenboard::Requirement::parse(&update.new).unwrap());
                }
            }
            component
        });
        let applied = Workspace::new(components).unwrap().with_groups(workspace.groups().to_vec());
        let again = greenboard::plan::plan(&applied, &[], &policy, at()).unwrap();
        prop_assert!(again.is_empty() && again.rewrites.is_empty() && again.warnings.is_empty());
    }

    #[test]
    fn waves_respect_edges(model in model(), demands in demands(), policy in policy()) {
        let workspace = model.workspace();
        let plan = planned(&model, &demands, &policy);
        let listed = plan.waves.iter().map(|wave| {
            let mut names: Vec<&str> = wave.iter().flat_map(|unit| &unit.components).map(String::as_str).collect();
            names.sort_unstable();
            names
        });
        let listed: Vec<&str> = listed.flatten().collect();
        let entries: Vec<&str> = plan.entries.iter().map(|entry| entry.component.as_str()).collect();
        prop_assert_eq!(listed, entries);
        for entry in &plan.entries {
            prop_assert!(plan.waves[entry.wave - 1].iter().any(|unit| unit.components.contains(&entry.component)));
            let component = workspace.get(&entry.component).unwrap();
            for dependency in component.dependencies.iter().filter(|d| d.kind != DependencyKind::Dev) {
                let provider = workspace.provider(component, dependency);
                let Some(provider) = provider.and_then(|provider| plan.entry(&provider.name)) else { continue };
                let circle = reaches(&workspace, &provider.component, &entry.component);
                prop_assert!(circle || provider.wave < entry.wave);
                prop_assert!(provider.wave <= entry.wave);
            }
        }
    }

    #[test]
    fn a_plan_reads_back_equal(model in model(), demands in demands(), policy in policy()) {
        let plan = planned(&model, &demands, &policy);
        let read: Plan = document::parse(plan.to_json().unwrap(), Format::Json).unwrap();
        prop_assert_eq!(&read, &plan);
        for entry in &plan.entries {
            let why = plan.why(&entry.component).unwrap();
            let read: greenboard::plan::Why = document::parse(why.to_json().unwrap(), Format::Json).unwrap();
            prop_assert_eq!(read, why);
        }
    }
}

/// Whether one component depends on another, directly or through others.
fn reaches(workspace: &Workspace, from: &str, to: &str) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut stack = vec![from.to_owned()];
    while let Some(name) = stack.pop() {
        if name == to {
            return true;
        }
        let Some(component) = workspace.get(&name).filter(|_| seen.insert(name)) else { continue };
        let providers = component.dependencies.iter().filter_map(|d| workspace.provider(component, d));
        stack.extend(providers.map(|provider| provider.name.clone()));
    }
    false
}
