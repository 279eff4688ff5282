"""The reports of other tools: what they say, and what that means for a component.

A text is never taken for a tool's by guessing: `detect` names every tool whose form it has, and you say which one is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Fact, Inspection, Subject, Verification
from ._plan import instant

__all__ = ["detect", "inspect", "read", "verify"]

_INSPECTION: msgspec.json.Decoder[Inspection] = msgspec.json.Decoder(Inspection)
_VERIFICATION: msgspec.json.Decoder[Verification] = msgspec.json.Decoder(Verification)
_FACTS: msgspec.json.Decoder[list[Fact]] = msgspec.json.Decoder(list[Fact])


def detect(payload: str | bytes) -> list[str]:
    """The tools whose report this could be, by its outermost form alone; none where it is no known tool's.

    >>> gb.tool.detect("<testsuite><testcase name='adds'/></testsuite>")
    ['junit']
    >>> gb.tool.detect("")
    []
    """
    return _native.tool_detect(_bytes(payload))


def inspect(payload: str | bytes, tool: str) -> Inspection:
    """What a tool's report says: counts, times, ids, severities, states, under the tool's own words.

    Raises `ToolError` where the text is empty, is not in the tool's form, or says something that nobody knows.

    >>> report = gb.tool.inspect("<testsuite><testcase name='adds'/><testcase name='divides'><failure/></testcase></testsuite>", "junit")
    >>> report.cases_passed, report.failed_names
    (1, ['::divides'])
    >>> try:
    ...     gb.tool.inspect("", "junit")
    ... except gb.ToolError as error:
    ...     print(error.code)
    tool.empty
    """
    return _INSPECTION.decode(_native.tool_inspect(_bytes(payload), tool))


def read(
    payload: str | bytes,
    tool: str,
    subject: Subject | Mapping[str, Any] | JsonText,
    *,
    at: datetime | str | None = None,
    suite: str | None = None,
    uri: str | None = None,
    expires_at: datetime | str | None = None,
    key: str | None = None,
) -> list[Fact]:
    """A tool's report as facts about a subject: evidence whose source is the tool and whose `digest` is the report's.

    They are observed when the report says so, else at `at`, which is when it is read: now, where it is left out. `suite` says
    which of several suites of tests these are, `uri` where people look the report up, `expires_at` when the facts stop to count,
    `key` the public key with which signatures are checked: without one nothing is ever verified.

    >>> facts = gb.tool.read("SF:a.py\\nDA:1,4\\nDA:2,0\\nend_of_record\\n", "lcov", {"component": "payments"})
    >>> facts[0].source.tool, facts[0].value.lines.covered, facts[0].value.lines.total
    ('lcov', 1, 2)
    """
    expires = None if expires_at is None else instant(expires_at)
    options = {"suite": suite, "uri": uri, "expires_at": expires, "key": key}
    return _FACTS.decode(_native.tool_read(_bytes(payload), tool, given(subject), instant(at), given(options)))


def verify(payload: str | bytes, key: str | None = None) -> Verification:
    """Whether the DSSE envelopes in a text were signed with a key: a bare envelope, a bundle of Sigstore's, lines of either, or
    the summary of Google Cloud Build.

    `key` is PEM (`BEGIN PUBLIC KEY`), or an Ed25519 or P-256 key in hexadecimal or base64. That a signature is not good is an
    answer (`invalid`), and no error; without a key nothing is ever verified (`unverified`).

    >>> envelope = '{"payload": "aGVsbG8gd29ybGQ=", "payloadType": "text/plain", "signatures": []}'
    >>> gb.tool.verify(envelope).state
    'unverified'
    >>> gb.tool.verify(envelope, "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8").state
    'invalid'
    """
    return _VERIFICATION.decode(_native.tool_verify(_bytes(payload), key))


def _bytes(payload: str | bytes) -> bytes:
    return payload.encode() if isinstance(payload, str) else bytes(payload)
