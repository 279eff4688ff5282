//! What a change may reach.

use super::rows::{at, put};
use super::{DependencyKind, Graph};
use schemars::JsonSchema;
use serde::Serialize;

/// A component that a change of another may reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Impact {
    /// Its name.
    pub component: String,
    /// Over how many edges the change reaches it, at least; 1 for a direct dependent.
    pub distance: u32,
    /// The component through which it is reached first: one that is a step nearer, the first by name.
    pub via: String,
}

impl Graph {
    /// Every component that ships something of `name`, directly or through others, by distance and name: what a change of it may
    /// reach. Dev-dependencies are not followed, for they are never shipped.
    ///
    /// ```
    /// # use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Graph, Workspace};
    /// let uses = |name: &str| Dependency::unversioned(name, DependencyKind::Normal, "").with_local(true);
    /// let of = |name: &str| Component::new(name, Ecosystem::Cargo, name);
    /// let chain = [of("core"), of("lib").with_dependency(uses("core")), of("app").with_dependency(uses("lib"))];
    /// let graph = Graph::new(&Workspace::new(chain)?);
    ///
    /// let impact = graph.impact("core")?;
    /// assert_eq!((impact[1].component.as_str(), impact[1].distance, impact[1].via.as_str()), ("app", 2, "lib"));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `component.unknown` for a name that is not in the workspace.
    pub fn impact(&self, name: &str) -> crate::Result<Vec<Impact>> {
        let start = self.index(name)?;
        let (reached, via) = self.reached(start);
        let mut impact = Vec::with_capacity(reached.len());
        for (node, distance) in reached {
            impact.push(Impact {
                component: self.name(node).to_owned(),
                distance,
                via: self.name(at(&via, node)).to_owned(),
            });
        }
        Ok(impact)
    }

    /// The names of all that [`impact`](Self::impact) reaches, by name.
    ///
    /// # Errors
    /// As [`impact`](Self::impact).
    pub fn dependents(&self, name: &str) -> crate::Result<Vec<&str>> {
        let (reached, _) = self.reached(self.index(name)?);
        let mut nodes: Vec<u32> = reached.into_iter().map(|(node, _)| node).collect();
        nodes.sort_unstable();
        Ok(nodes.into_iter().map(|node| self.name(node)).collect())
    }

    /// Everything reached from `start`, with its distance, by distance and name; and through which node.
    fn reached(&self, start: u32) -> (Vec<(u32, u32)>, Vec<u32>) {
        const UNSEEN: u32 = u32::MAX;
        let mut via = vec![UNSEEN; self.count()];
        put(&mut via, start, start);
        let mut reached: Vec<(u32, u32)> = Vec::new();
        let mut ring = vec![start];
        let mut distance = 0u32;
        while !ring.is_empty() {
            distance += 1;
            let mut next = Vec::new();
            // A ring is sorted, so whoever reaches a node first is the first by name.
            for node in ring {
                for arc in self.dependents.of(node).filter(|arc| arc.kind != DependencyKind::Dev) {
                    if at(&via, arc.to) == UNSEEN {
                        put(&mut via, arc.to, node);
                        next.push(arc.to);
                    }
                }
            }
            next.sort_unstable();
            reached.extend(next.iter().map(|node| (*node, distance)));
            ring = next;
        }
        (reached, via)
    }
}
