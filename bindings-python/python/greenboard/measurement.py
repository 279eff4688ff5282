"""Measurements over time, as Argo Rollouts assesses the metrics of its analysis runs.

`evaluate_result` says how one measurement went, `assess` how a metric stands after several, `assess_run` how a run of several
metrics does. Conditions are CEL over ``result``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import (
    Exceeded,
    MeasuredMetric,
    MeasuredResult,
    MeasurementPhase,
    MetricResult,
    RunAssessment,
)

__all__ = ["assess", "assess_run", "count", "evaluate_result", "limits"]

_EXCEEDED = msgspec.json.Decoder(Exceeded | None)
_RESULT = msgspec.json.Decoder(MetricResult)
_RUN = msgspec.json.Decoder(RunAssessment)


def evaluate_result(value: Any, success: str | None = None, failure: str | None = None) -> MeasurementPhase:
    """How a measurement with this value, anything of JSON, went. Of one condition the other is the opposite; without any it
    went well.

    Raises `GreenboardError` (``gate.expression_*``) where a condition cannot be read or has no value: the measurement is an
    error then.

    >>> gb.measurement.evaluate_result([0.92], "result[0] >= 0.95", "result[0] < 0.9")
    'inconclusive'
    """
    return cast("MeasurementPhase", _native.measurement_evaluate_result(msgspec.json.encode(value), success, failure))


def count(phases: Iterable[MeasurementPhase]) -> MetricResult:
    """What came of measurements, oldest first.

    >>> result = gb.measurement.count(["failed", "error", "successful", "successful"])
    >>> result.count, result.consecutive_success
    (3, 2)
    """
    return _RESULT.decode(_native.measurement_count(msgspec.json.encode(list(phases))))


def assess(
    metric: MeasuredMetric | Mapping[str, Any] | JsonText,
    result: MetricResult | Mapping[str, Any] | JsonText,
    *,
    terminating: bool = False,
) -> MeasurementPhase:
    """How a metric stands. `terminating`: no more measurements will be started.

    >>> metric = {"name": "success-rate", "interval": "60s", "count": 3, "failure_limit": 1}
    >>> gb.measurement.assess(metric, gb.measurement.count(["successful", "failed"]))
    'running'
    """
    return cast("MeasurementPhase", _native.measurement_assess(given(metric), given(result), terminating))


def limits(
    metric: MeasuredMetric | Mapping[str, Any] | JsonText,
    result: MetricResult | Mapping[str, Any] | JsonText,
) -> Exceeded | None:
    """The limit that a metric has exceeded, if any.

    >>> gb.measurement.limits({"name": "errors"}, gb.measurement.count(["failed"])).message
    'failed (1) > failure_limit (0)'
    """
    return _EXCEEDED.decode(_native.measurement_limits(given(metric), given(result)))


def assess_run(
    metrics: Sequence[MeasuredResult | Mapping[str, Any]], *, terminate: bool = False
) -> RunAssessment:
    """How a run stands: as its worst metric does, once none is under way. `terminate`: it was asked to end.

    >>> failed = gb.measurement.count(["failed"])
    >>> run = [{"metric": {"name": "errors"}, "result": failed}]
    >>> gb.measurement.assess_run(run).phase
    'failed'
    """
    return _RUN.decode(_native.measurement_assess_run(given(list(metrics)), terminate))
