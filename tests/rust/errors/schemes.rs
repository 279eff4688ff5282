//! What is said of bad versions, requirements and steps of Maven, Go, calendar versions, NuGet, RubyGems and Debian.

use greenboard::version::calver::Pattern;
use greenboard::version::vers::Vers;
use greenboard::version::{Increment, Step, gem};
use greenboard::{Requirement, Scheme, Version};
use insta::assert_snapshot;
use jiff::civil::date;

fn version(scheme: Scheme, text: &str) -> String {
    Version::parse_as(scheme, text).unwrap_err().to_string()
}

fn requirement(scheme: Scheme, text: &str) -> String {
    Requirement::parse_as(scheme, text).unwrap_err().to_string()
}

fn bump(scheme: Scheme, text: &str, by: impl Into<Increment>) -> String {
    Version::parse_as(scheme, text).unwrap().bump(by).unwrap_err().to_string()
}

fn rc(step: Step) -> Increment {
    Increment::new(step).with_identifier("rc")
}

#[test]
fn calver() {
    let version = |text| version(Scheme::Calver, text);
    assert_snapshot!(version(""), @"version is empty; expected numbers such as 2026.01.0");
    assert_snapshot!(version("2026.1."), @r#"column 8: version "2026.1." has unexpected end of text here; expected a number or a modifier such as rc1"#);
    assert_snapshot!(version("2026,1"), @r#"column 5: version "2026,1" has unexpected "," here; expected a digit, one of . - _, or a modifier such as rc1"#);
    assert_snapshot!(version("release"), @r#"column 8: version "release" has unexpected end of text here; expected a number"#);
    assert_snapshot!(version("2026.1-rc_"), @r#"column 11: version "2026.1-rc_" has unexpected end of text here; expected a letter or digit of the modifier"#);
    let requirement = |text| requirement(Scheme::Calver, text);
    assert_snapshot!(requirement(""), @"requirement is empty; expected comparisons such as >= 1.2, < 2");
    assert_snapshot!(requirement(">=2026.1,"), @r#"column 10: requirement ">=2026.1," has unexpected end of text here; expected a comparison such as >= 1.2"#);
    assert_snapshot!(requirement(">=2026.1, ~2027"), @r#"column 11: requirement ">=2026.1, ~2027" has unexpected "~" here; expected a number"#);
    assert_snapshot!(bump(Scheme::Calver, "2026.1.0", Step::Minor), @"scheme calver cannot step without a pattern: which numbers of 2026.1.0 are dates is not known; use calver::Pattern, such as YYYY.0M.MICRO, and a date");
}

#[test]
fn calver_patterns() {
    let pattern = |text: &str| Pattern::parse(text).unwrap_err().to_string();
    assert_snapshot!(pattern(""), @"pattern is empty; expected words such as YYYY.0M.MICRO");
    assert_snapshot!(pattern("YYYY.M.MICRO"), @r#"column 6: pattern "YYYY.M.MICRO" has unexpected "M" here; expected one of YYYY YY 0Y MM 0M WW 0W DD 0D MAJOR MINOR MICRO PATCH MODIFIER"#);
    assert_snapshot!(pattern("0M.0D"), @r#"column 1: pattern "0M.0D" has unexpected "0" here; expected the year, then the month or week, then the day, so that versions never go backwards"#);
    assert_snapshot!(pattern("YYYY.WW.DD"), @r#"column 9: pattern "YYYY.WW.DD" has unexpected "D" here; expected a month before a day; a week has none"#);
    assert_snapshot!(pattern("YYYY.MM0D"), @r#"column 8: pattern "YYYY.MM0D" has unexpected "0" here; expected one of . - _, since the number before has no fixed width"#);
    assert_snapshot!(pattern("YYYY.MICRO.MINOR"), @r#"column 12: pattern "YYYY.MICRO.MINOR" has unexpected "M" here; expected MAJOR before MINOR before MICRO or PATCH, each once"#);
    assert_snapshot!(pattern("MAJOR.MINOR"), @r#"pattern "MAJOR.MINOR" is not valid: it names no part of a date; use a SemVer scheme"#);
    assert_snapshot!(pattern("YYYY-MODIFIER.MICRO"), @r#"column 14: pattern "YYYY-MODIFIER.MICRO" has unexpected "." here; expected the end, since MODIFIER stands last"#);
    assert_snapshot!(pattern("YYYY[.MICRO]"), @r#"column 7: pattern "YYYY[.MICRO]" has unexpected "M" here; expected MODIFIER, the only optional part"#);

    let pattern = Pattern::parse("YYYY.0M.MICRO").unwrap();
    let read = |text: &str| pattern.read(text).unwrap_err().to_string();
    assert_snapshot!(read("2026.1.0"), @r#"column 6: version "2026.1.0" has unexpected "1" here; expected a month from 01 to 12"#);
    assert_snapshot!(read("2026.13.0"), @r#"column 6: version "2026.13.0" has unexpected "1" here; expected a month from 01 to 12"#);
    assert_snapshot!(read("2026.01"), @r#"column 8: version "2026.01" has unexpected end of text here; expected ".", as in YYYY.0M.MICRO"#);
    assert_snapshot!(read("2026.01.0-rc1"), @r#"column 10: version "2026.01.0-rc1" has unexpected "-" here; expected the end, as in YYYY.0M.MICRO"#);
    assert_snapshot!(read("2026.01.99999999999999999999"), @r#"column 9: version "2026.01.99999999999999999999" has a number beyond 18446744073709551615"#);

    let old = pattern.read("2026.02.1").unwrap();
    let next = |on, by: Increment| pattern.next(Some(&old), on, by).unwrap_err().to_string();
    assert_snapshot!(next(date(2026, 1, 31), Step::Patch.into()), @"scheme calver cannot step to the next version: 2026-01-31 lies before version 2026.02.1");
    assert_snapshot!(next(date(2026, 2, 1), Step::Release.into()), @"scheme calver cannot step to the next version: 2026.02.1 is no prerelease");
    assert_snapshot!(next(date(2026, 2, 1), rc(Step::Prerelease)), @"scheme calver cannot step to the next version: YYYY.0M.MICRO has no MODIFIER to write a prerelease with");
    let daily = Pattern::parse("YYYY.MM.DD-MODIFIER").unwrap();
    let old = daily.read("2026.2.28").unwrap();
    assert_snapshot!(daily.read("2026.2.29").unwrap_err(), @r#"version "2026.2.29" is not valid: 2026-02 has no day 29"#);
    assert_snapshot!(daily.next(Some(&old), date(2026, 2, 28), Step::Patch).unwrap_err(), @"scheme calver cannot step to the next version: 2026.2.28 was already released on 2026-02-28 and YYYY.MM.DD-MODIFIER has no counter");
    assert_snapshot!(daily.next(Some(&old), date(2026, 3, 1), Step::Prerelease).unwrap_err(), @"scheme calver cannot step to the next version: a prerelease needs an identifier, such as rc");
}

#[test]
fn maven() {
    let version = |text: &str| version(Scheme::Maven, text);
    assert_snapshot!(version(""), @"version is empty; expected text such as 1.0.0 or 1.0-SNAPSHOT");
    assert_snapshot!(version("1.0 beta"), @r#"column 4: version "1.0 beta" has unexpected " " here; expected no space and none of \/:"<>|?*[](){}, in a version"#);
    assert_snapshot!(version("1/0"), @r#"column 2: version "1/0" has unexpected "/" here; expected no space and none of \/:"<>|?*[](){}, in a version"#);
    assert_snapshot!(version(&"1.".repeat(200)), @"Maven version is 400 characters long; at most 256 are read");
    let requirement = |text| requirement(Scheme::Maven, text);
    assert_snapshot!(requirement(" "), @"requirement is empty; expected a version or ranges such as [1.0,2.0)");
    assert_snapshot!(requirement("[1.0,2.0"), @r#"column 9: requirement "[1.0,2.0" has unexpected end of text here; expected ] or ) to close the range"#);
    assert_snapshot!(requirement("(1.0)"), @r#"column 1: requirement "(1.0)" has unexpected "(" here; expected [ and ] around a single version"#);
    assert_snapshot!(requirement("[1.0)"), @r#"column 5: requirement "[1.0)" has unexpected ")" here; expected [ and ] around a single version"#);
    assert_snapshot!(requirement("[2.0,1.0]"), @r#"column 6: requirement "[2.0,1.0]" has unexpected "1" here; expected an end after the start, or both in brackets []"#);
    assert_snapshot!(requirement("[1.0,2.0],[1.5,3.0]"), @r#"column 11: requirement "[1.0,2.0],[1.5,3.0]" has unexpected "[" here; expected a range after the one before it; these overlap"#);
    assert_snapshot!(requirement("[1.0,2.0] or 3"), @r#"column 11: requirement "[1.0,2.0] or 3" has unexpected "o" here; expected another range, beginning with [ or ("#);
    assert_snapshot!(requirement("[1.0,2.*]"), @r#"column 8: requirement "[1.0,2.*]" has unexpected "*" here; expected no space and none of \/:"<>|?*[](){}, in a version"#);
    assert_snapshot!(bump(Scheme::Maven, "latest", Step::Major), @"scheme maven cannot step to the next version: latest does not begin with a number");
    assert_snapshot!(bump(Scheme::Maven, "1.0-SNAPSHOT", Step::Prerelease), @"scheme maven cannot step to the next version: 1.0-SNAPSHOT is a snapshot, which has no next; release it or step on");
    assert_snapshot!(bump(Scheme::Maven, "1.0-SNAPSHOT", rc(Step::Prerelease)), @"scheme maven cannot step to the next version: 1.0-rc0 would not come after 1.0-SNAPSHOT");
    assert_snapshot!(bump(Scheme::Maven, "1.0", Step::Release), @"scheme maven cannot step to the next version: 1.0 is no prerelease");
}

#[test]
fn go() {
    let version = |text| version(Scheme::Go, text);
    assert_snapshot!(version(""), @"version is empty; expected v and numbers, such as v1.2.3");
    assert_snapshot!(version("1.2.3"), @r#"column 1: version "1.2.3" has unexpected "1" here; expected v, with which Go's versions begin"#);
    assert_snapshot!(version("v1.02.3"), @r#"column 4: version "v1.02.3" has unexpected "0" here; expected a number without leading zeros"#);
    assert_snapshot!(version("v1.2-pre"), @r#"column 5: version "v1.2-pre" has unexpected "-" here; expected . and the patch version, or the end"#);
    assert_snapshot!(version("v1.2.3-a..b"), @r#"column 10: version "v1.2.3-a..b" has unexpected "." here; expected an identifier of letters, digits and hyphens"#);
    assert_snapshot!(version("v1.2.3-01"), @r#"column 8: version "v1.2.3-01" has unexpected "0" here; expected a number without leading zeros"#);
    assert_snapshot!(version("v1.2.3+"), @r#"column 8: version "v1.2.3+" has unexpected end of text here; expected an identifier of letters, digits and hyphens"#);
    let requirement = |text| requirement(Scheme::Go, text);
    assert_snapshot!(requirement(""), @"requirement is empty; expected the least version, such as v1.2.3");
    assert_snapshot!(requirement(">=v1.2.3"), @r#"column 1: requirement ">=v1.2.3" has unexpected ">" here; expected v, with which Go's versions begin"#);
    assert_snapshot!(bump(Scheme::Go, "v1.2.3", Step::Release), @"scheme go cannot release: v1.2.3 is no prerelease");
    assert_snapshot!(bump(Scheme::Go, "v1.2.99999999999999999999", Step::Patch), @r#"version "v1.2.99999999999999999999" is not valid: its numbers are too large to raise"#);
}

#[test]
fn nuget() {
    let version = |text| version(Scheme::Nuget, text);
    assert_snapshot!(version("  "), @"version is empty; expected one to four numbers, such as 1.2.3");
    assert_snapshot!(version("v1.0"), @r#"column 1: version "v1.0" has unexpected "v" here; expected a number"#);
    assert_snapshot!(version("1.0.0.0.0"), @r#"column 8: version "1.0.0.0.0" has unexpected "." here; expected . and a number (four at most), - and labels, + and metadata, or the end"#);
    assert_snapshot!(version("1.2147483648"), @r#"column 3: version "1.2147483648" has a number beyond 2147483647"#);
    assert_snapshot!(version("1.0-a.01"), @r#"column 7: version "1.0-a.01" has unexpected "0" here; expected a number without leading zeros"#);
    assert_snapshot!(version("1.0-"), @r#"column 5: version "1.0-" has unexpected end of text here; expected a label of letters, digits and hyphens"#);
    let requirement = |text| requirement(Scheme::Nuget, text);
    assert_snapshot!(requirement(""), @"requirement is empty; expected a version, 1.* or a range such as [1.0,2.0)");
    assert_snapshot!(requirement("[1.0,2.x)"), @r#"column 8: requirement "[1.0,2.x)" has unexpected "x" here; expected a number"#);
    assert_snapshot!(requirement("[1.0"), @r#"column 5: requirement "[1.0" has unexpected end of text here; expected ] or ) to close the range"#);
    assert_snapshot!(requirement("[,]"), @r#"column 2: requirement "[,]" has unexpected "," here; expected a version on one side at least"#);
    assert_snapshot!(requirement("[1.*]"), @r#"column 4: requirement "[1.*]" has unexpected "*" here; expected a number"#);
    assert_snapshot!(requirement("1.*.2"), @r#"column 4: requirement "1.*.2" has unexpected "." here; expected * as the last number, or - and labels that end in *"#);
    assert_snapshot!(requirement("1.0.0-**"), @r#"column 8: requirement "1.0.0-**" has unexpected "*" here; expected labels that end in a single *"#);
    assert_snapshot!(requirement("1.0.0-a..*"), @r#"column 7: requirement "1.0.0-a..*" has unexpected "a" here; expected labels without empty parts or leading zeros, then *"#);
    assert_snapshot!(bump(Scheme::Nuget, "2147483647.0.0", Step::Major), @r#"version "2147483647.0.0" is not valid: its number cannot be raised further"#);
    let beta = Increment::new(Step::Prerelease).with_identifier("beta");
    assert_snapshot!(bump(Scheme::Nuget, "1.0.0-RC.1", beta), @"scheme nuget cannot step to the next version: 1.0.0-beta.0 would not come after 1.0.0-RC.1");
}

#[test]
fn gem() {
    let version = |text| version(Scheme::Gem, text);
    assert_snapshot!(version("v1"), @r#"column 1: version "v1" has unexpected "v" here; expected a number"#);
    assert_snapshot!(version("1..2"), @r#"column 3: version "1..2" has unexpected "." here; expected a number or a word after the dot"#);
    assert_snapshot!(version("1.0_1"), @r#"column 4: version "1.0_1" has unexpected "_" here; expected a dot and a number or word, a hyphen, or the end"#);
    assert_snapshot!(version("1-"), @r#"column 3: version "1-" has unexpected end of text here; expected a number or a word"#);
    let requirement = |text| requirement(Scheme::Gem, text);
    assert_snapshot!(requirement(""), @"requirement is empty; expected comparisons such as >= 1.2, < 2");
    assert_snapshot!(requirement("~> "), @r#"column 3: requirement "~> " has unexpected " " here; expected a version"#);
    assert_snapshot!(requirement(">= 1.0, => 2"), @r#"column 10: requirement ">= 1.0, => 2" has unexpected ">" here; expected a number"#);
    assert_snapshot!(requirement("~> 1.x-"), @r#"column 8: requirement "~> 1.x-" has unexpected end of text here; expected a number or a word"#);
    let beta = Increment::new(Step::Prerelease).with_identifier("beta");
    assert_snapshot!(bump(Scheme::Gem, "1.0.rc1", beta), @"scheme gem cannot step to the next version: 1.0.beta0 would not come after 1.0.rc1");
    assert_snapshot!(gem::release(&Version::parse("1.0.0").unwrap()).unwrap_err(), @"a gem version has no order or meaning against a cargo one; parse both under one scheme");
}

#[test]
fn debian() {
    let version = |text| version(Scheme::Debian, text);
    assert_snapshot!(version(""), @"version is empty; expected a version such as 1.2.3-1");
    assert_snapshot!(version("a1"), @r#"column 1: version "a1" has unexpected "a" here; expected the upstream version, which begins with a digit"#);
    assert_snapshot!(version(":1.0"), @r#"column 1: version ":1.0" has unexpected ":" here; expected a number"#);
    assert_snapshot!(version("1.0:2"), @r#"column 2: version "1.0:2" has unexpected "." here; expected only digits in the epoch, before the first colon"#);
    assert_snapshot!(version("4294967296:1"), @r#"column 1: version "4294967296:1" has a number beyond 2147483647"#);
    assert_snapshot!(version("1.0_1"), @r#"column 4: version "1.0_1" has unexpected "_" here; expected a letter, a digit, or one of . + - ~ (and : after an epoch)"#);
    assert_snapshot!(version("1.0-"), @r#"column 5: version "1.0-" has unexpected end of text here; expected the Debian revision"#);
    assert_snapshot!(version("1.0-a_b"), @r#"column 6: version "1.0-a_b" has unexpected "_" here; expected a letter, a digit, or one of . + ~"#);
    assert_snapshot!(version("1.0 2"), @r#"column 4: version "1.0 2" has unexpected " " here; expected a letter, a digit, or one of . + - ~ (and : after an epoch)"#);
    let requirement = |text| requirement(Scheme::Debian, text);
    assert_snapshot!(requirement(""), @"requirement is empty; expected comparisons such as >= 1.2, < 2");
    assert_snapshot!(requirement("(>= 1.0"), @r#"column 8: requirement "(>= 1.0" has unexpected end of text here; expected ) to close the parenthesis"#);
    assert_snapshot!(requirement("(>= 1.0, << )"), @r#"column 12: requirement "(>= 1.0, << )" has unexpected " " here; expected a version such as 1.2.3-1"#);
    assert_snapshot!(requirement(">= 1.0 << 2.0"), @r#"column 7: requirement ">= 1.0 << 2.0" has unexpected " " here; expected a letter, a digit, or one of . + - ~ (and : after an epoch)"#);
    assert_snapshot!(bump(Scheme::Debian, "1.0-1", Step::Release), @"scheme debian cannot step to the next version: 1.0-1 is no prerelease");
}

#[test]
fn vers() {
    let vers = |text: &str| Vers::parse(text).unwrap_err().to_string();
    assert_snapshot!(vers(""), @"vers is empty; expected a range such as vers:npm/>=1.2.0|<2.0.0");
    assert_snapshot!(vers("npm/1.0.0"), @r#"column 1: vers "npm/1.0.0" has unexpected "n" here; expected vers: and a type"#);
    assert_snapshot!(vers("vers:npm"), @r#"column 9: vers "vers:npm" has unexpected end of text here; expected / and constraints after the type"#);
    assert_snapshot!(vers("vers:Npm/1.0.0"), @r#"column 6: vers "vers:Npm/1.0.0" has unexpected "N" here; expected lowercase letters, digits, . and - in the type"#);
    assert_snapshot!(vers("vers:npm/"), @r#"column 10: vers "vers:npm/" has unexpected end of text here; expected * or constraints such as >=1.2.0"#);
    assert_snapshot!(vers("vers:npm/>=1.0.0||<2.0.0"), @r#"column 18: vers "vers:npm/>=1.0.0||<2.0.0" has unexpected "|" here; expected a constraint between two |, and none at the ends"#);
    assert_snapshot!(vers("vers:npm/=1.0.0"), @r#"column 10: vers "vers:npm/=1.0.0" has unexpected "=" here; expected a version; < > = ! * in it are percent-encoded"#);
    assert_snapshot!(vers("vers:npm/>=1.0.0 |<2.0.0"), @r#"column 17: vers "vers:npm/>=1.0.0 |<2.0.0" has unexpected " " here; expected printable ASCII without spaces; others are percent-encoded"#);
    assert_snapshot!(vers("vers:npm/1.0%2G"), @r#"column 13: vers "vers:npm/1.0%2G" has unexpected "%" here; expected % and two hexadecimal digits of a printable character"#);
    assert_snapshot!(vers("vers:npm/<2.0.0|>=1.0.0"), @r#"vers "vers:npm/<2.0.0|>=1.0.0" is not valid: 2.0.0 and 1.0.0 are not in ascending order"#);
    assert_snapshot!(vers("vers:npm/>=1.0.0|>=2.0.0"), @r#"vers "vers:npm/>=1.0.0|>=2.0.0" is not valid: >=2.0.0 is redundant beside >=1.0.0"#);
    assert_snapshot!(vers("vers:gem/1.0|1.0.0"), @r#"vers "vers:gem/1.0|1.0.0" is not valid: 1.0 and 1.0.0 are the same version"#);
    assert_snapshot!(vers("vers:datetime/2024-01-01t00:00:00z"), @r#"column 15: vers "vers:datetime/2024-01-01t00:00:00z" has unexpected "2" here; expected an RFC 3339 time such as 2026-01-31T12:00:00Z, in capitals"#);
    let version = Version::parse("1.0.0").unwrap();
    let contains = |text: &str| Vers::parse(text).unwrap().contains(&version).unwrap_err().to_string();
    assert_snapshot!(contains("vers:npm/1.0.0"), @"a npm version has no order or meaning against a cargo one; parse both under one scheme");
    assert_snapshot!(contains("vers:conan/1.0.0"), @r#"unknown version scheme "vers:conan"; expected one of cargo, npm, pypi, maven, golang, calver, nuget, gem, deb"#);
    assert_snapshot!(contains("vers:cargo/1.0"), @r#"column 4: version "1.0" has unexpected end of text here; expected "." and the patch version"#);
    let native =
        |scheme, text| Requirement::parse_as(scheme, text).unwrap().to_vers().unwrap_err().to_string();
    assert_snapshot!(native(Scheme::Pep440, "===1.0-beta.x"), @r#"scheme pep440 cannot be written as vers: no range of versions is "===1.0-beta.x""#);
    assert_snapshot!(native(Scheme::Cargo, ">2, <1"), @r#"scheme cargo cannot be written as vers: no range of versions is ">2, <1""#);
    let back = |text: &str| Requirement::from_vers(&Vers::parse(text).unwrap()).unwrap_err().to_string();
    assert_snapshot!(back("vers:cargo/<1.0.0|>=2.0.0"), @"scheme cargo cannot take over a vers range: its requirements have no form for vers:cargo/<1.0.0|>=2.0.0");
    assert_snapshot!(back("vers:deb/!=1.0"), @"scheme debian cannot take over a vers range: its requirements have no form for vers:deb/!=1.0");
}
