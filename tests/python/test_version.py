"""Versions and requirements: what Python adds to them, and that errors arrive whole."""

from __future__ import annotations

import copy
import pickle
from typing import get_args

import greenboard as gb
import pytest


def test_a_version_is_its_normalised_text() -> None:
    version = gb.Version("1.2.3-rc.1", scheme="npm")
    assert str(version) == version.text == f"{version}" == "1.2.3-rc.1"
    assert repr(version) == "Version('1.2.3-rc.1', scheme='npm')"
    assert eval(repr(version), vars(gb)) == version
    assert version.scheme == "npm"
    assert version.is_prerelease


def test_equality_and_hash_are_identity() -> None:
    assert gb.Version("1.0.0") == gb.Version("1.0.0")
    assert len({gb.Version("1.0.0"), gb.Version("1.0.0"), gb.Version("1.0.0+build")}) == 2
    assert gb.Version("1.0.0") != gb.Version("1.0.0", scheme="npm")
    assert gb.Version("1.0.0") != "1.0.0"


def test_order_is_precedence() -> None:
    texts = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-rc.1", "1.0.0", "1.10.0", "2.0.0"]
    versions = [gb.Version(text) for text in texts]
    assert sorted(reversed(versions)) == versions
    assert versions[0] < versions[1] <= versions[1] < versions[-1]
    assert versions[-1] > versions[1] >= versions[1]
    assert versions[0].precedence(versions[1]) == -1
    assert versions[1].precedence(versions[1]) == 0
    assert max(versions) == gb.Version("2.0.0")


def test_schemes_do_not_mix() -> None:
    with pytest.raises(gb.VersionError) as caught:
        gb.Version("1.0.0") < gb.Version("1.0.0", scheme="npm")
    assert caught.value.code == "version.scheme_mismatch"
    with pytest.raises(TypeError, match="not supported between instances"):
        gb.Version("1.0.0") < "1.0.0"  # type: ignore[operator]


def test_bump_and_diff() -> None:
    version = gb.Version("1.2.3")
    assert version.bump("minor") == gb.Version("1.3.0")
    assert version.bump("premajor", identifier="rc") == gb.Version("2.0.0-rc.0")
    assert version.bump("premajor", identifier="rc", base=1) == gb.Version("2.0.0-rc.1")
    assert version.bump("premajor", identifier="rc", base=None) == gb.Version("2.0.0-rc")
    assert version.diff(version.bump("minor")) == "minor"
    assert version.diff(version) == "none"


def test_requirements() -> None:
    requirement = gb.Requirement("^1.2")
    assert requirement.matches("1.9.0") and gb.Version("1.9.0") in requirement
    assert "2.0.0" not in requirement
    assert requirement.moved_to("2.0.0").matches(gb.Version("2.1.0"))
    assert requirement.intersects(gb.Requirement(">=1.4"))
    assert gb.Requirement("=1.3.0").is_subset(requirement)
    assert gb.Requirement(">1, <1").is_empty and not requirement.is_empty
    assert repr(requirement) == "Requirement('^1.2', scheme='cargo')"
    with pytest.raises(TypeError, match="expected a Version or the text of one, not int"):
        requirement.matches(1)  # type: ignore[arg-type]
    with pytest.raises(gb.VersionError):
        requirement.matches(gb.Version("1.9.0", scheme="npm"))


def test_vers_is_the_common_notation() -> None:
    requirement = gb.Requirement("^1.2 || 3.0.0", scheme="npm")
    assert requirement.to_vers() == "vers:npm/>=1.2.0|<2.0.0|3.0.0"
    affected = gb.Requirement.from_vers("vers:maven/>=1.0|!=1.4|<2.0")
    assert affected == gb.Requirement("[1.0,1.4),(1.4,2.0)", scheme="maven")
    with pytest.raises(gb.VersionError) as caught:
        gb.Requirement.from_vers("vers:gem/|>=2.2.0")
    assert caught.value.column == 10


@pytest.mark.parametrize("value", [gb.Version("1.2.3", scheme="npm"), gb.Requirement("^1.2", scheme="npm")])
def test_values_travel(value: gb.Version | gb.Requirement) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.copy(value) == copy.deepcopy(value) == value
    match value:
        case gb.Version(text, "npm") | gb.Requirement(text, "npm"):
            assert text == str(value)
        case _:
            pytest.fail("the pattern should match")


def test_values_are_frozen() -> None:
    with pytest.raises(AttributeError):
        gb.Version("1.0.0").text = "2.0.0"  # type: ignore[misc]


def test_every_scheme_is_typed() -> None:
    schemes = get_args(gb.Scheme)
    with pytest.raises(gb.VersionError) as caught:
        gb.Version("1.0.0", scheme="perl")  # type: ignore[arg-type]
    assert caught.value.code == "version.unknown_scheme"
    assert caught.value.message.endswith(f"expected one of {', '.join(schemes)}")


def test_every_step_is_typed() -> None:
    for step in get_args(gb.Step):
        gb.Version("1.0.0-rc.1").bump(step)
    with pytest.raises(gb.VersionError, match=", ".join(get_args(gb.Step))):
        gb.Version("1.0.0").bump("bigger")  # type: ignore[arg-type]
