//! What is said of bad PEP 440 versions, specifiers and steps.

use greenboard::version::pep440::{Parts, Specifier};
use greenboard::version::{Increment, Step};
use greenboard::{Requirement, Scheme, Version};
use insta::assert_snapshot;

fn version(text: &str) -> String {
    Version::parse_as(Scheme::Pep440, text).unwrap_err().to_string()
}

fn specifiers(text: &str) -> String {
    Requirement::parse_as(Scheme::Pep440, text).unwrap_err().to_string()
}

fn bump(text: &str, by: Increment) -> String {
    Version::parse_as(Scheme::Pep440, text).unwrap().bump(by).unwrap_err().to_string()
}

#[test]
fn versions() {
    assert_snapshot!(version(""), @"version is empty; expected a version such as 1.2.3");
    assert_snapshot!(version("french toast"), @r#"column 1: version "french toast" has unexpected "f" here; expected a number"#);
    assert_snapshot!(version("1..2"), @r#"column 3: version "1..2" has unexpected "." here; expected a number or one of a, b, rc, post, dev"#);
    assert_snapshot!(version("1.x.0"), @r#"column 3: version "1.x.0" has unexpected "x" here; expected a number or one of a, b, rc, post, dev"#);
    assert_snapshot!(version("1."), @r#"column 3: version "1." has unexpected end of text here; expected a number or one of a, b, rc, post, dev"#);
    assert_snapshot!(version("1 .0"), @r#"column 2: version "1 .0" has unexpected " " here; expected '.' and a number, one of a, b, rc, post, dev, '+' or the end"#);
    assert_snapshot!(version("1!"), @r#"column 3: version "1!" has unexpected end of text here; expected a number"#);
    assert_snapshot!(version("1.0alph1"), @r#"column 5: version "1.0alph1" has unexpected "l" here; expected post, dev, '+' or the end"#);
    assert_snapshot!(version("1.0a1.b2"), @r#"column 7: version "1.0a1.b2" has unexpected "b" here; expected post or dev"#);
    assert_snapshot!(version("1.0.post1-2"), @r#"column 11: version "1.0.post1-2" has unexpected "2" here; expected dev"#);
    assert_snapshot!(version("1.0.dev1a1"), @r#"column 9: version "1.0.dev1a1" has unexpected "a" here; expected '+' or the end"#);
    assert_snapshot!(version("1.0-"), @r#"column 5: version "1.0-" has unexpected end of text here; expected a number or one of a, b, rc, post, dev"#);
    assert_snapshot!(version("1.0+"), @r#"column 5: version "1.0+" has unexpected end of text here; expected a letter or a digit"#);
    assert_snapshot!(version("1.0+ubuntu..1"), @r#"column 12: version "1.0+ubuntu..1" has unexpected "." here; expected a letter or a digit"#);
    assert_snapshot!(version("1.0+foo&bar"), @r#"column 8: version "1.0+foo&bar" has unexpected "&" here; expected a letter, a digit or the end"#);
    assert_snapshot!(version("٠١٢.٣"), @r#"column 1: version "٠١٢.٣" has unexpected "٠" here; expected a number"#);
    assert_snapshot!(version("1.0.dev99999999999999999999"), @r#"column 8: version "1.0.dev99999999999999999999" has a number beyond 18446744073709551615"#);
    assert_snapshot!(version(&"1.".repeat(3000)), @"version is 6000 characters long; at most 4096 are read");
}

#[test]
fn specifier_texts() {
    assert_snapshot!(specifiers("2.0"), @r#"column 1: specifier "2.0" has unexpected "2" here; expected one of the operators ~=, ==, !=, <=, >=, <, > and ==="#);
    assert_snapshot!(specifiers("=>2.0"), @r#"column 1: specifier "=>2.0" has unexpected "=" here; expected one of the operators ~=, ==, !=, <=, >=, <, > and ==="#);
    assert_snapshot!(specifiers(">=1.0 <2.0"), @r#"column 6: specifier ">=1.0 <2.0" has unexpected " " here; expected ',' and another specifier, or the end"#);
    assert_snapshot!(specifiers(">=1.0, <"), @r#"column 9: specifier ">=1.0, <" has unexpected end of text here; expected a number"#);
    assert_snapshot!(specifiers(">= , <2"), @r#"column 4: specifier ">= , <2" has unexpected "," here; expected a number"#);
    assert_snapshot!(specifiers("~=1"), @r#"column 4: specifier "~=1" has unexpected end of text here; expected a second number, since ~= holds on to all numbers but the last"#);
    assert_snapshot!(specifiers("~=1.*"), @r#"column 4: specifier "~=1.*" has unexpected "." here; expected the end: ~= takes no .*, only == and != do"#);
    assert_snapshot!(specifiers("==1.0a1.*"), @r#"column 8: specifier "==1.0a1.*" has unexpected "." here; expected the end: .* follows a release such as 1.2 and nothing else"#);
    assert_snapshot!(specifiers("==1.0.*+5"), @r#"column 8: specifier "==1.0.*+5" has unexpected "+" here; expected the end behind .*"#);
    assert_snapshot!(specifiers(">=1.0, >1.0+local"), @r#"column 12: specifier ">=1.0, >1.0+local" has unexpected "+" here; expected the end: > takes no local version, only == and != do"#);
    assert_snapshot!(specifiers("===1.0 beta"), @r#"column 7: specifier "===1.0 beta" has unexpected " " here; expected the end: === takes a text without white space, ';' and ')'"#);
    assert_snapshot!(Specifier::parse(" ").unwrap_err(), @"specifier is empty; expected a specifier such as >=1.2");
    assert_snapshot!(Specifier::parse(">=1,<2").unwrap_err(), @r#"column 4: specifier ">=1,<2" has unexpected "," here; expected '.' and a number, one of a, b, rc, post, dev, '+' or the end"#);
}

#[test]
fn steps_and_schemes() {
    assert_snapshot!(bump("1.0", Increment::new(Step::Release)), @"scheme pep440 cannot release: 1.0 is no pre-release");
    assert_snapshot!(bump("1.0rc1", Increment::new(Step::Prerelease).with_identifier("beta")), @r#"identifier "b" is not valid: 1.0rc1 already sorts after a pre-release with this identifier"#);
    assert_snapshot!(bump("1.0", Increment::new(Step::Preminor).with_identifier("gamma")), @r#"identifier "gamma" is not valid: expected a, b, rc or dev"#);
    assert_snapshot!(bump("18446744073709551615", Step::Major.into()), @r#"version "18446744073709551615" is not valid: its number cannot be raised further"#);
    assert_snapshot!(Parts::of(&Version::parse("1.0.0").unwrap()).unwrap_err(), @"a cargo version has no order or meaning against a pep440 one; parse both under one scheme");
}

#[test]
fn an_error_carries_its_place_as_data() {
    let error = Requirement::parse_as(Scheme::Pep440, ">=1.0, =>2.0").unwrap_err();
    assert_eq!((error.code(), error.column()), ("version.unexpected_character", Some(8)));
    assert_eq!(error.details()["input"], ">=1.0, =>2.0");
}
