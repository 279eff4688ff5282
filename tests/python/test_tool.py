"""Reports of other tools, beyond the cases that all languages run."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import greenboard as gb
import pytest

REPORT = "<testsuite><testcase classname='pay' name='adds é'/><testcase name='divides'><failure/></testcase></testsuite>"


def test_text_and_bytes_are_the_same() -> None:
    for payload in (REPORT.encode(), REPORT.encode("utf-8-sig"), b"\xff\xfe" + REPORT.encode("utf-16-le")):
        assert gb.tool.detect(payload) == ["junit"]
        assert gb.tool.inspect(payload, "junit") == gb.tool.inspect(REPORT, "junit")


def test_the_type_is_the_tools() -> None:
    report = gb.tool.inspect(REPORT, "junit")
    assert isinstance(report, gb.documents.JUnitInspection)
    assert (report.testcases, report.failed_names) == (2, ["::divides"])


def test_facts_are_of_the_instant_given() -> None:
    at = datetime(2026, 11, 2, 9, tzinfo=timezone.utc)
    subject = gb.documents.Subject(component="payments", version="1.4.0")
    [fact] = gb.tool.read(REPORT, "junit", subject, at=at, suite="unit", expires_at=at + timedelta(days=1))
    assert isinstance(fact, gb.documents.Evidence)
    assert (fact.observed_at, fact.expires_at) == ("2026-11-02T09:00:00Z", "2026-11-03T09:00:00Z")
    assert isinstance(fact.value, gb.documents.TestResults)
    assert (fact.value.suite, fact.value.failures) == ("unit", ["::divides"])
    assert fact.digest == gb.digest_text(REPORT)


def test_errors_are_tool_errors() -> None:
    with pytest.raises(gb.ToolError) as raised:
        gb.tool.inspect(REPORT, "lcov")
    assert raised.value.code == "tool.unrecognised"
    assert raised.value.details["tools"] == ["junit"]
    with pytest.raises(gb.DocumentError, match="subject: key \"component\" is missing"):
        gb.tool.read(REPORT, "junit", {})
