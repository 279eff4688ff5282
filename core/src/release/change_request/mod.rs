//! Change requests: the states that the tickets of change management go through, by the kind of change.
//!
//! Which state leads where is a table ([`change_transitions`]), one row a state of a kind of change; [`advance_change`] moves a [`ChangeFlow`] by
//! it, or says why not. States, holds and closing are those of ServiceNow's state model.
//!
//! ```
//! use greenboard::fact::ChangeType;
//! use greenboard::release::change_request::{ChangeFlow, ChangeState, ChangeStep, advance_change};
//!
//! let flow = ChangeFlow::new(ChangeType::Emergency);
//! let asked = advance_change(&flow, &ChangeStep::advance())?;
//! assert_eq!(asked.state, ChangeState::Authorize);
//! let refused = advance_change(&asked, &ChangeStep::advance()).unwrap_err();
//! assert_eq!(refused.to_string(), "it waits for approvals: approve or reject it");
//! assert_eq!(advance_change(&asked, &ChangeStep::approve())?.state, ChangeState::Scheduled);
//! # Ok::<(), greenboard::Error>(())
//! ```

mod advance;
mod flow;
mod refusal;
mod step;
mod table;

pub use advance::advance_change;
pub use flow::{ChangeApprovals, ChangeFlow, ChangeState, ChangeTask, TaskHold};
pub use refusal::{ChangeRefusal, ChangeRefused};
pub use step::{ChangeAction, ChangeStep, CloseCode};
pub use table::{ChangeTransition, change_transitions};
