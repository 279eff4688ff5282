"""Service level objectives, scored as Keptn scores them, in both of its dialects.

`evaluate` is the first, Keptn's lighthouse: weighted objectives whose criteria may compare with the evaluations before; a
comparison without history passes. `analyse` is the second, of the lifecycle toolkit: what fails is said, then what warns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import (
    Analysis,
    AnalysisResult,
    SliValue,
    SloCriterion,
    SloEvaluation,
    SloFile,
    SloScore,
    TotalScore,
)

__all__ = [
    "analyse",
    "evaluate",
    "history",
    "parse_analysis",
    "parse_criterion",
    "parse_file",
    "percentile",
    "score",
]

_ANALYSIS = msgspec.json.Decoder(Analysis)
_ANALYSIS_RESULT = msgspec.json.Decoder(AnalysisResult)
_CRITERION = msgspec.json.Decoder(SloCriterion)
_EVALUATION = msgspec.json.Decoder(SloEvaluation)
_EVALUATIONS = msgspec.json.Decoder(list[SloEvaluation])
_FILE = msgspec.json.Decoder(SloFile)
_SCORE = msgspec.json.Decoder(SloScore)


def parse_criterion(text: str) -> SloCriterion:
    """A criterion such as ``<500``, ``>=99.9`` or ``<=+10%`` in its parts. A sign or a ``%`` makes it relative to what was
    measured before.

    >>> criterion = gb.slo.parse_criterion("<= +10 %")
    >>> criterion.operator, criterion.value, criterion.percent, criterion.is_comparison
    ('<=', 10.0, True, True)
    """
    return _CRITERION.decode(_native.slo_parse_criterion(text))


def parse_file(text: str) -> SloFile:
    """Keptn's own SLO file, in YAML or JSON, with what it leaves out filled in.

    >>> file = gb.slo.parse_file("objectives: [{sli: latency, pass: [{criteria: ['<600']}]}]")
    >>> file.objectives[0].weight
    1.0
    """
    return _FILE.decode(_native.slo_parse_file(text))


def parse_analysis(text: str) -> Analysis:
    """An analysis of the second dialect: a manifest of the kind ``AnalysisDefinition``, or its ``spec`` alone.

    >>> text = '''
    ... objectives:
    ...   - analysisValueTemplateRef: {name: latency}
    ...     target: {failure: {greaterThan: {fixedValue: 600}}}
    ... totalScore: {passPercentage: 90}
    ... '''
    >>> gb.slo.parse_analysis(text).objectives[0].target.failure.greater_than
    600.0
    """
    return _ANALYSIS.decode(_native.slo_parse_analysis(text))


def evaluate(
    file: SloFile | Mapping[str, Any] | JsonText,
    values: Mapping[str, float] | Sequence[SliValue | Mapping[str, Any]],
    previous: Sequence[SloEvaluation | Mapping[str, Any]] = (),
) -> SloEvaluation:
    """Scores the objectives of a file on values by metric, compared with the evaluations before where a criterion asks for it.

    `previous` is taken as it is; `history` chooses from all that there are what the file asks for.

    >>> file = {"objectives": [{"sli": "latency", "pass": [{"criteria": ["<=+10%"]}]}], "total_score": {"pass": "90%"}}
    >>> first = gb.slo.evaluate(file, {"latency": 100.0})
    >>> first.result, gb.slo.evaluate(file, {"latency": 120.0}, [first]).result
    ('pass', 'fail')
    """
    if isinstance(values, Mapping):
        values = [{"metric": metric, "value": value} for metric, value in values.items()]
    return _EVALUATION.decode(_native.slo_evaluate(given(file), given(list(values)), given(list(previous))))


def history(
    file: SloFile | Mapping[str, Any] | JsonText,
    newest_first: Sequence[SloEvaluation | Mapping[str, Any]],
) -> list[SloEvaluation]:
    """Of the evaluations before, newest first, those that a file compares with: as many, and of the results, as it asks for.

    >>> file = {"comparison": {"compare_with": "single_result", "include_result_with_score": "pass"}}
    >>> before = [{"result": result, "score": 0} for result in ("fail", "pass", "pass")]
    >>> [evaluation.result for evaluation in gb.slo.history(file, before)]
    ['pass']
    """
    return _EVALUATIONS.decode(_native.slo_history(given(file), given(list(newest_first))))


def score(
    achieved: float,
    maximum: float,
    total_score: TotalScore | Mapping[str, Any] | None = None,
    *,
    key_failed: bool = False,
) -> SloScore:
    """How the whole came out, from what the objectives achieved and what they could have.

    >>> scored = gb.slo.score(1.5, 2.0, {"pass": "90%", "warning": "75%"})
    >>> scored.result, scored.score
    ('warning', 75.0)
    """
    total = None if total_score is None else given(total_score)
    return _SCORE.decode(_native.slo_score(achieved, maximum, total, key_failed))


def percentile(values: Sequence[float], p: float) -> float | None:
    """The `p`-quantile at position p(n+1) of the sorted values, in proportion between two; None of no values.

    >>> gb.slo.percentile([4, 1, 3, 2], 0.5)
    2.5
    """
    return _native.slo_percentile(list(values), p)


def analyse(analysis: Analysis | Mapping[str, Any] | JsonText, values: Mapping[str, float]) -> AnalysisResult:
    """Scores an analysis of the second dialect on values by name. An objective without a value fails.

    >>> slow = {"failure": {"greater_than": 600}, "warning": {"greater_than": 300}}
    >>> analysis = {
    ...     "objectives": [{"value": "latency", "target": slow}],
    ...     "total_score": {"pass_percentage": 90, "warning_percentage": 50},
    ... }
    >>> gb.slo.analyse(analysis, {"latency": 400.0}).result
    'warning'
    """
    return _ANALYSIS_RESULT.decode(_native.slo_analyse(given(analysis), dict(values)))
