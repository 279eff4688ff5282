//! What would turn an outcome into a pass.

/// What would turn an outcome into a pass: one step, or a choice among several.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Remedy {
    /// This one thing.
    Step(RemedyStep),
    /// All of these.
    All(Vec<Remedy>),
    /// So many of these.
    AtLeast(usize, Vec<Remedy>),
    /// Steps whose weights together reach what is needed.
    Weighted {
        /// The sum that is needed.
        needed: f64,
        /// The steps, each with what it adds.
        steps: Vec<(f64, Remedy)>,
    },
    /// Nothing that anybody can do: another version is needed.
    Never,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RemedyStep {
    /// What, in a sentence.
    pub action: String,
    /// Who; the criterion's owner, where none.
    pub owner: Option<String>,
    /// What it costs; as much as the criterion says, where none.
    pub cost: Option<f64>,
}

impl Remedy {
    /// One thing to do.
    pub(crate) fn step(action: impl Into<String>) -> Self {
        Self::Step(RemedyStep { action: action.into(), owner: None, cost: None })
    }

    /// One thing that somebody in particular has to do.
    pub(crate) fn step_of(owner: impl Into<String>, action: impl Into<String>) -> Self {
        Self::Step(RemedyStep { action: action.into(), owner: Some(owner.into()), cost: None })
    }
}

/// So many of the steps of each set, where of any two sets one lies in the other or they share no step: a step that is in
/// several counts in each. The steps cost alike, so that the fewest are the cheapest.
pub(crate) fn so_many_of_each(steps: &[Remedy], mut wanted: Vec<(usize, Vec<usize>)>) -> Remedy {
    /// The most ways that are told.
    const MOST: usize = 24;
    if let [(count, set)] = wanted.as_slice() {
        return Remedy::AtLeast(*count, set.iter().filter_map(|index| steps.get(*index)).cloned().collect());
    }
    // The inner ones first: what is taken in them counts in the outer ones.
    wanted.sort_by_key(|(_, set)| set.len());
    let fewest = |without: Option<usize>| {
        let mut taken = std::collections::BTreeSet::new();
        for (count, set) in &wanted {
            let there = set.iter().filter(|index| taken.contains(*index)).count();
            let more = set.iter().filter(|index| !taken.contains(*index) && Some(**index) != without);
            let more: Vec<usize> = more.copied().take(count.saturating_sub(there)).collect();
            if there + more.len() < *count {
                return None;
            }
            taken.extend(more);
        }
        Some(taken)
    };
    let Some(first) = fewest(None) else { return Remedy::Never };
    let mut ways = vec![first.clone()];
    for index in first.iter().rev() {
        if let Some(other) = fewest(Some(*index))
            && other.len() == first.len()
            && !ways.contains(&other)
            && ways.len() < MOST
        {
            ways.push(other);
        }
    }
    let all = ways
        .iter()
        .map(|way| Remedy::All(way.iter().filter_map(|index| steps.get(*index)).cloned().collect()));
    Remedy::AtLeast(1, all.collect())
}
