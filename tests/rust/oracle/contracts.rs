//! Pact's can-i-deploy, the long way: all pairs of versions, all verifications, every time.

use greenboard::gate::contracts::{Deployable, Matrix};

/// Yes, no or unknown, by looking at every pair of a consumer's and a provider's version.
pub fn can_i_deploy(matrix: &Matrix, component: &str, version: &str) -> Deployable {
    let live =
        |name: &str, v: &str| matrix.deployed.get(name).is_some_and(|list| list.iter().any(|x| x == v));
    let known = matrix.pacts.iter().any(|pact| pact.consumer == component && pact.version == version)
        || live(component, version)
        || matrix.verifications.iter().any(|verification| {
            verification.provider == component && verification.provider_version == version
                || verification.consumer == component && verification.version == version
        });
    if !known {
        return Deployable::No;
    }
    let mut answers = Vec::new();
    for (at, pact) in matrix.pacts.iter().enumerate() {
        let replaced = matrix.pacts[at + 1..].iter().any(|later| {
            (&later.consumer, &later.version, &later.provider)
                == (&pact.consumer, &pact.version, &pact.provider)
        });
        let own = pact.consumer == component && pact.version == version;
        let consumes =
            pact.consumer != component && pact.provider == component && live(&pact.consumer, &pact.version);
        if replaced || !(own || consumes) {
            continue;
        }
        let versions: Vec<String> = if own {
            matrix.deployed.get(&pact.provider).cloned().unwrap_or_default()
        } else {
            vec![version.to_owned()]
        };
        let mut rows = Vec::new();
        for by in versions {
            let last = matrix.verifications.iter().rev().find(|verification| {
                verification.provider == pact.provider
                    && verification.provider_version == by
                    && verification.consumer == pact.consumer
                    && same_content(matrix, pact, &verification.version)
            });
            if last.is_some() || matrix.every_version {
                rows.push((Some(by), last.map(|verification| verification.success)));
            }
        }
        if rows.is_empty() {
            rows.push((None, None));
        }
        for (by, success) in rows {
            let ignored = matrix.ignore.iter().any(|ignored| {
                let of = |name: &str, v: Option<&str>| {
                    ignored.component == name
                        && (ignored.version.is_none() || ignored.version.as_deref() == v)
                };
                of(&pact.consumer, Some(&pact.version)) || of(&pact.provider, by.as_deref())
            });
            if !ignored {
                answers.push(success);
            }
        }
    }
    if answers.iter().any(Option::is_none) {
        Deployable::Unknown
    } else if answers.iter().all(|answer| *answer == Some(true)) {
        Deployable::Yes
    } else {
        Deployable::No
    }
}

/// Whether a consumer's version asks the same of the provider as the pact does.
fn same_content(matrix: &Matrix, pact: &greenboard::gate::contracts::Pact, version: &str) -> bool {
    let of = matrix.pacts.iter().rev().find(|other| {
        other.consumer == pact.consumer && other.provider == pact.provider && other.version == version
    });
    match (of.and_then(|other| other.content.as_ref()), pact.content.as_ref()) {
        (Some(one), Some(other)) => one == other,
        (None, None) => version == pact.version,
        _ => false,
    }
}
