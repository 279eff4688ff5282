//! Identity against a list that is searched from front to back.

use greenboard::document::{self, Format};
use greenboard::fact::Identity;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Whether it is a person, the name, the tool, and what the tool calls it.
type Row = (bool, String, String, String);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (any::<bool>(), "[ab]", prop::sample::select(vec!["github", "email"]), "[xyX]");
    let row = row.prop_map(|(person, name, tool, alias)| (person, name, tool.to_owned(), alias));
    prop::collection::vec(row, 0..12)
}

fn build(rows: &[Row]) -> Identity {
    rows.iter().fold(Identity::new(), |identity, (person, name, tool, alias)| match person {
        true => identity.with_person(name, tool, alias),
        false => identity.with_component(name, tool, alias),
    })
}

/// The names that the rows give for an alias.
fn named<'r>(rows: &'r [Row], person: bool, tool: &str, alias: &str) -> BTreeSet<&'r str> {
    let same = |other: &str| match tool {
        "email" => other.eq_ignore_ascii_case(alias),
        _ => other == alias,
    };
    let found = rows.iter().filter(|row| row.0 == person && row.2 == tool && same(&row.3));
    found.map(|row| row.1.as_str()).collect()
}

proptest! {
    #[test]
    fn equals_a_list(rows in rows()) {
        let identity = build(&rows);
        let mut several = 0;
        for tool in ["github", "email", "jira"] {
            for alias in ["x", "y", "X", "a"] {
                for person in [true, false] {
                    let found = if person { identity.person(tool, alias) } else { identity.component(tool, alias) };
                    let names = named(&rows, person, tool, alias);
                    match found {
                        Ok(name) => prop_assert_eq!(name.into_iter().collect::<BTreeSet<_>>(), names),
                        Err(error) => {
                            several += usize::from(tool != "email" || alias != "X");
                            prop_assert!(names.len() > 1);
                            prop_assert_eq!(error.code(), "fact.ambiguous_alias");
                            let said: Vec<&str> =
                                error.details()["names"].as_array().unwrap().iter().map(|n| n.as_str().unwrap()).collect();
                            prop_assert_eq!(said, names.into_iter().collect::<Vec<_>>());
                        }
                    }
                }
            }
        }
        prop_assert_eq!(identity.ambiguous().len(), several);
    }

    /// The order in which it was learned is forgotten, and its document tells it whole.
    #[test]
    fn order_does_not_matter((rows, cut) in (rows(), any::<prop::sample::Index>())) {
        let github: Vec<Row> = rows.into_iter().filter(|row| row.2 == "github").collect();
        let identity = build(&github);
        let mut reversed = github.clone();
        reversed.reverse();
        prop_assert_eq!(&build(&reversed), &identity);
        let (front, back) = github.split_at(cut.index(github.len() + 1));
        prop_assert_eq!(&build(back).and(&build(front)), &identity);
        let text = document::emit(&identity)?;
        prop_assert_eq!(document::parse::<Identity>(&text, Format::Json)?, identity);
    }
}
