//! Each code of versions and requirements once; what every scheme says is in files of its own.

use super::said;
use greenboard::version::{Scheme, Step, Version, bulk};
use insta::assert_snapshot;

#[test]
fn every_code() {
    let parse = |text: &str| Version::parse_as(Scheme::Npm, text);
    let version = |text: &str| parse(text).unwrap();
    assert_snapshot!(said(parse("")), @"version.empty version is empty; expected major.minor.patch");
    assert_snapshot!(said(parse("1.x")), @r#"version.unexpected_character column 3: version "1.x" has unexpected "x" here; expected the minor version"#);
    assert_snapshot!(said(parse("99999999999999999999.0.0")), @r#"version.number_too_big column 1: version "99999999999999999999.0.0" has a number beyond 9007199254740991"#);
    assert_snapshot!(said(parse(&"1".repeat(5000))), @"version.too_long version is 5000 characters long; at most 4096 are read");
    assert_snapshot!(said("semver3".parse::<Scheme>()), @r#"version.unknown_scheme unknown version scheme "semver3"; expected one of cargo, npm, pep440, maven, go, calver, nuget, gem, debian"#);
    assert_snapshot!(said(version("9007199254740991.0.0").bump(Step::Major)), @r#"version.invalid version "9007199254740991.0.0" is not valid: its number cannot be raised beyond 9007199254740991"#);
    let other = Version::parse_as(Scheme::Pep440, "1.0").unwrap();
    assert_snapshot!(said(version("1.0.0").precedence(&other)), @"version.scheme_mismatch a npm version has no order or meaning against a pep440 one; parse both under one scheme");
    assert_snapshot!(said(Version::parse_as(Scheme::Calver, "2026.1.0").unwrap().bump(Step::Minor)), @"version.unsupported scheme calver cannot step without a pattern: which numbers of 2026.1.0 are dates is not known; use calver::Pattern, such as YYYY.0M.MICRO, and a date");
    assert_snapshot!(said(bulk::arrow::ipc_column(b"", None)), @"version.column the Arrow column cannot be read as versions: Ipc error: Expected schema message, found empty stream.");
}
