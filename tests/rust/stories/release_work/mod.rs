//! A release from its creation to the decision to go: what each command asks, what happens, and why it is refused.

mod approvals;
mod four_eyes;
mod gates;
mod moving;
mod planning;
mod refusals;
mod scope;
mod stages;
mod story;
