//! The shape of history: which commit contains which, and which merge brought which.

use super::SourceError;
use super::git::{Git, Link};
use gix::ObjectId;
use std::collections::{BinaryHeap, HashMap, HashSet};

/// All commits that some heads contain, children before their parents.
pub(super) struct History {
    pub commits: Vec<Node>,
    /// The place of each in `commits`.
    pub numbers: HashMap<ObjectId, usize>,
}

pub(super) struct Node {
    pub id: ObjectId,
    pub tree: ObjectId,
    pub parents: Vec<usize>,
    pub seconds: i64,
    /// Whether the clone leaves its parents out.
    pub cut: bool,
}

impl History {
    pub(super) fn walk(git: &Git, heads: &[ObjectId]) -> Result<Self, SourceError> {
        let cut = git.cut()?;
        let mut links: HashMap<ObjectId, Link> = HashMap::new();
        let mut children: HashMap<ObjectId, usize> = heads.iter().map(|head| (*head, 0)).collect();
        let mut open: Vec<ObjectId> = children.keys().copied().collect();
        while let Some(id) = open.pop() {
            let mut link = git.link(id)?;
            if cut.contains(&id) {
                link.parents.clear();
            }
            for parent in &link.parents {
                let seen = children.entry(*parent).or_insert_with(|| {
                    open.push(*parent);
                    0
                });
                *seen += 1;
            }
            links.insert(id, link);
        }
        // By time, but no commit before the last of its children; then by hash.
        let mut ready = BinaryHeap::new();
        let key =
            |id: ObjectId, links: &HashMap<ObjectId, Link>| (links.get(&id).map(|link| link.seconds), id);
        ready.extend(children.iter().filter(|(_, count)| **count == 0).map(|(id, _)| key(*id, &links)));
        let mut order: Vec<(ObjectId, Link)> = Vec::with_capacity(links.len());
        while let Some((_, id)) = ready.pop() {
            for parent in links.get(&id).map(|link| link.parents.as_slice()).unwrap_or_default() {
                if let Some(waiting) = children.get_mut(parent) {
                    *waiting -= 1;
                    if *waiting == 0 {
                        ready.push(key(*parent, &links));
                    }
                }
            }
            if let Some(link) = links.remove(&id) {
                order.push((id, link));
            }
        }
        let numbers: HashMap<ObjectId, usize> =
            order.iter().enumerate().map(|(number, (id, _))| (*id, number)).collect();
        let commits = order.into_iter().map(|(id, link)| Node {
            id,
            tree: link.tree,
            parents: link.parents.iter().filter_map(|parent| numbers.get(parent).copied()).collect(),
            seconds: link.seconds,
            cut: cut.contains(&id),
        });
        Ok(Self { commits: commits.collect(), numbers })
    }

    pub(super) fn is_cut(&self) -> bool {
        self.commits.iter().any(|commit| commit.cut)
    }

    /// How a commit stands to others in time: the greater, the newer.
    pub(super) fn order(&self, number: usize) -> u64 {
        self.commits.len().saturating_sub(number) as u64
    }

    /// Which commits each of `ends` contains, itself included.
    pub(super) fn contained(&self, ends: &[usize]) -> Contained {
        let width = ends.len().div_ceil(64);
        let mut bits = vec![0u64; self.commits.len() * width];
        for (end, commit) in ends.iter().enumerate() {
            if let Some(word) = bits.get_mut(commit * width + end / 64) {
                *word |= 1 << (end % 64);
            }
        }
        for (number, commit) in self.commits.iter().enumerate() {
            for parent in &commit.parents {
                // Parents come later: nothing is passed on before it is complete.
                let Some((before, after)) = bits.split_at_mut_checked(parent * width) else { continue };
                let from = before.get(number * width..(number + 1) * width).unwrap_or_default();
                for (to, from) in after.iter_mut().zip(from) {
                    *to |= from;
                }
            }
        }
        Contained { width, bits, ends: ends.len() }
    }

    /// The commits on the line of first parents.
    pub(super) fn main_line(&self) -> HashSet<usize> {
        let next = |number: &usize| self.commits.get(*number)?.parents.first().copied();
        std::iter::successors((!self.commits.is_empty()).then_some(0), next).collect()
    }

    /// The innermost merge that brought each commit to the line of first parents of that merge; none for what is on the
    /// main line itself. Every commit is visited once: oldest first, a merge claims what nothing before it contained.
    pub(super) fn brought(&self) -> Vec<Option<usize>> {
        enum Step {
            /// The line of first parents that ends here, brought by this merge.
            Line(usize, Option<usize>),
            /// A commit of it, all before which is done.
            Commit(usize, Option<usize>),
        }
        let mut merge_of = vec![None; self.commits.len()];
        let mut done = vec![false; self.commits.len()];
        let is_done = |done: &[bool], number: usize| done.get(number).copied().unwrap_or(true);
        let mut steps = Vec::new();
        if !self.commits.is_empty() {
            steps.push(Step::Line(0, None));
        }
        while let Some(step) = steps.pop() {
            match step {
                Step::Line(end, merge) => {
                    let mut next = Some(end);
                    while let Some(number) = next.filter(|number| !is_done(&done, *number)) {
                        // Pushed last, and so done first: the oldest.
                        steps.push(Step::Commit(number, merge));
                        next = self.commits.get(number).and_then(|node| node.parents.first().copied());
                    }
                }
                Step::Commit(number, merge) => {
                    let (Some(own), Some(node)) = (merge_of.get_mut(number), self.commits.get(number)) else {
                        continue;
                    };
                    if is_done(&done, number) {
                        continue;
                    }
                    *own = merge;
                    if let Some(done) = done.get_mut(number) {
                        *done = true;
                    }
                    let branches = node.parents.iter().skip(1).rev();
                    steps.extend(branches.map(|branch| Step::Line(*branch, Some(number))));
                }
            }
        }
        merge_of
    }
}

/// A bit for each commit and end.
pub(super) struct Contained {
    width: usize,
    bits: Vec<u64>,
    ends: usize,
}

impl Contained {
    pub(super) fn has(&self, end: usize, commit: usize) -> bool {
        self.bits.get(commit * self.width + end / 64).is_some_and(|word| word >> (end % 64) & 1 == 1)
    }

    pub(super) fn in_all(&self, commit: usize) -> bool {
        let words = self.bits.get(commit * self.width..(commit + 1) * self.width).unwrap_or_default();
        words.iter().map(|word| word.count_ones() as usize).sum::<usize>() == self.ends
    }
}
