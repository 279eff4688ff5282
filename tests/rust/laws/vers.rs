//! Laws of `vers`: it says what the requirement says, its text is itself, and the way back leads to the same range.

use super::schemes::{grid, requirements};
use greenboard::version::vers::{Constraint, Vers, type_of};
use greenboard::{Requirement, Scheme};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_range_contains_what_the_requirement_accepts((scheme, requirements) in requirements()) {
        for requirement in &requirements {
            let Ok(range) = requirement.to_vers() else { continue };
            for version in grid(scheme).iter() {
                // What `vers` cannot say: rules for prereleases; for PEP 440, also those of post-releases and local versions;
                // for NuGet, what floats over releases only.
                let plain = matches!(scheme, Scheme::Maven | Scheme::Debian | Scheme::Calver);
                let release = !version.is_prerelease() && !version.as_str().contains("post") && !version.as_str().contains('+');
                // A range of Go's is one of a module's versions, and the path of a module says its major version.
                let same_module = scheme != Scheme::Go
                    || Requirement::parse_as(scheme, version.as_str()).unwrap().intersects(requirement).unwrap();
                if (plain || release) && same_module {
                    let (met, contained) = (requirement.matches(version).unwrap(), range.contains(version).unwrap());
                    prop_assert_eq!(met, contained, "{}: {} {} {}", scheme, requirement, range, version);
                }
            }
        }
    }

    #[test]
    fn a_range_is_its_text((_, requirements) in requirements()) {
        for range in requirements.iter().filter_map(|requirement| requirement.to_vers().ok()) {
            prop_assert_eq!(Vers::parse(&range.to_string()).unwrap(), range.clone());
            prop_assert_eq!(Vers::parse_lenient(&range.to_string()).unwrap(), range);
        }
    }

    #[test]
    fn the_way_back_leads_to_the_same_range((scheme, requirements) in requirements()) {
        for range in requirements.iter().filter_map(|requirement| requirement.to_vers().ok()) {
            if range.to_string().starts_with("vers:npm/>=0.0.0") {
                // node-semver leaves that comparator out.
                continue;
            }
            match Requirement::from_vers(&range) {
                Ok(back) => prop_assert_eq!(back.to_vers().unwrap(), range, "{}", back),
                // Every range of Maven's and npm's has a form; those of the others are mostly single intervals.
                Err(error) => prop_assert!(!matches!(scheme, Scheme::Maven | Scheme::Npm | Scheme::Calver), "{}", error),
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "vers:(npm|pypi|deb|none|all|datetime|[a-z]{1,3})/(([<>!]?=?[0-9a-z.%|*-]{0,6})\\|?){0,3}",
    ) {
        if let Ok(range) = Vers::parse(&text) {
            prop_assert_eq!(Vers::parse(&range.to_string()).unwrap(), range);
        }
        let _ = Vers::parse_lenient(&text);
    }

    #[test]
    fn any_version_survives_its_encoding(version in "\\PC{1,12}") {
        prop_assume!(!version.chars().any(char::is_control));
        let encoded = version.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let range = Vers::parse(&format!("vers:{}/{encoded}", type_of(Scheme::Maven))).unwrap();
        let Constraint { version: decoded, .. } = &range.constraints()[0];
        prop_assert_eq!(decoded, &version);
        prop_assert_eq!(Vers::parse(&range.to_string()).unwrap(), range);
    }
}
