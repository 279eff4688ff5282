//! Whether the contracts between consumers and providers allow a version into an environment, as Pact's can-i-deploy answers it.
//!
//! ```
//! use greenboard::gate::contracts::{Deployable, Matrix, Pact, PactVerification, can_i_deploy};
//!
//! let mut matrix = Matrix::new();
//! matrix.pacts.push(Pact::new("web", "1.0", "orders"));
//! matrix.deployed.insert("orders".into(), vec!["7".into()]);
//! assert_eq!(can_i_deploy(&matrix, "web", "1.0").deployable, Deployable::Unknown);
//!
//! matrix.verifications.push(PactVerification::new("web", "1.0", "orders", "7", true));
//! assert_eq!(can_i_deploy(&matrix, "web", "1.0").deployable, Deployable::Yes);
//! ```
//!
//! # Rules
//!
//! - The version's own pacts name the providers that it requires. Consumers that have pacts with it are asked too, as far as they
//!   run in the environment; none has to.
//! - A pact is joined with the verifications of its content by the provider's versions in question. What counts is the last of
//!   a pact for a consumer's version, and the last verification of a content by a provider's version. A pact without any is a
//!   row without an answer.
//! - Ignored rows are set aside. The answer is no where the version exists nowhere, unknown where a row has no answer, else
//!   whether all rows succeeded. **Without rows it is yes**: what has no contracts breaks none. Of all that this crate
//!   answers, here and in what is copied from other tools, missing is not held against a release; a criterion of its own says
//!   otherwise (`dependencies` with `contracts: required`).
//! - Pact's broker takes a pact for answered once one of the provider's versions in the environment verified it.
//!   [`Matrix::every_version`] asks all of them, as the criterion does.

mod answer;
mod types;

pub use answer::{can_i_deploy, together};
pub use types::{ContractAnswer, ContractRow, Deployable, Ignored, Matrix, Pact, PactVerification};
