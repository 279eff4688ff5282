//! SPDX expressions against what is allowed and denied.

use crate::gate::pattern;
use spdx::{AdditionItem, Expression, LicenseItem, LicenseReq, ParseMode};

/// How expressions are read: by SPDX' grammar, ids that were replaced included, and `/` for `OR` as crates.io has it. Names
/// that merely look like an id's are not taken for it.
const MODE: ParseMode = ParseMode {
    allow_slash_as_or_operator: true,
    allow_imprecise_license_names: false,
    allow_postfix_plus_on_gpl: true,
    allow_deprecated: true,
    allow_unknown: false,
};

/// The longest expression that is read, in bytes.
const LONGEST: usize = 16 << 10;

/// What is allowed and denied.
pub(crate) struct Terms<'c> {
    allow: Vec<(&'c str, String)>,
    deny: Vec<(&'c str, String)>,
}

/// What an expression comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// There is a choice under which every licence is allowed.
    Allowed,
    /// There is none.
    Denied,
    /// It is no SPDX expression, and in neither list as it is.
    Unknown,
}

impl<'c> Terms<'c> {
    /// By these lists.
    pub(crate) fn new(allow: &'c [String], deny: &'c [String]) -> Self {
        let named =
            |list: &'c [String]| list.iter().map(|entry| (entry.as_str(), canonical(entry))).collect();
        Self { allow: named(allow), deny: named(deny) }
    }

    /// What an expression comes to.
    pub(crate) fn answer(&self, text: &str) -> Answer {
        let text = text.trim();
        if text.len() > LONGEST {
            return Answer::Unknown;
        }
        match Expression::parse_mode(text, MODE) {
            Ok(expression) if expression.evaluate(|term| self.allows(term)) => Answer::Allowed,
            Ok(_) => Answer::Denied,
            Err(_) if self.deny.iter().any(|(entry, _)| *entry == text) => Answer::Denied,
            Err(_) if self.allow.iter().any(|(entry, _)| *entry == text) => Answer::Allowed,
            Err(_) => Answer::Unknown,
        }
    }

    fn allows(&self, term: &LicenseReq) -> bool {
        let names = names(term);
        let exception = exception(term);
        let with = |name: &String| exception.as_ref().map(|exception| format!("{name} WITH {exception}"));
        let in_list =
            |list: &[(&str, String)], name: &str| list.iter().any(|(_, entry)| pattern::matches(entry, name));
        let combined: Vec<String> = names.iter().filter_map(with).collect();
        // An entry with the exception is about this very case, and so comes before one about the licence in general.
        if combined.iter().any(|name| self.allow.iter().any(|(_, entry)| entry == name)) {
            return !combined.iter().any(|name| self.deny.iter().any(|(_, entry)| entry == name));
        }
        let any = |list: &[(&str, String)]| names.iter().chain(&combined).any(|name| in_list(list, name));
        !any(&self.deny) && (self.allow.is_empty() || any(&self.allow))
    }
}

/// What a licence is called here: its id, and for one "or later" also that of the version itself. The GNU licences' old ids
/// are their new ones.
fn names(term: &LicenseReq) -> Vec<String> {
    match &term.license {
        LicenseItem::Spdx { id, or_later } => {
            let name = id.name;
            if !id.is_gnu() || name.contains("-with-") {
                let own = name.to_owned();
                return if *or_later { vec![format!("{name}+"), own] } else { vec![own] };
            }
            let base = name.strip_suffix("-only").or_else(|| name.strip_suffix("-or-later")).unwrap_or(name);
            let base = base.strip_suffix('+').unwrap_or(base);
            let later = *or_later || name.ends_with("-or-later") || name.ends_with('+');
            let only = format!("{base}-only");
            if later { vec![format!("{base}-or-later"), only] } else { vec![only] }
        }
        LicenseItem::Other(reference) => vec![reference.to_string()],
    }
}

fn exception(term: &LicenseReq) -> Option<String> {
    match term.addition.as_ref()? {
        AdditionItem::Spdx(id) => Some(id.name.to_owned()),
        AdditionItem::Other(other) => Some(other.to_string()),
    }
}

/// An entry of a list as licences are called here; as it is where it is no single licence, for it may hold a `*`.
fn canonical(entry: &str) -> String {
    let single = Expression::parse_mode(entry.trim(), MODE).ok();
    let term = single.as_ref().and_then(|expression| {
        let mut terms = expression.requirements();
        terms.next().filter(|_| terms.next().is_none())
    });
    let Some(term) = term else { return entry.trim().to_owned() };
    let name = names(&term.req).into_iter().next().unwrap_or_default();
    match exception(&term.req) {
        Some(exception) => format!("{name} WITH {exception}"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Terms};

    fn answer(allow: &[&str], deny: &[&str], text: &str) -> Answer {
        let owned = |list: &[&str]| -> Vec<String> { list.iter().map(|entry| (*entry).to_owned()).collect() };
        let (allow, deny) = (owned(allow), owned(deny));
        Terms::new(&allow, &deny).answer(text)
    }

    #[test]
    fn lists_decide() {
        use Answer::{Allowed, Denied, Unknown};
        for (allow, deny, text, expected) in [
            (&["MIT"][..], &[][..], "MIT OR GPL-3.0-only", Allowed),
            (&["MIT"], &[], "MIT AND GPL-3.0-only", Denied),
            (&["MIT", "Apache-2.0"], &[], "(MIT OR GPL-2.0-only) AND Apache-2.0", Allowed),
            (&["MIT", "Apache-2.0"], &[], "MIT/Apache-2.0", Allowed),
            (&[], &["GPL-*", "AGPL-*"], "LGPL-3.0-only", Allowed),
            (&[], &["GPL-*"], "GPL-2.0", Denied),
            (&["GPL-2.0"], &[], "GPL-2.0-only", Allowed),
            (&["GPL-2.0-only"], &[], "GPL-2.0+", Allowed),
            (&["GPL-2.0-or-later"], &[], "GPL-2.0-only", Denied),
            (&["Apache-2.0"], &[], "Apache-2.0 WITH LLVM-exception", Allowed),
            (
                &["GPL-2.0-only WITH Classpath-exception-2.0"],
                &["GPL-*"],
                "GPL-2.0-only WITH Classpath-exception-2.0",
                Allowed,
            ),
            (&["GPL-2.0-only WITH Classpath-exception-2.0"], &["GPL-*"], "GPL-2.0-only", Denied),
            (&["LicenseRef-Acme"], &[], "LicenseRef-Acme", Allowed),
            (&["MIT"], &[], "Public Domain", Unknown),
            (&["Public Domain"], &[], "Public Domain", Allowed),
            (&[], &["Commons Clause"], "Commons Clause", Denied),
            (&["MIT"], &[], "", Unknown),
        ] {
            assert_eq!(answer(allow, deny, text), expected, "{text} under {allow:?}, not {deny:?}");
        }
    }
}
