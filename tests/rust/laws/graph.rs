//! The graph against a slow and obvious one: a matrix of who reaches whom.

use greenboard::component::{
    Component, Cycle, Dependency, DependencyKind, Ecosystem, Graph, Unit, Workspace,
};
use greenboard::{Requirement, Version};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An edge from consumer to provider; whether it names a version.
type Row = (usize, usize, DependencyKind, bool);

const MOST: usize = 9;

fn rows() -> impl Strategy<Value = (Ecosystem, usize, Vec<Row>)> {
    let ecosystem = prop_oneof![Just(Ecosystem::Cargo), Just(Ecosystem::Npm)];
    (ecosystem, 1..=MOST).prop_flat_map(|(ecosystem, count)| {
        let kind = prop::sample::select(DependencyKind::ALL.to_vec());
        let row = (0..count, 0..count, kind, any::<bool>());
        (Just(ecosystem), Just(count), prop::collection::vec(row, 0..24))
    })
}

fn name(index: usize) -> String {
    format!("c{index}")
}

fn workspace(ecosystem: Ecosystem, count: usize, rows: &[Row]) -> Workspace {
    let version = Version::parse_as(ecosystem.scheme(), "1.0.0").unwrap();
    let components = (0..count).map(|index| {
        let dependencies = rows.iter().filter(|row| row.0 == index).map(|(_, provider, kind, versioned)| {
            let requirement = Requirement::parse_as(ecosystem.scheme(), "^1.0.0").unwrap();
            if *versioned {
                Dependency::new(name(*provider), *kind, requirement)
            } else {
                Dependency::unversioned(name(*provider), *kind, "").with_local(true)
            }
        });
        let component = Component::new(name(index), ecosystem, name(index)).with_version(version.clone());
        dependencies.fold(component, Component::with_dependency)
    });
    Workspace::new(components).unwrap()
}

/// Who reaches whom over at least one of the edges that `keep` keeps.
fn reach(count: usize, rows: &[Row], keep: impl Fn(&Row) -> bool) -> Vec<Vec<bool>> {
    let mut reach = vec![vec![false; count]; count];
    for row in rows.iter().filter(|row| row.0 != row.1 && keep(row)) {
        reach[row.0][row.1] = true;
    }
    for via in 0..count {
        for from in 0..count {
            for to in 0..count {
                reach[from][to] |= reach[from][via] && reach[via][to];
            }
        }
    }
    reach
}

fn orders(ecosystem: Ecosystem, (_, _, kind, versioned): &Row) -> bool {
    *kind != DependencyKind::Dev || (ecosystem == Ecosystem::Cargo && *versioned)
}

/// The wave of each selected component: the most selected units that any chain below it passes through.
fn model_waves(reach: &[Vec<bool>], selected: &BTreeSet<usize>) -> Vec<Vec<Unit>> {
    let circle = |a: usize, b: usize| a == b || (reach[a][b] && reach[b][a]);
    let below = |a: usize| selected.iter().copied().filter(move |b| reach[a][*b] && !circle(a, *b));
    let mut waves: BTreeMap<usize, usize> = selected.iter().map(|index| (*index, 0)).collect();
    for _ in 0..selected.len() {
        for index in selected {
            let wave = below(*index).map(|provider| waves[&provider] + 1).max().unwrap_or(0);
            waves.insert(*index, wave);
        }
    }
    let count = waves.values().max().map_or(0, |last| last + 1);
    let mut layers = vec![BTreeSet::new(); count];
    for (index, wave) in &waves {
        let unit: Vec<String> =
            selected.iter().filter(|other| circle(*index, **other)).map(|i| name(*i)).collect();
        layers[*wave].insert(unit);
    }
    layers.into_iter().map(|units| units.into_iter().map(Unit::new).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn equals_the_model((ecosystem, count, rows) in rows(), selection in prop::collection::btree_set(0..MOST, 0..MOST)) {
        let workspace = workspace(ecosystem, count, &rows);
        let graph = Graph::new(&workspace);
        let ordering = reach(count, &rows, |row| orders(ecosystem, row));
        prop_assert_eq!(graph.waves(), model_waves(&ordering, &(0..count).collect()));

        let selected: BTreeSet<usize> = selection.into_iter().filter(|index| *index < count).collect();
        let names = selected.iter().map(|index| name(*index)).collect();
        prop_assert_eq!(graph.waves_of(&names), model_waves(&ordering, &selected));

        let shipped = reach(count, &rows, |row| row.2 != DependencyKind::Dev);
        #[expect(clippy::needless_range_loop, reason = "the matrix is read by column")]
        for provider in 0..count {
            let uses = |consumer: &usize| *consumer != provider && shipped[*consumer][provider];
            let expected: Vec<String> = (0..count).filter(uses).map(name).collect();
            prop_assert_eq!(graph.dependents(&name(provider))?, expected);
        }
    }

    /// As long as there are waves, a unit of each, and every one needs the one before.
    #[test]
    fn the_longest_chain_goes_through_all_waves(
        (ecosystem, count, rows) in rows(),
        selection in prop::collection::btree_set(0..MOST, 0..MOST),
    ) {
        let graph = Graph::new(&workspace(ecosystem, count, &rows));
        let reach = reach(count, &rows, |row| orders(ecosystem, row));
        let names: BTreeSet<String> = selection.into_iter().filter(|at| *at < count).map(name).collect();
        let all = (graph.longest_chain(), graph.waves());
        let some = (graph.longest_chain_of(&names), graph.waves_of(&names));
        for (chain, waves) in [all, some] {
            prop_assert_eq!(chain.len(), waves.len());
            for (unit, wave) in chain.iter().zip(&waves) {
                prop_assert!(wave.contains(unit), "{:?} in {:?}", unit, wave);
            }
            prop_assert_eq!(chain.last(), waves.last().and_then(|last| last.first()));
            for pair in chain.windows(2) {
                let at = |unit: &Unit| (0..count).find(|at| name(*at) == unit.components[0]).unwrap();
                prop_assert!(reach[at(&pair[1])][at(&pair[0])], "{:?}", pair);
            }
        }
    }

    #[test]
    fn impact_is_by_distance((ecosystem, count, rows) in rows()) {
        let graph = Graph::new(&workspace(ecosystem, count, &rows));
        let shipped: BTreeSet<(usize, usize)> =
            rows.iter().filter(|row| row.0 != row.1 && row.2 != DependencyKind::Dev).map(|row| (row.0, row.1)).collect();
        for start in 0..count {
            // Ring after ring, each edge looked at for each.
            let mut distance = BTreeMap::from([(start, 0)]);
            for ring in 1..=count {
                for (consumer, provider) in &shipped {
                    if distance.get(provider) == Some(&(ring - 1)) {
                        distance.entry(*consumer).or_insert(ring);
                    }
                }
            }
            let via = |node: usize| {
                let nearer = shipped.iter().filter(|(consumer, _)| *consumer == node).map(|(_, provider)| *provider);
                nearer.filter(|provider| distance.get(provider) == Some(&(distance[&node] - 1))).min().unwrap()
            };
            let mut expected: Vec<_> = distance.iter().filter(|(node, _)| **node != start).collect();
            expected.sort_by_key(|(node, distance)| (**distance, **node));
            let expected: Vec<_> =
                expected.into_iter().map(|(node, distance)| (name(*node), *distance, name(via(*node)))).collect();
            let found = graph.impact(&name(start))?;
            let found: Vec<_> =
                found.into_iter().map(|i| (i.component, usize::try_from(i.distance).unwrap(), i.via)).collect();
            prop_assert_eq!(found, expected);
        }
    }

    /// Units hold every component once, after those they need; and numbers say what waves say.
    #[test]
    fn units_and_numbers((ecosystem, count, rows) in rows()) {
        let graph = Graph::new(&workspace(ecosystem, count, &rows));
        let reach = reach(count, &rows, |row| orders(ecosystem, row));
        let units = graph.units();
        let at = |name: &str| graph.names().iter().position(|known| known == name).unwrap();
        let order: Vec<Vec<usize>> =
            units.iter().map(|unit| unit.components.iter().map(|name| at(name)).collect()).collect();
        let mut all = order.concat();
        for (before, unit) in order.iter().enumerate() {
            for later in &order[before + 1..] {
                prop_assert!(!reach[unit[0]][later[0]], "{:?} needs {:?}", unit, later);
            }
            prop_assert!(unit.iter().all(|a| unit.iter().all(|b| a == b || reach[*a][*b])));
        }
        all.sort_unstable();
        prop_assert_eq!(all, (0..count).collect::<Vec<_>>());
        for (wave, units) in (0u32..).zip(graph.waves()) {
            for name in units.iter().flat_map(|unit| &unit.components) {
                prop_assert_eq!(graph.wave_numbers()[at(name)], wave);
            }
        }
    }

    /// Names and edges alone make the same graph, in whatever order they come.
    #[test]
    fn from_edges_is_the_same((_, count, rows) in rows(), turn in 0..MOST) {
        let shuffled = |at: usize| (at + turn) % count;
        let mut names = vec![String::new(); count];
        (0..count).for_each(|at| names[shuffled(at)] = name(at));
        let place = |at: usize| u32::try_from(shuffled(at)).unwrap();
        let edges: Vec<_> = rows.iter().map(|row| (place(row.0), place(row.1), row.2)).collect();
        let bare = Graph::from_edges(names, &edges)?;
        let graph = Graph::new(&workspace(Ecosystem::Npm, count, &rows));
        prop_assert_eq!(bare.edges().collect::<Vec<_>>(), graph.edges().collect::<Vec<_>>());
        prop_assert_eq!(bare.waves(), graph.waves());
        prop_assert_eq!(bare.cycles(), graph.cycles());
    }

    #[test]
    fn names_every_circle_with_its_edges((ecosystem, count, rows) in rows()) {
        let cycles = Graph::new(&workspace(ecosystem, count, &rows)).cycles();
        let reach = reach(count, &rows, |row| orders(ecosystem, row));
        let circles: BTreeSet<Vec<String>> = (0..count)
            .filter(|a| reach[*a][*a])
            .map(|a| (0..count).filter(|b| reach[a][*b] && reach[*b][a]).map(name).collect())
            .collect();
        let found: Vec<Vec<String>> = cycles.iter().map(|cycle| cycle.components.clone()).collect();
        prop_assert_eq!(found, circles.into_iter().collect::<Vec<_>>());
        for Cycle { components, edges, .. } in cycles {
            let expected: BTreeSet<_> = rows
                .iter()
                .filter(|row| row.0 != row.1 && orders(ecosystem, row))
                .map(|row| (name(row.0), name(row.1), row.2))
                .filter(|(from, to, _)| components.contains(from) && components.contains(to))
                .collect();
            let edges: Vec<_> = edges.into_iter().map(|edge| (edge.consumer, edge.provider, edge.kind)).collect();
            prop_assert_eq!(edges, expected.into_iter().collect::<Vec<_>>());
        }
    }
}

/// A hundred thousand components in one chain, closed to a circle or not: no recursion, and in a moment.
#[test]
fn a_long_chain_is_no_trouble() {
    const COUNT: usize = 100_000;
    let chain: Vec<Row> = (1..COUNT).map(|index| (index, index - 1, DependencyKind::Normal, true)).collect();
    let name = |index: usize| format!("c{index:06}");
    let build = |rows: &[Row]| {
        let mut components: Vec<Component> =
            (0..COUNT).map(|index| Component::new(name(index), Ecosystem::Cargo, name(index))).collect();
        for (consumer, provider, kind, _) in rows {
            let dependency = Dependency::unversioned(name(*provider), *kind, "").with_local(true);
            components[*consumer].dependencies.push(dependency);
        }
        Graph::new(&Workspace::new(components).unwrap())
    };
    let graph = build(&chain);
    assert_eq!(graph.waves().len(), COUNT);
    assert_eq!(graph.longest_chain().len(), COUNT);
    assert_eq!(graph.impact(&name(0)).unwrap()[COUNT - 2].distance as usize, COUNT - 1);
    assert_eq!(graph.dependents(&name(0)).unwrap().len(), COUNT - 1);
    assert!(graph.cycles().is_empty());

    let circle = [chain, vec![(0, COUNT - 1, DependencyKind::Build, true)]].concat();
    let graph = build(&circle);
    assert_eq!(graph.waves().len(), 1);
    assert_eq!(graph.cycles()[0].edges.len(), COUNT);
}

#[test]
fn edges_that_lead_nowhere_are_said() {
    let names = || ["a", "b"].map(str::to_owned);
    let nowhere = Graph::from_edges(names(), &[(0, 2, DependencyKind::Normal)]).unwrap_err();
    assert_eq!(nowhere.code(), "component.unknown");
    let twice = Graph::from_edges(["a", "b", "a"].map(str::to_owned), &[]).unwrap_err();
    assert_eq!(twice.code(), "component.duplicate");
}

#[test]
fn an_unknown_name_is_said() {
    let error = Graph::new(&Workspace::default()).dependents("core").unwrap_err();
    assert_eq!(error.code(), "component.unknown");
    assert_eq!(error.to_string(), "no component of this workspace is called \"core\"");
}
