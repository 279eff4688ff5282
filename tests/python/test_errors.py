"""Errors: every field arrives, and travels on."""

from __future__ import annotations

import pickle

import greenboard as gb
import pytest


def caught() -> gb.VersionError:
    with pytest.raises(gb.VersionError) as info:
        gb.Version("x")
    return info.value


def test_fields() -> None:
    error = caught()
    assert isinstance(error, gb.GreenboardError) and isinstance(error, ValueError)
    assert error.code.startswith("version.")
    assert error.message in str(error)
    assert error.path is None and error.line is None
    assert error.details["input"] == "x"
    assert error.retryable is False


def test_errors_pickle() -> None:
    error = caught()
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_one_made_by_hand_has_every_field() -> None:
    error = gb.GreenboardError("no")
    assert (str(error), error.code, error.path, error.details, error.retryable) == ("no", "", None, {}, False)
