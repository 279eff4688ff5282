//! Waivers, found by criterion and component.

use crate::fact::Waiver;
use globset::{GlobBuilder, GlobMatcher};
use hashbrown::HashMap;
use std::sync::Arc;

/// Waivers by criterion, and by component where they name one.
#[derive(Debug, Clone, Default)]
pub(super) struct Exemptions {
    criteria: HashMap<String, OfCriterion>,
}

#[derive(Debug, Clone, Default)]
struct OfCriterion {
    /// Of one component, by its name.
    named: HashMap<String, Vec<Arc<Waiver>>>,
    /// Of all components, or of those whose names match.
    wide: Vec<(Option<Box<GlobMatcher>>, Arc<Waiver>)>,
}

impl Exemptions {
    pub(super) fn is_empty(&self) -> bool {
        self.criteria.is_empty()
    }

    pub(super) fn take(&mut self, waiver: Arc<Waiver>) {
        let of = self.criteria.entry_ref(waiver.criterion.as_str()).or_default();
        match &waiver.component {
            None => of.wide.push((None, waiver)),
            Some(name) => match glob(name) {
                Some(glob) => of.wide.push((Some(Box::new(glob)), waiver)),
                None => of.named.entry_ref(name.as_str()).or_default().push(waiver),
            },
        }
    }

    /// The waivers of a criterion that are for this component, in no order.
    pub(super) fn of<'a>(
        &'a self,
        criterion: &str,
        component: &'a str,
    ) -> impl Iterator<Item = &'a Arc<Waiver>> {
        let of = self.criteria.get(criterion);
        let named = of.and_then(|of| of.named.get(component)).into_iter().flatten();
        let wide = of.into_iter().flat_map(|of| &of.wide);
        let matches =
            move |glob: &Option<Box<GlobMatcher>>| glob.as_ref().is_none_or(|glob| glob.is_match(component));
        named.chain(wide.filter(move |(glob, _)| matches(glob)).map(|(_, waiver)| waiver))
    }
}

/// The longest glob of a fact that is understood, in bytes.
const LONGEST: usize = 1024;

/// Whether a name is a glob over names.
pub(super) fn is_glob(name: &str) -> bool {
    name.contains(['*', '?', '[', '{'])
}

/// A name as a glob; none where it is a plain name, and where it cannot be understood: then it names what is called so.
fn glob(name: &str) -> Option<GlobMatcher> {
    if !is_glob(name) || name.len() > LONGEST {
        return None;
    }
    let glob = GlobBuilder::new(name).literal_separator(false).build();
    glob.ok().map(|glob| glob.compile_matcher())
}
