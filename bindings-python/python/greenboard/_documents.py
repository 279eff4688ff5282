"""Documents as typed objects. Written by ``make regen`` from the Rust types: do not edit."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec

from . import _mixins

__all__ = [
    "AcceptCommand",
    "AcceptItemCommand",
    "AcceptanceCriterion",
    "Action",
    "ActionClass",
    "ActionSet",
    "Actor",
    "ActorKind",
    "Added",
    "Aggregate",
    "Aliases",
    "Amended",
    "Analysis",
    "AnalysisObjective",
    "AnalysisObjectiveResult",
    "AnalysisOperator",
    "AnalysisRange",
    "AnalysisResult",
    "AnalysisScore",
    "AnalysisTarget",
    "Anchor",
    "Applied",
    "Approval",
    "ApprovalDecision",
    "ApprovalExpired",
    "ApprovalGranted",
    "ApprovalQuorum",
    "ApprovalQuota",
    "ApprovalReinstated",
    "ApprovalRejected",
    "ApprovalRevoked",
    "ApprovalSignature",
    "ApprovalStanding",
    "ApprovalStep",
    "ApprovalStepSatisfied",
    "ApprovalSteps",
    "ApprovalSuspended",
    "ApprovalVoided",
    "ApprovalsCriterion",
    "ApproveCommand",
    "AssessedRisk",
    "AssessorScore",
    "AssessorsMethod",
    "Audit",
    "AuditEntry",
    "AuditHead",
    "AuditLine",
    "AuditScope",
    "Availability",
    "BackportRules",
    "Backported",
    "Backports",
    "Baseline",
    "BaselineCriterion",
    "BaselineTaken",
    "Basis",
    "BeginDeployCommand",
    "Board",
    "BoardDiff",
    "BoardGate",
    "BoardRow",
    "Bounds",
    "Branch",
    "BranchKind",
    "BranchRange",
    "BreakGlass",
    "BreakGlassCommand",
    "BreakGlassRule",
    "Bump",
    "BySeverity",
    "Cadence",
    "Calendar",
    "CalendarFact",
    "CancelCommand",
    "Candidate",
    "Cargo",
    "CargoAuditInspection",
    "Cause",
    "CauseClass",
    "CelCriterion",
    "Change",
    "ChangeAction",
    "ChangeApprovals",
    "ChangeCause",
    "ChangeFlow",
    "ChangeMethod",
    "ChangeRequest",
    "ChangeRequestState",
    "ChangeState",
    "ChangeStep",
    "ChangeTask",
    "ChangeType",
    "Changelog",
    "ChangelogLayout",
    "ChangelogSection",
    "Changes",
    "Checklist",
    "ChecklistAnswer",
    "ChecklistCriterion",
    "ChecklistItem",
    "Claim",
    "ClaimDependency",
    "Clash",
    "CloseCode",
    "CloseCommand",
    "CoberturaInspection",
    "Command",
    "CommandEnvelope",
    "Commit",
    "CommitDetails",
    "CommitOverride",
    "CommitOverrides",
    "CompareWith",
    "CompleteStageCommand",
    "Compliance",
    "Component",
    "Configuration",
    "Configured",
    "ConfiguredFile",
    "Conflict",
    "ConflictCalendar",
    "ConflictKind",
    "ConflictReport",
    "ConflictRules",
    "ConflictSeverity",
    "ConsistencyProof",
    "Contract",
    "ContractAnswer",
    "ContractMatrix",
    "ContractRow",
    "ContractRule",
    "ContractVerification",
    "Contradiction",
    "ControlOutcome",
    "ControlPolicy",
    "ControlResult",
    "Counter",
    "Coverage",
    "CoverageCriterion",
    "CoverageReport",
    "Covered",
    "CreateCommand",
    "CriteriaSet",
    "Criterion",
    "CustomObservation",
    "Cycle",
    "CycloneDxInspection",
    "DecideExceptionCommand",
    "DecideGoCommand",
    "Decision",
    "Declaration",
    "DeclaredEdge",
    "DeliveryPhase",
    "DependenciesCriterion",
    "Dependency",
    "DependencyCause",
    "DependencyKind",
    "DependencyNeed",
    "DependencySet",
    "DependencyStatus",
    "Dependents",
    "DependentsNotified",
    "Deployable",
    "Deployed",
    "Deployment",
    "DeploymentEnd",
    "DeploymentRecord",
    "DeploymentStarted",
    "DeploymentStatus",
    "Divergence",
    "Draft",
    "Ecosystem",
    "Edge",
    "Edit",
    "EditKind",
    "EditOptions",
    "EditReleaseCommand",
    "EditScopeCommand",
    "EditWarning",
    "Edits",
    "Enrichment",
    "Entry",
    "EnvelopeVerification",
    "EnvironmentCriterion",
    "EnvironmentState",
    "ErrorFields",
    "Escalated",
    "Evidence",
    "EvidenceKind",
    "EvidenceRecorded",
    "Exceeded",
    "ExceptionExpired",
    "ExceptionGranted",
    "ExceptionRefused",
    "ExceptionRequested",
    "ExceptionStatus",
    "Explanation",
    "Extra",
    "ExtraFile",
    "ExtraFileKind",
    "Fact",
    "Feedback",
    "FeedbackGiven",
    "Finding",
    "FindingChange",
    "FindingName",
    "FinishRolloutCommand",
    "FirstRelease",
    "FixAvailable",
    "FixedCause",
    "FlagSet",
    "Footer",
    "FreeSlot",
    "FreezeCriterion",
    "FreezeInFlight",
    "FreezeKind",
    "FreezeScopeCommand",
    "Freight",
    "FreightRequest",
    "FreshnessCriterion",
    "Gate",
    "GateEvaluated",
    "GateFile",
    "GateOverride",
    "GateVerdict",
    "GateWaived",
    "GiveFeedbackCommand",
    "GivenApproval",
    "GlassBroken",
    "GoDecided",
    "GoDecision",
    "GoExpired",
    "GoWithdrawn",
    "Governing",
    "Group",
    "GroupKind",
    "GrypeInspection",
    "Happening",
    "Head",
    "HistoryOptions",
    "HoldCommand",
    "HoldLifted",
    "HoldPlaced",
    "IcalendarEvent",
    "IcalendarInspection",
    "Identity",
    "IgnoredComponent",
    "IgnoredVulnerability",
    "Impact",
    "InFlight",
    "InTotoResource",
    "InTotoSource",
    "InTotoStatement",
    "IncidentRecorded",
    "IncludeResult",
    "Inclusion",
    "InclusionProof",
    "Inspection",
    "Item",
    "ItemKind",
    "ItemLink",
    "ItemLinkKind",
    "ItemOverdue",
    "ItemStatus",
    "JUnitInspection",
    "Judged",
    "JudgedFinding",
    "Kept",
    "KeptReason",
    "Kind",
    "LateEntry",
    "LcovInspection",
    "LedgerEntry",
    "LeftKey",
    "Levels",
    "LicenceException",
    "LicenceRule",
    "LicencesCriterion",
    "Link",
    "LinkedCause",
    "Links",
    "MeasuredMetric",
    "MeasuredResult",
    "Measurement",
    "MeasurementPhase",
    "MeasurementSeries",
    "MeasurementsCriterion",
    "Message",
    "Metric",
    "MetricResult",
    "Milestone",
    "MilestoneKind",
    "MilestoneSet",
    "Mode",
    "NextStep",
    "NoGoDecided",
    "Notice",
    "NoticeOccasion",
    "NoticeSent",
    "NotifyCommand",
    "NpmAuditFormat",
    "NpmAuditInspection",
    "Observation",
    "Obstacle",
    "Occurrence",
    "OpenVexInspection",
    "OpenVexStatement",
    "Options",
    "Origin",
    "OsvInspection",
    "Outcome",
    "OutcomeCounts",
    "Overridden",
    "Override",
    "OverrideCause",
    "Owed",
    "OwedKind",
    "OwedStatus",
    "OwnerTask",
    "OwnerTasks",
    "Pact",
    "PactVerification",
    "Parameter",
    "Part",
    "PayloadRef",
    "Peers",
    "Plan",
    "PlanCommand",
    "Planned",
    "PlannedPhase",
    "Policy",
    "Portfolio",
    "PreExitCause",
    "PreviousAction",
    "PreviousStatus",
    "Propagation",
    "ProvenanceCriterion",
    "ProvenanceInspection",
    "ProvenanceStatement",
    "Publishing",
    "QualityGate",
    "QualityGateCriterion",
    "QualityGateStatus",
    "Quarantined",
    "Ranges",
    "ReadOptions",
    "RecordDeploymentCommand",
    "RecordEvidenceCommand",
    "RecordIncidentCommand",
    "RecordRolloutCommand",
    "Refusal",
    "RefusalCode",
    "RefusalReason",
    "RegisterMethod",
    "RegisterRow",
    "Registry",
    "RejectCommand",
    "Release",
    "ReleaseAccepted",
    "ReleaseAssessor",
    "ReleaseCalendar",
    "ReleaseCancelled",
    "ReleaseClosed",
    "ReleaseCompliance",
    "ReleaseCreated",
    "ReleaseDependency",
    "ReleaseDiff",
    "ReleaseDurations",
    "ReleaseEdit",
    "ReleaseEdited",
    "ReleaseEvent",
    "ReleaseFlag",
    "ReleaseHold",
    "ReleaseIncident",
    "ReleaseLink",
    "ReleaseOutcome",
    "ReleasePlanned",
    "ReleasePlease",
    "ReleasePleaseConfig",
    "ReleasePleasePath",
    "ReleaseReady",
    "ReleaseReopened",
    "ReleaseStarted",
    "ReleaseState",
    "ReleaseStatus",
    "ReleaseWindow",
    "RequestExceptionCommand",
    "RequirementUpdate",
    "RescheduleCommand",
    "Rescheduled",
    "Rescheduling",
    "ReservationsReleased",
    "Resource",
    "RestartStageCommand",
    "ResumeCommand",
    "Review",
    "ReviewEvent",
    "ReviewOpened",
    "RevokeCommand",
    "Rewrite",
    "Risk",
    "RiskAnswer",
    "RiskAssessed",
    "RiskAssessment",
    "RiskChanged",
    "RiskLevel",
    "RiskLookup",
    "RiskLookupRow",
    "RiskMethod",
    "RiskQuestionnaire",
    "RiskRaised",
    "RiskRetired",
    "RiskRule",
    "RiskStatus",
    "RiskThresholds",
    "RoleMember",
    "Roles",
    "RollBackCommand",
    "RollbackFailed",
    "RollbackStarted",
    "RolledBack",
    "RolloutStepRecorded",
    "RootCause",
    "Rule",
    "RunAssessment",
    "RunSummary",
    "Sameness",
    "SarifInspection",
    "SarifRun",
    "Sbom",
    "SbomCriterion",
    "SbomPackage",
    "ScheduledRelease",
    "Scheme",
    "ScopeException",
    "ScopeFrozen",
    "ScopeItem",
    "ScopeItemAccepted",
    "ScopeItemAdded",
    "ScopeItemRemoved",
    "Section",
    "SectionKind",
    "SectionRule",
    "Select",
    "Semantic",
    "SemanticRelease",
    "SentNotice",
    "Separator",
    "SeriesPoint",
    "SetActionCommand",
    "SetDependencyCommand",
    "SetFlagCommand",
    "SetMilestoneCommand",
    "SetRiskCommand",
    "SetTaskCommand",
    "Severity",
    "Signal",
    "SignalCounts",
    "SignatureState",
    "Since",
    "SkipStageCommand",
    "SliValue",
    "Slip",
    "SloComparison",
    "SloCriterion",
    "SloEvaluation",
    "SloFile",
    "SloIndicatorResult",
    "SloObjective",
    "SloOperator",
    "SloResult",
    "SloScore",
    "SloScoreCriterion",
    "SloTarget",
    "Snapshot",
    "SoakCriterion",
    "SonarQubeInspection",
    "Source",
    "Sources",
    "SpdxInspection",
    "Split",
    "StageCompleted",
    "StageEntered",
    "StageFreeze",
    "StageMethod",
    "StageRecord",
    "StageRestarted",
    "StageRole",
    "StageSkipped",
    "StageStatus",
    "Stakeholder",
    "StandingJudgement",
    "StartCommand",
    "StateChange",
    "Strategy",
    "Subject",
    "Tag",
    "TargetStatus",
    "Task",
    "TaskHold",
    "TaskReopened",
    "TaskSet",
    "TaskStatus",
    "Template",
    "TemplateOptions",
    "TemplateStage",
    "TestResults",
    "TestsCriterion",
    "ThresholdCriterion",
    "TickCommand",
    "Tolerance",
    "TotalScore",
    "TrackRecordMethod",
    "TrackWeights",
    "Train",
    "TrainMode",
    "TrivyInspection",
    "TrivyShape",
    "TrustedBuilder",
    "Uncovered",
    "Unit",
    "Unresolved",
    "UnresolvedName",
    "Verdict",
    "VerdictChange",
    "Verification",
    "Verified",
    "VersionSource",
    "Versioning",
    "VexProduct",
    "VexStatement",
    "VexStatements",
    "VexStatus",
    "VulnerabilitiesCriterion",
    "Vulnerability",
    "VulnerabilityReport",
    "VulnerabilitySeverity",
    "WaiveGateCommand",
    "Waiver",
    "Waiver2",
    "WaiverExpired",
    "Warning",
    "WarningKind",
    "Way",
    "WayStep",
    "Ways",
    "WhatIf",
    "Why",
    "Window",
    "WindowKind",
    "WithoutHistory",
    "WorkCalendar",
    "WorkItem",
    "WorkItemStatus",
    "WorkItemsCriterion",
    "Workspace",
    "WorkspaceFile",
]

ActionClass: TypeAlias = Literal["prevent", "detect", "mitigate"]
"""What an action is for.

- ``prevent``: That it does not happen again.
- ``detect``: That it is noticed sooner.
- ``mitigate``: That it does less harm.
"""

ActorKind: TypeAlias = Literal["human", "service", "agent"]
"""What sort of actor somebody is.

- ``human``: A person.
- ``service``: A program that does what it is told.
- ``agent``: A program that decides.
"""

Aggregate: TypeAlias = Literal["avg", "p50", "p90", "p95"]
"""How the values of earlier evaluations become one.

- ``avg``: Their mean.
- ``p50``: Their median.
- ``p90``: Their 90th percentile.
- ``p95``: Their 95th percentile.
"""

ApprovalDecision: TypeAlias = Literal["approve", "reject", "withdraw"]
"""What somebody decided.

- ``approve``: It may go out.
- ``reject``: It may not.
- ``withdraw``: An earlier decision of the same person no longer holds.
"""

ApprovalQuorum: TypeAlias = Literal["first", "all", "percent"]
"""How many of a role have to say yes.

- ``first``: The first who says so.
- ``all``: All who are in it.
- ``percent``: A share of those who are in it.
"""

ApprovalStanding: TypeAlias = Literal["counts", "suspended", "voided", "revoked", "expired"]
"""Whether an approval counts.

- ``counts``: It does.
- ``suspended``: It will again when the release is no longer on hold.
- ``voided``: What it was for changed.
- ``revoked``: It was taken back.
- ``expired``: Its time is over.
"""

Availability: TypeAlias = Literal["one_of", "all"]
"""In how many of the stages before it something must have been.

- ``one_of``: In one of them.
- ``all``: In all of them.
"""

BranchKind: TypeAlias = Literal["maintenance", "release", "prerelease"]
"""What a branch is for.

- ``maintenance``: Fixes and additions to what was released before.
- ``release``: What comes next.
- ``prerelease``: What is tried out before it comes next.
"""

Bump: TypeAlias = Literal["none", "patch", "minor", "major"]
"""How much a change asks of the next version. The order is the lattice that plans are computed on: ``none < patch <
minor < major``.

- ``none``: Nothing to release.
- ``patch``: A correction.
- ``minor``: An addition.
- ``major``: A break.
"""

CauseClass: TypeAlias = Literal[
    "code",
    "configuration",
    "data",
    "infrastructure",
    "dependency",
    "capacity",
    "process",
    "testing",
    "communication",
    "security",
    "unknown",
]
"""A small taxonomy of what goes wrong.

- ``code``: A defect of the code.
- ``configuration``: A wrong setting.
- ``data``: A migration, or data that nobody expected.
- ``infrastructure``: Machines, network, platform.
- ``dependency``: Something by others.
- ``capacity``: Too much load, too little room.
- ``process``: A step left out, done wrong, or not foreseen.
- ``testing``: A test that was not there, or did not tell.
- ``communication``: Somebody did not know.
- ``security``: An attack, or a hole.
- ``unknown``: Not found yet.
"""

ChangeAction: TypeAlias = Literal[
    "advance",
    "approve",
    "reject",
    "revert_to_new",
    "change_type",
    "hold",
    "resume",
    "cancel",
    "close",
]
"""What is done with a change request.

- ``advance``: It goes on to the next state.
- ``approve``: The approvals that it waits for are given.
- ``reject``: It is not approved, and is planned anew.
- ``revert_to_new``: It is taken back to its beginning by those who asked for it.
- ``change_type``: It becomes another kind of change.
- ``hold``: It is put on hold.
- ``resume``: It is on hold no longer.
- ``cancel``: It is given up.
- ``close``: It is done.
"""

ChangeApprovals: TypeAlias = Literal["none", "requested", "not_required", "given", "cancelled"]
"""Where the approvals of a change request are.

- ``none``: There are none.
- ``requested``: They are asked for.
- ``not_required``: They are no longer required, while it is on hold.
- ``given``: They were given.
- ``cancelled``: They were cancelled.
"""

ChangeRequestState: TypeAlias = Literal[
    "draft",
    "submitted",
    "approved",
    "rejected",
    "scheduled",
    "implementing",
    "review",
    "closed",
    "cancelled",
]
"""How far a change request is.

- ``draft``: Being written.
- ``submitted``: Waiting for its approvals.
- ``approved``: Authorised.
- ``rejected``: Not authorised.
- ``scheduled``: Authorised, with a time.
- ``implementing``: Under way.
- ``review``: Done, being looked at.
- ``closed``: Done.
- ``cancelled``: Given up.
"""

ChangeState: TypeAlias = Literal[
    "new",
    "assess",
    "authorize",
    "scheduled",
    "implement",
    "review",
    "closed",
    "cancelled",
]
"""How far a change request is.

- ``new``: Being written.
- ``assess``: Waiting for peers and technical approval.
- ``authorize``: Waiting for change management, and the board.
- ``scheduled``: Authorised, waiting for its start.
- ``implement``: Under way.
- ``review``: Done, being looked back on.
- ``closed``: Done.
- ``cancelled``: Given up.
"""

ChangeType: TypeAlias = Literal["standard", "normal", "emergency"]
"""The kind of process that a change request goes through.

- ``standard``: Low in risk, known, and authorised beforehand.
- ``normal``: Assessed and authorised step by step.
- ``emergency``: As soon as possible, assessed afterwards.
"""

ChecklistAnswer: TypeAlias = Literal["open", "go", "no_go", "not_applicable"]
"""The answer to an item of a checklist.

- ``open``: None yet.
- ``go``: Yes, or done.
- ``no_go``: No.
- ``not_applicable``: It does not apply here.
"""

Clash: TypeAlias = Literal["id", "value"]
"""Why facts cannot all be true.

- ``id``: They have one id and differ.
- ``value``: They say different things of one subject, from one source, at one instant.
"""

CloseCode: TypeAlias = Literal["successful", "successful_issues", "unsuccessful"]
"""How a change ended.

- ``successful``: As planned.
- ``successful_issues``: As planned in the end, with issues on the way.
- ``unsuccessful``: Not as planned.
"""

CompareWith: TypeAlias = Literal["single_result", "several_results"]
"""With how many evaluations a value is compared.

- ``single_result``: The last one.
- ``several_results``: Several.
"""

ConflictKind: TypeAlias = Literal[
    "freeze",
    "outside_window",
    "related_freeze",
    "related_outside_window",
    "dependency_aborted",
    "dependency_after",
    "dependency_open",
    "same_component",
    "related_component",
    "environment_booked",
    "same_person",
    "shared_service",
    "same_train",
]
"""What is in the way.

- ``freeze``: A freeze: a window that denies.
- ``outside_window``: It is outside of the windows that allow.
- ``related_freeze``: A freeze of a component's parent or child.
- ``related_outside_window``: It is outside of the windows of a component's parent or child.
- ``dependency_aborted``: What it waits for will not come.
- ``dependency_after``: What it waits for is planned to end after it begins.
- ``dependency_open``: What it waits for is not done, and it is time.
- ``same_component``: Both change the same component.
- ``related_component``: One changes a component, the other its parent or child.
- ``environment_booked``: Both take the same environment.
- ``same_person``: The same person works on both.
- ``shared_service``: Both share a service.
- ``same_train``: Both are on the same train.
"""

ConflictSeverity: TypeAlias = Literal["block", "warn"]
"""How much a conflict weighs.

- ``block``: It cannot be.
- ``warn``: Somebody should look.
"""

ContractRule: TypeAlias = Literal["known", "required", "ignored"]
"""Whether contracts are asked about.

- ``known``: Those that there are.
- ``required``: There has to be one.
- ``ignored``: No.
"""

ControlOutcome: TypeAlias = Literal["pass", "fail", "not_applicable", "no_evidence"]
"""What a control says. No evidence is never a pass.

- ``pass``: It holds, and events show it.
- ``fail``: It does not hold, and events show it.
- ``not_applicable``: Nothing of it has to hold here.
- ``no_evidence``: It would have to hold, and nothing shows whether it does.
"""

Counter: TypeAlias = Literal["keep", "restart"]
"""How the prereleases of a train are counted.

- ``keep``: On from the component's last prerelease, whatever it was one of: after ``1.0.1-alpha.4`` comes
  ``1.1.0-beta.5``.
- ``restart``: From 0 where the tag or the version it leads to is another than before: after ``1.0.1-alpha.4``
  comes ``1.1.0-beta.0``.
"""

DependencyKind: TypeAlias = Literal["normal", "build", "dev", "peer", "optional", "api"]
"""How a consumer uses a provider.

- ``normal``: At run time, shipped with it.
- ``build``: While it is built.
- ``dev``: While it is developed or tested; never shipped.
- ``peer``: Provided by whoever uses the consumer (npm's ``peerDependencies``).
- ``optional``: At run time, if it is there.
- ``api``: Called at run time over an interface, and not shipped with it: a service that needs a version of
  another's API.
"""

DependencyNeed: TypeAlias = Literal["start", "finish"]
"""What of a release waits for another.

- ``start``: Its work.
- ``finish``: The end of its work, and so its deployment.
"""

DependencyStatus: TypeAlias = Literal["open", "done", "aborted"]
"""How a dependency stands.

- ``open``: Not yet there.
- ``done``: There.
- ``aborted``: It will not come.
"""

Deployable: TypeAlias = Literal["yes", "unknown", "no"]
"""Whether contracts allow a version into the environment.

- ``yes``: They do.
- ``unknown``: A verification is missing.
- ``no``: They do not.
"""

DeploymentEnd: TypeAlias = Literal["running", "deployed", "rolled_back", "rollback_failed"]
"""How a deployment ended.

- ``running``: It has not ended.
- ``deployed``: It is out.
- ``rolled_back``: It was taken back.
- ``rollback_failed``: It could not be taken back.
"""

DeploymentStatus: TypeAlias = Literal["pending", "running", "succeeded", "failed", "rolled_back"]
"""What came of a deployment.

- ``pending``: Not begun.
- ``running``: Under way.
- ``succeeded``: It runs.
- ``failed``: It did not come up.
- ``rolled_back``: It was taken back.
"""

Ecosystem: TypeAlias = Literal["cargo", "npm", "python", "go", "helm", "generic"]
"""The ecosystem whose manifest declares a component.

- ``cargo``: Rust crates: ``Cargo.toml``.
- ``npm``: JavaScript packages: ``package.json``.
- ``python``: Python projects: ``pyproject.toml``.
- ``go``: Go modules: ``go.mod``.
- ``helm``: Helm charts: ``Chart.yaml``.
- ``generic``: What has no manifest, declared in ``greenboard.yaml``: services, schemas, what vendors release.
"""

EditKind: TypeAlias = Literal["modify", "create", "delete"]
"""What happens to a file.

- ``modify``: Its text is replaced.
- ``create``: It is new.
- ``delete``: It goes away.
"""

ExceptionStatus: TypeAlias = Literal["requested", "granted", "refused", "expired"]
"""How an exception stands.

- ``requested``: Somebody asks for it.
- ``granted``: It is granted.
- ``refused``: It is refused.
- ``expired``: Its days are over.
"""

ExtraFileKind: TypeAlias = Literal["auto", "generic", "json", "yaml", "toml", "xml", "pom", "text"]
"""How a version is found in a file.

- ``auto``: By the file's extension: the version of a JSON, YAML, TOML or XML file, and the markers of any.
- ``generic``: On the lines with a marker: ``x-release-please-version``, ``-major``, ``-minor``, ``-patch``,
  ``-date``, ``-version-date``, and between ``x-release-please-start-version`` and ``x-release-please-end``.
- ``json``: In the values that a JSONPath selects; the first version in each is replaced.
- ``yaml``: In the values that a JSONPath selects, in every document of the file; each is replaced as a whole.
- ``toml``: In the values that a JSONPath selects; each is replaced as a whole.
- ``xml``: In the elements and attributes that an XPath selects; each is replaced as a whole, but for elements
  that hold others.
- ``pom``: In a Maven ``pom.xml``: the project's version, or its parent's where it has none.
- ``text``: As the whole text: ``version.txt``.
"""

FirstRelease: TypeAlias = Literal["as_stated", "bump"]
"""The version of a component's first release.

- ``as_stated``: The one that its manifest states.
- ``bump``: The one after it, as for any other release.
"""

FreezeInFlight: TypeAlias = Literal["finish_all", "finish_step", "stop"]
"""What becomes of work in flight when a freeze begins.

- ``finish_all``: The work is finished, all of its steps.
- ``finish_step``: The step under way is finished, and the next waits until the freeze is over.
- ``stop``: The work stops where it is.
"""

FreezeKind: TypeAlias = Literal["readiness", "scope", "code", "test", "docs"]
"""What a freeze freezes.

- ``readiness``: The answers about an item's readiness.
- ``scope``: The items of the scope.
- ``code``: The code.
- ``test``: The tests.
- ``docs``: The documentation.
"""

GroupKind: TypeAlias = Literal["fixed", "linked"]
"""What the versions of a group have in common.

- ``fixed``: All are released together, at one version.
- ``linked``: Those that are released at one time are released at one version.
"""

InFlight: TypeAlias = Literal["finish", "pause", "abort"]
"""What becomes of work in flight when the way is closed.

- ``finish``: It is finished.
- ``pause``: It waits for the way to open.
- ``abort``: It is given up.
"""

IncludeResult: TypeAlias = Literal["all", "pass", "pass_or_warn"]
"""Which evaluations count as history, by their results.

- ``all``: All.
- ``pass``: Those that passed.
- ``pass_or_warn``: Those that passed, with a warning or without.
"""

ItemKind: TypeAlias = Literal["component_version", "configuration", "infrastructure", "data", "flag"]
"""What sort of thing goes out.

- ``component_version``: A component at a version.
- ``configuration``: Settings.
- ``infrastructure``: Machines, networks, what carries the components.
- ``data``: A migration of data or schema.
- ``flag``: A feature flag, turned on or off.
"""

ItemLinkKind: TypeAlias = Literal["pull_request", "commit", "author"]
"""What a link leads to.

- ``pull_request``: The pull request that brought it.
- ``commit``: The commit that brought it.
- ``author``: Who made it.
"""

ItemStatus: TypeAlias = Literal["proposed", "accepted", "tracked", "at_risk", "removed", "shipped"]
"""How an item stands.

- ``proposed``: Somebody asks for it.
- ``accepted``: It is part of the release.
- ``tracked``: It is part of it, and on its way.
- ``at_risk``: It may not make it.
- ``removed``: It is not part of it any more.
- ``shipped``: It went out.
"""

KeptReason: TypeAlias = Literal["named", "requirement", "ignored", "private", "no_version", "held", "external"]
"""Why a component is not released though the plan touches it.

- ``named``: A changeset names it and asks for nothing.
- ``requirement``: Only a requirement of it moves that is never shipped.
- ``ignored``: It is ignored.
- ``private``: It is private, and such are not versioned.
- ``no_version``: It states no version.
- ``held``: It is not selected this time.
- ``external``: Others release it.
"""

LicenceRule: TypeAlias = Literal["pass", "warn", "fail"]
"""What a package comes to of whose licence nothing can be said.

- ``pass``: It passes.
- ``warn``: It is a warning.
- ``fail``: It does not pass.
"""

MeasurementPhase: TypeAlias = Literal["successful", "running", "pending", "inconclusive", "error", "failed"]
"""How a measurement, a metric or a whole run stands; the later in this list, the worse.

- ``successful``: It went well.
- ``running``: It is under way.
- ``pending``: It has not begun.
- ``inconclusive``: It went neither well nor badly.
- ``error``: It could not be carried out.
- ``failed``: It went badly.
"""

MilestoneKind: TypeAlias = Literal["milestone", "key_event", "deadline", "important_date"]
"""What sort of date it is.

- ``milestone``: A point of the work.
- ``key_event``: Something that happens: a meeting, a launch.
- ``deadline``: A date that nothing may pass.
- ``important_date``: Good to know.
"""

Mode: TypeAlias = Literal["strict", "lenient"]
"""How a message is read.

- ``strict``: The specification to the letter.
- ``lenient``: What real repositories mean.
"""

NoticeOccasion: TypeAlias = Literal["planned", "before", "after", "rolled_back", "incident", "rescheduled", "cancelled"]
"""What people are told of.

- ``planned``: That it is planned.
- ``before``: That it is about to go out.
- ``after``: That it is out.
- ``rolled_back``: That it was taken back.
- ``incident``: That something broke.
- ``rescheduled``: That it was moved.
- ``cancelled``: That it was given up.
"""

NpmAuditFormat: TypeAlias = Literal["v1", "v2"]
"""The format of an ``npm audit`` report.

- ``v1``: Advisories, as npm 6 and pnpm write them.
- ``v2``: Packages, as npm 7 and later write them.
"""

Origin: TypeAlias = Literal["commit", "changeset", "given"]
"""Where a change comes from.

- ``commit``: A commit's message.
- ``changeset``: A changeset file.
- ``given``: Given outright by the caller.
"""

Outcome: TypeAlias = Literal["pass", "skipped", "waived", "warn", "pending", "fail"]
"""What a criterion came to. Missing is never pass.

- ``pass``: It holds.
- ``skipped``: It does not apply here; the reason says why.
- ``waived``: It does not hold, and somebody who may has said that it need not.
- ``warn``: It nearly does not hold.
- ``pending``: Evidence or an approval is missing, out of date or contradictory.
- ``fail``: It does not hold.
"""

OwedKind: TypeAlias = Literal[
    "task",
    "readiness",
    "gate",
    "approval",
    "retrospective_approval",
    "exception",
    "verification",
    "review",
    "action",
    "hold",
    "waiver",
]
"""Of which kind it is that is owed.

- ``task``: Something to be done.
- ``readiness``: That it is ready in time.
- ``gate``: That a gate holds.
- ``approval``: A word before it goes out.
- ``retrospective_approval``: A word after the fact.
- ``exception``: A decision on an exception.
- ``verification``: A look at whether it works.
- ``review``: A look back.
- ``action``: What was to be done after it.
- ``hold``: A look at why it is stopped.
- ``waiver``: A decision on a waiver that ends.
"""

OwedStatus: TypeAlias = Literal["upcoming", "due", "overdue", "escalated"]
"""How something stands that is owed.

- ``upcoming``: There is time.
- ``due``: It is time to remind whoever owes it.
- ``overdue``: It should be there.
- ``escalated``: It should be there, and somebody else is told.
"""

Peers: TypeAlias = Literal["follow", "major", "major_out_of_range"]
"""What a provider's release asks of those that have it as a peer.

- ``follow``: The same as of any other dependent.
- ``major``: A major release, when the provider moves by more than a patch.
- ``major_out_of_range``: A major release, when the provider moves by more than a patch and out of the
  requirement.
"""

PreviousStatus: TypeAlias = Literal["addressed", "ignored", "carried"]
"""How an action of a release before stands.

- ``addressed``: It is done.
- ``ignored``: Nobody does it.
- ``carried``: It is carried on.
"""

Propagation: TypeAlias = Literal["out_of_range", "always"]
"""When a release calls for a release of what depends on it.

- ``out_of_range``: When the dependent's requirement does not admit the new version.
- ``always``: Always, so that every dependent ships with the newest.
"""

QualityGateStatus: TypeAlias = Literal["passed", "warned", "failed", "missing"]
"""What another tool's gate says.

- ``passed``: All holds.
- ``warned``: It holds with warnings.
- ``failed``: It does not hold.
- ``missing``: There is no gate.
"""

Ranges: TypeAlias = Literal["native", "changesets@2", "changesets@3"]
"""How requirements inside the workspace are read and written.

- ``native``: As their ecosystem reads them: what is tied to the copy in the repository is always met by it, and a
  rewritten requirement keeps its operators and its precision.
- ``changesets@2``: As version 2 of changesets does: a ``workspace:`` range that excludes the present version is
  no edge, ``workspace:*`` stands for exactly the present version, and a rewritten range is its operator and the
  whole new version.
- ``changesets@3``: As version 3 of changesets does: likewise, with the upper bound of a range of two kept, and
  without what does not move.
"""

RefusalCode: TypeAlias = Literal[
    "stale_version",
    "not_authorised",
    "wrong_state",
    "terminal",
    "on_hold",
    "no_release",
    "already_created",
    "missing_field",
    "template_unpublished",
    "date_in_past",
    "not_a_calendar_day",
    "scope_frozen",
    "item_not_ready",
    "duplicate_item",
    "unknown_item",
    "item_in_other_release",
    "already_frozen",
    "not_frozen",
    "window_closed",
    "already_decided",
    "form_incomplete",
    "self_decision",
    "not_requested",
    "too_many_days",
    "dependency_open",
    "dependency_aborted",
    "too_early",
    "tasks_open",
    "gate_open",
    "gate_failed",
    "gate_unknown",
    "wrong_stage",
    "stage_required",
    "stage_not_completed",
    "unknown_stage",
    "reason_missing",
    "unknown_subject",
    "untrusted_source",
    "not_waivable",
    "expiry_missing",
    "not_in_role",
    "self_approval",
    "stale_subject",
    "out_of_order",
    "approval_expired",
    "no_such_step",
    "not_approved",
    "notice_too_short",
    "conflict",
    "checklist_open",
    "evidence_stale",
    "no_go",
    "go_expired",
    "outside_window",
    "frozen_environment",
    "environment_taken",
    "digest_mismatch",
    "approval_missing",
    "unknown_environment",
    "unknown_target",
    "targets_open",
    "verification_missing",
    "past_point_of_no_return",
    "no_rollback_target",
    "not_rolling_back",
    "still_observing",
    "criteria_open",
    "open_incident",
    "outcome_missing",
    "review_incomplete",
    "retro_approval_missing",
    "action_unowned",
    "already_held",
    "not_held",
    "in_flight",
    "out_of_scale",
    "owner_missing",
    "unknown_risk",
    "clock_went_back",
    "type_locked",
    "not_continuous",
]
"""Why a command is refused.

- ``stale_version``: Somebody else was faster.
- ``not_authorised``: They are not in a role that may.
- ``wrong_state``: Not in this state.
- ``terminal``: It has ended.
- ``on_hold``: It is on hold.
- ``no_release``: There is no such release yet.
- ``already_created``: There is such a release.
- ``missing_field``: Something has to be said.
- ``template_unpublished``: There is no such template.
- ``date_in_past``: That is over.
- ``not_a_calendar_day``: Nothing goes out on that day.
- ``scope_frozen``: The scope is frozen.
- ``item_not_ready``: The item does not meet what is asked of items.
- ``duplicate_item``: It is there already.
- ``unknown_item``: There is no such item.
- ``item_in_other_release``: Another release has it.
- ``already_frozen``: It is frozen.
- ``not_frozen``: It is not frozen.
- ``window_closed``: The time to ask is over.
- ``already_decided``: It was decided.
- ``form_incomplete``: Something of the form is missing.
- ``self_decision``: Nobody decides on what they asked for.
- ``not_requested``: Nobody asked for it.
- ``too_many_days``: More than was asked for.
- ``dependency_open``: It waits for something.
- ``dependency_aborted``: What it waits for will not come.
- ``too_early``: Its time has not come.
- ``tasks_open``: Something is still to be done.
- ``gate_open``: A gate waits for evidence or approval.
- ``gate_failed``: A gate does not hold.
- ``gate_unknown``: There is no such gate or criterion.
- ``wrong_stage``: The work is in another stage.
- ``stage_required``: It may not be left out.
- ``stage_not_completed``: It was not completed.
- ``unknown_stage``: There is no such stage.
- ``reason_missing``: A reason has to be given.
- ``unknown_subject``: Nothing in the scope is called so.
- ``untrusted_source``: That source is not trusted for this.
- ``not_waivable``: Nobody may waive it.
- ``expiry_missing``: It has to end.
- ``not_in_role``: They are not in the role of the step.
- ``self_approval``: Nobody approves what they asked for, wrote or deploy.
- ``stale_subject``: That is not what would go out.
- ``out_of_order``: A step before it is not done.
- ``approval_expired``: Its time is over.
- ``no_such_step``: There is no such step.
- ``not_approved``: There is no such approval.
- ``notice_too_short``: That is too soon.
- ``conflict``: It collides with something.
- ``checklist_open``: The checklist is not answered.
- ``evidence_stale``: What it rests on is too old.
- ``no_go``: It is not go.
- ``go_expired``: The decision to go has ended.
- ``outside_window``: Not in its window.
- ``frozen_environment``: The environment is frozen.
- ``environment_taken``: Another release has the environment.
- ``digest_mismatch``: What went before is not what goes out.
- ``approval_missing``: An approval is missing.
- ``unknown_environment``: The release does not pass that environment.
- ``unknown_target``: It is no target of this deployment.
- ``targets_open``: Targets are not reached.
- ``verification_missing``: Nobody verified it.
- ``past_point_of_no_return``: There is no way back.
- ``no_rollback_target``: Nobody knows what it goes back to.
- ``not_rolling_back``: It is not on its way back.
- ``still_observing``: The time of observation is not over.
- ``criteria_open``: Acceptance criteria are not met.
- ``open_incident``: Something is broken.
- ``outcome_missing``: How it ended has to be said.
- ``review_incomplete``: It has to be looked back on.
- ``retro_approval_missing``: It has to be approved after the fact.
- ``action_unowned``: Nobody does an action, or nobody said until when.
- ``already_held``: It is on hold.
- ``not_held``: It is not on hold.
- ``in_flight``: It is on its way out: roll back first.
- ``out_of_scale``: That is not on the scale.
- ``owner_missing``: Nobody answers for it.
- ``unknown_risk``: There is no such risk.
- ``clock_went_back``: That is before what happened last.
- ``type_locked``: Its type cannot change any more.
- ``not_continuous``: Its template is not one that is opened and closed at once.
"""

ReleaseAssessor: TypeAlias = Literal[
    "release_flag",
    "release_failed",
    "task_flag",
    "release_overdue",
    "task_overdue",
    "task_retries",
]
"""What is looked at.

- ``release_flag``: The flag of the release.
- ``release_failed``: Whether the release fails, or did.
- ``task_flag``: The flag of a task.
- ``release_overdue``: Whether the release is past its due.
- ``task_overdue``: Whether the task under way is past its due.
- ``task_retries``: How often tasks were tried again.
"""

ReleaseFlag: TypeAlias = Literal["ok", "attention", "at_risk"]
"""How a release looks.

- ``ok``: It is on its way.
- ``attention``: Somebody should look.
- ``at_risk``: It may not make it.
"""

ReleaseOutcome: TypeAlias = Literal["successful", "successful_with_issues", "unsuccessful", "rolled_back"]
"""How a release ended.

- ``successful``: As planned.
- ``successful_with_issues``: Out, with some trouble.
- ``unsuccessful``: It did not bring what it was to bring.
- ``rolled_back``: It was taken back.
"""

ReleaseStatus: TypeAlias = Literal[
    "draft",
    "planned",
    "active",
    "ready",
    "deploying",
    "observing",
    "review",
    "closed",
    "cancelled",
]
"""Where a release stands.

- ``draft``: It is being written.
- ``planned``: It is what is meant.
- ``active``: It is being worked on.
- ``ready``: It may be decided on.
- ``deploying``: It is going out, or back.
- ``observing``: It is out, and watched.
- ``review``: It is looked back on.
- ``closed``: It ended.
- ``cancelled``: It was given up.
"""

Rewrite: TypeAlias = Literal["out_of_range", "patch", "minor", "major"]
"""When a requirement on a released component is rewritten. One that does not admit the new version always is.

- ``out_of_range``: Only then.
- ``patch``: Also in components that the plan touches, for a release of any size.
- ``minor``: Also in components that the plan touches, for a minor or major release.
- ``major``: Also in components that the plan touches, for a major release.
"""

RiskLevel: TypeAlias = Literal["low", "moderate", "high", "very_high"]
"""How risky.

- ``low``: Little.
- ``moderate``: Some.
- ``high``: Much.
- ``very_high``: More than that.
"""

RiskStatus: TypeAlias = Literal["open", "mitigated", "occurred", "retired"]
"""How a risk stands.

- ``open``: It may happen.
- ``mitigated``: What can be done is done.
- ``occurred``: It happened.
- ``retired``: It cannot happen any more.
"""

Sameness: TypeAlias = Literal["given", "cherry_pick", "pull_request", "header"]
"""What tells that two commits are the same change.

- ``given``: It was said outright.
- ``cherry_pick``: One message says that it was picked from the other (``git cherry-pick -x``).
- ``pull_request``: Equal headers, of the same pull request.
- ``header``: Equal headers of commits without a pull request, neither of which comes twice.
"""

Scheme: TypeAlias = Literal["cargo", "npm", "pep440", "maven", "go", "calver", "nuget", "gem", "debian"]
"""The rules that a version and its requirements follow."""

SectionKind: TypeAlias = Literal["breaking", "features", "fixes", "performance", "reverts", "dependencies", "other"]
"""What the changes of a section have in common, in the order of the sections.

- ``breaking``: Consumers have to do something.
- ``features``: Something new: ``feat``, and changes without a type that ask for a minor version.
- ``fixes``: Something right: ``fix``, and changes without a type that ask for a patch.
- ``performance``: Something faster: ``perf``.
- ``reverts``: Something undone: ``revert``.
- ``dependencies``: A release for the sake of what the component depends on.
- ``other``: Any other type that asks for a release, or has a section of its own.
"""

Separator: TypeAlias = Literal[":", " #"]
"""What stands between a footer's token and its value; the ``#`` is not part of the value.

- ``:``: ``Refs: 12``.
- `` #``: ``Refs #12``.
"""

Severity: TypeAlias = Literal["info", "warn", "block"]
"""How much a gate weighs.

- ``info``: It is shown, and changes nothing.
- ``warn``: What does not hold makes the verdict conditional.
- ``block``: What does not hold stops the release.
"""

Signal: TypeAlias = Literal["go", "conditional", "pending", "no_go"]
"""The answer to "may it go out?", best first: of several, the worst wins.

- ``go``: Yes.
- ``conditional``: Yes, with warnings or waivers.
- ``pending``: Not yet: evidence or approvals are missing.
- ``no_go``: No.
"""

SignatureState: TypeAlias = Literal["verified", "unverified", "invalid"]
"""What is known of signatures.

- ``verified``: A signature was made with the key that was given.
- ``unverified``: No key was given, so nothing is known.
- ``invalid``: A key was given, and no signature was made with it: there is none, or it is of something else, or
  by another key.
"""

SloOperator: TypeAlias = Literal["<", "<=", "=", ">=", ">"]
"""How a value is compared with its target.

- ``<``: Below the target.
- ``<=``: At most the target.
- ``=``: The target itself.
- ``>=``: At least the target.
- ``>``: Above the target.
"""

SloResult: TypeAlias = Literal["pass", "warning", "fail", "info"]
"""How one objective, or all together, came out.

- ``pass``: Met.
- ``warning``: Missed, but not by so much as to fail.
- ``fail``: Missed.
- ``info``: Of an objective that is informative: neither met nor missed.
"""

Sources: TypeAlias = Literal["auto", "commits", "changesets", "both"]
"""What tells the changes of a repository.

- ``auto``: Changesets where there is a ``.changeset/config.json``, commits elsewhere.
- ``commits``: The messages of commits.
- ``changesets``: Changeset files.
- ``both``: Both.
"""

StageRole: TypeAlias = Literal["work", "deploy", "monitor", "review"]
"""What is done in a stage, and so in which state a release is there.

- ``work``: It is made ready: completed by command while the release is Active.
- ``deploy``: It is rolled out: the state Deploying.
- ``monitor``: It is watched: the state Observing.
- ``review``: It is looked back on: the state Review.
"""

StageStatus: TypeAlias = Literal["pending", "active", "completed", "completed_with_exception", "skipped", "superseded"]
"""How far a stage is.

- ``pending``: Not entered.
- ``active``: The work is in it.
- ``completed``: Its gates held.
- ``completed_with_exception``: Its gates held but for what was passed over.
- ``skipped``: It was left out.
- ``superseded``: It has to be done again, since the work went back to one before it.
"""

Strategy: TypeAlias = Literal[
    "default",
    "prerelease",
    "always_bump_major",
    "always_bump_minor",
    "always_bump_patch",
    "dependency_manifest",
    "service_pack",
]
"""A versioning strategy of release-please.

- ``default``: Major for a break, minor for an addition, else patch.
- ``prerelease``: Likewise among prereleases, whose last number goes on.
- ``always_bump_major``: The major version, whatever changed.
- ``always_bump_minor``: The minor version, whatever changed.
- ``always_bump_patch``: The patch version, whatever changed: for backports.
- ``dependency_manifest``: As ``default``; an update of a dependency counts for as much as the dependency itself
  moved.
- ``service_pack``: ``sp.1``, ``sp.2``, … behind numbers that stay.
"""

TargetStatus: TypeAlias = Literal["pending", "deployed", "verified", "failed", "restored"]
"""How far a deployment is on a target.

- ``pending``: Not begun.
- ``deployed``: It is there.
- ``verified``: It is there, and works.
- ``failed``: It is not there, or does not work.
- ``restored``: What was there before is there again.
"""

TaskHold: TypeAlias = Literal["none", "by_change", "by_hand"]
"""Whether a task is on hold, and by what.

- ``none``: It is not.
- ``by_change``: Since its change request is.
- ``by_hand``: Somebody put it on hold; it stays so when the change request goes on.
"""

TaskStatus: TypeAlias = Literal["open", "in_progress", "done", "dropped"]
"""How far a task is.

- ``open``: Nobody began.
- ``in_progress``: Somebody is at it.
- ``done``: It is done.
- ``dropped``: It need not be done.
"""

Tolerance: TypeAlias = Literal[
    "leading_space",
    "empty_scope",
    "square_scope",
    "no_space",
    "footer_no_space",
    "no_blank_line",
    "breaking_in_body",
    "footers_in_body",
    "further_message",
]
"""A liberty that ``Mode::Lenient`` took with the specification.

- ``leading_space``: White space before the header.
- ``empty_scope``: ``feat(): x`` has no scope.
- ``square_scope``: ``feat[scope]: x`` has a scope.
- ``no_space``: ``feat:x`` lacks the space.
- ``footer_no_space``: A footer ``token:value`` lacks the space.
- ``no_blank_line``: The body starts right under the header.
- ``breaking_in_body``: ``BREAKING CHANGE:`` stood inside the body.
- ``footers_in_body``: Footers stood right under the body.
- ``further_message``: The message stood inside the body of another one; see ``split``.
"""

TrainMode: TypeAlias = Literal["pre", "exit"]
"""Where a train is.

- ``pre``: Under way: what is released is a prerelease.
- ``exit``: Arriving: what is released is a release, and so is everything that has a prerelease out.
"""

TrivyShape: TypeAlias = Literal["legacy_list", "report", "kubernetes"]
"""The shape of a report of Trivy.

- ``legacy_list``: A bare list of results, as Trivy wrote it before version 0.20.
- ``report``: A report about one artefact.
- ``kubernetes``: A report about a cluster: results by resource.
"""

UnresolvedName: TypeAlias = Literal["component", "person", "environment", "version"]
"""What an unresolved name names.

- ``component``: A component.
- ``person``: A person.
- ``environment``: An environment.
- ``version``: A version: the first digits of several candidates' commits.
"""

VersionSource: TypeAlias = Literal["manifest", "tag", "build"]
"""Where the present version of a component is to be found.

- ``manifest``: A file states it: its own manifest, or ``Component::version_from``.
- ``tag``: The tags of its repository, and no file (a Go module).
- ``build``: Its build works it out (Python's ``dynamic = ["version"]``); no file that can be read states it.
"""

VexStatus: TypeAlias = Literal["not_affected", "fixed", "under_investigation", "affected"]
"""What is said of a vulnerability in a product.

- ``not_affected``: It does not affect the product.
- ``fixed``: It did, and this version has the fix.
- ``under_investigation``: It is not yet known whether it does.
- ``affected``: It does.
"""

VulnerabilitySeverity: TypeAlias = Literal["unknown", "none", "low", "medium", "high", "critical"]
"""How severe a vulnerability is.

- ``unknown``: Nobody says.
- ``none``: Not at all.
- ``low``: Low.
- ``medium``: Medium.
- ``high``: High.
- ``critical``: Critical.
"""

WarningKind: TypeAlias = Literal[
    "unknown_component",
    "no_version",
    "requirement_left",
    "held",
    "left_behind",
    "without_dependency",
    "version_left",
    "group_member",
]
"""What could not be taken into account.

- ``unknown_component``: Changes name a component that is not in the workspace.
- ``no_version``: Changes ask for a release of a private component that has no version, so there is nothing to
  release.
- ``requirement_left``: A requirement does not admit the new version and could not be rewritten.
- ``held``: Something is asked of a component that is not released: it is ignored, or not selected this time.
- ``left_behind``: A component that is not released is left behind: what is published of it does not admit the new
  version of a dependency.
- ``without_dependency``: A component is released without what is asked of a dependency of it that is not.
- ``version_left``: A version that is wanted next cannot be.
- ``group_member``: A group names what is not in the workspace.
"""

WindowKind: TypeAlias = Literal["allow", "deny"]
"""What a window says of work.

- ``allow``: It may go out in the window; where a calendar has such windows, outside of all of them it may not.
- ``deny``: It may not go out in the window, whatever others say.
"""

WithoutHistory: TypeAlias = Literal["pending", "warn"]
"""What comes of too little history.

- ``pending``: Nothing is decided.
- ``warn``: A warning, so that a first release can go out.
"""

WorkItemStatus: TypeAlias = Literal["open", "in_progress", "done", "rejected"]
"""Whether a work item is open.

- ``open``: Not begun.
- ``in_progress``: Begun.
- ``done``: Done.
- ``rejected``: Not to be done.
"""


class AcceptCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="accept",
):
    """Says that it runs as it should."""

    reason: str | None = None
    """Why before the time of observation is over."""
    criteria: list[str] = []
    """The acceptance criteria that are met, by id."""

    @property
    def kind(self) -> Literal["accept"]:
        """Which kind it is."""
        return "accept"


class AcceptItemCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="accept_item",
):
    """Accepts an item into the scope: work on it may begin."""

    item: str
    """The item, by id."""

    @property
    def kind(self) -> Literal["accept_item"]:
        """Which kind it is."""
        return "accept_item"


class AcceptanceCriterion(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that has to be so for a release to be accepted."""

    id: str
    """What it is called by."""
    text: str
    """What has to be so."""
    gate: str | None = None
    """The gate that says whether it is so; somebody has to say so, where left out."""
    met_at: str | None = None
    """When somebody said that it is so."""
    met_by: str | None = None
    """Who said so."""


class Action(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something to be done after a release."""

    id: str
    """What it is called by."""
    text: str
    """What is to be done."""
    class_: ActionClass = msgspec.field(default="prevent", name="class")
    """What it is for."""
    owner: str | None = None
    """Who does it."""
    due: str | None = None
    """When it is due."""
    done_at: str | None = None
    """When it was done."""
    verification: str | None = None
    """How one sees that it is done."""
    release: str | None = None
    """The release whose review asked for it."""


class ActionSet(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="action_set"):
    """An action was added, or done."""

    action: Action
    """The action."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["action_set"]:
        """Which kind it is."""
        return "action_set"


class Actor(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who did something."""

    id: str
    """A pseudonymous id."""
    kind: ActorKind
    """What sort of actor that is."""


class Added(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What came of adding facts."""

    added: int = 0
    """How many were new."""
    absorbed: int = 0
    """How many were there already, word for word."""
    superseding: int = 0
    """How many of the new ones took the place of an older observation of the same."""
    contradictory: list[Contradiction] = []
    """What the new ones contradict, or contradict each other in."""
    unresolved: list[Unresolved] = []
    """The names that came for the first time and are nobody's and nothing's."""
    schema: Literal["greenboard/added/1"] = "greenboard/added/1"
    """What this document is, and the version of its format."""


class Amended(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Changes that were put right, and what named none of them."""

    changes: list[Change]
    """The changes, in their order."""
    unknown: list[str] = []
    """The hashes that name no commit of theirs, or the beginning of several."""


class Analysis(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An analysis: objectives, and the scores from which it is passed."""

    objectives: list[AnalysisObjective] = []
    """The objectives."""
    total_score: AnalysisScore
    """The scores to reach."""
    schema: Literal["greenboard/slo_analysis/1"] = "greenboard/slo_analysis/1"
    """What this document is, and the version of its format."""


class AnalysisObjective(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One objective: a value, its target, its share of the score."""

    value: str
    """The value it is about: the name of a metric."""
    target: AnalysisTarget = msgspec.field(default_factory=lambda: AnalysisTarget())
    """What fails it and what warns of it."""
    weight: float = 1.0
    """Its share of the score."""
    key_objective: bool = False
    """Whether nothing passes once it fails."""


class AnalysisObjectiveResult(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What came of one objective."""

    name: str
    """The name of the value."""
    value: float | None = None
    """The value; none where there is none."""
    result: SloResult
    """How it came out; fail where there is no value."""
    score: float
    """Its part of the score: its weight, half of it, or nothing."""


class AnalysisOperator(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is asked of a value: one comparison."""

    equal_to: float | None = None
    """It is this number."""
    less_than_or_equal: float | None = None
    """It is at most this."""
    less_than: float | None = None
    """It is below this."""
    greater_than_or_equal: float | None = None
    """It is at least this."""
    greater_than: float | None = None
    """It is above this."""
    in_range: AnalysisRange | None = None
    """It is within these bounds, or on one of them."""
    not_in_range: AnalysisRange | None = None
    """It is beyond these bounds."""


class AnalysisRange(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Two bounds."""

    low_bound: float
    """The lower bound."""
    high_bound: float
    """The upper bound."""


class AnalysisResult(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What came of an analysis."""

    result: SloResult
    """Pass, warning or fail."""
    score: float
    """The score, in percent of what could be reached; 0 where nothing could."""
    achieved: float
    """What was reached."""
    maximum: float
    """What could be reached."""
    objectives: list[AnalysisObjectiveResult]
    """The objectives, in order."""


class AnalysisScore(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The scores from which an analysis is passed, in percent."""

    pass_percentage: float
    """The score to pass."""
    warning_percentage: float = 0.0
    """The score from which a miss is a warning."""


class AnalysisTarget(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What fails a value, and what warns of it."""

    failure: AnalysisOperator | None = None
    """What fails it."""
    warning: AnalysisOperator | None = None
    """What warns of it, unless it fails."""


class Anchor(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What somebody outside holds of a ledger: an entry's number and hash. Whoever holds one sees every later change
    to that entry and all before it.
    """

    seq: int
    """The number of the entry."""
    hash: str
    """Its hash."""


class Applied(_mixins.Applied, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What became of edits."""

    changed: list[str]
    """The files that changed, or would change, by path."""
    unchanged: list[str]
    """The files that were as they should be already."""
    written: bool
    """Whether anything was written: not where it was only tried out."""
    diff: str
    """What changed in the files, as a unified diff."""
    warnings: list[EditWarning]
    """What is left to others."""


class Approval(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval"):
    """Somebody's decision on a subject: that it may go out, or that it may not."""

    id: str
    """What it is called by."""
    subject: Subject
    """What was decided on. Without a version it holds for any."""
    by: str
    """The person, by name, or by the login or address that the source has for them."""
    decision: ApprovalDecision = "approve"
    """Yes or no."""
    groups: list[str] = []
    """The groups that the person decided for, where the source says so."""
    step: str | None = None
    """The step of an ordered approval that this is for: ``peer``, ``technical``, ``cab``, ``retrospective``, …"""
    scope: str | None = None
    """The digest of what was looked at: plan, change set or artefact. An approval of another scope lapses."""
    comment: str | None = None
    """What they said."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When it was decided."""
    expires_at: str | None = None
    """When it stops to count; never, where left out."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval"]:
        """Which kind it is."""
        return "approval"


class ApprovalExpired(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval_expired"):
    """An approval stopped to count."""

    step: str
    """The step."""
    by: str
    """Who had given it."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_expired"]:
        """Which kind it is."""
        return "approval_expired"


class ApprovalGranted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval_granted"):
    """Somebody said yes."""

    step: str
    """The step."""
    role: str
    """The role that they said it in."""
    digest: str
    """The digest of the scope that was looked at."""
    window: ReleaseWindow | None = None
    """The window that was looked at."""
    expires_at: str | None = None
    """When it stops to count."""
    retrospective: bool = False
    """Whether it was given after the fact."""
    comment: str | None = None
    """What they say."""
    signature: ApprovalSignature | None = None
    """What makes it a signature."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_granted"]:
        """Which kind it is."""
        return "approval_granted"


class ApprovalQuota(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """So many people of a group."""

    group: str | None = None
    """The group: one of the gate file's ``groups``, or ``owners`` for those who answer for the component."""
    people: list[str] = []
    """The people, in place of a group; anybody, where neither is given."""
    quorum: int = 1
    """How many of them."""
    step: str | None = None
    """The step that their approvals are for; any, where left out."""


class ApprovalReinstated(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval_reinstated"):
    """Approvals count again."""

    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_reinstated"]:
        """Which kind it is."""
        return "approval_reinstated"


class ApprovalRejected(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval_rejected"):
    """Somebody said no."""

    step: str
    """The step."""
    reason: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_rejected"]:
        """Which kind it is."""
        return "approval_rejected"


class ApprovalRevoked(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval_revoked"):
    """Somebody took their approval back."""

    step: str
    """The step."""
    reason: str
    """Why."""
    by: str | None = None
    """Under which name it was given, where that is another than the actor's."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_revoked"]:
        """Which kind it is."""
        return "approval_revoked"


class ApprovalSignature(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What makes an approval a signature: name, time and meaning, bound to what was signed."""

    name: str
    """The printed name of whoever signs."""
    meaning: str
    """What the signature means: review, approval, responsibility, …"""
    signed_at: str | None = None
    """When it was signed; when it was said, where left out."""
    digest: str | None = None
    """The digest of what was signed."""
    envelope: str | None = None
    """A DSSE envelope over it, as JSON text."""


class ApprovalStep(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One step of the approvals that a release needs, in order."""

    name: str
    """What it is called by: ``assess``, ``authorise``, …"""
    role: str
    """The role that its approvers are in."""
    quorum: ApprovalQuorum = "first"
    """How many of the role have to say yes."""
    percent: float | None = None
    """Under the quorum ``percent``: the share of the role, 0–100."""
    retrospective: bool = False
    """Whether it is given after the fact: an emergency's."""


class ApprovalStepSatisfied(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    tag_field="kind",
    tag="approval_step_satisfied",
):
    """Enough said yes."""

    step: str
    """The step."""
    retrospective: bool = False
    """Whether it was given after the fact."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_step_satisfied"]:
        """Which kind it is."""
        return "approval_step_satisfied"


class ApprovalSteps(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The steps of approval, one after the other, by change type. Each step needs what ``groups`` says of it; else
    one person of the group that is called like it, or anybody where there is no such group.
    """

    standard: list[str] = []
    """Of standard changes: none, they are authorised beforehand."""
    normal: list[str] = msgspec.field(default_factory=lambda: ["peer", "technical", "cab"])
    """Of normal changes: ``peer``, ``technical``, ``cab``."""
    emergency: list[str] = msgspec.field(default_factory=lambda: ["cab"])
    """Of emergency changes: ``cab``. An approval of the step ``retrospective`` has to follow: until then it is a
    warning.
    """


class ApprovalSuspended(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval_suspended"):
    """Approvals rest while it is on hold."""

    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_suspended"]:
        """Which kind it is."""
        return "approval_suspended"


class ApprovalVoided(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="approval_voided"):
    """What was approved is not what would go out: an approval counts no more."""

    step: str
    """The step."""
    by: str
    """Who had given it."""
    cause: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["approval_voided"]:
        """Which kind it is."""
        return "approval_voided"


class ApprovalsCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="approvals",
):
    """Enough people approved, and nobody rejected. Missing approvals are pending, a rejection fails until the same
    person withdraws it.

    Whoever wrote the change or asked for the release does not approve it. Each person counts once, even where
    they are in several groups: there, where they are needed most. An approval lapses with its ``expires_at``, and
    where what is put forward has another ``scope`` or version by now. Somebody who is not known in the workspace
    does not count.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    groups: list[ApprovalQuota] = []
    """Who has to approve; one person, whoever it is, where this and ``steps`` are left out."""
    steps: ApprovalSteps | None = None
    """The steps to go through, one after the other, by the candidate's change type."""
    maximum_age: str | None = None
    """How old an approval may be: ``30 days``; of any age, where left out."""

    @property
    def kind(self) -> Literal["approvals"]:
        """Which kind it is."""
        return "approvals"


class ApproveCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="approve",
):
    """Says yes to what goes out."""

    step: str | None = None
    """The step of the approvals; the one whose turn it is, where left out."""
    digest: str | None = None
    """The digest of the scope that was looked at; the present one, where left out."""
    comment: str | None = None
    """What they say."""
    signature: ApprovalSignature | None = None
    """What makes it a signature."""

    @property
    def kind(self) -> Literal["approve"]:
        """Which kind it is."""
        return "approve"


class AssessedRisk(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How risky the whole is, and how that was found."""

    method: str
    """The method."""
    score: float
    """What it gave, in the method's own unit."""
    level: RiskLevel
    """What that means."""
    inputs: dict[str, float] = {}
    """What went into it."""


class AssessorScore(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What an assessor says."""

    assessor: ReleaseAssessor
    """What it looks at."""
    score: float
    """How risky that is."""


class AssessorsMethod(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="assessors",
):
    """By what several assessors say, as Digital.ai has it: the greatest of their scores; equals are ordered by the
    sum.
    """

    scores: list[AssessorScore]
    """What each assessor says."""
    levels: RiskThresholds = msgspec.field(default_factory=lambda: RiskThresholds(moderate_from=10.0, high_from=50.0, very_high_from=None))
    """From which score on attention is needed (moderate), and from which it is at risk (high): 10 and 50 (ours)."""

    @property
    def kind(self) -> Literal["assessors"]:
        """Which kind it is."""
        return "assessors"


class Audit(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What happened to releases, with what proves it.

    Whoever checks it needs the key of the ledger, or its root, from elsewhere: a document can show that it agrees
    with itself and with a root, and never that the root is the right one. That no entry of a release is left out
    is shown only where the whole ledger is exported.
    """

    at: str
    """As of when the controls were computed."""
    origin: str
    """Which ledger, by what its first entry says."""
    scope: AuditScope
    """Of which releases."""
    size: int
    """How many entries the ledger has."""
    root: str
    """The root of the tree over them."""
    head: AuditHead
    """The last of them."""
    checkpoint: str | None = None
    """The signed checkpoint of that size and root."""
    entries: list[AuditEntry] = []
    """The entries of the releases and the ledger's first, by number."""
    lines: list[AuditLine] = []
    """Who did what, when, on which evidence: a line for each entry of a release."""
    late_after_ms: int
    """How much later than it happened something may be recorded, in milliseconds, before it is late."""
    late: list[LateEntry] = []
    """The entries that were recorded late."""
    controls: list[ControlResult] = []
    """What the controls say, with the events that show it."""
    backed: int
    """How many controls evidence backs, passed or not."""
    applicable: int
    """How many controls apply."""
    policy: str
    """The limits of the controls: their document, as text."""
    digest: str
    """The SHA-256 of this document as canonical JSON without ``digest`` and ``signature``."""
    signature: str | None = None
    """A signed note of that digest."""
    schema: Literal["greenboard/audit/1"] = "greenboard/audit/1"
    """What this document is, and the version of its format."""


class AuditEntry(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An entry of the ledger."""

    entry: str
    """Its bytes, as text."""
    proof: list[str] = []
    """The hashes that lead from it to the root."""


class AuditHead(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The last entry of the ledger."""

    seq: int
    """Its number."""
    hash: str
    """Its hash."""
    proof: list[str] = []
    """The hashes that lead from it to the root."""


class AuditLine(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who did what, when, on which evidence."""

    seq: int
    """The number of the entry."""
    event: str
    """The event, by id."""
    release: str
    """The release."""
    who: str
    """Who did it."""
    as_kind: ActorKind
    """What sort of actor that is."""
    what: str
    """What they did: the kind of event."""
    at: str
    """When they did it, as they say."""
    recorded_at: str
    """When it was recorded."""
    evidence: list[str] = []
    """On which evidence: the ids and digests that the entry names, sorted."""


class AuditScope(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What an audit is of."""

    releases: list[str] = []
    """The releases, sorted."""
    from_: str | None = msgspec.field(default=None, name="from")
    """Those to which something happened from here on, where a period was asked for."""
    until: str | None = None
    """Those to which something happened before here, where a period was asked for."""


class BackportRules(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Which fixes a maintenance line should have."""

    types: list[str] = msgspec.field(default_factory=lambda: ["fix"])
    """The types of the changes that belong on both lines."""
    equivalent: dict[str, str] = {}
    """Commits of the main line that are on the maintenance line under another face: main's hash, and the line's."""
    not_needed: list[str] = []
    """Commits of the main line that the maintenance line does without."""
    schema: Literal["greenboard/backport_rules/1"] = "greenboard/backport_rules/1"
    """What this document is, and the version of its format."""


class Backported(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A fix that both lines have."""

    change: Change
    """The fix, as the main line has it."""
    commit: str
    """The hash of the commit that brought it to the maintenance line."""
    by: Sameness
    """What tells that they are the same."""


class Backports(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The fixes of the main line, as the maintenance line has them or not; each list is newest first."""

    missing: list[Change]
    """The fixes that the maintenance line does not have."""
    present: list[Backported]
    """The fixes that it has."""
    unknown: list[str] = []
    """The hashes that the rules name and no commit of the main line begins with, or several do."""
    schema: Literal["greenboard/backports/1"] = "greenboard/backports/1"
    """What this document is, and the version of its format."""


class Baseline(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What was planned at a time, to compare with later."""

    name: str
    """What it was taken for: ``plan``, ``scope_freeze``, ``reschedule``."""
    at: str
    """When it was taken."""
    target: str | None = None
    """When it was to go out."""
    window: ReleaseWindow | None = None
    """When it was allowed to."""
    milestones: list[Milestone] = []
    """Its dates."""
    items: list[str] = []
    """Its items, by id."""


class BaselineCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="baseline",
):
    """A metric has not moved too far from what it was: its newest value against those of earlier versions, or, of a
    metric that is not measured by version, against its earlier values.

    Criteria are written ``<=+10%``, ``>=-5`` (by how much it may be above or below) or ``<500`` (what it may be);
    several hold only together. Too little history is pending, or a warning where that is said: never a pass. So
    is a percentage of nothing, unless ``when_zero`` says what is asked then.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    metric: str
    """The metric, by name."""
    pass_: list[str] = msgspec.field(name="pass")
    """What its value has to meet."""
    warning: list[str] = []
    """What makes a value that does not pass a warning; none for no warnings."""
    aggregate: Aggregate = "avg"
    """How the values before become one."""
    history: int = 3
    """How many values before count, the newest first: one of each version."""
    minimum_history: int = 1
    """How many there have to be."""
    without_history: WithoutHistory = "pending"
    """What comes of too little history."""
    when_zero: list[str] = []
    """What its value has to meet where the values before come to zero, of which no percentage says anything."""

    @property
    def kind(self) -> Literal["baseline"]:
        """Which kind it is."""
        return "baseline"


class BaselineTaken(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="baseline_taken"):
    """What was planned was written down, to compare with later."""

    baseline: Baseline
    """What was planned."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["baseline_taken"]:
        """Which kind it is."""
        return "baseline_taken"


class Basis(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a verdict was computed from, as digests: the same basis gives the same verdict."""

    gates: str
    """Of the gates as they were asked."""
    facts: str
    """Of all facts about the component, about what it needs at run time, and of the waivers; whatever order they
    came in.
    """
    digest: str
    """Of all that, the component, stage, environment and instant."""


class BeginDeployCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="begin_deploy",
):
    """Begins to deploy."""

    environment: str | None = None
    """Where to; where the release is delivered to, where left out."""
    targets: list[str] = []
    """The targets that it has to reach; the environment itself, where left out."""
    manual: bool = False
    """Whether it is done by hand."""

    @property
    def kind(self) -> Literal["begin_deploy"]:
        """Which kind it is."""
        return "begin_deploy"


class Board(_mixins.Board, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Is the board green? The verdicts on all components that are to go out, gate by gate, at one instant."""

    stage: str | None = None
    """The stage that was asked about."""
    environment: str | None = None
    """The environment that was asked about."""
    at: str
    """The instant that was asked about."""
    verdict: Signal
    """The worst of all verdicts; ``pending`` where there is none."""
    verdicts: SignalCounts
    """How many components come to which verdict."""
    outcomes: OutcomeCounts
    """How many findings come to which outcome."""
    gates: list[BoardGate]
    """The gates that guard this stage and environment, in order."""
    rows: list[BoardRow]
    """The components, by name."""
    overrides: list[Overridden]
    """What is otherwise in these gates than where they come from, and why."""
    gates_digest: str
    """The digest of the gates as they were asked."""
    schema: Literal["greenboard/board/1"] = "greenboard/board/1"
    """What this document is, and the version of its format."""


class BoardDiff(_mixins.BoardDiff, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is otherwise from one board to another."""

    from_: Signal = msgspec.field(name="from")
    """The verdict of the first board."""
    to: Signal
    """The verdict of the second."""
    changes: list[VerdictChange]
    """The components whose row is not the same, by name."""
    schema: Literal["greenboard/board_diff/1"] = "greenboard/board_diff/1"
    """What this document is, and the version of its format."""


class BoardGate(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A gate of a board: the head of a column."""

    gate: str
    """The gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity
    """How much it weighs."""


class BoardRow(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A component of a board."""

    component: str
    """The component."""
    version: str | None = None
    """The version that would go out, where one is known."""
    verdict: Signal
    """Whether it may go out."""
    gates: list[Signal | None]
    """What each gate of the board says, in their order; null where the gate is not for this component."""
    outcomes: OutcomeCounts
    """How many findings come to which outcome."""
    findings: list[Finding]
    """The findings that are no pass, gate by gate."""


class Bounds(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Bounds of a value; what is left out is open."""

    minimum: float | None = None
    """The least that is within."""
    maximum: float | None = None
    """The most that is within."""
    above: float | None = None
    """What has to be exceeded."""
    below: float | None = None
    """What must not be reached."""


class Branch(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A branch that releases are made from, with the versions that are tagged on it."""

    name: str
    """Its name."""
    range: str | None = None
    """For a maintenance branch: what it maintains, such as ``1.x`` or ``1.4.x``; none where its name says so, or for
    another branch.
    """
    channel: str | bool | None = None
    """The channel that its releases are published on; none for the default one of its kind: the branch's name, and
    the default channel for the first release branch.
    """
    prerelease: str | bool | None = None
    """For a prerelease branch: the identifier of its versions; none for another branch."""
    tags: list[Tag] = []
    """The versions tagged on it, in any order."""
    schema: Literal["greenboard/branch/1"] = "greenboard/branch/1"
    """What this document is, and the version of its format."""


class BranchRange(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What may be released from a branch, given what is released from the others."""

    name: str
    """The branch's name."""
    type: BranchKind
    """What it is for."""
    range: str | None = None
    """The versions that may be released from it, as ``>=1.2.0 <2.0.0``; none where every version may: on a
    prerelease branch.
    """
    accept: list[Bump] | None = None
    """The bumps that stay within the range, lowest first; none on a prerelease branch."""
    channel: str | bool | None = None
    """The channel that its releases are published on; none for the default channel."""
    merge_range: str | None = None
    """For a maintenance branch: the versions that may be merged into it from other branches."""
    main: bool
    """Whether it is the first of the release branches."""
    prerelease: str | None = None
    """The identifier of its prereleases; none where it makes none."""
    schema: Literal["greenboard/branch_range/1"] = "greenboard/branch_range/1"
    """What this document is, and the version of its format."""


class BreakGlass(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="break_glass"):
    """Gates passed over in an emergency, by somebody in a role that may, with a duty to make up for it."""

    id: str
    """What it is called by."""
    subject: Subject
    """What goes out."""
    reason: str
    """Why it cannot wait."""
    by: str
    """Who decided so."""
    role: str
    """The role that they did it in."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When it was decided."""
    expires_at: str | None = None
    """When it stops to count; never, where left out."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["break_glass"]:
        """Which kind it is."""
        return "break_glass"


class BreakGlassCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="break_glass",
):
    """Passes the gates over in an emergency, by somebody who may."""

    reason: str
    """Why it cannot wait."""
    role: str
    """The role that they do it in."""
    expires_at: str | None = None
    """When it stops to count."""

    @property
    def kind(self) -> Literal["break_glass"]:
        """Which kind it is."""
        return "break_glass"


class BreakGlassRule(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who may pass gates over in an emergency, and by when they have to account for it."""

    roles: list[str] = []
    """The roles in which somebody may. Where a group is called like one of them, its members are in it and nobody
    else.
    """
    retrospective_within: str | None = None
    """How soon somebody else has to have looked at it afterwards: an approval of the step ``retrospective``, or a
    checklist of that name. The duty does not lapse; where this is left out it is not overdue either.
    """


class BySeverity(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A number for each severity."""

    critical: int | None = None
    """For critical ones."""
    high: int | None = None
    """For high ones."""
    medium: int | None = None
    """For medium ones."""
    low: int | None = None
    """For low ones."""
    none: int | None = None
    """For those that are of no severity."""


class Cadence(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Numbered releases at a fixed interval of days, from a day on: Rust's trains, Chromium's milestones."""

    number: int
    """The number of one of them."""
    date: str
    """The day on which that one goes out."""
    every_days: int
    """The days from one to the next, at least one."""


class Calendar(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="calendar",
):
    """The version names the date of the release, under a pattern such as ``YYYY.0M.MICRO``."""

    pattern: str
    """The parts of a version, such as ``YYYY``, ``0M`` and ``MICRO``, with what stands between them."""

    @property
    def kind(self) -> Literal["calendar"]:
        """Which kind it is."""
        return "calendar"


class CalendarFact(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="calendar"):
    """A calendar of windows that another system keeps. Criteria name it as they name those of the gate file, which
    come first.
    """

    id: str
    """What it is called by."""
    calendar: ReleaseCalendar
    """The calendar."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When this state was seen."""
    expires_at: str | None = None
    """When it stops to count; never, where left out."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["calendar"]:
        """Which kind it is."""
        return "calendar"


class CancelCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="cancel",
):
    """Gives it up."""

    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["cancel"]:
        """Which kind it is."""
        return "cancel"


class Candidate(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="candidate"):
    """What is meant to go out: a version of a component, and who made it."""

    component: str
    """The component."""
    version: str | None = None
    """Its version."""
    digest: str | None = None
    """The digest of its artefact."""
    tag: str | None = None
    """Its tag; facts about the tag are about this version."""
    commit: str | None = None
    """The commit that it is built from; facts about the commit, or seven digits of it or more, are about this
    version.
    """
    authors: list[str] = []
    """Who wrote what is in it: they do not approve it."""
    requested_by: str | None = None
    """Who asked for the release."""
    change_type: ChangeType = "normal"
    """The kind of process that it goes through."""
    change_request: str | None = None
    """Its change request."""
    scope: str | None = None
    """The digest of what is to be approved: plan, change set or artefact."""
    previous: str | None = None
    """The version that it takes the place of."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str | None = None
    """When it was put forward."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["candidate"]:
        """Which kind it is."""
        return "candidate"


class Cargo(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="cargo"):
    """The version moves as Cargo's requirements see it, and as release-plz moves it: below 1.0.0 a break raises the
    minor version and an addition the patch version, below 0.1.0 everything raises the patch version. A prerelease
    goes on to the next one, whatever changed; build metadata stays.

    Three patterns look at the changes themselves: at the type of a conventional one, at the whole message of any
    other.
    """

    breaking_always_increment_major: bool = False
    """A break raises the major version below 1.0.0 too."""
    features_always_increment_minor: bool = False
    """An addition raises the minor version below 1.0.0 too."""
    major_increment: str | None = None
    """Changes that raise the major version, below 1.0.0 too."""
    minor_increment: str | None = None
    """Changes that raise at least the minor version, below 1.0.0 too."""
    no_increment: str | None = None
    """Changes that ask for nothing, not even as breaks."""

    @property
    def kind(self) -> Literal["cargo"]:
        """Which kind it is."""
        return "cargo"


class CargoAuditInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="cargo_audit",
):
    """What ``cargo audit`` says: advisories of RustSec on the crates of a lockfile."""

    found: bool
    """Whether there are vulnerabilities, as the report states it."""
    count: int
    """How many vulnerabilities the report counts."""
    listed: int
    """How many vulnerabilities the report lists."""
    ids: list[str]
    """The ids of the vulnerabilities, in order, one for each crate that has it."""
    with_cvss: int
    """How many vulnerabilities have a CVSS vector."""
    warnings: dict[str, int]
    """Warnings by kind (``unmaintained``, ``unsound``, ``yanked``, …): they are no vulnerabilities."""
    lockfile_deps: int
    """How many crates the lockfile holds."""
    db_advisories: int
    """How many advisories the database holds."""

    @property
    def kind(self) -> Literal["cargo_audit"]:
        """Which kind it is."""
        return "cargo_audit"


class CelCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="cel",
):
    """An expression in CEL holds (see ``gate::cel``): a policy that no other kind covers.

    - ``facts``: the evidence that counts, the newest of each name, with its ``id``, ``observed_at`` and
      ``source``. Of a kind that has names by name (``facts.metric.error_rate.value``), test results as a list
      (``facts.tests``), of every other kind itself (``facts.coverage.lines``); besides, as lists,
      ``facts.approvals``, ``facts.deployments``, ``facts.change_requests``, ``facts.work_items`` and
      ``facts.checklists``.
    - ``release``: ``stage``, ``environment``, and of what is to go out ``version``, ``tag``, ``commit``,
      ``digest``, ``previous``, ``authors``, ``requested_by``, ``change_type``, ``change_request`` and ``scope``.
    - ``component``: ``name``, ``owners``, ``tier``, ``ecosystem`` and ``providers``.
    - ``now``: the instant that is asked about.

    An expression without a value, such as one over evidence that is missing, is pending.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    expression: str
    """What has to hold."""
    warning: str | None = None
    """What makes it a warning where it does not hold; none for no warnings."""
    message: str | None = None
    """What it asks for, in words."""
    action: str | None = None
    """What to do where it does not hold, in a sentence."""

    @property
    def kind(self) -> Literal["cel"]:
        """Which kind it is."""
        return "cel"


class Change(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What happened in the code since the last release, and how much it asks of each component's next version."""

    id: str
    """What identifies it: a commit's full hash, a changeset's file name, or a name of one's own."""
    bumps: dict[str, Bump] = {}
    """How much it asks of each component it concerns; ``none`` where it touches one without a release."""
    type: str | None = None
    """The Conventional Commits type, such as ``feat``; none where it was given without one."""
    scope: str | None = None
    """The scope in parentheses after the type."""
    description: str
    """One line for people: the header without type and scope, or the first line of a changeset's summary."""
    body: str | None = None
    """What a changeset's summary says below its first line; none for commits, whose bodies speak to their reviewers."""
    breaking: str | None = None
    """What a consumer has to do about a break; present exactly when the change is breaking, and may repeat the
    description.
    """
    reverts: list[str] = []
    """What it reverts: hashes, whole or the first seven characters and more. A revert that names none names its
    target's header in its description.
    """
    release_as: str | None = None
    """The version that its author wants next for the components it concerns (``Release-As: 2.0.0``), as text of
    their scheme.
    """
    commit: str | None = None
    """The commit that brought it, by its full hash; of a changeset, the one that added the file."""
    pull_request: int | None = None
    """The number of the pull request that brought it."""
    labels: list[str] = []
    """The labels of that pull request."""
    origin: Origin = "given"
    """Where it comes from."""
    at: str | None = None
    """When it was made, UTC."""
    order: int | None = None
    """Its place in history: of two changes the one with the greater number is newer. It tells what the time cannot:
    commits that were rebased together share a second.
    """
    author: str | None = None
    """Who made it, as the origin names them."""
    login: str | None = None
    """The name under which the author, or whoever opened the pull request, is known to the host."""
    schema: Literal["greenboard/change/1"] = "greenboard/change/1"
    """What this document is, and the version of its format."""


class ChangeCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="change",
):
    """A change to the component itself."""

    id: str
    """The change's id."""
    bump: Bump
    """What it asks for."""
    description: str
    """The change in one line."""

    @property
    def kind(self) -> Literal["change"]:
        """Which kind it is."""
        return "change"


class ChangeFlow(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A change request on its way: all that the next step depends on."""

    change_type: ChangeType = "normal"
    """Standard, normal or emergency."""
    state: ChangeState = "new"
    """How far it is."""
    hold: str | None = None
    """Why it is on hold; none where it is not."""
    approvals: ChangeApprovals = "none"
    """Where its approvals are."""
    unauthorized: bool = False
    """Whether it was made before anybody authorised it, and found out afterwards."""
    outage: bool = False
    """Whether an outage is recorded for it, which makes an unauthorised change an emergency like others."""
    close_code: CloseCode | None = None
    """How it ended; none before it is closed."""
    close_notes: str | None = None
    """What is to be known of its end."""
    tasks: list[ChangeTask] = []
    """Its tasks."""
    schema: Literal["greenboard/change_flow/1"] = "greenboard/change_flow/1"
    """What this document is, and the version of its format."""


class ChangeMethod(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="change",
):
    """By the highest of up to three methods, as ServiceNow has it for changes: rules, a questionnaire, and a lookup
    by impact and chance of success.
    """

    change: dict[str, Any] = {}
    """What is known of the change: what the rules' conditions ask for, under ``change``."""
    rules: list[RiskRule] = []
    """The rules; the first that holds says the level."""
    questionnaire: RiskQuestionnaire | None = None
    """Answers that are weighed."""
    lookup: RiskLookup | None = None
    """Impact against the chance of success."""

    @property
    def kind(self) -> Literal["change"]:
        """Which kind it is."""
        return "change"


class ChangeRequest(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="change_request"):
    """The ticket of change management."""

    id: str
    """What it is called by: ``CHG0030192``."""
    change_type: ChangeType = "normal"
    """Standard, normal or emergency."""
    state: ChangeRequestState = "draft"
    """How far it is."""
    components: list[str] = []
    """The components that it is for."""
    version: str | None = None
    """The version or release that it is for; any, where left out."""
    environment: str | None = None
    """The environment that it is for; any, where left out."""
    requested_by: str | None = None
    """Who asked for it."""
    risk: str | None = None
    """Its risk, as the source grades it."""
    starts_at: str | None = None
    """When the planned window opens."""
    ends_at: str | None = None
    """When the planned window closes."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When this state was seen."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["change_request"]:
        """Which kind it is."""
        return "change_request"


class ChangeStep(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One step of a change request: what is done, and what has to be said with it."""

    action: ChangeAction
    """What is done."""
    to: ChangeType | None = None
    """With ``change_type``: what it is to be."""
    reason: str | None = None
    """With ``hold``: why."""
    close_code: CloseCode | None = None
    """With ``close``: how it ended."""
    close_notes: str | None = None
    """With ``close``: what is to be known of its end."""
    schema: Literal["greenboard/change_step/1"] = "greenboard/change_step/1"
    """What this document is, and the version of its format."""


class ChangeTask(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A task of a change request."""

    id: str
    """What it is called by."""
    active: bool = True
    """Whether it is still to be done: neither closed nor cancelled."""
    hold: TaskHold = "none"
    """Whether it is on hold, and by what."""


class Changelog(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What one release brings, of one component or of several together, in sections."""

    sections: list[Section]
    """The sections that hold something: what breaks first, then in the order of the layout."""
    compare: str | None = None
    """The address that shows all that changed since the release before, where the host is known."""


class ChangelogLayout(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The sections of a changelog, as people want them."""

    sections: list[SectionRule] = []
    """The sections of changes that break nothing, in order; two with one title are one section. A type that none of
    them names goes where it would go without any.
    """
    listed_only: bool = False
    """Whether what no section names is left out."""
    breaking: str = "Breaking changes"
    """The title of the first section, of what breaks."""
    dependencies: str = "Dependencies"
    """The title of the last section but one, of what a component depends on."""
    other: str = "Other changes"
    """The title of the last section, of what has no section of its own."""


class ChangelogSection(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A section of a changelog."""

    type: str
    """The type of its commits."""
    section: str
    """Its title."""
    hidden: bool = False
    """Whether it is left out."""


class Changes(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The unreleased changes of a workspace."""

    changes: list[Change]
    """Newest first; what was reverted before it was released is left out, and what history tells twice is there
    once.
    """
    notices: list[Notice]
    """What should be known about the history they were read from."""


class Checklist(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="checklist"):
    """A list that people go through before a release: a go/no-go meeting, a rehearsal of the way back."""

    id: str
    """What it is called by."""
    subject: Subject
    """What it is for."""
    name: str
    """The name of the list, such as ``rollback_rehearsal``."""
    items: list[ChecklistItem] = []
    """Its items."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When this state was seen."""
    expires_at: str | None = None
    """When it stops to count; never, where left out."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["checklist"]:
        """Which kind it is."""
        return "checklist"


class ChecklistCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="checklist",
):
    """People went through a list, and all that it asks is done: the go/no-go of a meeting, a rehearsal of the way
    back. One ``no_go`` fails; what is open, too old or not there is pending.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    list_: str = msgspec.field(name="list")
    """The list, by name: ``go_no_go``, ``rollback_rehearsal``."""
    items: list[str] = []
    """Items that have to be on it, besides those that are."""
    maximum_age: str | None = None
    """How old it may be: ``90 days``; of any age, where left out."""
    any_version: bool = False
    """Whether one counts that was gone through for another version: a way back is not rehearsed for each."""

    @property
    def kind(self) -> Literal["checklist"]:
        """Which kind it is."""
        return "checklist"


class ChecklistItem(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One item of a checklist."""

    name: str
    """What is to be answered or done."""
    answer: ChecklistAnswer = "open"
    """What was answered."""
    by: str | None = None
    """Who answered."""
    at: str | None = None
    """When."""
    comment: str | None = None
    """What they said."""
    optional: bool = False
    """Whether the list is complete without it."""


class Claim(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a release takes from one time to another: also how an environment is booked."""

    release: str
    """The release. Claims of the same release do not get into each other's way."""
    starts_at: str
    """When it begins, inclusive."""
    ends_at: str
    """When it ends, exclusive."""
    components: list[str] = []
    """The components that it changes."""
    environments: list[str] = []
    """The environments that it takes."""
    people: list[str] = []
    """The people who work on it."""
    services: list[str] = []
    """The services that it shares with others."""
    train: str | None = None
    """The train that it is part of."""
    manual: bool = False
    """Whether a person sets it off, whom windows with ``manual_override`` let through."""
    dependencies: list[ClaimDependency] = []
    """What it waits for."""
    schema: Literal["greenboard/claim/1"] = "greenboard/claim/1"
    """What this document is, and the version of its format."""


class ClaimDependency(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A release that another waits for."""

    release: str
    """The release that is waited for."""
    status: DependencyStatus = "open"
    """How it stands."""


class CloseCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="close",
):
    """Ends it."""

    outcome: ReleaseOutcome | None = None
    """How it ended; as it went, where left out."""
    notes: str | None = None
    """What there is to say."""
    review: Review | None = None
    """What was learned."""

    @property
    def kind(self) -> Literal["close"]:
        """Which kind it is."""
        return "close"


class CoberturaInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="cobertura",
):
    """A Cobertura report: which lines of which classes were run.

    A line stands in it twice, under its method and under its class; the counts are of those under classes.
    """

    attrs: dict[str, str | None]
    """What the outermost element says of the whole, as written: ``line-rate``, ``branch-rate``, ``lines-covered``,
    ``lines-valid``, ``branches-covered``, ``branches-valid``, ``timestamp``, ``version``; none where it does not
    say. The rates are rounded.
    """
    packages: int
    """The packages."""
    classes: int
    """The classes."""
    class_lines: int
    """The lines directly under classes."""
    class_lines_hit: int
    """Those of them that were run."""
    computed_line_rate: float | None = None
    """``class_lines_hit`` of ``class_lines``, 0–1 to six decimals; none where there are no such lines."""
    line_elements_total: int
    """All lines, under methods and under classes."""
    class_branches: int
    """The branches of the lines directly under classes (``condition-coverage="50% (1/2)"``)."""
    class_branches_hit: int
    """Those of them that were taken."""

    @property
    def kind(self) -> Literal["cobertura"]:
        """Which kind it is."""
        return "cobertura"


class CommandEnvelope(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A command, who gives it, when, and what they had seen."""

    id: str
    """What the command is called by, 1–120 characters: given twice, it is done once."""
    actor: Actor
    """Who gives it."""
    at: str
    """When they give it; counted in milliseconds."""
    expected_version: int | None = None
    """How many events the release had when they looked at it; nobody minds, where left out."""
    command: Command
    """What they ask."""
    schema: Literal["greenboard/command/1"] = "greenboard/command/1"
    """What this document is, and the version of its format."""


class Commit(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A commit as its repository tells it; ``from_commit`` reads the changes in it."""

    id: str
    """Its full hash, in lower-case hexadecimal."""
    message: str
    """Its whole message."""
    author: str | None = None
    """Who wrote it: a name, an address, or ``Name <address>``."""
    at: str
    """When it was committed, UTC."""
    order: int | None = None
    """Its place in history: of two commits the one with the greater number is newer."""
    pull_request: int | None = None
    """The number of the pull request whose branch it is of, where a merge commit says so."""
    paths: list[str] = []
    """The files it touches, relative to the repository's root, ``/`` between parts."""


class CommitDetails(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a host tells of one commit."""

    pull_request: int | None = None
    """The number of the pull request that brought it."""
    title: str | None = None
    """The title of that pull request. A commit whose message is no conventional one is read by it."""
    body: str | None = None
    """The text of that pull request. What stands in it between ``BEGIN_COMMIT_OVERRIDE`` and ``END_COMMIT_OVERRIDE``
    is read in place of the message.
    """
    labels: list[str] = []
    """Its labels."""
    login: str | None = None
    """The name under which the author is known to the host."""


class CommitOverride(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What counts for one commit."""

    message: str | None = None
    """The message that it should have had; it is read in place of its own."""
    bump: Bump | None = None
    """What it asks of every component that it touches."""
    bumps: dict[str, Bump] = {}
    """What it asks of these components; it counts before ``bump``, and for components that the commit does not touch
    too.
    """
    skip: bool = False
    """Whether the commit counts for nothing at all."""


class CommitOverrides(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What counts instead of the messages of commits: a merged message can no longer be repaired, but it can be
    overruled.
    """

    commits: dict[str, CommitOverride] = {}
    """What counts for each commit, by its hash or the first seven characters of it and more; a changeset is named by
    its id.
    """
    schema: Literal["greenboard/commit_overrides/1"] = "greenboard/commit_overrides/1"
    """What this document is, and the version of its format."""


class CompleteStageCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="complete_stage",
):
    """Completes the stage that the work is in, where its tasks are done and its gates hold."""

    stage: str | None = None
    """The stage; the one that the work is in, where left out."""

    @property
    def kind(self) -> Literal["complete_stage"]:
        """Which kind it is."""
        return "complete_stage"


class Compliance(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What all the controls say of releases."""

    at: str
    """As of when."""
    releases: list[ReleaseCompliance] = []
    """What they say of each release, in the order in which they were opened."""
    period: list[ControlResult] = []
    """What those say that are about several releases."""
    totals: dict[str, int] = {}
    """How many of each outcome."""
    completeness: float | None = None
    """Audit completeness: the controls that evidence backs, passed or not, by those that apply; none where none
    applies.
    """
    schema: Literal["greenboard/compliance/1"] = "greenboard/compliance/1"
    """What this document is, and the version of its format."""


class Component(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A thing that is versioned and released: a crate, an npm package, a service, a chart."""

    name: str
    """Its name, unique in the workspace."""
    package: str | None = None
    """Its name in its ecosystem, by which consumers there ask for it; the same as ``name``, unless components of two
    ecosystems share it.
    """
    ecosystem: Ecosystem
    """The ecosystem whose manifest declares it."""
    scheme: Scheme | None = None
    """The rules that its version follows; the ecosystem's own unless said otherwise."""
    repository: str | None = None
    """The repository it lives in, by the organisation's name for it; none where there is but one. Paths then begin
    with the folder of that repository.
    """
    path: str = ""
    """The folder it lives in, relative to the repository's root, ``/`` between parts; empty for the root itself."""
    version: str | None = None
    """Its present version; none where its manifest states none."""
    version_from: str | None = None
    """The manifest that states this version for several components at once, such as the root's ``Cargo.toml`` for
    ``version.workspace = true``; relative to the repository's root. None where its own manifest states it for it
    alone.
    """
    version_source: VersionSource = "manifest"
    """Where its present version is to be found."""
    app_version: str | None = None
    """What it packages, in that thing's own version (a Helm chart's ``appVersion``), as written; none where it
    packages nothing else.
    """
    manifest: str | None = None
    """The file that declares it, relative to the repository's root; none where nothing but a workspace file does."""
    private: bool = False
    """Whether it is kept out of the public registry (``publish = false``, ``"private": true``)."""
    external: bool = False
    """Whether others release it (a vendor's API): it is depended on, and never in a plan."""
    owners: list[str] = []
    """Who answers for it, as the workspace names them."""
    tier: str | None = None
    """How much depends on it, in the organisation's own words: gates select by it."""
    tag: str | None = None
    """How its releases are tagged, with ``{name}``, ``{package}``, ``{path}`` and ``{version}`` filled in; none for
    the policy's own way.
    """
    publishing: Publishing = msgspec.field(default_factory=lambda: Publishing())
    """How it is published, as far as its manifest says so."""
    dependencies: list[Dependency] = []
    """What it depends on, in the manifest's order, dependencies outside the workspace included."""
    schema: Literal["greenboard/component/1"] = "greenboard/component/1"
    """What this document is, and the version of its format."""


class Configuration(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How a repository is released, as its own files say."""

    policy: Policy
    """The policy; its origins say which file and key each setting comes from."""
    files: list[str]
    """The files that say so, relative to the repository's root; none where no file says anything, and the policy is
    the preset ``greenboard``.
    """
    left: list[LeftKey]
    """What of the files is not followed."""
    base: str | None = None
    """The branch that work begins at, where a file says it (changesets' ``baseBranch``)."""
    release_please: ReleasePleaseConfig | None = None
    """What release-please's files say beside the policy; none where they do not decide."""


class Configured(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A policy that was read from another tool's configuration."""

    policy: Policy
    """The policy; its origins name the file and key that each setting comes from."""
    left: list[LeftKey]
    """What of the configuration is not followed, in the order of the files."""
    schema: Literal["greenboard/configured/1"] = "greenboard/configured/1"
    """What this document is, and the version of its format."""


class ConfiguredFile(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A file that states a version, and where in it."""

    path: str
    """The file, or a glob over files, relative to the repository's root."""
    glob: bool = False
    """Whether the path is a glob."""
    type: str
    """How the version is found in it: ``auto`` (by its extension and by markers), ``generic`` (by markers),
    ``json``, ``yaml``, ``toml``, ``xml`` or ``pom``.
    """
    selector: str | None = None
    """The JSONPath or XPath that leads to it; none where the type needs none."""


class Conflict(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that is in the way of a release, or of two."""

    kind: ConflictKind
    """What is in the way."""
    severity: ConflictSeverity
    """How much that weighs."""
    between: list[str]
    """The release, or the two, by name."""
    subject: str
    """What it is about: the component, environment, person, service, train, calendar, or the release that is waited
    for.
    """
    starts_at: str
    """From when on."""
    ends_at: str
    """Until when, exclusive."""
    in_flight: FreezeInFlight | None = None
    """With a freeze: what becomes of work in flight."""
    sentence: str
    """It, in a sentence."""


class ConflictCalendar(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A calendar, and what it is for."""

    calendar: ReleaseCalendar
    """The calendar: windows that allow and deny."""
    components: list[str] = []
    """The components that it is for; all, where empty."""
    environments: list[str] = []
    """The environments that it is for; all, where empty."""


class ConflictReport(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The conflicts of several claims."""

    at: str
    """The instant that was asked about."""
    conflicts: list[Conflict]
    """The conflicts: what blocks first, then by time."""
    complete: bool
    """Whether these are all; not where there are more than the rules list."""
    schema: Literal["greenboard/conflict_report/1"] = "greenboard/conflict_report/1"
    """What this document is, and the version of its format."""


class ConflictRules(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """By which conflicts are found, and free time is looked for."""

    parents: dict[str, list[str]] = {}
    """The parents of components: a service of its parts, a platform of what runs on it."""
    calendars: list[ConflictCalendar] = []
    """The calendars, and what each is for. All that fit have to be open."""
    severities: dict[str, ConflictSeverity] = {}
    """How much kinds of conflict weigh, where not as usual."""
    most: int = 10000
    """How many conflicts are listed at most: 10,000 (ours)."""
    within_days: int = 90
    """Within how many days free time is looked for: 90 (ServiceNow)."""
    choices: int = 100
    """How many free slots are suggested at most: 100 (ServiceNow)."""
    schema: Literal["greenboard/conflict_rules/1"] = "greenboard/conflict_rules/1"
    """What this document is, and the version of its format."""


class ConsistencyProof(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """That a tree begins with all leaves of a smaller one."""

    size1: int
    """How many leaves the smaller tree has, at least one."""
    size2: int
    """How many leaves the larger tree has."""
    proof: list[str]
    """The hashes from which both roots follow."""


class Contract(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="contract"):
    """What this version of a consumer asks of a provider (a pact)."""

    provider: str
    """The provider."""
    content: str | None = None
    """The digest of what is asked: versions that ask the same share their verifications."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["contract"]:
        """Which kind it is."""
        return "contract"


class ContractAnswer(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Whether contracts allow a version into the environment, and the rows that say so."""

    deployable: Deployable
    """Whether they do."""
    exists: bool
    """Whether the version was heard of."""
    rows: list[ContractRow]
    """What was looked at."""
    schema: Literal["greenboard/contract_answer/1"] = "greenboard/contract_answer/1"
    """What this document is, and the version of its format."""


class ContractMatrix(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The contracts of an organisation, their verifications, and what runs in the environment in question."""

    pacts: list[Pact] = []
    """What consumers ask of providers; of one version of a consumer and a provider the last counts."""
    verifications: list[PactVerification] = []
    """Whether providers do it; of one content and version of a provider the last counts."""
    deployed: dict[str, list[str]] = {}
    """The versions that run in the environment, by component."""
    ignore: list[IgnoredComponent] = []
    """What is set aside."""
    every_version: bool = False
    """Whether all versions of a provider in the environment have to have verified a pact, where the broker takes
    one.
    """
    schema: Literal["greenboard/contract_matrix/1"] = "greenboard/contract_matrix/1"
    """What this document is, and the version of its format."""


class ContractRow(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A contract with what is known of it."""

    consumer: str
    """The consumer."""
    consumer_version: str
    """Its version."""
    provider: str
    """The provider."""
    provider_version: str | None = None
    """Its version; none where no version in question verified it."""
    success: bool | None = None
    """Whether the provider does what is asked; none where nobody looked."""
    ignored: bool
    """Whether the row is set aside."""


class ContractVerification(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="verification"):
    """Whether a version of a provider does what this version of a consumer asks."""

    provider: str
    """The provider."""
    provider_version: str
    """Its version."""
    success: bool
    """Whether it does."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["verification"]:
        """Which kind it is."""
        return "verification"


class Contradiction(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Facts that cannot all be true. Until there is a newer one, what they are about is pending."""

    fact: str
    """Their kind."""
    clash: Clash
    """Why they cannot."""
    ids: list[str]
    """What they are called by."""
    components: list[str]
    """The components that they are about."""
    observed_at: str
    """When the last of them was observed."""


class ControlPolicy(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The limits of the controls. No standard that they refer to gives a figure: every default is ours."""

    production: list[str] = []
    """The environments that are production; the last that a release goes to, where left out."""
    approval_ttl: str
    """C05: how long an approval holds that says nothing of it; 14 days (ours)."""
    scan_limits: dict[str, int]
    """C08: how many open findings of a severity go through; none of ``critical`` and ``high`` (ours), all of the
    others.
    """
    security_criteria: list[str]
    """C08: the criteria whose waivers accept findings: ``vulnerabilities`` (ours). A waiver may also name the
    finding.
    """
    rehearsal: str
    """C10: how old a rehearsal may be; 30 days (ours)."""
    freeze_criteria: list[str]
    """C13: the criteria whose waivers let a deployment through a freeze: ``freeze`` and ``calendar`` (ours)."""
    grace: str
    """C14: how much longer than its window a deployment may take; 30 minutes (ours)."""
    review_working_days: int
    """C15: working days, Monday to Friday, in which an emergency is approved after the fact; 5 (ours)."""
    emergency_share: float
    """C16: the share of deployments in a quarter that may be emergencies, 0 to 1; a tenth (ours)."""
    verification: str
    """C18: how long after the deployment it is verified; an hour (ours)."""
    late_after: str
    """C21: how much later than it happened something may be recorded without a reason; 15 minutes (ours)."""
    signed: bool
    """C22: whether every approval has to be signed; not so (ours)."""
    notice_lead: str
    """C24: how long before a deployment people are told; a day (ours)."""
    documents: list[str]
    """C25: the kinds of documents that are brought up to date before a release is closed: ``release_notes``,
    ``runbook``, ``configuration_baseline``, ``inventory``.
    """
    schema: Literal["greenboard/control-policy/1"] = "greenboard/control-policy/1"
    """What this document is, and the version of its format."""


class ControlResult(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a control says of a release or of a period."""

    control: str
    """The control: ``C01`` to ``C25``."""
    release: str | None = None
    """The release; of all of the period, where left out."""
    result: ControlOutcome
    """What it says."""
    events: list[str] = []
    """The events that show it, by id, in their order."""
    findings: list[str] = []
    """Why, in sentences."""


class Coverage(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What need not be covered."""

    ignore: list[str] = []
    """Components that are never asked for: names, and globs over names."""
    private: bool = False
    """Whether private components are asked for too."""
    files: list[str] = []
    """The files that count, as globs over paths relative to the repository's root; all where there are none."""
    schema: Literal["greenboard/coverage/1"] = "greenboard/coverage/1"
    """What this document is, and the version of its format."""


class CoverageCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="coverage",
):
    """So much of the code is run by tests, of the newest report.

    A part that the report says nothing of, or has nothing of, leaves this pending. New lines that are too few to
    be judged are left out; where nothing else is asked, this does not apply. Monotone: more that is covered never
    makes it worse.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    lines: float | None = None
    """The least part of all lines."""
    branches: float | None = None
    """The least part of all branches."""
    functions: float | None = None
    """The least part of all functions."""
    new_lines: float | None = None
    """The least part of the lines that are new."""
    smallest_change: int = 20
    """With fewer new lines than this, ``new_lines`` does not apply."""

    @property
    def kind(self) -> Literal["coverage"]:
        """Which kind it is."""
        return "coverage"


class CoverageReport(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="coverage"):
    """How much of the code is run by tests."""

    lines: Covered | None = None
    """Of all lines."""
    branches: Covered | None = None
    """Of all branches."""
    functions: Covered | None = None
    """Of all functions."""
    new_lines: Covered | None = None
    """Of the lines that are new in this version."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["coverage"]:
        """Which kind it is."""
        return "coverage"


class Covered(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """So many of so many."""

    covered: int
    """How many are run."""
    total: int
    """How many there are."""


class CreateCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="create",
):
    """Opens a release: it is a draft."""

    release: Release
    """The release."""

    @property
    def kind(self) -> Literal["create"]:
        """Which kind it is."""
        return "create"


class CriteriaSet(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Criteria that hold only together."""

    criteria: list[str] = []
    """The criteria, as they are written."""


class CustomObservation(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="custom"):
    """Whatever else was observed, for criteria of one's own."""

    name: str
    """What it is called."""
    value: Any
    """What was observed: any JSON."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["custom"]:
        """Which kind it is."""
        return "custom"


class Cycle(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Components that cannot be put in an order, because each needs another to be published first."""

    components: list[str]
    """Their names, sorted."""
    edges: list[Edge]
    """The dependencies among them, by consumer, provider and kind."""


class CycloneDxInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="cyclonedx",
):
    """What a CycloneDX document says: components, licences, vulnerabilities and their analysis."""

    spec_version: str
    """The version of CycloneDX, such as ``1.6``."""
    serial_number: str | None = None
    """The document's serial number."""
    timestamp: str | None = None
    """When it was made."""
    root: str | None = None
    """The name of what it describes; none where it does not say."""
    components: int
    """How many components it lists outright."""
    nested: int
    """How many components stand inside others."""
    types: dict[str, int]
    """The components that are listed outright, by type."""
    with_purl: int
    """How many of them have a package URL."""
    without_licence: int
    """How many of them state no licence."""
    dependencies: int
    """How many entries the dependency graph has."""
    vulnerabilities: int
    """How many vulnerabilities it lists."""
    ids: list[str]
    """The ids of the vulnerabilities, in order."""
    severity_max: dict[str, int]
    """Vulnerabilities by the worst severity of their ratings; ``missing`` where none states one."""
    vex_states: dict[str, int]
    """Vulnerabilities by the state of their analysis; ``missing`` where there is none."""

    @property
    def kind(self) -> Literal["cyclonedx"]:
        """Which kind it is."""
        return "cyclonedx"


class DecideExceptionCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="decide_exception",
):
    """Decides on an exception: once for an item and freeze."""

    item: str
    """The item, by id."""
    granted: bool = False
    """Whether it is granted."""
    days: int | None = None
    """How many days; as asked for, where left out."""
    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["decide_exception"]:
        """Which kind it is."""
        return "decide_exception"


class DecideGoCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="decide_go",
):
    """Decides go or no-go on what is known."""

    go: bool = False
    """Go, or no-go."""
    reason: str | None = None
    """Why."""
    valid_until: str | None = None
    """Until when it holds; as the template has it, where left out."""

    @property
    def kind(self) -> Literal["decide_go"]:
        """Which kind it is."""
        return "decide_go"


class Decision(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Whether work may go out at an instant, by which windows, and when that changes."""

    at: str
    """The instant asked about."""
    manual: bool
    """Whether the work is set off by a person, and so may be let through by windows with ``manual_override``."""
    open: bool
    """Whether it may go out."""
    overridden: bool
    """Whether it may go out only because a person sets it off: every window that blocks lets that through."""
    by: list[Governing]
    """The windows that allow it at that instant; none where nothing is needed to allow it."""
    blocked_by: list[Governing]
    """The windows that block work at that instant, overridden or not: those that deny; where none does, those that
    allow and are all shut, at most ten of them.
    """
    next_open: str | None = None
    """The next instant after ``at`` at which the way opens; none where it does not up to ``horizon``."""
    next_close: str | None = None
    """The next instant after ``at`` at which the way closes; none where it does not up to ``horizon``."""
    in_flight: InFlight | None = None
    """What becomes of work in flight: while closed, what the strictest of the windows that block says; while open,
    what those will say that close the way next. None where the way never closes.
    """
    horizon: str
    """Up to where ``next_open`` and ``next_close`` were looked for: ten years, or less where windows change very
    often.
    """
    schema: Literal["greenboard/decision/1"] = "greenboard/decision/1"
    """What this document is, and the version of its format."""


class Declaration(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a workspace's file says of a component: corrections, or all there is to say where it has no manifest."""

    ecosystem: Ecosystem | None = None
    """The ecosystem of a component without manifest, ``generic`` as a rule."""
    scheme: Scheme | None = None
    """The scheme of its versions."""
    path: str | None = None
    """The folder it lives in, relative to the file that says so. One without manifest needs it, unless others
    release it.
    """
    version: str | None = None
    """Its present version."""
    private: bool | None = None
    """Whether it is kept out of the public registry."""
    external: bool | None = None
    """Whether others release it (a vendor's API): it is depended on, and never in a plan."""
    owners: list[str] | None = None
    """Who answers for it."""
    tier: str | None = None
    """How much depends on it, in the organisation's own words: gates select by it."""
    tag: str | None = None
    """How its releases are tagged, with ``{name}``, ``{package}``, ``{path}`` and ``{version}`` filled in."""
    publishing: Publishing | None = None
    """How it is published; what is left out stays as its manifest has it."""


class DeclaredEdge(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A dependency that no manifest states, between components of any ecosystems."""

    from_: str = msgspec.field(name="from")
    """The component that depends."""
    to: str
    """The component it depends on."""
    kind: DependencyKind = "normal"
    """How it is used."""
    requirement: str | None = None
    """The versions it works with, in the notation of the provider's scheme; any, where left out."""
    optional: bool = False
    """Whether the consumer does without it where it is missing."""
    stated_in: str | None = None
    """The file that holds the requirement, relative to the repository, where that is not the one that states the
    edge.
    """


class DeliveryPhase(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A phase of a lifecycle: environments, and how many of them are needed before the next phase."""

    environments: list[str] = []
    """Its environments; every one that no phase names, where empty."""
    required: str | int = "all"
    """How many of them are needed: ``all``, a number, or ``optional``."""


class DependenciesCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="dependencies",
):
    """What it depends on runs in the environment: its providers, at versions that do, and contracts that hold on
    both sides. A contract that nobody verified is pending.

    Providers are those that the workspace says it needs at run time, and those that are named here. Contracts are
    evidence of the kinds ``contract`` (of a consumer) and ``verification`` (of a consumer, by a provider's
    version); they are asked as Pact's can-i-deploy asks them, against every version that runs in the environment.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    providers: list[str] = []
    """Providers, besides those that the workspace says it needs."""
    scheme: str = "cargo"
    """The scheme of the ``versions``."""
    versions: dict[str, str] = {}
    """What versions of providers do: each that runs in the environment has to."""
    contracts: ContractRule = "known"
    """Whether contracts are asked about."""
    except_: list[str] = msgspec.field(default=[], name="except")
    """Providers and consumers that are left out."""
    first_deployment: bool = False
    """Whether providers need not run in the environment that never ran there: for the first deployment of both."""
    latest_only: bool = False
    """Whether of a component only the newest deployment counts as running, for logs that do not say when one ends."""

    @property
    def kind(self) -> Literal["dependencies"]:
        """Which kind it is."""
        return "dependencies"


class Dependency(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An edge from a component to what it uses."""

    name: str
    """The provider's name in the consumer's ecosystem; where the manifest renames it, the name it really has."""
    kind: DependencyKind = "normal"
    """How it is used."""
    text: str | None = None
    """The requirement as the manifest writes it, such as ``workspace:^`` or ``^1.2``; the requirement itself unless
    said otherwise, empty where there is none.
    """
    requirement: str | None = None
    """The requirement it stands for; none where the text names no versions (a path, a git address, a dist-tag)."""
    scheme: Scheme | None = None
    """The scheme of the requirement, where that is not the consumer's own: of an edge across ecosystems, the
    provider's.
    """
    local: bool = False
    """Whether the manifest ties it to the copy in the same repository (``path = …``, ``workspace:``, ``link:``)."""
    component: str | None = None
    """The component of the workspace that provides it, where that is said outright: an edge from one ecosystem to
    another. None where the name and the consumer's ecosystem tell.
    """
    stated_in: str | None = None
    """The file that holds the text, where that is not the consumer's own manifest: the root's ``Cargo.toml`` for
    ``workspace = true``, the file of a catalog.
    """
    optional: bool = False
    """Whether the consumer does without it where it is missing. True of every ``Optional`` one, and of build and
    peer dependencies marked so.
    """


class DependencyCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="dependency",
):
    """The release of a component that this one depends on."""

    component: str
    """The component depended on."""
    dependency: DependencyKind
    """How it is depended on."""
    bump: Bump
    """What this asks for."""
    requirement: str
    """The requirement as the manifest writes it; empty where it names no versions."""
    out_of_range: bool
    """Whether the requirement excludes the new version; where it does not, the policy asks for the release."""
    old: str | None = None
    """The version of the component depended on; none where it had none."""
    new: str
    """The version it gets."""

    @property
    def kind(self) -> Literal["dependency"]:
        """Which kind it is."""
        return "dependency"


class DependencySet(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="dependency_set"):
    """Something that it waits for was added, or came."""

    dependency: ReleaseDependency
    """What it waits for."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["dependency_set"]:
        """Which kind it is."""
        return "dependency_set"


class Dependents(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a release asks of those that depend on it and have to follow, by the kind of the dependency."""

    normal: Bump = "patch"
    """Of those that ship it."""
    build: Bump = "patch"
    """Of those that are built with it."""
    dev: Bump = "none"
    """Of those that are developed or tested with it."""
    peer: Bump = "patch"
    """Of those that have it as a peer; see also ``peers``."""
    optional: Bump = "patch"
    """Of those that use it where it is there."""
    api: Bump = "patch"
    """Of those that call its interface."""


class DependentsNotified(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="dependents_notified"):
    """Those that wait for it were told."""

    releases: list[str] = []
    """Which."""
    cause: str
    """Of what."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["dependents_notified"]:
        """Which kind it is."""
        return "dependents_notified"


class Deployed(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="deployed"):
    """It is out."""

    environment: str
    """Where."""
    note: str | None = None
    """What there is to say."""
    finished_at: str | None = None
    """When it was out, where that is recorded later."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["deployed"]:
        """Which kind it is."""
        return "deployed"


class Deployment(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="deployment"):
    """A version put into an environment."""

    id: str
    """What it is called by."""
    subject: Subject
    """What was deployed where."""
    status: DeploymentStatus = "succeeded"
    """What came of it."""
    started_at: str | None = None
    """When it began."""
    finished_at: str | None = None
    """When it ended, well or badly."""
    verified_at: str | None = None
    """When it was verified there."""
    ended_at: str | None = None
    """When it stopped running there: another version took its place, or it was taken out. None while it is live."""
    by: str | None = None
    """Who started it."""
    automatic: bool = False
    """Whether no person did."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When this state was seen."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["deployment"]:
        """Which kind it is."""
        return "deployment"


class DeploymentRecord(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A deployment of a release: one attempt, with the way back where there was one."""

    environment: str
    """Where to."""
    by: str
    """Who began it."""
    role: str
    """The role that they did it in."""
    started_at: str
    """When it began."""
    finished_at: str | None = None
    """When it ended."""
    digest: str
    """The digest of the scope that goes out."""
    targets: dict[str, TargetStatus] = {}
    """How far it is on each target."""
    reached_at: dict[str, str] = {}
    """Since when it is there, of each target that was reached."""
    point_of_no_return: bool = False
    """Whether there is no way back."""
    rolling_back: bool = False
    """Whether it is on its way back."""
    rollback_started_at: str | None = None
    """When the way back began."""
    rollback_to: dict[str, str] = {}
    """What each item goes back to, by id."""
    direction: DeploymentEnd = "running"
    """How it ended."""


class DeploymentStarted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="deployment_started"):
    """The deployment began."""

    environment: str
    """Where to."""
    targets: list[str] = []
    """The targets that it has to reach."""
    digest: str
    """The digest of the scope that goes out."""
    items: list[ScopeItem] = []
    """What goes out."""
    role: str
    """The role of whoever began it."""
    judged: list[Judged] = []
    """What the gates said."""
    manual: bool = False
    """Whether it is done by hand."""
    started_at: str | None = None
    """When it began, where that is recorded later."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["deployment_started"]:
        """Which kind it is."""
        return "deployment_started"


class Divergence(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Two lines of development since they parted, each newest first."""

    base: str | None = None
    """The hash of the last commit that both have; none where they have none in common."""
    main: list[Commit]
    """The commits that only the main line has."""
    line: list[Commit]
    """The commits that only the maintenance line has."""
    schema: Literal["greenboard/divergence/1"] = "greenboard/divergence/1"
    """What this document is, and the version of its format."""


class Draft(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An entry to be: what happened, as the caller has it. The store adds its number, the hash before it, and when
    it came.
    """

    actor: Actor
    """Who did it."""
    at: str
    """When it happened, as its author says; kept to the millisecond."""
    data: dict[str, Any] = {}
    """What happened, in the words of its kind. People by pseudonymous ids: their names belong into a payload."""
    id: str
    """The idempotency key, 1 to 128 characters: repeated with the same content it adds nothing."""
    kind: str
    """What kind of thing happened: lowercase words with dots between them, at most 64 characters."""
    kind_v: int = 1
    """The version of what ``data`` looks like for this kind, from 1."""
    payload: PayloadRef | None = None
    """The digest of content that can be erased."""
    subject: str
    """What it is about, at most 256 characters."""
    schema: Literal["greenboard/draft/1"] = "greenboard/draft/1"
    """What this document is, and the version of its format."""


class Edge(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A dependency inside a workspace."""

    consumer: str
    """Who depends."""
    provider: str
    """On whom."""
    kind: DependencyKind
    """How."""


class Edit(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What becomes of one file."""

    path: str
    """The file, relative to the repository's root, ``/`` between parts."""
    kind: EditKind
    """What happens to it."""
    old_digest: str | None = None
    """The digest of the text that the edit was made of (``digest_text``); none of a file that is created."""
    text: str | None = None
    """The whole new text; none of a file that is deleted."""


class EditOptions(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What ``edits`` writes besides versions, requirements and lockfiles."""

    extra_files: list[ExtraFile] = []
    """Files that repeat a component's version."""
    changelogs: dict[str, str] = {}
    """The section of each changelog, by the changelog's path. A section may begin with a title (``# name``), which
    is written only where the changelog is new.
    """
    changesets: list[str] = []
    """The changesets that the plan was made of and that are used up by it, by id. Those that the plan's causes name
    are known without.
    """
    changeset_folder: str = ".changeset"
    """The folder of the changesets: ``.changeset``."""
    release_please_manifest: str = ".release-please-manifest.json"
    """The file in which release-please keeps the versions: ``.release-please-manifest.json``. Where it is there, the
    versions in it are moved along.
    """
    lockfiles: bool = True
    """Whether lockfiles are moved along: yes."""
    schema: Literal["greenboard/edit_options/1"] = "greenboard/edit_options/1"
    """What this document is, and the version of its format."""


class EditReleaseCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="edit_release",
):
    """Writes something of the release otherwise: what a draft lacks, or who answers for it by now. Dates that were
    planned are moved by ``reschedule``; the kind of change, the steps of approval and the environments stand once
    the work has begun.
    """

    edit: ReleaseEdit
    """What is otherwise."""

    @property
    def kind(self) -> Literal["edit_release"]:
        """Which kind it is."""
        return "edit_release"


class EditScopeCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="edit_scope",
):
    """Puts items into the scope, or takes them out."""

    add: list[ScopeItem] = []
    """What comes in; an item that is there already takes its new shape."""
    remove: list[str] = []
    """What goes, by id."""
    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["edit_scope"]:
        """Which kind it is."""
        return "edit_scope"


class EditWarning(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that a release needs and that is not written here."""

    path: str
    """The file it is about, relative to the repository's root."""
    message: str
    """The sentence for people."""


class Edits(_mixins.Edits, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a plan changes in the files of a repository. Made by ``edits``; ``source`` writes it."""

    edits: list[Edit]
    """The files that change, by path, each once."""
    warnings: list[EditWarning] = []
    """What could not be written, and who has to do it."""
    schema: Literal["greenboard/edits/1"] = "greenboard/edits/1"
    """What this document is, and the version of its format."""


class Enrichment(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a host tells of commits, as its API gives it."""

    commits: dict[str, CommitDetails] = {}
    """The details of each commit, by its hash or the first seven characters of it and more; a changeset is named by
    its id.
    """
    schema: Literal["greenboard/enrichment/1"] = "greenboard/enrichment/1"
    """What this document is, and the version of its format."""


class Entry(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One component's release."""

    component: str
    """The component's name."""
    package: str | None = None
    """Its name in its ecosystem."""
    ecosystem: Ecosystem
    """The ecosystem it is published in."""
    scheme: Scheme
    """The scheme of both versions."""
    path: str
    """The folder it lives in, relative to the repository's root; empty for the root itself."""
    manifest: str | None = None
    """The file that states its version, relative to the repository's root; none where it is not known which does."""
    old: str | None = None
    """The version it has; none for a first release of a component that states none."""
    new: str
    """The version it gets."""
    bump: Bump
    """How much its causes ask for at most. What the version makes of it is up to the policy: under 0.x a break may
    be a minor step.
    """
    wave: int
    """The wave it goes out in, counted from 1."""
    after: list[str]
    """The released components that have to go out before it, or with it where it is a part of a circle; by name."""
    fixed_with: str | None = None
    """The first by name of the released components that it always shares its version with; none where it has its
    version to itself.
    """
    tag: str | None = None
    """The tag of its release; none where it is not tagged."""
    dist_tag: str | None = None
    """The dist-tag that it can be found under; none where its registry has none."""
    access: str | None = None
    """Who may install it, in the registry's own word; none where its registry does not ask."""
    private: bool
    """Whether it is kept out of the public registry."""
    publish: list[str]
    """The command that publishes it, program and arguments, to be run in its folder; empty where it is not
    published.
    """
    registry_key: str | None = None
    """What its release is looked up under in its registry, as a package URL: ``pkg:npm/%40acme/core@1.2.0``; none
    where it is not published.
    """
    causes: list[Cause]
    """Why it is released: what people decided, its changes, oldest first, then its dependencies by name, then its
    group or its train. Never empty.
    """
    requirements: list[RequirementUpdate]
    """The requirements to be rewritten in its manifest."""
    changelog: Changelog
    """What the release brings, for people."""


class EnvelopeVerification(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is known of the signatures of one envelope."""

    state: SignatureState
    """Whether one of its signatures was made with the key."""
    payload_type: str | None = None
    """The type of what is signed; none for a statement that stands there without an envelope."""
    payload_digest: str | None = None
    """The digest of what is signed, ``sha256:`` and hexadecimal digits; none for a statement that stands there
    without an envelope.
    """
    key_ids: list[str | None]
    """The ids of the keys that are said to have signed it, in order; none for a signature that does not say. They
    are hints, which nothing vouches for.
    """


class EnvironmentCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="environment",
):
    """The environment is healthy, is as it is declared, and is nobody else's at the time. What nobody reported is
    pending.

    What is asked is the newest state of the component there, and of the environment as a whole: evidence whose
    component is called as the environment is. Both have to hold, and one has to be there.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    may_be_unhealthy: bool = False
    """Whether it need not be healthy."""
    may_drift: bool = False
    """Whether it may differ from what is declared."""
    shared_with: list[str] = []
    """Those whose bookings do not stand in the way, besides those who asked for the release and the component
    itself.
    """
    maximum_age: str | None = None
    """How old the report may be: ``15 minutes``; of any age, where left out."""

    @property
    def kind(self) -> Literal["environment"]:
        """Which kind it is."""
        return "environment"


class EnvironmentState(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="environment"):
    """How an environment is."""

    healthy: bool | None = None
    """Whether what runs there is well."""
    drifted: bool | None = None
    """Whether it differs from what is declared."""
    booked_by: str | None = None
    """Who has it to themselves."""
    booked_until: str | None = None
    """Until when."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["environment"]:
        """Which kind it is."""
        return "environment"


class ErrorFields(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A failure as data, the same in every language."""

    code: str
    """The stable code to branch on, ``<module>.<snake_case>``."""
    message: str
    """The sentence for people, without the place."""
    path: str | None = None
    """The file, or the path inside a document, that is at fault."""
    line: int | None = None
    """The line in the text at fault, from 1."""
    column: int | None = None
    """The column in the text at fault, from 1, in characters."""
    details: dict[str, Any]
    """Facts about the failure as data: the input, what was expected, the nearest valid key."""
    retryable: bool
    """Whether the same call may succeed later without any change to its input."""


class Escalated(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="escalated"):
    """Somebody else was told that it is overdue."""

    owed: str
    """What."""
    to: str
    """Who."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["escalated"]:
        """Which kind it is."""
        return "escalated"


class Evidence(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="evidence"):
    """An observed fact about a subject: what a tool reported, when, and until when it counts."""

    id: str
    """What it is called by; the same fact sent again has the same."""
    subject: Subject
    """What was observed."""
    value: Observation
    """What was observed of it. Its ``kind`` is the kind of the evidence."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When it was observed."""
    expires_at: str | None = None
    """When it stops to count; never, where left out."""
    digest: str | None = None
    """The digest of the document that it was read from, ``sha256:…``."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["evidence"]:
        """Which kind it is."""
        return "evidence"


class EvidenceKind(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A kind of evidence, and its name where a subject has several of the kind."""

    kind: str
    """The kind, such as ``tests`` or ``metric``."""
    name: str | None = None
    """The name of the metric, the suite and so on; the newest of any name, where left out."""


class EvidenceRecorded(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="evidence_recorded"):
    """Facts of other systems were recorded."""

    facts: list[Fact] = []
    """The facts."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["evidence_recorded"]:
        """Which kind it is."""
        return "evidence_recorded"


class Exceeded(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A limit that was exceeded, and how the metric stands for it."""

    phase: MeasurementPhase
    """How the metric stands."""
    message: str
    """Which limit, by how much."""


class ExceptionExpired(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="exception_expired"):
    """An exception ended."""

    item: str
    """The item, by id."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["exception_expired"]:
        """Which kind it is."""
        return "exception_expired"


class ExceptionGranted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="exception_granted"):
    """An exception was granted."""

    item: str
    """The item, by id."""
    days: int
    """How many days."""
    until: str
    """When it ends."""
    reason: str | None = None
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["exception_granted"]:
        """Which kind it is."""
        return "exception_granted"


class ExceptionRefused(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="exception_refused"):
    """An exception was refused."""

    item: str
    """The item, by id."""
    reason: str | None = None
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["exception_refused"]:
        """Which kind it is."""
        return "exception_refused"


class ExceptionRequested(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="exception_requested"):
    """Somebody asked for an item to come in after the freeze."""

    item: ScopeItem
    """The item."""
    days: int
    """How many days more it needs."""
    why_now: str
    """Why it cannot wait."""
    risk_of_adding: str
    """What may go wrong."""
    risk_of_cutting: str
    """What it costs to leave it out."""
    tracking: str | None = None
    """Where it is tracked."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["exception_requested"]:
        """Which kind it is."""
        return "exception_requested"


class Explanation(_mixins.Explanation, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Why a verdict is what it is, and what would change it."""

    verdict: Verdict
    """The verdict, with all its findings."""
    because: list[FindingName]
    """The findings that make it what it is: those as bad as the verdict, of gates as bad as it. Empty where it is
    ``go``.
    """
    ways: Ways
    """The cheapest ways to ``go``."""
    schema: Literal["greenboard/explanation/1"] = "greenboard/explanation/1"
    """What this document is, and the version of its format."""


class ExtraFile(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A file that repeats a component's version (release-please's ``extra-files``)."""

    component: str
    """The component whose version it repeats."""
    path: str
    """The file, relative to the repository's root."""
    kind: ExtraFileKind = "auto"
    """How the version is found in it."""
    selector: str | None = None
    """The JSONPath (``json``, ``yaml``, ``toml``) or XPath (``xml``) that leads to it; for ``json``, ``yaml`` and
    ``toml`` ``$.version`` unless said otherwise, for ``xml`` ``/*/version``.
    """
    date_format: str | None = None
    """How ``x-release-please-date`` writes the day of the plan: ``%Y``, ``%m`` and ``%d``, and anything else as it
    is.
    """


class Feedback(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What somebody says of a release."""

    text: str
    """What they say."""
    by: str | None = None
    """Who says so."""
    topic: str | None = None
    """What it is about."""


class FeedbackGiven(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="feedback_given"):
    """Somebody said what they think of it."""

    feedback: Feedback
    """What."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["feedback_given"]:
        """Which kind it is."""
        return "feedback_given"


class Finding(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What one criterion came to."""

    gate: str
    """The gate."""
    criterion: str
    """The criterion, by its name."""
    title: str | None = None
    """What people call it."""
    kind: str
    """Its kind."""
    severity: Severity
    """How much it weighs."""
    outcome: Outcome
    """What it came to."""
    reason: str
    """Why, in a sentence."""
    observed: Any = None
    """What was observed."""
    expected: str
    """What was expected."""
    evidence: list[str]
    """The facts that it rests on, by id."""
    next_action: str | None = None
    """What to do next; none where nothing is to be done."""
    steps: list[NextStep]
    """The cheapest way to a pass, step by step; empty where it passes, and where nothing leads to a pass but another
    version.
    """
    owner: str | None = None
    """Who answers for it: the owner of the criterion, of the gate, or the first of the component."""
    waiver: str | None = None
    """The waiver that it was passed over by, by id."""
    emergency: str | None = None
    """The emergency that it was passed over for, by id."""


class FindingChange(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is otherwise about one finding."""

    gate: str
    """The gate."""
    criterion: str
    """The criterion, by its name."""
    from_: Outcome | None = msgspec.field(default=None, name="from")
    """What it came to before; none where it was not listed: boards list no pass."""
    to: Outcome | None = None
    """What it comes to since; none likewise."""
    reason: str
    """Why, as it is since, or was before where it is listed no more."""


class FindingName(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A finding by its names."""

    gate: str
    """The gate."""
    criterion: str
    """The criterion."""


class FinishRolloutCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="finish_rollout",
):
    """Ends a deployment, or a way back."""

    failed: bool = False
    """Whether it did not succeed: of a way back only."""
    note: str | None = None
    """What there is to say."""

    @property
    def kind(self) -> Literal["finish_rollout"]:
        """Which kind it is."""
        return "finish_rollout"


class FixAvailable(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Packages by whether ``npm audit fix`` can help them."""

    yes: int
    """Within the ranges that are asked for."""
    update: int
    """By another version of a package that is asked for directly, outside its range."""
    no: int
    """Not at all."""


class FixedCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="fixed",
):
    """The release of a component that this one always shares its version with."""

    component: str
    """The component whose bump decides, for all that share the version."""
    from_: str | None = msgspec.field(default=None, name="from")
    """The manifest that states the version of all of them, relative to the repository's root; none where a group was
    made of them.
    """
    group: str | None = None
    """What people call the group."""
    bump: Bump
    """What this asks for."""

    @property
    def kind(self) -> Literal["fixed"]:
        """Which kind it is."""
        return "fixed"


class FlagSet(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="flag_set"):
    """Somebody said how it looks."""

    flag: ReleaseFlag
    """How."""
    comment: str | None = None
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["flag_set"]:
        """Which kind it is."""
        return "flag_set"


class Footer(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A line of the form ``token: value`` or ``token #value`` at the end of a message, with the lines that continue
    it.
    """

    token: str
    """The word before the separator, as written; may be ``BREAKING CHANGE``."""
    separator: Separator
    """What stands between token and value."""
    value: str
    """The rest, to the next footer, without white space around it."""


class FreeSlot(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Time that is free for a claim."""

    start: str
    """When the claim may begin."""
    end: str
    """When it ends then, exclusive."""
    free_until: str
    """Until when the time is free: it may as well begin later."""


class FreezeCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="freeze",
):
    """Work may go out at the instant asked about: all calendars named, and the windows given here, are open.

    A calendar is one of the gate file's or else a fact (read from iCalendar, say); one that is not known leaves
    this pending. Work that a person sets off (``manual``) passes where every window that blocks it has
    ``manual_override``.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    calendars: list[str] = []
    """The calendars, by name, which must all be open."""
    windows: list[Window] = []
    """Windows besides."""
    manual: bool = False
    """Whether what goes out is set off by a person."""

    @property
    def kind(self) -> Literal["freeze"]:
        """Which kind it is."""
        return "freeze"


class FreezeScopeCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="freeze_scope",
):
    """Freezes the scope: from here on, items come and go by exceptions only. Items that nobody accepted go."""

    reason: str | None = None
    """Why it is frozen before its date."""

    @property
    def kind(self) -> Literal["freeze_scope"]:
        """Which kind it is."""
        return "freeze_scope"


class Freight(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something on its way through the stages."""

    origin: str | None = None
    """Where it comes from; none where nobody knows."""
    verified_in: dict[str, int | None] = {}
    """The stages it was verified in, each with the longest time that it stayed, in seconds; none where it stays for
    the first time or nobody knows.
    """
    approved_for: list[str] = []
    """The stages that somebody approved it for, whatever it went through."""
    same_project: bool = True
    """Whether it belongs to the project of the stage."""


class FreightRequest(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a stage takes, and from where."""

    origin: str
    """Where it comes from in the first place."""
    direct: bool = False
    """Whether it may come from there straight away."""
    upstream_stages: list[str] = []
    """The stages it must have been in."""
    required_soak_seconds: int | None = None
    """How long it must have been there, in seconds; none for any time."""
    availability: Availability = "one_of"
    """Whether in one of them or in all."""


class FreshnessCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="freshness",
):
    """Evidence of given kinds is not older than given, at the instant that is asked about. What is missing or older
    is pending. Monotone: newer evidence never makes it worse.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    evidence: list[EvidenceKind]
    """The evidence that has to be fresh: all of it."""
    maximum_age: str
    """The age up to which it is."""
    warning_age: str | None = None
    """The age from which it is a warning; none for no warnings."""

    @property
    def kind(self) -> Literal["freshness"]:
        """Which kind it is."""
        return "freshness"


class Gate(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A named set of criteria, all of which count alike."""

    name: str
    """Its name, unique in the file."""
    title: str | None = None
    """What people call it."""
    severity: Severity = "block"
    """How much it weighs."""
    stages: list[str] = []
    """The stages that it guards; all, where left out."""
    environments: list[str] = []
    """The environments that it guards, or globs over them; all, where left out."""
    select: Select = msgspec.field(default_factory=lambda: Select())
    """The components that it is for."""
    at_least: int | None = None
    """How many of its criteria have to hold; all, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the component's owners, where left out."""
    criteria: list[Criterion] = []
    """What it asks."""


class GateEvaluated(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="gate_evaluated"):
    """Gates were asked."""

    judged: Judged
    """What they said."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["gate_evaluated"]:
        """Which kind it is."""
        return "gate_evaluated"


class GateFile(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The gates of an organisation, and what they refer to."""

    include: list[Inclusion] = []
    """Files of this kind whose gates come before those of this one, relative to it."""
    parameters: dict[str, Parameter] = {}
    """What those who include this file may say, by name. ``${name}`` in any text of the file stands for it, and
    where the text is nothing else the value keeps its type.
    """
    gates: list[Gate] = []
    """The gates, in the order in which they are shown."""
    groups: dict[str, list[str]] = {}
    """Who belongs to the groups that approve, by group."""
    calendars: list[ReleaseCalendar] = []
    """When work may go out; criteria name them."""
    break_glass: BreakGlassRule | None = None
    """Who may pass the gates over in an emergency; nobody, where left out."""
    overrides: list[GateOverride] = []
    """What is to be otherwise in the gates that are included. Verdicts say it."""
    overridden: list[Overridden] = []
    """What was overridden in the gates of this file: written where gates are, and not by hand."""
    schema: Literal["greenboard/gates/1"] = "greenboard/gates/1"
    """What this document is, and the version of its format."""


class GateOverride(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is to be otherwise in a gate that is included."""

    gate: str
    """The gate."""
    criterion: str | None = None
    """The criterion, by its name; the gate itself, where left out."""
    set: dict[str, Any]
    """The keys that are to be otherwise, with their values; ``null`` takes a key away."""
    reason: str
    """Why."""


class GateVerdict(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What one gate says."""

    gate: str
    """The gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity
    """How much it weighs."""
    at_least: int | None = None
    """How many of its criteria have to hold; all, where none."""
    verdict: Signal
    """What it says."""


class GateWaived(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="gate_waived"):
    """An exemption from a criterion was granted."""

    waiver: Waiver2
    """The exemption."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["gate_waived"]:
        """Which kind it is."""
        return "gate_waived"


class GiveFeedbackCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="give_feedback",
):
    """Says what somebody thinks of it."""

    feedback: Feedback
    """What."""

    @property
    def kind(self) -> Literal["give_feedback"]:
        """Which kind it is."""
        return "give_feedback"


class GivenApproval(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An approval that somebody gave."""

    event: str
    """The event that recorded it."""
    step: str
    """The step."""
    role: str
    """The role that it was given in."""
    by: str
    """Who gave it."""
    at: str
    """When."""
    digest: str
    """The digest of the scope that was looked at."""
    window: ReleaseWindow | None = None
    """The window that was looked at."""
    expires_at: str | None = None
    """When it stops to count."""
    retrospective: bool = False
    """Whether it was given after the fact."""
    round: int
    """The round of approvals that it belongs to, from 1."""
    standing: ApprovalStanding
    """Whether it counts."""
    signature: ApprovalSignature | None = None
    """What makes it a signature."""


class GlassBroken(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="glass_broken"):
    """Gates are passed over in an emergency."""

    reason: str
    """Why it cannot wait."""
    role: str
    """The role of whoever did it."""
    expires_at: str | None = None
    """When it stops to count."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["glass_broken"]:
        """Which kind it is."""
        return "glass_broken"


class GoDecided(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="go_decided"):
    """It is go."""

    digest: str
    """The digest of the scope that was decided on."""
    valid_until: str
    """Until when it holds."""
    judged: list[Judged] = []
    """What the gates said."""
    reason: str | None = None
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["go_decided"]:
        """Which kind it is."""
        return "go_decided"


class GoDecision(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A decision to go."""

    by: str
    """Who decided."""
    at: str
    """When."""
    digest: str
    """The digest of the scope that was decided on."""
    valid_until: str
    """Until when it holds."""


class GoExpired(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="go_expired"):
    """The decision to go ended."""

    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["go_expired"]:
        """Which kind it is."""
        return "go_expired"


class GoWithdrawn(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="go_withdrawn"):
    """The decision to go holds no more."""

    cause: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["go_withdrawn"]:
        """Which kind it is."""
        return "go_withdrawn"


class Governing(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A window that has a say at an instant."""

    calendar: str | None = None
    """The calendar it is in; none where windows were given without one."""
    window: str
    """Its name."""
    kind: WindowKind
    """Whether it allows or denies."""
    until: str | None = None
    """When its say ends: where it covers the instant, its end; where it is shut, its next start."""
    manual_override: bool
    """Whether it lets through what a person sets off."""
    in_flight: InFlight
    """What becomes of work in flight when it closes the way."""
    reason: str | None = None
    """Why it is there."""


class Group(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Components whose versions go together. A component is in one group at most."""

    name: str | None = None
    """What people call it."""
    kind: GroupKind
    """What they have in common."""
    members: list[str]
    """Its components: names, and globs over names."""


class GrypeInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="grype",
):
    """What a report of Grype says: which packages match which vulnerabilities."""

    matches: int
    """How many matches: a vulnerability of a package."""
    suppressed: int
    """How many matches the user's rules or a VEX document took out."""
    severity: dict[str, int]
    """Matches by severity, in Grype's words; ``missing`` where none is stated."""
    fix_state: dict[str, int]
    """Matches by whether there is a fix, in Grype's words; an empty one is ``unknown``, ``missing`` where none is
    stated.
    """
    unique_ids: int
    """How many different vulnerabilities."""
    ids: list[str]
    """The ids of the vulnerabilities, in order, each once."""
    tool: str | None = None
    """Grype's version."""
    db_built: str | None = None
    """When its database was built."""
    with_epss: int
    """How many matches state the probability of being exploited."""

    @property
    def kind(self) -> Literal["grype"]:
        """Which kind it is."""
        return "grype"


class Head(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The last entry of a ledger: what the next one is sealed onto."""

    seq: int
    """Its number."""
    hash: str
    """Its hash."""
    recorded_at: str
    """When it was recorded."""


class HistoryOptions(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How history is read."""

    first_parent: bool = False
    """Follow only the first parent of each merge: a merged branch counts as the one commit that merged it. Otherwise
    its commits count one by one, and the merge only where it has something to say that none of them says: a
    conventional message, where none of theirs is one.
    """
    mode: Mode = "lenient"
    """How commit messages are read."""
    levels: Levels = msgspec.field(default_factory=lambda: Levels())
    """What each type of change asks for."""
    read: Sources = "auto"
    """What tells the changes."""
    tag: str | None = None
    """How releases are tagged where a component does not say so itself, with ``{name}``, ``{package}``, ``{path}``
    and ``{version}``; none for every way that is known.
    """
    prereleases: bool | None = None
    """Whether a prerelease may be a component's last release. None where its present version tells: it may be where
    that is one too.
    """
    ignored: list[str] = []
    """The files that concern nobody, as globs over paths relative to the repository's root; see ``LOCKFILES``."""
    overrides: CommitOverrides = msgspec.field(default_factory=lambda: CommitOverrides())
    """What counts instead of the messages of commits."""
    enrichment: Enrichment = msgspec.field(default_factory=lambda: Enrichment())
    """What the host knows of commits."""


class HoldCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="hold",
):
    """Stops it where it is."""

    reason: str | None = None
    """Why."""
    review_at: str | None = None
    """When somebody looks at it again."""

    @property
    def kind(self) -> Literal["hold"]:
        """Which kind it is."""
        return "hold"


class HoldLifted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="hold_lifted"):
    """It goes on."""

    reason: str | None = None
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["hold_lifted"]:
        """Which kind it is."""
        return "hold_lifted"


class HoldPlaced(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="hold_placed"):
    """It was stopped where it is."""

    reason: str
    """Why."""
    review_at: str
    """When somebody looks at it again."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["hold_placed"]:
        """Which kind it is."""
        return "hold_placed"


class IcalendarEvent(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An event of an iCalendar text."""

    summary: str | None = None
    """What it is, in a line."""
    start: str | None = None
    """When it starts, the first time: a date, a date and time with its zone's offset, or without one where it names
    no zone.
    """
    tz: str | None = None
    """The id of the zone of its start, as written."""
    end: str | None = None
    """When it ends, exclusive, in the same form; none where it says a duration, or nothing."""
    duration: str | None = None
    """How long it lasts, as ISO 8601; none where it says an end, or nothing."""
    rrule: str | None = None
    """Its ``RRULE``, with its parts in one order."""
    status: str | None = None
    """``CONFIRMED``, ``TENTATIVE`` or ``CANCELLED``, as written."""


class IcalendarInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="icalendar",
):
    """An iCalendar text (RFC 5545): its events as they are written."""

    prodid: str | None = None
    """What made it (``PRODID``)."""
    name: str | None = None
    """Its name (``X-WR-CALNAME`` or ``NAME``)."""
    calendar_type: str | None = None
    """``DEFAULT_OPEN`` or ``DEFAULT_CLOSED``, as written, where it says so: what the calendar is outside of its
    events.
    """
    events: int
    """How many events (``VEVENT``) there are."""
    rows: list[IcalendarEvent] = []
    """The events, in their order."""

    @property
    def kind(self) -> Literal["icalendar"]:
        """Which kind it is."""
        return "icalendar"


class Identity(_mixins.Identity, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The names that tools have for the components, people and environments of an organisation: mapped once, and
    never guessed.

    A name that is mapped for a tool is known; every other is not, however alike it looks. Tools are called as the
    facts that come from them are: ``github``, ``jira``, ``jenkins``, ``servicenow``, ``kubernetes``, …; the
    addresses of people stand under ``email``, where upper and lower case do not count.
    """

    components: dict[str, Aliases] = {}
    """The aliases of components, by component."""
    people: dict[str, Aliases] = {}
    """The aliases of people, by person."""
    environments: dict[str, Aliases] = {}
    """The aliases of environments, by environment."""
    schema: Literal["greenboard/identity/1"] = "greenboard/identity/1"
    """What this document is, and the version of its format."""


class IgnoredComponent(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A component that is set aside, or one version of it."""

    component: str
    """The component."""
    version: str | None = None
    """The version; all, where left out."""


class IgnoredVulnerability(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A vulnerability that does not count, until a day."""

    id: str
    """Its name, or one of its other names."""
    package: str | None = None
    """The package in which it does not count, by package URL or name; any, where left out."""
    reason: str
    """Why it does not count."""
    until: str
    """From when on it counts again."""


class Impact(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A component that a change of another may reach."""

    component: str
    """Its name."""
    distance: int
    """Over how many edges the change reaches it, at least; 1 for a direct dependent."""
    via: str
    """The component through which it is reached first: one that is a step nearer, the first by name."""


class InTotoResource(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A thing by its name or address, and its digests."""

    name: str
    """Its name, or its address."""
    digest: dict[str, str]
    """Its digests by algorithm, in the statement's words (``sha256``, ``sha512``, ``gitCommit``)."""


class InTotoSource(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Where the description of a build came from."""

    uri: str
    """The address of the repository."""
    digest: dict[str, str]
    """Its digests by algorithm."""
    entry_point: str | None = None
    """The file in it."""


class InTotoStatement(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One statement of in-toto."""

    payload_type: str | None = None
    """The type of what the envelope carries; none for a statement without an envelope."""
    signatures: int
    """How many signatures the envelope has; none of them is verified here."""
    statement_type: str
    """The version of in-toto's statement, as its address."""
    predicate_type: str
    """What the statement is about, as its address; SLSA's provenance begins with ``https://slsa.dev/provenance/``."""
    subjects: list[InTotoResource]
    """What was built."""
    builder: str | None = None
    """Who built it."""
    build_type: str | None = None
    """How it was built; SLSA 0.1 calls that ``recipe`` and says it in ``recipe_type``."""
    recipe_type: str | None = None
    """The type of the recipe (SLSA 0.1)."""
    config_source: InTotoSource | None = None
    """Where the description of the build came from (SLSA 0.2)."""
    materials: list[InTotoResource]
    """What it was built from."""
    materials_count: int
    """How many materials there are."""
    started: str | None = None
    """When the build began."""
    finished: str | None = None
    """When the build ended."""


class IncidentRecorded(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="incident_recorded"):
    """Something broke, or is whole again."""

    incident: ReleaseIncident
    """What."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["incident_recorded"]:
        """Which kind it is."""
        return "incident_recorded"


class Inclusion(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A gate file whose gates come with those of this one."""

    file: str
    """The file, relative to this one."""
    with_: dict[str, Any] = msgspec.field(default={}, name="with")
    """The values of its parameters, by name."""


class InclusionProof(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """That a leaf is in a tree."""

    index: int
    """The number of the leaf, from 0."""
    size: int
    """How many leaves the tree has."""
    proof: list[str]
    """The hashes beside the way from the leaf to the root, the leaf's sibling first."""


class Item(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One line of a changelog."""

    id: str | None = None
    """The change it stands for; none for what the plan itself brings, such as a moved requirement."""
    scope: str | None = None
    """The scope of the change."""
    description: str
    """The line for people."""
    body: str | None = None
    """More than the one line, as a changeset says it."""
    note: str | None = None
    """What a consumer has to do about it, where that is more than the description says."""
    components: list[str] = []
    """The components that it concerns, in a changelog of several."""
    links: list[ItemLink] = []
    """What else there is to see: the pull request, the commit and the author, in this order."""


class ItemLink(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that a changelog points at."""

    kind: ItemLinkKind
    """What it is."""
    text: str
    """What to call it: ``#12``, the whole hash, ``@ada``."""
    url: str | None = None
    """Where it is to be seen; none where the host is not known."""


class ItemOverdue(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="item_overdue"):
    """Something is overdue."""

    owed: str
    """What: the kind of what is owed and what it is of, as ``due`` has it."""
    who: str | None = None
    """Who owes it."""
    since: str
    """Since when."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["item_overdue"]:
        """Which kind it is."""
        return "item_overdue"


class JUnitInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="junit",
):
    """A JUnit report: what every test case came to.

    Everything is counted from the ``testcase`` elements: what the suites' attributes say of them is often wrong,
    and stands apart. A case that failed and passed when it was run again is a passed one that is flaky; one that
    failed again is failed.
    """

    root: str
    """The outermost element: ``testsuites`` or ``testsuite``."""
    suites: int
    """The ``testsuite`` elements, those inside others too."""
    testcases: int
    """The ``testcase`` elements."""
    cases_failed: int
    """Cases with a failure: something was not as asserted."""
    cases_errored: int
    """Cases with an error and no failure: something else went wrong."""
    cases_skipped: int
    """Cases that were skipped or are disabled."""
    cases_passed: int
    """Cases that passed, flaky ones included."""
    flaky_cases: int
    """Cases that failed and passed in the end (``flakyFailure``, ``flakyError``)."""
    rerun_cases: int
    """Cases that were run again and did not pass (``rerunFailure``, ``rerunError``)."""
    leaf_suite_attr_sum: dict[str, int]
    """What the attributes of the innermost suites say, summed: ``tests``, ``failures``, ``errors``, ``skipped``,
    ``disabled``.
    """
    root_attrs: dict[str, str]
    """What the attributes of the outermost element say, as written."""
    sum_case_time_s: float
    """The time of all cases, in seconds, to six decimals; as written, negative ones too."""
    failed_names: list[str]
    """The failed cases and then the errored ones, each in the order of the report, as ``<classname>::<name>``."""
    flaky_names: list[str]
    """The flaky cases, likewise."""
    suite_timestamps: list[str | None]
    """When each suite began, in the order of the report and as written; none where it does not say."""

    @property
    def kind(self) -> Literal["junit"]:
        """Which kind it is."""
        return "junit"


class Judged(_mixins.Document, msgspec.Struct, kw_only=True):
    """What the gates said of a component."""

    component: str
    """The component."""
    version: str | None = None
    """The version that would go out."""
    stage: str | None = None
    """The stage that was asked about."""
    environment: str | None = None
    """The environment that was asked about."""
    verdict: Signal
    """The answer."""
    basis: str
    """The digest of what it was computed from: gates, facts, instant."""
    findings: list[JudgedFinding] = []
    """What did not simply hold."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""


class JudgedFinding(_mixins.Document, msgspec.Struct, kw_only=True):
    """What a criterion came to."""

    gate: str
    """The gate."""
    criterion: str
    """The criterion."""
    severity: Severity
    """How much it weighs."""
    outcome: Outcome
    """What it came to."""
    reason: str
    """Why."""
    evidence: list[str] = []
    """The facts that it rests on, by id."""
    waiver: str | None = None
    """The waiver or the emergency that it was passed over by, by id."""
    kind: str | None = None
    """The kind of the criterion."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""


class Kept(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A component that the plan touches and does not release."""

    component: str
    """The component."""
    reason: KeptReason
    """Why it is not released."""
    touched_by: list[str]
    """The releases that touch it, by name; empty where a changeset does."""


class Kind(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One kind of a registry."""

    kind: str
    """Its name: the ``kind`` in a document."""
    summary: str
    """What it does, in a sentence or two."""
    schema: Any
    """The JSON Schema of it, complete in itself."""


class LateEntry(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An entry that was recorded long after what it records."""

    seq: int
    """The number of the entry."""
    event: str
    """The event, by id."""
    release: str
    """What it is about."""
    seconds: int
    """How much later it was recorded, in seconds."""
    reason: str | None = None
    """Why, where its author says so: ``late_reason``."""


class LcovInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="lcov",
):
    """An lcov tracefile: which lines, functions and branches of which files were run.

    The totals are lcov's own (``LF``, ``LH`` and so on), summed over all files; the counts of ``DA`` are of the
    lines themselves, and contradict them where a report was edited or cut.
    """

    files: int
    """The source files (``SF``), one for each record of a file."""
    LF: int
    """Lines that could be run, as stated."""
    LH: int
    """Lines that were, as stated."""
    line_rate: float | None = None
    """``LH`` of ``LF``, 0–1 to six decimals; none where there are no lines."""
    FNF: int
    """Functions, as stated."""
    FNH: int
    """Functions that were run, as stated."""
    BRF: int
    """Branches, as stated."""
    BRH: int
    """Branches that were taken, as stated."""
    DA_lines: int
    """The ``DA`` lines."""
    DA_hit: int
    """Those of them with a count above zero."""
    end_of_record: int
    """The records, by the lines that end them."""

    @property
    def kind(self) -> Literal["lcov"]:
        """Which kind it is."""
        return "lcov"


class LedgerEntry(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What was recorded: a draft with its number, the hash of the entry before it, and when it was recorded."""

    actor: Actor
    """Who did it."""
    at: str
    """When it happened, as its author says: ``YYYY-MM-DDTHH:MM:SS.mmmZ``."""
    data: dict[str, Any]
    """What happened, in the words of its kind."""
    id: str
    """The idempotency key, unique in the ledger."""
    kind: str
    """What kind of thing happened."""
    kind_v: int
    """The version of what ``data`` looks like for this kind."""
    payload: PayloadRef | None = None
    """The digest of content that can be erased."""
    prev: str
    """The hash of the entry before it; zeros for the first."""
    recorded_at: str
    """When the store recorded it: ``YYYY-MM-DDTHH:MM:SS.mmmZ``."""
    seq: int
    """Its number, from 0."""
    subject: str
    """What it is about."""
    v: int
    """The version of the format: 1."""


class LeftKey(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A key of a configuration that is not followed."""

    file: str
    """The file."""
    key: str
    """The key, by its path in the file."""
    message: str
    """The sentence for people: why it is not followed, and what takes its place."""


class Levels(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How much each type of change asks of the next version. Types are compared without case.

    | default | bump |
    |---|---|
    | breaking, of any type | major |
    | ``feat``, ``feature`` | minor |
    | ``fix``, ``perf``, ``revert`` | patch |
    | every other type, and none | none |
    """

    types: dict[str, Bump] = msgspec.field(default_factory=lambda: {"feat": "minor", "feature": "minor", "fix": "patch", "perf": "patch", "revert": "patch"})
    """The bump of each type, in lower case."""
    breaking: Bump = "major"
    """The bump of a breaking change, of whichever type."""
    other: Bump = "none"
    """The bump of every other type, and of changes without a type."""


class LicenceException(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A package that passes whatever its licence is, until a day."""

    package: str
    """The package, by package URL or name."""
    reason: str
    """Why it passes."""
    until: str | None = None
    """From when on it does not; for ever, where left out."""


class LicencesCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="licences",
):
    """Everything that a component is made of is under a licence that is allowed, by the newest bill of materials.

    Licences are SPDX expressions: of ``A OR B`` one has to be allowed, of ``A AND B`` both. A licence with an
    exception is allowed where the licence itself is, for an exception only permits more; one "or later" where
    that very version is.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    allow: list[str] = []
    """The licences that pass, by SPDX id (``MIT``, ``Apache-2.0 WITH LLVM-exception``, ``LicenseRef-Acme``), ``*``
    for any characters; any that is not denied, where left out.
    """
    deny: list[str] = []
    """The licences that never pass, likewise. What ``allow`` lists with its exception passes all the same."""
    missing: LicenceRule = "fail"
    """What a package without a licence comes to: ``fail``, unless said otherwise."""
    unknown: LicenceRule = "fail"
    """What a text comes to that is no SPDX expression, and that neither list holds as it is: ``fail``, unless said
    otherwise.
    """
    exceptions: list[LicenceException] = []
    """Packages that pass whatever their licence is, until a day."""

    @property
    def kind(self) -> Literal["licences"]:
        """Which kind it is."""
        return "licences"


class Link(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One release in a chain of reasons."""

    component: str
    """The component."""
    scheme: Scheme
    """The scheme of both versions."""
    old: str | None = None
    """The version it has."""
    new: str
    """The version it gets."""
    bump: Bump
    """How much its causes ask for at most."""
    causes: list[Cause]
    """Why it is released. The components that it depends on are links too."""


class LinkedCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="linked",
):
    """The release of a component that this one shares its version with whenever both are released."""

    component: str
    """The component whose bump decides, for all of the group that are released."""
    group: str | None = None
    """What people call the group."""
    bump: Bump
    """What this asks for."""

    @property
    def kind(self) -> Literal["linked"]:
        """Which kind it is."""
        return "linked"


class Links(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The addresses of one repository, as templates: ``{repository}`` is the address of the repository, ``{host}``
    that of the host.
    """

    repository: str
    """The address of the repository, without a slash at its end."""
    commit: str
    """A commit, by its ``{hash}``."""
    pull_request: str
    """A pull request, by its ``{number}``."""
    issue: str
    """An issue, by its ``{number}``."""
    compare: str
    """What changed between two tags, ``{from}`` and ``{to}``."""
    tag: str
    """A release, by its ``{tag}``."""
    user: str
    """A person, by their ``{login}``."""


class MeasuredMetric(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is measured, and how much of what may come of it."""

    name: str
    """Its name."""
    interval: str | None = None
    """The time between two measurements, such as ``60s``, as whoever measures writes it; with one, measuring goes on
    until ``count`` is reached. None for a single measurement.
    """
    count: int | None = None
    """How many measurements there are to be; 1 without an interval, without end with one."""
    success_condition: str | None = None
    """When a measurement went well, in CEL over ``result``."""
    failure_condition: str | None = None
    """When a measurement went badly, in CEL over ``result``."""
    failure_limit: int = 0
    """How many measurements may go badly; −1 for any number."""
    inconclusive_limit: int = 0
    """How many may go neither well nor badly."""
    consecutive_error_limit: int = 4
    """How many in a row may not be carried out."""
    consecutive_success_limit: int = 0
    """How many in a row have to go well for the metric to be done; 0 for none."""


class MeasuredResult(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A metric of a run, and what came of it."""

    metric: MeasuredMetric
    """What is measured."""
    result: MetricResult | None = None
    """What came of it; none where measuring has not begun."""
    dry_run: bool = False
    """Whether it is measured only to be looked at: it does not count."""


class Measurement(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One measurement."""

    phase: MeasurementPhase
    """How it stands."""
    value: str | None = None
    """What was measured, as text; none while it runs."""
    message: str | None = None
    """What is said of it."""


class MeasurementSeries(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="measurements"):
    """A metric measured again and again, as an analysis run does."""

    metric: str
    """The metric."""
    measurements: list[SeriesPoint] = []
    """The measurements, first to last."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["measurements"]:
        """Which kind it is."""
        return "measurements"


class MeasurementsCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="measurements",
):
    """A metric that is measured again and again went well, as Argo Rollouts assesses the metrics of its analysis
    runs.

    It copies Argo: a measurement without any condition went well unless the tool says otherwise, and a run that
    has ended without exceeding a limit is successful. A failed metric fails; one that runs, has not begun, is
    inconclusive or could not be measured is pending, and so is one of which no measurement could be carried out.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    metric: str
    """The metric, by name."""
    interval: str | None = None
    """The time between two measurements, as whoever measures writes it; none for a single measurement."""
    count: int | None = None
    """How many measurements there are to be; 1 without an interval, without end with one."""
    success_condition: str | None = None
    """When a measurement went well: CEL over ``result``."""
    failure_condition: str | None = None
    """When a measurement went badly: CEL over ``result``."""
    failure_limit: int = 0
    """How many measurements may go badly; −1 for any number."""
    inconclusive_limit: int = 0
    """How many may go neither well nor badly."""
    consecutive_error_limit: int = 4
    """How many in a row may not be carried out."""
    consecutive_success_limit: int = 0
    """How many in a row have to go well for the metric to be done; 0 for none."""
    ended: bool = False
    """Whether no more measurements will come: what has not gone badly by then went well."""

    @property
    def kind(self) -> Literal["measurements"]:
        """Which kind it is."""
        return "measurements"


class Message(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A commit message, taken apart. Line ends are ``\\n``, whatever they were."""

    type: str
    """The type, as written: ``feat``."""
    scope: str | None = None
    """The scope in parentheses, as written."""
    breaking: bool
    """Whether it is breaking, by ``!`` or by a footer."""
    description: str
    """The rest of the header."""
    body: str | None = None
    """The text between the header and the footers."""
    footers: list[Footer]
    """The footers, in order."""
    note: str | None = None
    """What breaks: the text of the breaking footers, else the description; none where nothing breaks."""
    tolerated: list[Tolerance]
    """What had to be tolerated to read it; always empty for ``Mode::Strict``."""


class Metric(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="metric"):
    """A number that was measured."""

    name: str
    """What was measured: ``p95_latency``, ``error_rate``."""
    value: float
    """The number."""
    unit: str | None = None
    """Its unit."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["metric"]:
        """Which kind it is."""
        return "metric"


class MetricResult(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What came of a metric so far."""

    phase: MeasurementPhase | None = None
    """How it stands, where that is settled: a phase that is completed stays."""
    measurements: list[Measurement] = []
    """The last measurements, oldest first; the counters below may be of more."""
    count: int = 0
    """How many were carried out."""
    successful: int = 0
    """How many went well."""
    failed: int = 0
    """How many went badly."""
    inconclusive: int = 0
    """How many went neither well nor badly."""
    error: int = 0
    """How many could not be carried out."""
    consecutive_error: int = 0
    """How many at the end could not be carried out."""
    consecutive_success: int = 0
    """How many at the end went well."""


class Milestone(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A date of a release."""

    name: str
    """What it is called by."""
    kind: MilestoneKind = "milestone"
    """What sort of date it is."""
    due: str
    """When it is due."""
    owner: str | None = None
    """Who answers for it."""
    stage: str | None = None
    """The stage that it belongs to."""
    achieved_at: str | None = None
    """When it was reached."""


class MilestoneSet(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="milestone_set"):
    """A milestone was added, or reached."""

    milestone: Milestone
    """The milestone."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["milestone_set"]:
        """Which kind it is."""
        return "milestone_set"


class NextStep(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One thing to do."""

    action: str
    """What, in a sentence."""
    owner: str | None = None
    """Who."""
    cost: float
    """What it costs, in the unit of the gate file."""


class NoGoDecided(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="no_go_decided"):
    """It is no-go."""

    reason: str | None = None
    """Why."""
    judged: list[Judged] = []
    """What the gates said."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["no_go_decided"]:
        """Which kind it is."""
        return "no_go_decided"


class Notice(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something about a repository that fails nothing and may explain a surprise."""

    code: str
    """What it is: ``source.no_commits``, ``source.no_tag``, ``source.version_differs``, ``source.older_tag``,
    ``source.tag_pattern``, ``source.shallow_clone``, ``source.broken_reference``, ``source.unknown_override``.
    """
    message: str
    """The sentence for people."""
    components: list[str] = []
    """The components it concerns, by name; none where it concerns all."""


class NoticeSent(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="notice_sent"):
    """People were told."""

    audience: list[str] = []
    """Who."""
    occasion: NoticeOccasion
    """What of."""
    channel: str | None = None
    """How."""
    text: str | None = None
    """What they were told."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["notice_sent"]:
        """Which kind it is."""
        return "notice_sent"


class NotifyCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="notify",
):
    """Says that people were told."""

    audience: list[str] = []
    """Who; the stakeholders, where left out."""
    occasion: NoticeOccasion
    """What of."""
    channel: str | None = None
    """How."""
    text: str | None = None
    """What they were told."""

    @property
    def kind(self) -> Literal["notify"]:
        """Which kind it is."""
        return "notify"


class NpmAuditInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="npm_audit",
):
    """What ``npm audit`` says: advisories on packages, and which packages they reach."""

    format: NpmAuditFormat
    """Which of the two formats it has."""
    advisories: int
    """How many different advisories."""
    ids: list[str]
    """The ids of the advisories: GitHub's where it is stated, otherwise npm's number."""
    advisory_severity: dict[str, int]
    """Advisories by severity, in npm's words; ``missing`` where none is stated."""
    packages: int
    """How many packages are affected, in version 2 those included that only depend on one that is."""
    package_severity: dict[str, int]
    """Affected packages by severity, the worst of their advisories; ``missing`` where none is stated."""
    metadata_vulnerabilities: dict[str, int]
    """What the report's summary counts by severity: paths to advisories in version 1, packages in version 2."""
    actions: int
    """How many actions version 1 recommends; 0 in version 2, which has none."""
    dependencies: int | None = None
    """How many packages were looked at; none where the summary is left out."""
    via_strings: int
    """How often a package is affected by way of another (version 2)."""
    via_objects: int
    """How often a package is affected by an advisory of its own (version 2)."""
    fix_available: FixAvailable
    """Packages by whether there is a fix (version 2)."""

    @property
    def kind(self) -> Literal["npm_audit"]:
        """Which kind it is."""
        return "npm_audit"


class Obstacle(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A criterion that nothing leads past but another version."""

    gate: str
    """The gate."""
    criterion: str
    """The criterion, by its name."""
    reason: str
    """Why it does not hold."""


class Occurrence(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An occurrence of a window."""

    window: str
    """The window's name."""
    start: str
    """When it starts, inclusive."""
    end: str
    """When it ends, exclusive."""


class OpenVexInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="openvex",
):
    """What an OpenVEX document states."""

    context: str
    """The context, which names the version of OpenVEX."""
    timestamp: str | None = None
    """When it was issued."""
    version: str | None = None
    """The version of the document, as text: older ones wrote it so."""
    statements: list[OpenVexStatement]
    """The statements, in order."""

    @property
    def kind(self) -> Literal["openvex"]:
        """Which kind it is."""
        return "openvex"


class OpenVexStatement(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One statement of an OpenVEX document."""

    vulnerability: str
    """The vulnerability's name."""
    status: str
    """What is stated: ``not_affected``, ``affected``, ``fixed`` or ``under_investigation``."""
    justification: str | None = None
    """Why a product is not affected, in OpenVEX' words."""
    products: int
    """Of how many products."""


class Options(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a rule decides for its components. In a document each is left to the rule's preset unless it is given."""

    versioning: Versioning | None = None
    """How a bump moves a version."""
    levels: Levels | None = None
    """What a commit asks for by its type, where that is not left to how the commits were read."""
    changelog: ChangelogLayout | None = None
    """The sections of changelogs, by the types of commits; none for greenboard's own."""
    propagation: Propagation | None = None
    """When a release calls for releases of its dependents."""
    dependents: Dependents | None = None
    """What it then asks of them."""
    peers: Peers | None = None
    """What it asks of those that have it as a peer."""
    prereleases_admitted: bool | None = None
    """Whether a prerelease is as good as the release that it leads to, when it is asked whether dependents have to
    follow. Their requirements are rewritten all the same where they do not admit it.
    """
    ranges: Ranges | None = None
    """How requirements inside the workspace are read and written."""
    workspace_protocol_only: bool | None = None
    """Whether only requirements under ``workspace:`` count."""
    rewrite: Rewrite | None = None
    """When requirements that admit the new version are rewritten."""
    rewrite_peers: bool | None = None
    """Whether a requirement on a peer is also rewritten where it admits the new version, for a release of any size."""
    version_private: bool | None = None
    """Whether private components are versioned; otherwise they are left out as if ignored."""
    tag_private: bool | None = None
    """Whether releases of private components are tagged."""
    exit_ignored: bool | None = None
    """Whether an arriving train also releases what the policy leaves alone, as version 2 of changesets does."""
    first_release: FirstRelease | None = None
    """The version of a first release."""
    strict: bool | None = None
    """Whether changeset files that name an unknown component, or ignored ones among others, are an error; otherwise
    there is a warning.
    """
    tag: str | None = None
    """How releases are tagged, with ``{name}``, ``{package}``, ``{unscoped}`` (the package without npm's scope),
    ``{path}`` and ``{version}`` filled in, where the component does not say so itself; none for ``v{version}`` of
    a workspace's only component in its root, and ``{name}@{version}`` otherwise.
    """
    dist_tag: str | None = None
    """The dist-tag of releases, where neither a train nor the component says so."""
    snapshot_template: str | None = None
    """What stands after the base of a snapshot's version, where the snapshot does not say so itself."""
    snapshot_calculated: bool | None = None
    """Whether the base of a snapshot is the version that a release would have, where the snapshot does not say so
    itself.
    """
    access: str | None = None
    """Who may install what is released, in the registry's own word, where the component does not say so itself."""


class OsvInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="osv",
):
    """What osv-scanner, or a record of OSV, says: vulnerabilities of packages."""

    sources: int
    """How many sources (lockfiles, images) were scanned; 0 for a record."""
    packages: int
    """How many packages, each counted in each of its sources."""
    vulnerabilities: int
    """How many vulnerabilities, each counted at each of its packages."""
    ids: list[str]
    """The ids of the vulnerabilities, in order, one for each package that has it."""
    groups: int
    """How many groups: ids of one vulnerability under its several names."""
    without_severity: int
    """How many vulnerabilities state no CVSS vector."""

    @property
    def kind(self) -> Literal["osv"]:
        """Which kind it is."""
        return "osv"


class OutcomeCounts(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How many of each outcome."""

    pass_: int = msgspec.field(default=0, name="pass")
    """Those that hold."""
    skipped: int = 0
    """Those that do not apply."""
    waived: int = 0
    """Those that are passed over."""
    warn: int = 0
    """Those that nearly do not hold."""
    pending: int = 0
    """Those that wait for evidence or somebody's word."""
    fail: int = 0
    """Those that do not hold."""


class Overridden(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What was overridden in a gate: from what, to what, by whom and why."""

    gate: str
    """The gate."""
    criterion: str | None = None
    """The criterion, by its name; none where it is the gate itself."""
    key: str
    """The key."""
    from_: Any = msgspec.field(default=None, name="from")
    """Its value before; null where it had none."""
    to: Any = None
    """Its value since; null where it was taken away."""
    reason: str
    """Why."""
    file: str | None = None
    """The file that says so; none where it has no name."""


class Override(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a person decides for a component, in place of what its changes ask for.

    A version is taken as it is. A bump takes the place of the changes' own; what others ask of the component by
    depending on each other still counts, since it would not fit them otherwise.
    """

    component: str
    """The component's name."""
    bump: Bump | None = None
    """The bump, in place of what its changes ask for; ``none`` holds it back."""
    version: str | None = None
    """The version it gets, as text of its scheme."""
    by: str | None = None
    """Who decided so."""
    reason: str | None = None
    """Why."""


class OverrideCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="override",
):
    """A person's decision for the component, in place of what its changes ask for."""

    bump: Bump
    """What this asks for."""
    version: str | None = None
    """The version that was decided."""
    by: str | None = None
    """Who decided so."""
    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["override"]:
        """Which kind it is."""
        return "override"


class Owed(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that somebody owes a release."""

    kind: OwedKind
    """Of which kind it is."""
    of: str
    """What it is of: a task, a step, an item, a target, by what it is called by."""
    who: str | None = None
    """Who owes it: a person, or a role where nobody is named."""
    since: str | None = None
    """Since when."""
    due: str
    """When it is due."""
    remind_at: str | None = None
    """When whoever owes it is reminded."""
    escalate_to: str | None = None
    """Who else is told when it does not come."""
    escalate_at: str | None = None
    """When they are."""
    expires_at: str | None = None
    """When it is no longer waited for, or when what it is about ends."""
    status: OwedStatus = "upcoming"
    """How it stands."""
    schema: Literal["greenboard/owed/1"] = "greenboard/owed/1"
    """What this document is, and the version of its format."""


class OwnerTask(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One thing to see to."""

    component: str
    """The component."""
    gate: str
    """The gate."""
    criterion: str
    """The criterion, by its name."""
    outcome: Outcome
    """What it came to."""
    signal: Signal
    """What that means for the component."""
    action: str | None = None
    """What to do, in a sentence; none where nothing leads to a pass but another version."""
    reason: str
    """Why, in a sentence."""


class OwnerTasks(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What one owner has to see to."""

    owner: str | None = None
    """Who; none where nobody is named."""
    tasks: list[OwnerTask]
    """What, the worst first, then by component and in the order of the gates."""


class Pact(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a version of a consumer asks of a provider."""

    consumer: str
    """The consumer."""
    version: str
    """Its version."""
    provider: str
    """The provider."""
    content: str | None = None
    """The digest of what is asked: versions that ask the same share their verifications. Where left out, each asks
    something of its own.
    """


class PactVerification(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Whether a version of a provider does what a version of a consumer asks."""

    consumer: str
    """The consumer."""
    version: str
    """Its version."""
    provider: str
    """The provider."""
    provider_version: str
    """Its version."""
    success: bool
    """Whether it does."""


class Parameter(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What those who include a file may say."""

    default: Any = None
    """The value where they say nothing; they have to, where this is left out."""
    description: str | None = None
    """What it is for."""


class Part(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A part of a plan that goes out without the others."""

    components: list[str]
    """Its components, by name."""
    increments: list[list[str]]
    """The smallest steps in which it may go out, each after those before it: what has to go out at once stands
    together, by name. One may stop after any of them.
    """


class PayloadRef(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The digest of content that is kept beside the ledger and can be erased."""

    digest: str
    """Its salted digest."""
    media: str
    """Its media type, such as ``application/json``."""


class Plan(_mixins.Plan, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What would be released next. Made by ``plan``; nothing in it depends on the order of what it was made of."""

    at: str
    """The time it was made for, UTC: the date of calendar versions and changelogs."""
    policy: Policy
    """The policy it was made under, with nothing left to defaults."""
    entries: list[Entry]
    """What goes out, in the order in which it goes out: by wave, then by name."""
    waves: list[list[Unit]]
    """The order of publication: all units of a wave may go out at once, after all waves before it. By name within
    one.
    """
    rewrites: list[RequirementUpdate]
    """Requirements to be rewritten in manifests of components that are not released themselves."""
    kept: list[Kept]
    """Components that the plan touches and does not release, by name."""
    warnings: list[Warning]
    """What could not be taken into account."""
    schema: Literal["greenboard/plan/1"] = "greenboard/plan/1"
    """What this document is, and the version of its format."""


class PlanCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="plan",
):
    """Says that a draft is what is meant: it is planned, and its baseline is taken."""


    @property
    def kind(self) -> Literal["plan"]:
        """Which kind it is."""
        return "plan"


class Planned(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What goes out next of a repository, and what led to it."""

    plan: Plan
    """The plan."""
    configuration: Configuration
    """How the repository is released."""
    notices: list[Notice]
    """What should be known about the history that the changes were read from."""


class PlannedPhase(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A phase with its dates."""

    phase: str
    """Its name."""
    start: str
    """Its first day, one to work on."""
    end: str
    """Its last day, one to work on."""
    working_days: int
    """How many days are worked in it."""
    calendar_days: int
    """How many days it takes, both ends included."""


class Policy(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How a plan is made. An authored document, in one of four forms, in which unknown keys are refused:

    - a text: the name of a preset;
    - a map without ``rules``: one rule for all, whose options may stand beside its ``preset``, and the keys
      below;
    - a list: the rules;
    - the whole map.

    | key | default | meaning |
    |---|---|---|
    | ``rules`` | the preset ``greenboard`` | what components live by; for each the last rule that selects it |
    | ``groups`` | none | components whose versions go together, beside those of the workspace |
    | ``ignore`` | none | components that are left alone |
    | ``trains`` | none | series of prereleases |
    | ``snapshot`` | none | whether all versions are snapshots |
    | ``only``, ``except`` | all, none | what goes out this time |
    | ``overrides`` | none | what people decide against the rules |
    | ``unreleased`` | none | components that were never released |
    | ``links`` | none | where changelogs point at commits, pull requests and people |
    | ``branch`` | none | what may be released from the branch that the plan is made on |
    """

    rules: list[Rule] = msgspec.field(default_factory=lambda: [Rule()])
    """What components live by: each by the last rule that selects it, and by the preset ``greenboard`` where none
    does.
    """
    groups: list[Group] = []
    """Components whose versions go together, beside the groups of the workspace. Members may live by different
    rules.
    """
    ignore: list[str] = []
    """Components that are left alone, selected as in a rule."""
    trains: list[Train] = []
    """Series of prereleases."""
    snapshot: Snapshot | None = None
    """What makes all versions snapshots; none where they are not."""
    only: list[str] = []
    """What goes out this time, selected as in a rule; empty for all."""
    except_: list[str] = msgspec.field(default=[], name="except")
    """What does not go out this time, selected as in a rule."""
    overrides: list[Override] = []
    """What people decide against the rules."""
    unreleased: list[str] = []
    """Components that were never released, selected as in a rule."""
    branch: BranchRange | None = None
    """What may be released from the branch that the plan is made on, as ``branches`` says; a version that may not is
    an error. None where every version may.
    """
    links: Links | None = None
    """Where a host shows what changelogs point at; none where they name it only."""
    origins: dict[str, str] = {}
    """Where each setting comes from, by its path in this document; an option that is not listed comes from its
    rule's preset.
    """
    schema: Literal["greenboard/policy/1"] = "greenboard/policy/1"
    """What this document is, and the version of its format."""


class Portfolio(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Several releases seen together: what they take from each other, and what goes out when."""

    at: str
    """As of when."""
    collisions: list[Conflict] = []
    """What several take at once, or may not take: what blocks first, then by time."""
    complete: bool = True
    """Whether these are all."""
    schedule: list[ScheduledRelease] = []
    """The forward schedule of change: what goes out from now on, by time; at the end what has no date."""
    schema: Literal["greenboard/portfolio/1"] = "greenboard/portfolio/1"
    """What this document is, and the version of its format."""


class PreExitCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="pre_exit",
):
    """The arrival of the train that the component rides: what it has out is a prerelease, and nothing else asks for
    its release.
    """

    tag: str
    """The train's word."""
    old: str
    """The prerelease that is out."""
    bump: Bump
    """What this asks for."""

    @property
    def kind(self) -> Literal["pre_exit"]:
        """Which kind it is."""
        return "pre_exit"


class PreviousAction(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How an action of a release before stands."""

    id: str
    """The action."""
    status: PreviousStatus
    """How it stands."""


class ProvenanceCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="provenance",
):
    """A builder that is trusted attests how the artefact came to be. One statement has to satisfy all that is asked.

    A statement whose signature nobody checked is pending, and so is the whole where it is not known which
    artefact goes out; a signature that does not hold, another builder or another source fails.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    builders: list[TrustedBuilder] = []
    """The builders that are trusted; any, where left out."""
    sources: list[str] = []
    """The repositories that it may be built from, ``*`` for any characters: ``https://github.com/acme/*``. Prefixes
    such as ``git+``, ``.git`` at the end and what follows ``@`` are left out on both sides. Any, where left out.
    """
    predicate_types: list[str] = msgspec.field(default_factory=lambda: ["https://slsa.dev/provenance/*"])
    """The kinds of statement that pass, ``*`` for any characters; SLSA's provenance of any version, unless said
    otherwise.
    """
    of_digest: bool = True
    """Whether the statement has to be about the artefact that goes out, by digest; true, unless said otherwise."""
    verified: bool = True
    """Whether its signature has to be checked, and to hold; true, unless said otherwise."""
    keys: list[str] = []
    """The keys that may have signed it, by the digests of their SubjectPublicKeyInfo; any with which it was checked,
    where left out.
    """
    level: int | None = None
    """The least build level of SLSA, 1 to 3. A statement is of level 1 where its signature does not hold or was not
    checked, and otherwise of the level that its builder is trusted with.
    """

    @property
    def kind(self) -> Literal["provenance"]:
        """Which kind it is."""
        return "provenance"


class ProvenanceInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="provenance",
):
    """What provenance says: what was built, by whom, from what. Who signed it is said by ``verify``."""

    statements: list[InTotoStatement]
    """Every statement, in order."""

    @property
    def kind(self) -> Literal["provenance"]:
        """Which kind it is."""
        return "provenance"


class ProvenanceStatement(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="provenance"):
    """How an artefact came to be, as its builder attests."""

    builder: str | None = None
    """Who built it."""
    source_uri: str | None = None
    """What it was built from."""
    predicate_type: str | None = None
    """What kind of statement it is, as its address: ``https://slsa.dev/provenance/v1``."""
    build_type: str | None = None
    """How it was built, as an address of the builder's."""
    subjects: list[str] = []
    """The digests that it is about, ``sha256:…``."""
    verified: bool | None = None
    """Whether its signature was checked, and held; none where nobody checked."""
    key: str | None = None
    """The key with which it was checked, by the digest of its SubjectPublicKeyInfo."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["provenance"]:
        """Which kind it is."""
        return "provenance"


class Publishing(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How a component is published, as far as its manifest or its workspace says so."""

    access: str | None = None
    """Who may install it, in the registry's own word (npm's ``public`` and ``restricted``)."""
    registry: str | None = None
    """The registry it goes to, by address or by the name that its ecosystem's configuration gives it."""
    dist_tag: str | None = None
    """The dist-tag that a release is found under."""
    command: list[str] | None = None
    """The command that publishes it, program and arguments; none for its ecosystem's own."""


class QualityGate(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="quality_gate"):
    """Another tool's own verdict."""

    status: QualityGateStatus
    """What it says."""
    failing: list[str] = []
    """The conditions that do not hold there."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["quality_gate"]:
        """Which kind it is."""
        return "quality_gate"


class QualityGateCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="quality_gate",
):
    """Another tool's own gate is passed, such as SonarQube's: its newest word, and where several tools have one,
    each of theirs.

    A gate that warns is a warning. A tool that has no gate for the component leaves this pending: that is no
    pass. Monotone: a gate that is passed where it was not never makes it worse.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    tool: str | None = None
    """The tool whose gate is meant, such as ``sonarqube``; every tool's, where left out."""

    @property
    def kind(self) -> Literal["quality_gate"]:
        """Which kind it is."""
        return "quality_gate"


class Quarantined(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A test that may fail for a while: it counts neither as passed nor as failed."""

    test: str
    """Its name as the report writes it, or with a ``*`` at the end the beginning of several names."""
    until: str
    """Until when. From then on it counts again, and that it was quarantined is said."""
    reason: str | None = None
    """Why."""


class ReadOptions(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is known of a report besides its text. All of it may be left out."""

    suite: str | None = None
    """Which of several suites of tests these are: ``unit``, ``end_to_end``."""
    uri: str | None = None
    """Where people look the report up."""
    expires_at: str | None = None
    """When the facts stop to count; never, where left out."""
    key: str | None = None
    """The key with which signatures are checked; without one they stay unchecked."""


class RecordDeploymentCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="record_deployment",
):
    """Records a deployment that happened, and opens, judges and closes its release at once."""

    release: Release
    """The release: what went out, and by which template."""
    environment: str
    """Where to."""
    started_at: str
    """When it began."""
    finished_at: str | None = None
    """When it ended; when it began, where left out."""
    succeeded: bool = False
    """Whether it succeeded."""
    facts: list[Fact] = []
    """What is known about it."""

    @property
    def kind(self) -> Literal["record_deployment"]:
        """Which kind it is."""
        return "record_deployment"


class RecordEvidenceCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="record_evidence",
):
    """Records what other systems observed."""

    facts: list[Fact] = []
    """What they observed."""

    @property
    def kind(self) -> Literal["record_evidence"]:
        """Which kind it is."""
        return "record_evidence"


class RecordIncidentCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="record_incident",
):
    """Says that something broke, or is whole again: with the same id it takes the place of what was said before."""

    incident: ReleaseIncident
    """What broke."""

    @property
    def kind(self) -> Literal["record_incident"]:
        """Which kind it is."""
        return "record_incident"


class RecordRolloutCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="record_rollout",
):
    """Says how far a deployment is on a target."""

    target: str
    """The target."""
    status: TargetStatus
    """How far it is there."""
    step: str | None = None
    """The step of the rollout: ``10%``, …"""
    point_of_no_return: bool = False
    """Whether from here on there is no way back."""
    note: str | None = None
    """What there is to say."""

    @property
    def kind(self) -> Literal["record_rollout"]:
        """Which kind it is."""
        return "record_rollout"


class Refusal(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Why a command is refused: every reason, and what would lift each."""

    release: str
    """The release."""
    command: str
    """The kind of the command."""
    status: ReleaseStatus | None = None
    """Where the release stands; none where there is none yet."""
    reasons: list[RefusalReason] = []
    """Every reason, in the order in which they were found."""
    schema: Literal["greenboard/refusal/1"] = "greenboard/refusal/1"
    """What this document is, and the version of its format."""


class RefusalReason(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One reason why a command is refused."""

    code: RefusalCode
    """What to branch on."""
    message: str
    """The reason, in a sentence."""
    lift: str | None = None
    """What would lift it, in a sentence; none where nothing would."""
    of: str | None = None
    """What it is about: a gate, a task, a step, a component, by name."""
    who: str | None = None
    """Who can lift it."""


class RegisterMethod(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="register",
):
    """By a register of risks: the greatest that remains after what is done about it."""

    risks: list[RegisterRow]
    """The risks."""
    levels: RiskThresholds = msgspec.field(default_factory=lambda: RiskThresholds(moderate_from=5.0, high_from=10.0, very_high_from=17.0))
    """From which score on a risk is moderate, high, very high: 5, 10 and 17 (ours)."""

    @property
    def kind(self) -> Literal["register"]:
        """Which kind it is."""
        return "register"


class RegisterRow(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A risk of the register, as far as it is counted."""

    id: str
    """What it is called by."""
    likelihood: int
    """How likely it is, 1–5."""
    impact: int
    """How bad it would be, 1–5."""
    effectiveness: float = 0.0
    """How much of it what is done about it takes away, 0–1."""


class Registry(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A registry: an enum of kinds that a document chooses from."""

    name: str
    """Its name, such as ``versioning``."""
    summary: str
    """What its kinds are kinds of."""
    kinds: list[Kind]
    """Its kinds, in their own order."""


class RejectCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="reject",
):
    """Says no to what goes out: it goes back to work."""

    step: str | None = None
    """The step of the approvals; the one whose turn it is, where left out."""
    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["reject"]:
        """Which kind it is."""
        return "reject"


class Release(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One delivery: what goes out, why, when, by whom and by which rules. What a person writes, and what ``create``
    carries; how far it came is the ``ReleaseState``.
    """

    id: str
    """What it is called by; the subject of its entries in the ledger."""
    title: str | None = None
    """What people call it."""
    version: str | None = None
    """The version of the whole, where it has one."""
    template: str
    """The template that it follows, by name: ``train``, ``quarterly``, ``hotfix``, ``continuous``, or one of the
    context's.
    """
    change_type: ChangeType | None = None
    """Standard, normal or emergency; as the template has it, where left out."""
    owner: str | None = None
    """Who answers for it."""
    authors: list[str] = []
    """Who wrote what goes out, beside the authors of the items: none of them may approve."""
    objectives: list[str] = []
    """What it is to bring."""
    criteria: list[AcceptanceCriterion] = []
    """What has to be so for it to be accepted."""
    scope: list[ScopeItem] = []
    """What goes out."""
    environments: list[str] = []
    """The environments that it passes, in order; the last is where it is delivered to."""
    starts_at: str | None = None
    """When its work is planned to begin."""
    target: str | None = None
    """When it is planned to go out."""
    window: ReleaseWindow | None = None
    """When it may go out."""
    milestones: list[Milestone] = []
    """Its dates."""
    tasks: list[Task] = []
    """What has to be done for it."""
    approvals: list[ApprovalStep] = []
    """The approvals that it needs, in order; as its change type has it, where empty."""
    backout: str | None = None
    """How it is taken back: a reference to the plan for that."""
    risks: list[Risk] = []
    """What may go wrong."""
    on_call: list[str] = []
    """Who is called when something breaks."""
    resources: list[Resource] = []
    """What it needs: people, money, machines."""
    stakeholders: list[Stakeholder] = []
    """Who has to be told."""
    dependencies: list[ReleaseDependency] = []
    """What it waits for."""
    links: list[ReleaseLink] = []
    """Where to read more."""
    train: str | None = None
    """The train that it is part of."""
    predecessor: str | None = None
    """The release before it, whose open actions it carries on."""
    actions: list[Action] = []
    """Actions that it carries on from releases before it."""
    schema: Literal["greenboard/release/1"] = "greenboard/release/1"
    """What this document is, and the version of its format."""


class ReleaseAccepted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_accepted"):
    """It runs as it should."""

    reason: str | None = None
    """Why before the time of observation was over."""
    criteria: list[str] = []
    """The acceptance criteria that were met, by id."""
    judged: list[Judged] = []
    """What the gates said."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_accepted"]:
        """Which kind it is."""
        return "release_accepted"


class ReleaseCalendar(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A calendar: windows that are judged together, under a name."""

    name: str
    """Its name."""
    zone: str | None = None
    """The zone of its windows, where they name none; none for UTC."""
    default_open: bool | None = None
    """Whether the way is open where no window says anything; none for: unless there are windows that allow."""
    windows: list[Window] = []
    """Its windows."""
    schema: Literal["greenboard/release_calendar/1"] = "greenboard/release_calendar/1"
    """What this document is, and the version of its format."""


class ReleaseCancelled(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_cancelled"):
    """It was given up."""

    reason: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_cancelled"]:
        """Which kind it is."""
        return "release_cancelled"


class ReleaseClosed(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_closed"):
    """It ended."""

    outcome: ReleaseOutcome
    """How."""
    notes: str | None = None
    """What there is to say."""
    review: Review | None = None
    """What was learned."""
    judged: list[Judged] = []
    """What the gates said, of a release that was opened and closed at once."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_closed"]:
        """Which kind it is."""
        return "release_closed"


class ReleaseCompliance(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What the controls say of a release."""

    release: str
    """The release."""
    controls: list[ControlResult] = []
    """What each says, in the order of the catalogue."""
    totals: dict[str, int] = {}
    """How many of each outcome."""
    completeness: float | None = None
    """Audit completeness: the controls that evidence backs, passed or not, by those that apply; none where none
    applies.
    """


class ReleaseCreated(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_created"):
    """It was opened."""

    release: Release
    """The release."""
    template: Template
    """The template, as it was."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_created"]:
        """Which kind it is."""
        return "release_created"


class ReleaseDependency(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that a release waits for."""

    release: str
    """The release that is waited for."""
    stage: str | None = None
    """Its stage that has to be completed; all of it, where left out."""
    milestone: str | None = None
    """Its milestone that has to be reached."""
    needed: DependencyNeed = "start"
    """What waits."""
    status: DependencyStatus = "open"
    """How it stands."""


class ReleaseDiff(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What changed in a release from one state to another."""

    release: str
    """The release."""
    from_: int = msgspec.field(name="from")
    """The version of the first state."""
    to: int
    """The version of the second."""
    changes: list[StateChange] = []
    """What changed, by place."""
    schema: Literal["greenboard/release-diff/1"] = "greenboard/release-diff/1"
    """What this document is, and the version of its format."""


class ReleaseDurations(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How long a release was in what: time that it waited is told apart from time in which something was done."""

    planning: str
    """It was written and planned."""
    waiting: str
    """It waited: for its start, for a decision, for its window, on hold."""
    work: str
    """It was worked on."""
    deployment: str
    """It went out, or back."""
    observation: str
    """It was watched."""
    review: str
    """It was looked back on."""
    schema: Literal["greenboard/release-durations/1"] = "greenboard/release-durations/1"
    """What this document is, and the version of its format."""


class ReleaseEdit(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is written otherwise in a release than before; what is left out stays as it is. The scope, tasks,
    milestones, dependencies and risks have commands of their own.
    """

    title: str | None = None
    """What people call it."""
    version: str | None = None
    """The version of the whole."""
    change_type: ChangeType | None = None
    """Standard, normal or emergency."""
    owner: str | None = None
    """Who answers for it."""
    authors: list[str] | None = None
    """Who wrote what goes out, beside the authors of the items."""
    objectives: list[str] | None = None
    """What it is to bring."""
    criteria: list[AcceptanceCriterion] | None = None
    """What has to be so for it to be accepted."""
    environments: list[str] | None = None
    """The environments that it passes, in order."""
    starts_at: str | None = None
    """When its work is planned to begin."""
    target: str | None = None
    """When it is planned to go out; from when it is planned on, ``reschedule`` says so."""
    window: ReleaseWindow | None = None
    """When it may go out; likewise."""
    approvals: list[ApprovalStep] | None = None
    """The approvals that it needs, in order."""
    backout: str | None = None
    """How it is taken back."""
    on_call: list[str] | None = None
    """Who is called when something breaks."""
    resources: list[Resource] | None = None
    """What it needs."""
    stakeholders: list[Stakeholder] | None = None
    """Who has to be told."""
    links: list[ReleaseLink] | None = None
    """Where to read more."""
    train: str | None = None
    """The train that it is part of."""
    predecessor: str | None = None
    """The release before it."""


class ReleaseEdited(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_edited"):
    """Something of it was written otherwise."""

    edit: ReleaseEdit
    """What is otherwise."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_edited"]:
        """Which kind it is."""
        return "release_edited"


class ReleaseEvent(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that happened to a release: an entry of its ledger, as the release understands it."""

    id: str
    """What it is called by: the command's id, a slash, and its number among the command's events from 0."""
    release: str
    """The release."""
    actor: Actor
    """Who did it."""
    at: str
    """When they did it."""
    context: str | None = None
    """The digest of the context that it was decided in: gates, roles, facts."""
    what: Happening
    """What happened."""
    schema: Literal["greenboard/release-event/1"] = "greenboard/release-event/1"
    """What this document is, and the version of its format."""


class ReleaseHold(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Why a release is stopped where it is."""

    reason: str
    """Why."""
    since: str
    """Since when."""
    by: str
    """Who stopped it."""
    review_at: str
    """When somebody looks at it again."""


class ReleaseIncident(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that broke while or after a release went out."""

    id: str
    """What it is called by."""
    title: str | None = None
    """What broke."""
    severity: str | None = None
    """How bad: ``P1``, ``P2``, …"""
    component: str | None = None
    """The component that broke."""
    detected_at: str
    """When it was noticed."""
    resolved_at: str | None = None
    """When it was over."""
    cause: RootCause | None = None
    """What it came from."""
    caused_by_release: bool = False
    """Whether this release caused it."""


class ReleaseLink(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Where to read more."""

    title: str
    """What is there."""
    url: str
    """Where it is."""


class ReleasePlanned(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_planned"):
    """It is planned."""

    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_planned"]:
        """Which kind it is."""
        return "release_planned"


class ReleasePlease(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="release_please",
):
    """The version moves as release-please moves it, by one of its versioning strategies. Unlike under ``semantic``,
    what stands behind the numbers stays: a prerelease is completed by a ``Release-As`` alone, or by the strategy
    ``prerelease``.

    A component without a version, or at 0.0.0, is released for the first time, at ``initial_version``. Versions
    outside the SemVer family have no suffixes to keep; they move by the steps of their scheme.
    """

    strategy: Strategy = "default"
    """How the version moves: release-please's ``versioning``."""
    bump_minor_pre_major: bool = False
    """Below 1.0.0, a break raises the minor version."""
    bump_patch_for_minor_pre_major: bool = False
    """Below 1.0.0, an addition raises the patch version."""
    prerelease: bool = False
    """With the strategy ``prerelease``: stay among prereleases, or else complete them."""
    prerelease_type: str | None = None
    """With the strategy ``prerelease``: what a new prerelease is called, such as ``beta`` or ``rc.0``; none starts
    none.
    """
    initial_version: str = "1.0.0"
    """The version of a first release."""
    release_as: str | None = None
    """The version of the next release, whatever changed; none where the changes decide."""

    @property
    def kind(self) -> Literal["release_please"]:
        """Which kind it is."""
        return "release_please"


class ReleasePleaseConfig(
    _mixins.ReleasePleaseConfig,
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """What release-please's files say. Made by ``release_please``."""

    policy: Policy
    """How versions move, and what goes together."""
    paths: list[ReleasePleasePath]
    """The configured paths, in the order of the file."""
    bootstrap_sha: str | None = None
    """For a path that was never released: the commit after which commits count; none for all."""
    last_release_sha: str | None = None
    """For every path: the commit after which commits count at the earliest; none where the tags say it."""
    separate_pull_requests: bool
    """Whether each path is released by a pull request of its own, so that they go out one by one."""
    left: list[LeftKey]
    """What of the configuration is not followed, each key once."""
    schema: Literal["greenboard/release_please_config/1"] = "greenboard/release_please_config/1"
    """What this document is, and the version of its format."""


class ReleasePleasePath(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is configured for a path."""

    path: str
    """The folder, relative to the repository's root; empty for the root itself."""
    release_type: str
    """What it is, in release-please's word: ``node``, ``rust``, ``python``, ``simple``, …"""
    component: str | None = None
    """What its releases are called, where that is configured: its component, else its package's name."""
    version: str | None = None
    """The version that the manifest states; none where it was never released."""
    follows: bool = False
    """Whether a workspace plugin makes it follow what it depends on, at whatever version it requires that."""
    tag: str
    """How releases are tagged, as in the options of a policy."""
    tagged: bool
    """Whether release-please makes the tag, by a release on the host."""
    changelog: str | None = None
    """The changelog, relative to the repository's root; none where it has none."""
    changelog_sections: list[ChangelogSection]
    """The sections of the changelog, by the types of commits; what is hidden calls for no release either."""
    extra_files: list[ConfiguredFile]
    """Other files that state the version."""
    date_format: str | None = None
    """How dates are written in those files, as strftime has it."""
    version_file: str | None = None
    """The file that states the version, for types that have one of their own; relative to the repository's root."""
    exclude_paths: list[str]
    """Paths whose commits do not count, relative to the repository's root: a commit counts unless all that it
    touches below this path is below one of them.
    """


class ReleaseReady(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_ready"):
    """The work is done: it may be decided on."""

    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_ready"]:
        """Which kind it is."""
        return "release_ready"


class ReleaseReopened(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_reopened"):
    """It went back from being ready to work."""

    cause: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_reopened"]:
        """Which kind it is."""
        return "release_reopened"


class ReleaseStarted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="release_started"):
    """The work began."""

    reason: str | None = None
    """Why before its date."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["release_started"]:
        """Which kind it is."""
        return "release_started"


class ReleaseState(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A release as it is: the fold of its events."""

    release: Release
    """The release, as it is by now."""
    template: Template
    """The template that it follows."""
    status: ReleaseStatus
    """Where it stands."""
    version: int
    """How many events it is made of."""
    requester: str
    """Who opened it."""
    created_at: str
    """When it was opened."""
    updated_at: str
    """When the last event was."""
    hold: ReleaseHold | None = None
    """Why it is stopped, where it is."""
    flag: ReleaseFlag = "ok"
    """How it looks."""
    flag_comment: str | None = None
    """Why it looks so."""
    scope_frozen_at: str | None = None
    """When its scope was frozen."""
    added_after_freeze: int = 0
    """How many items came in after that."""
    removed_after_freeze: int = 0
    """How many items went after that."""
    baselines: list[Baseline] = []
    """What was planned, each time that was written down."""
    reschedulings: list[Rescheduling] = []
    """How it was moved."""
    exceptions: list[ScopeException] = []
    """Exceptions from the freeze."""
    stages: list[StageRecord] = []
    """How far each stage is, in the order of the template."""
    facts: list[Fact] = []
    """What was recorded of other systems; waivers and emergencies among it."""
    judged: list[StandingJudgement] = []
    """What the gates said last, of each component at each stage."""
    expired_waivers: list[str] = []
    """The exemptions that are said to have ended, by id, sorted."""
    round: int = 0
    """The round of approvals that it is in, from 1."""
    round_since: str | None = None
    """Since when it is in that round; since its work began, in the first."""
    approvals: list[GivenApproval] = []
    """Every approval that was given, whether it counts or not."""
    satisfied: list[str] = []
    """The steps of this round that enough said yes to."""
    go: GoDecision | None = None
    """The decision to go, where one holds."""
    deployments: list[DeploymentRecord] = []
    """Its deployments; the last is the one that runs or ran."""
    incidents: list[ReleaseIncident] = []
    """What broke."""
    accepted_at: str | None = None
    """When it was accepted."""
    risk: AssessedRisk | None = None
    """How risky it is."""
    risk_assessed_at: str | None = None
    """When that was assessed."""
    risk_digest: str | None = None
    """The digest of the scope that was assessed."""
    review_due: str | None = None
    """When it has to be looked back on."""
    review_required: bool = False
    """Whether it has to be looked back on."""
    review: Review | None = None
    """What was learned."""
    actions: list[Action] = []
    """What is to be done after it, and what it carries on from others."""
    feedback: list[Feedback] = []
    """What people say."""
    notices: list[SentNotice] = []
    """What people were told."""
    overdue: list[str] = []
    """What was said to be overdue, sorted."""
    escalated: list[str] = []
    """What was escalated, sorted."""
    outcome: ReleaseOutcome | None = None
    """How it ended."""
    ended_at: str | None = None
    """When it was closed or cancelled."""
    commands: list[str] = []
    """The commands that it is made of, by id, sorted."""
    schema: Literal["greenboard/release-state/1"] = "greenboard/release-state/1"
    """What this document is, and the version of its format."""


class ReleaseWindow(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A span of time in which a release may go out: half-open, so that one may begin where another ends."""

    starts_at: str
    """When it opens."""
    ends_at: str
    """When it closes."""


class RequestExceptionCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="request_exception",
):
    """Asks for an item to come in, or to stay, after the freeze."""

    item: ScopeItem
    """The item."""
    days: int
    """How many days more it needs."""
    why_now: str
    """Why it cannot wait for the next release."""
    risk_of_adding: str
    """What may go wrong when it comes in late."""
    risk_of_cutting: str
    """What it costs to leave it out."""
    tracking: str | None = None
    """Where it is tracked."""

    @property
    def kind(self) -> Literal["request_exception"]:
        """Which kind it is."""
        return "request_exception"


class RequirementUpdate(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A requirement to be rewritten in a manifest."""

    component: str
    """The component whose manifest it is."""
    dependency: str
    """The component depended on."""
    kind: DependencyKind
    """How it is depended on."""
    old: str
    """The text in the manifest."""
    new: str
    """The text that takes its place."""
    file: str
    """The file that holds the text, relative to the repository's root."""


class RescheduleCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="reschedule",
):
    """Moves it to another time; later milestones move as much."""

    target: str | None = None
    """When it is to go out."""
    window: ReleaseWindow | None = None
    """When it may go out."""
    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["reschedule"]:
        """Which kind it is."""
        return "reschedule"


class Rescheduled(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="rescheduled"):
    """It was moved to another time."""

    target: str | None = None
    """When it is to go out."""
    window: ReleaseWindow | None = None
    """When it may go out."""
    milestones: list[Milestone] = []
    """The milestones that moved with it."""
    reason: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["rescheduled"]:
        """Which kind it is."""
        return "rescheduled"


class Rescheduling(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How a release was moved."""

    at: str
    """When that was decided."""
    reason: str
    """Why."""
    from_: str | None = msgspec.field(default=None, name="from")
    """When it was to go out before."""
    to: str | None = None
    """When it is to go out since."""


class ReservationsReleased(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    tag_field="kind",
    tag="reservations_released",
):
    """The environments that it had booked are free."""

    environments: list[str] = []
    """Which."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["reservations_released"]:
        """Which kind it is."""
        return "reservations_released"


class Resource(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that a release needs."""

    name: str
    """What it is."""
    kind: str | None = None
    """Of which kind: ``people``, ``machines``, ``money``, …"""
    amount: float | None = None
    """How much of it."""
    unit: str | None = None
    """The unit of the amount."""
    owner: str | None = None
    """Who gives it."""


class RestartStageCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="restart_stage",
):
    """Goes back to a stage that was completed: its tasks reopen, approvals are void."""

    stage: str
    """The stage."""
    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["restart_stage"]:
        """Which kind it is."""
        return "restart_stage"


class ResumeCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="resume",
):
    """Lets it go on."""

    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["resume"]:
        """Which kind it is."""
        return "resume"


class Review(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What people say of a release after it."""

    summary: str
    """What happened, in a few sentences."""
    impact: str | None = None
    """Who was hit, how many, for how long."""
    detection: str | None = None
    """How it was noticed, and how long that took."""
    trigger: str | None = None
    """What set it off."""
    factors: list[RootCause] = []
    """What contributed: more than one cause, as a rule."""
    timeline: list[ReviewEvent] = []
    """What happened when."""
    went_well: list[str] = []
    """What went well."""
    went_badly: list[str] = []
    """What went badly."""
    lucky: list[str] = []
    """Where we were lucky."""
    actions: list[Action] = []
    """What is to be done so that it goes better."""
    previous_actions: list[PreviousAction] = []
    """How the actions of releases before it stand."""


class ReviewEvent(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that happened."""

    at: str
    """When."""
    text: str
    """What."""
    source: str | None = None
    """Who says so."""


class ReviewOpened(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="review_opened"):
    """It is to be looked back on."""

    due: str
    """When that has to be done."""
    required: bool = False
    """Whether it has to be done."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["review_opened"]:
        """Which kind it is."""
        return "review_opened"


class RevokeCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="revoke",
):
    """Takes one's own approval back."""

    step: str | None = None
    """The step that it was given for; every one, where left out."""
    reason: str
    """Why."""

    @property
    def kind(self) -> Literal["revoke"]:
        """Which kind it is."""
        return "revoke"


class Risk(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that may go wrong, with what is done about it."""

    id: str
    """What it is called by."""
    title: str
    """What may happen."""
    likelihood: int
    """How likely it is, 1–5."""
    impact: int
    """How bad it would be, 1–5."""
    effectiveness: float = 0.0
    """How much of it the mitigation takes away, 0–1."""
    mitigation: str | None = None
    """What is done about it."""
    owner: str | None = None
    """Who answers for it."""
    trigger: str | None = None
    """By what one sees that it happens."""
    status: RiskStatus = "open"
    """How it stands."""
    escalate_to: str | None = None
    """Who is told when it gets worse."""


class RiskAnswer(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An answer, and what it weighs."""

    question: str
    """The question."""
    weight: float = 1.0
    """What it weighs."""
    answer: float
    """The answer, as a number."""


class RiskAssessed(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="risk_assessed"):
    """Somebody assessed how risky the whole is."""

    assessment: AssessedRisk
    """How risky it is."""
    digest: str
    """The digest of the scope that was assessed."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["risk_assessed"]:
        """Which kind it is."""
        return "risk_assessed"


class RiskAssessment(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How risky a release is, by which method, and from what."""

    method: RiskMethod
    """The method, with its inputs."""
    score: float
    """What it gave, in the method's own unit."""
    level: RiskLevel | None = None
    """What that means; none where the method says nothing of it."""
    sum: float | None = None
    """What orders assessments of one method and score: the sum of the assessors' scores, where the method has them."""
    reason: str
    """Why, in a sentence."""
    schema: Literal["greenboard/risk_assessment/1"] = "greenboard/risk_assessment/1"
    """What this document is, and the version of its format."""


class RiskChanged(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="risk_changed"):
    """A risk changed."""

    risk: Risk
    """The risk."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["risk_changed"]:
        """Which kind it is."""
        return "risk_changed"


class RiskLookup(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Impact against the chance of success."""

    impact: str
    """The impact of the change, as the rows name it."""
    success_probability: float
    """The chance that it succeeds, 0–1."""
    rows: list[RiskLookupRow]
    """The table; the first row that fits says the level."""


class RiskLookupRow(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A row of the lookup."""

    impact: str | None = None
    """The impact that it is for; any, where left out."""
    from_: float = msgspec.field(default=0.0, name="from")
    """The chance of success from which on it fits, 0–1."""
    level: RiskLevel
    """What it says."""


class RiskQuestionnaire(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Answers that are weighed: the sum of weight × answer against thresholds."""

    answers: list[RiskAnswer]
    """The answers."""
    levels: RiskThresholds
    """From which sum on it is moderate, high, very high."""


class RiskRaised(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="risk_raised"):
    """Somebody said what may go wrong."""

    risk: Risk
    """The risk."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["risk_raised"]:
        """Which kind it is."""
        return "risk_raised"


class RiskRetired(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="risk_retired"):
    """A risk cannot happen any more."""

    risk: str
    """The risk, by id."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["risk_retired"]:
        """Which kind it is."""
        return "risk_retired"


class RiskRule(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A rule: when it holds, and what it says."""

    name: str
    """Its name."""
    order: int = 0
    """Where it comes in the order; rules of one number come as they are written."""
    when: str | None = None
    """When it holds: a CEL expression over ``change``; always, where left out."""
    level: RiskLevel
    """What it says."""


class RiskThresholds(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """From which score on a risk is moderate, high and very high; below, it is low."""

    moderate_from: float
    """From this score on it is moderate."""
    high_from: float
    """From this score on it is high."""
    very_high_from: float | None = None
    """From this score on it is very high; never, where left out."""


class RoleMember(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Somebody in a role."""

    person: str
    """Who, by their name in the workspace."""
    from_: str | None = msgspec.field(default=None, name="from")
    """Since when; ever since, where left out."""
    until: str | None = None
    """Until when, which is not part of it; without end, where left out."""


class Roles(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who is in which role, since when and until when. A role that is not named here is anybody's, unless
    ``strict``; four eyes hold whatever the roles.
    """

    roles: dict[str, list[RoleMember]] = {}
    """The members of each role, by its name."""
    strict: bool = False
    """Whether a role that is not named here is nobody's."""
    schema: Literal["greenboard/roles/1"] = "greenboard/roles/1"
    """What this document is, and the version of its format."""


class RollBackCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="roll_back",
):
    """Takes it back."""

    reason: str | None = None
    """Why."""
    to: str | None = None
    """What it goes back to; what the items came from, where left out."""
    override_point: bool = False
    """Whether it goes back past the point of no return, which the go authority decides."""

    @property
    def kind(self) -> Literal["roll_back"]:
        """Which kind it is."""
        return "roll_back"


class RollbackFailed(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="rollback_failed"):
    """It could not be taken back."""

    note: str | None = None
    """What there is to say."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["rollback_failed"]:
        """Which kind it is."""
        return "rollback_failed"


class RollbackStarted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="rollback_started"):
    """It is taken back."""

    reason: str
    """Why."""
    to: dict[str, str] = {}
    """What each item goes back to, by id."""
    overridden: bool = False
    """Whether past the point of no return."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["rollback_started"]:
        """Which kind it is."""
        return "rollback_started"


class RolledBack(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="rolled_back"):
    """It was taken back."""

    note: str | None = None
    """What there is to say."""
    finished_at: str | None = None
    """When it was back, where that is recorded later."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["rolled_back"]:
        """Which kind it is."""
        return "rolled_back"


class RolloutStepRecorded(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    tag_field="kind",
    tag="rollout_step_recorded",
):
    """It got further on a target."""

    target: str
    """The target."""
    status: TargetStatus
    """How far it is there."""
    step: str | None = None
    """The step of the rollout."""
    point_of_no_return: bool = False
    """Whether from here on there is no way back."""
    note: str | None = None
    """What there is to say."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["rollout_step_recorded"]:
        """Which kind it is."""
        return "rollout_step_recorded"


class RootCause(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that contributed to what went wrong."""

    class_: CauseClass = msgspec.field(name="class")
    """Of which sort it is."""
    text: str
    """What it was."""


class Rule(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What the components that it selects live by. In a document a text is a preset for all, and options may stand
    under ``options`` or beside the preset.
    """

    select: list[str] = []
    """The components that it is for: names, globs over names, ``ecosystem:npm``, ``path:services/**``, each taken
    out again by a leading ``!``; empty for all.
    """
    preset: str = "greenboard"
    """The preset that its options start from."""
    options: Options | None = None
    """What it decides; each option that is left out is as in the preset."""


class RunAssessment(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How a run stands."""

    phase: MeasurementPhase
    """The worst phase of its metrics; running while any of them is, unless the run is terminating."""
    message: str | None = None
    """What made it so: the first of the worst metrics, and the limit that it exceeded. None where none was."""
    phases: list[MeasurementPhase | None]
    """How each metric stands, in order; none where measuring has not begun."""
    summary: RunSummary
    """Of the metrics that count."""
    dry_run_summary: RunSummary
    """Of those that are measured only to be looked at."""


class RunSummary(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How many metrics came out how; those under way are counted and nothing else."""

    count: int
    """All of them."""
    successful: int
    """Those that exceeded no limit."""
    failed: int
    """Those of which too many measurements went badly."""
    inconclusive: int
    """Those of which too many went neither well nor badly."""
    error: int
    """Those of which too many could not be carried out."""


class SarifInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="sarif",
):
    """A SARIF log: what each run of an analysis found."""

    version: str
    """The version of the format."""
    runs: list[SarifRun]
    """The runs; a log without any says nothing, not that nothing was found."""

    @property
    def kind(self) -> Literal["sarif"]:
        """Which kind it is."""
        return "sarif"


class SarifRun(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One run of an analysis."""

    tool: str | None = None
    """The name of the tool."""
    version: str | None = None
    """Its version: ``version``, else ``semanticVersion``."""
    rules: int
    """The rules that the tool itself declares."""
    extension_rules: int
    """The rules that its extensions declare."""
    results: int
    """The results, suppressed ones and those that are no failures included."""
    effective_levels: dict[str, int]
    """The results by level: their own, else what their rule is configured to, else ``warning``; ``none`` for what is
    no failure.
    """
    results_without_level: int
    """The results that state no level themselves."""
    suppressed: int
    """The results that are suppressed; not those whose suppression is under review or was rejected."""
    max_security_severity: float | None = None
    """The highest ``security-severity`` (CVSS, 0–10) of the results; none where no result has one that is a number."""
    results_with_security_severity: int
    """The results that have a ``security-severity``, of their own or of their rule."""
    execution_successful: bool | None = None
    """Whether the analysis says that it ran to its end (``executionSuccessful``); none where it does not say."""


class Sbom(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="sbom"):
    """What a component is made of (a software bill of materials)."""

    format: str
    """``cyclonedx`` or ``spdx``."""
    spec_version: str | None = None
    """The version of the format."""
    packages: list[SbomPackage] = []
    """What it contains."""
    dependencies: int = 0
    """How many entries its graph of dependencies has."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["sbom"]:
        """Which kind it is."""
        return "sbom"


class SbomCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="sbom",
):
    """There is a bill of materials of what goes out, and it says enough: the newest."""

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    formats: dict[str, str] = {}
    """The formats that pass, each with the least version of it: ``{cyclonedx: "1.4", spdx: "2.3"}``; any, where left
    out.
    """
    of_digest: bool = False
    """Whether the bill has to be of the very artefact that goes out, by digest."""
    of_version: bool = False
    """Whether the bill has to be of the very version that goes out."""
    minimum_packages: int = 1
    """The least number of packages in it; 1, unless said otherwise."""
    with_version: float | None = None
    """The least share of its packages that state their version, 0 to 1."""
    with_purl: float | None = None
    """The least share of its packages that state a package URL, 0 to 1."""
    with_licence: float | None = None
    """The least share of its packages that state a licence, 0 to 1."""
    dependencies: bool = False
    """Whether it has to say what depends on what."""

    @property
    def kind(self) -> Literal["sbom"]:
        """Which kind it is."""
        return "sbom"


class SbomPackage(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One package in a bill of materials."""

    name: str
    """Its name."""
    version: str | None = None
    """Its version."""
    purl: str | None = None
    """Its package URL."""
    licence: str | None = None
    """Its licence, as an SPDX expression where the bill says it so."""


class ScheduledRelease(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A release on the forward schedule of change."""

    release: str
    """The release."""
    title: str | None = None
    """What it is called."""
    status: ReleaseStatus
    """Where it stands."""
    window: ReleaseWindow | None = None
    """When it goes out."""
    target: str | None = None
    """When it is to be out."""
    components: list[str] = []
    """The components that it changes, sorted."""
    environments: list[str] = []
    """The environments that it goes to, in their order."""
    late: bool = False
    """Whether its time is over and it is not out."""


class ScopeException(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An exception from the freeze of the scope."""

    item: ScopeItem
    """The item."""
    days: int
    """How many days it needs more; how many were granted, where it is."""
    requested_by: str
    """Who asked."""
    requested_at: str
    """When."""
    status: ExceptionStatus = "requested"
    """How it stands."""
    decided_by: str | None = None
    """Who decided."""
    decided_at: str | None = None
    """When."""
    until: str | None = None
    """When it ends, where it is granted."""


class ScopeFrozen(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="scope_frozen"):
    """The scope was frozen."""

    reason: str | None = None
    """Why before its date."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["scope_frozen"]:
        """Which kind it is."""
        return "scope_frozen"


class ScopeItem(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One thing that goes out with a release."""

    id: str
    """What it is called by."""
    kind: ItemKind = "component_version"
    """What sort of thing it is."""
    subject: Subject
    """What it is: component, version and the digest of the artefact, of the configuration, of the migration."""
    title: str | None = None
    """What people call it."""
    owner: str | None = None
    """Who answers for it."""
    authors: list[str] = []
    """Who wrote it: none of them may approve."""
    from_: str | None = msgspec.field(default=None, name="from")
    """The version that it takes the place of, to which it is rolled back."""
    change: str | None = None
    """The recorded change that it is for: a change request, a ticket."""
    commits: list[str] = []
    """The commits that it is made of."""
    first_commit_at: str | None = None
    """When the first of them was made."""
    status: ItemStatus = "proposed"
    """How it stands."""
    accepted_by: str | None = None
    """Who accepted it."""
    accepted_at: str | None = None
    """When it was accepted."""


class ScopeItemAccepted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="scope_item_accepted"):
    """An item was accepted."""

    item: str
    """The item, by id."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["scope_item_accepted"]:
        """Which kind it is."""
        return "scope_item_accepted"


class ScopeItemAdded(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="scope_item_added"):
    """An item came in, or took a new shape."""

    item: ScopeItem
    """The item."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["scope_item_added"]:
        """Which kind it is."""
        return "scope_item_added"


class ScopeItemRemoved(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="scope_item_removed"):
    """An item went."""

    item: str
    """The item, by id."""
    reason: str | None = None
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["scope_item_removed"]:
        """Which kind it is."""
        return "scope_item_removed"


class Section(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The changes of one kind."""

    kind: SectionKind
    """What they have in common; ``other`` where only the title tells."""
    title: str | None = None
    """The heading for people."""
    items: list[Item]
    """The changes, in the order they were given in."""


class SectionRule(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One section, for changes of one type."""

    type: str
    """The type, compared without case."""
    section: str
    """The title of the section."""
    hidden: bool = False
    """Whether they are left out of the changelog; those that break something never are."""


class Select(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Which components are meant. What is left out selects all; what is given has to hold all together."""

    components: list[str] = []
    """Any of these components, by name or glob."""
    owners: list[str] = []
    """Any of these owners answers for it."""
    tiers: list[str] = []
    """It is in any of these tiers."""
    ecosystems: list[str] = []
    """It is of any of these ecosystems."""
    except_: list[str] = msgspec.field(default=[], name="except")
    """None of these, by name or glob."""


class Semantic(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="semantic",
):
    """The version moves by as much as its changes ask for: major for a break, minor for an addition, patch for a
    correction.

    Below 1.0.0 that rule is softened, each part of it by an option of its own.
    """

    bump_minor_pre_major: bool = True
    """Below 1.0.0, a break raises the minor version, so that 1.0.0 is reached only on purpose."""
    bump_patch_for_minor_pre_major: bool = False
    """Below 1.0.0, an addition raises the patch version."""
    bump_patch_pre_minor: bool = False
    """Below 0.1.0, everything raises the patch version: there, every version is a break for those who require the
    last one.
    """

    @property
    def kind(self) -> Literal["semantic"]:
        """Which kind it is."""
        return "semantic"


class SemanticRelease(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="semantic_release",
):
    """The version moves as semantic-release moves it: a break is major and an addition minor below 1.0.0 too, and
    the first release is 1.0.0.

    On a prerelease branch the number is the highest of going on and of starting anew, so that it is kept neither
    where the base nor where the branch changes.
    """

    prerelease: str | None = None
    """The identifier of the prerelease branch, such as ``beta``; none on a release or maintenance branch."""

    @property
    def kind(self) -> Literal["semantic_release"]:
        """Which kind it is."""
        return "semantic_release"


class SentNotice(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """That people were told."""

    at: str
    """When."""
    by: str
    """By whom."""
    audience: list[str] = []
    """Who."""
    occasion: NoticeOccasion
    """What of."""
    channel: str | None = None
    """How."""
    text: str | None = None
    """What they were told."""


class SeriesPoint(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One measurement."""

    value: str | None = None
    """What was measured, as JSON."""
    phase: str | None = None
    """What the tool made of it."""
    at: str | None = None
    """When."""


class SetActionCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="set_action",
):
    """Says what is to be done after it, or that it is done."""

    action: Action
    """The action."""

    @property
    def kind(self) -> Literal["set_action"]:
        """Which kind it is."""
        return "set_action"


class SetDependencyCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="set_dependency",
):
    """Says how something stands that it waits for."""

    dependency: ReleaseDependency
    """What it waits for."""

    @property
    def kind(self) -> Literal["set_dependency"]:
        """Which kind it is."""
        return "set_dependency"


class SetFlagCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="set_flag",
):
    """Says how it looks."""

    flag: ReleaseFlag
    """How."""
    comment: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["set_flag"]:
        """Which kind it is."""
        return "set_flag"


class SetMilestoneCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="set_milestone",
):
    """Says that a milestone is reached, or adds one."""

    milestone: Milestone
    """The milestone."""

    @property
    def kind(self) -> Literal["set_milestone"]:
        """Which kind it is."""
        return "set_milestone"


class SetRiskCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="set_risk",
):
    """Says what may go wrong, assesses it, or retires it."""

    risk: Risk | None = None
    """A risk; with the same id it takes the place of what was said before."""
    retire: str | None = None
    """A risk that cannot happen any more, by id."""
    assessment: AssessedRisk | None = None
    """How risky the whole is."""

    @property
    def kind(self) -> Literal["set_risk"]:
        """Which kind it is."""
        return "set_risk"


class SetTaskCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="set_task",
):
    """Says what is to be done, or how far it is: with the same id it takes the place of what was said before."""

    task: Task
    """The task."""

    @property
    def kind(self) -> Literal["set_task"]:
        """Which kind it is."""
        return "set_task"


class SignalCounts(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How many of each signal."""

    go: int = 0
    """Those that are go."""
    conditional: int = 0
    """Those that are conditional."""
    pending: int = 0
    """Those that are pending."""
    no_go: int = 0
    """Those that are no-go."""


class Since(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a branch has brought since it left another."""

    base: str | None = None
    """The hash of the commit at which it left; none where the two have nothing in common."""
    files: list[str]
    """The files that differ from there, sorted."""
    changes: list[Change]
    """The changes that it brings: its changesets, or what its commits tell."""


class SkipStageCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="skip_stage",
):
    """Leaves out the stage that the work is in."""

    stage: str | None = None
    """The stage; the one that the work is in, where left out."""
    reason: str | None = None
    """Why."""

    @property
    def kind(self) -> Literal["skip_stage"]:
        """Which kind it is."""
        return "skip_stage"


class SliValue(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The value of an indicator, as whoever measured it says."""

    metric: str
    """The indicator: the name of a metric."""
    value: float = 0.0
    """Its value; means nothing where measuring it failed."""
    success: bool = True
    """Whether it could be measured."""
    message: str = ""
    """What is said of it, such as why it could not."""


class Slip(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How far a date is from what was planned first."""

    milestone: str | None = None
    """The milestone; none for the target."""
    first: str
    """When it was to be at first."""
    current: str
    """When it is to be now."""
    seconds: int
    """The seconds between; below zero, where it is earlier."""
    reasons: dict[str, int] = {}
    """For the target, those seconds by the reasons for which it was moved."""


class SloComparison(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What measured values are compared with: which of the evaluations before, and how many."""

    compare_with: CompareWith | None = "single_result"
    """One evaluation before, or several; where neither is said, three."""
    include_result_with_score: IncludeResult = "all"
    """Which evaluations before count; all, unless said otherwise."""
    number_of_comparison_results: int = 1
    """How many are compared with under ``several_results``; 3, unless said otherwise."""
    aggregate_function: Aggregate = "avg"
    """How their values become one; the mean, unless said otherwise."""


class SloCriterion(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A criterion, read: an operator, and a number that is the target itself or its distance from what was measured
    before.
    """

    operator: SloOperator
    """The operator."""
    value: float
    """The number, without its sign."""
    percent: bool
    """Whether the number is a percentage of what was measured before."""
    is_comparison: bool
    """Whether the target is relative to what was measured before: there is a sign, or a ``%``."""
    increase: bool
    """Whether the number is added to what was measured before, and not taken off; of a percentage without a sign it
    is.
    """


class SloEvaluation(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What came of all objectives together."""

    result: SloResult
    """How the whole came out: pass, warning or fail."""
    score: float
    """The score, in percent of what could be reached; 100 where nothing could."""
    maximum: float = 0.0
    """What could be reached: the weights of the objectives that count."""
    indicator_results: list[SloIndicatorResult] = []
    """The objectives, in the file's order."""
    failed_keys: list[str] = []
    """The indicators of key objectives that failed."""
    unused: list[str] = []
    """The indicators that were measured and that no objective asks for."""
    schema: Literal["greenboard/slo_evaluation/1"] = "greenboard/slo_evaluation/1"
    """What this document is, and the version of its format."""


class SloFile(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Service level objectives, and when a whole release meets them."""

    spec_version: str = ""
    """The version of the file's format."""
    filter: dict[str, str] = {}
    """What the indicators are narrowed to, for those who measure them."""
    comparison: SloComparison = msgspec.field(default_factory=lambda: SloComparison())
    """What values are compared with that have no target of their own."""
    objectives: list[SloObjective] = []
    """The objectives."""
    total_score: TotalScore | None = None
    """The scores to reach; needed as soon as any objective counts."""
    schema: Literal["greenboard/slo_file/1"] = "greenboard/slo_file/1"
    """What this document is, and the version of its format."""


class SloIndicatorResult(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What came of one objective."""

    value: SliValue
    """The value."""
    compared_value: float | None = None
    """What it was compared with: the values before in one; none where there are none."""
    pass_targets: list[SloTarget] = []
    """The criteria to pass, set after set."""
    warning_targets: list[SloTarget] = []
    """The criteria that make a miss a warning, set after set."""
    key_sli: bool = False
    """Whether nothing passes once it fails."""
    status: SloResult
    """How it came out."""
    score: float = 0.0
    """Its part of the score: its weight, half of it, or nothing."""


class SloObjective(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One objective: an indicator, and what its value has to meet."""

    sli: str
    """The indicator: the name of a metric."""
    display_name: str = ""
    """Its name for people; empty where it has none."""
    pass_: list[CriteriaSet] = msgspec.field(default=[], name="pass")
    """The sets of criteria of which any one passes. Without any the objective is informative: it counts neither for
    nor against.
    """
    warning: list[CriteriaSet] = []
    """The sets of criteria of which any one makes a miss a warning."""
    weight: float = 1.0
    """Its share of the score."""
    key_sli: bool = False
    """Whether nothing passes once it fails."""


class SloScore(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A score, and how the whole came out with it."""

    result: SloResult
    """Pass, warning or fail."""
    score: float
    """The score, in percent of what could be reached; 100 where nothing could."""


class SloScoreCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="slo",
):
    """Service level objectives reach their score, on the newest value of each metric that still counts, as Keptn
    scores them: by its lighthouse (``lighthouse``), or by its lifecycle toolkit (``lifecycle``).

    It copies Keptn, in this too: a comparison without history passes, and an objective without a value fails.
    Only where no objective has a value the outcome is pending. The evaluations before are those of the
    component's earlier versions, made from the values measured of each; of a metric that is measured without
    versions there are none.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    lighthouse: SloFile | None = None
    """The objectives in the dialect of Keptn's lighthouse: an SLO file."""
    lifecycle: Analysis | None = None
    """The objectives in the dialect of Keptn's lifecycle toolkit: an analysis."""

    @property
    def kind(self) -> Literal["slo"]:
        """Which kind it is."""
        return "slo"


class SloTarget(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One criterion, and what became of it."""

    criteria: str
    """The criterion, as it is written."""
    target_value: float | None = None
    """The value to keep to; none where it depends on history and there is none, or where nothing was measured."""
    violated: bool = False
    """Whether it was not kept to."""


class Snapshot(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Versions to try something out, which no requirement of others comes to by itself:
    ``0.0.0-canary-20261102090000``.
    """

    tag: str | None = None
    """The word in its versions."""
    template: str | None = None
    """What stands after the base, with ``{tag}``, ``{commit}``, ``{commit-short}``, ``{datetime}`` and
    ``{timestamp}`` filled in; none for what the rule says, and else for the tag and the date.
    """
    calculated: bool | None = None
    """Whether the base is the version that a release would have, and not ``0.0.0``; none for what the rule says."""
    commit: str | None = None
    """The commit it is made of."""


class SoakCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="soak",
):
    """A version has run long enough in the environments before this one, as Kargo asks of its freight: verified
    there, in one of them or in all, for as long as asked.

    What has not run there long enough is pending, and says from when it has; what was taken back there, or
    failed, fails. An approval for the environment that is asked about may stand in for it. Monotone: more time
    never makes it worse.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    upstream: list[str]
    """The environments before this one."""
    required: str | None = None
    """How long it must have run there; none for any time."""
    availability: Availability = "one_of"
    """Whether in one of them or in all."""
    verified: bool = True
    """Whether it must have been verified there."""
    approval: str | None = None
    """The step of an approval that stands in for it; none for no such approval."""

    @property
    def kind(self) -> Literal["soak"]:
        """Which kind it is."""
        return "soak"


class SonarQubeInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="sonarqube",
):
    """What SonarQube says of a project: of its webhook the task and the gate, of ``api/qualitygates/project_status``
    the gate, of ``api/measures/component`` the measures, of ``api/issues/search`` the issues.

    The task's status says that the analysis ran, and nothing of what it found: the quality gate's own status
    does, and where there is none the gate is not passed.
    """

    task_status: str | None = None
    """How the analysis itself went: ``SUCCESS``, ``FAILED``, ``CANCELED``, ``PENDING``, ``IN_PROGRESS``."""
    gate_status: str | None = None
    """What the quality gate came to: ``OK``, ``WARN``, ``ERROR``, or ``NONE`` where the project has no gate; none
    where the report does not say.
    """
    analysedAt: str | None = None
    """When the project was analysed, as written."""
    project: str | None = None
    """The project's key."""
    branch: str | None = None
    """The branch."""
    failing: list[str] | None = None
    """The metrics whose conditions in the gate are not met (``ERROR``)."""
    conditions: int | None = None
    """The conditions of the gate."""
    measures: dict[str, str | None] | None = None
    """The measures of the whole code by metric, as written; null for one of new code only."""
    new_measures: dict[str, str] | None = None
    """The measures of new code (``period``) by metric, as written."""
    issues: int | None = None
    """The issues that the report holds."""
    total: int | None = None
    """The issues that there are, of which the report is a page."""
    severity: dict[str, int] | None = None
    """The report's issues by severity."""
    type: dict[str, int] | None = None
    """The report's issues by type."""
    status: dict[str, int] | None = None
    """The report's issues by status."""

    @property
    def kind(self) -> Literal["sonarqube"]:
        """Which kind it is."""
        return "sonarqube"


class Source(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Where a fact comes from: the tool that observed it, and where it may be looked up."""

    tool: str
    """The tool, as identities call it: ``junit``, ``trivy``, ``github``, …"""
    uri: str | None = None
    """Where people look it up: a link, or the name of a file."""


class SpdxInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="spdx",
):
    """What an SPDX 2 document says: packages, files and their licences."""

    spdx_version: str
    """The version of SPDX, such as ``SPDX-2.3``."""
    name: str | None = None
    """The document's name."""
    namespace: str | None = None
    """The document's namespace, which is unique to it."""
    created: str | None = None
    """When it was made."""
    creators: list[str]
    """Who, or what, made it."""
    describes: list[str]
    """The names of the packages that it describes."""
    packages: int
    """How many packages, those that it describes included."""
    files: int
    """How many files."""
    relationships: int
    """How many relationships."""
    with_purl: int
    """How many packages have a package URL."""
    without_licence: int
    """How many packages have no licence, concluded or declared: left out, ``NOASSERTION`` or ``NONE``."""

    @property
    def kind(self) -> Literal["spdx"]:
        """Which kind it is."""
        return "spdx"


class Split(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A plan cut into what may go out by itself."""

    parts: list[Part]
    """The parts, none of which needs another; by the first name in each."""
    schema: Literal["greenboard/split/1"] = "greenboard/split/1"
    """What this document is, and the version of its format."""


class StageCompleted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="stage_completed"):
    """A stage was completed."""

    stage: str
    """The stage."""
    with_exception: bool = False
    """Whether something was passed over: a waiver, a warning."""
    judged: list[Judged] = []
    """What its gates said."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["stage_completed"]:
        """Which kind it is."""
        return "stage_completed"


class StageEntered(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="stage_entered"):
    """A stage was entered."""

    stage: str
    """The stage."""
    attempt: int
    """The how manieth time, from 1."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["stage_entered"]:
        """Which kind it is."""
        return "stage_entered"


class StageFreeze(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A freeze that a stage brings: a dated milestone after which what it freezes changes by exception only."""

    kind: FreezeKind
    """What is frozen."""
    before_end: str = "PT0S"
    """How long before the end of the stage it comes; at its end, where left out."""
    in_flight: FreezeInFlight = "finish_step"
    """What becomes of work in flight."""
    note: str | None = None
    """What people should know of it."""


class StageMethod(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="servicenow_stage",
):
    """By the work of the stage under way, as ServiceNow has it: 0 to 100, of open tasks, failed policies, progress
    and time left.
    """

    tasks: int
    """The tasks of the stage."""
    closed: int
    """Those of them that are closed."""
    policies_run: int = 0
    """The policies that ran."""
    policies_failed: int = 0
    """Those of them that failed."""
    days_to_readiness: int | None = None
    """Days left to readiness, below zero when past; none where no date is set."""
    levels: RiskThresholds = msgspec.field(default_factory=lambda: RiskThresholds(moderate_from=25.0, high_from=50.0, very_high_from=75.0))
    """From which score on it is moderate, high, very high: 25, 50 and 75 (ours)."""

    @property
    def kind(self) -> Literal["servicenow_stage"]:
        """Which kind it is."""
        return "servicenow_stage"


class StageRecord(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How far a stage is."""

    name: str
    """The stage."""
    status: StageStatus = "pending"
    """How far it is."""
    attempt: int = 0
    """The how manieth time, from 1; 0 before the first."""
    entered_at: str | None = None
    """When it was entered."""
    completed_at: str | None = None
    """When it was completed or left out."""


class StageRestarted(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="stage_restarted"):
    """The work went back to a stage."""

    stage: str
    """The stage."""
    attempt: int
    """The how manieth time, from 1."""
    reason: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["stage_restarted"]:
        """Which kind it is."""
        return "stage_restarted"


class StageSkipped(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="stage_skipped"):
    """A stage was left out."""

    stage: str
    """The stage."""
    reason: str
    """Why."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["stage_skipped"]:
        """Which kind it is."""
        return "stage_skipped"


class Stakeholder(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Somebody who has to be told."""

    name: str
    """Who: a person or a group."""
    channel: str | None = None
    """How they are told: ``email``, ``slack``, …"""
    interest: str | None = None
    """What it is to them."""


class StandingJudgement(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What gates said of a component, and when."""

    at: str
    """When they were asked."""
    judged: Judged
    """What they said."""


class StartCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="start",
):
    """Begins the work: the first stage is entered."""

    reason: str | None = None
    """Why it begins before its date."""

    @property
    def kind(self) -> Literal["start"]:
        """Which kind it is."""
        return "start"


class StateChange(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that changed."""

    place: str
    """Where: ``stages[build].status``. Things in lists go by their id or name."""
    before: str | None = None
    """What it was, as JSON; it was not there, where left out."""
    after: str | None = None
    """What it is, as JSON; it is not there, where left out."""
    sentence: str
    """Both in a sentence."""


class Subject(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a fact is about: a component, and as far as the fact says so its version, the environment and the
    artefact.

    A part that is left out is left open: evidence without a version is about every version of its component.
    """

    component: str
    """The component, by its name in the workspace or by the alias that the fact's tool has for it."""
    version: str | None = None
    """The version: as the component's scheme writes it, or its tag, or the commit it was built from."""
    environment: str | None = None
    """The environment, by its name or by the alias that the fact's tool has for it."""
    digest: str | None = None
    """The digest of the artefact, ``sha256:…``."""


class Tag(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A released version, as a tag names it."""

    version: str
    """The version, a SemVer one."""
    channels: list[str | None] = []
    """The channels that it is published on, null for the default channel; empty where on that alone."""


class Task(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something to be done."""

    id: str
    """What it is called by."""
    title: str
    """What is to be done."""
    stage: str | None = None
    """The stage that it has to be done in; before the release is closed, where left out."""
    assignee: str | None = None
    """Who does it."""
    due: str | None = None
    """When it is due; at the planned end of its stage, where left out."""
    status: TaskStatus = "open"
    """How far it is."""


class TaskReopened(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="task_reopened"):
    """A task is to be done again."""

    task: str
    """The task, by id."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["task_reopened"]:
        """Which kind it is."""
        return "task_reopened"


class TaskSet(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="task_set"):
    """A task was added, or got further."""

    task: Task
    """The task."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["task_set"]:
        """Which kind it is."""
        return "task_set"


class Template(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The stages that a release goes through, and the rules that they leave open."""

    name: str
    """Its name."""
    version: int = 1
    """Its version, as its authors count."""
    summary: str | None = None
    """What it is for, for people."""
    change_type: ChangeType = "normal"
    """The kind of change that its releases are: who has to approve, and when."""
    cadence: str | None = None
    """How often it comes, for people: ``every 6 weeks``."""
    published: bool = True
    """Whether releases may be planned from it; a draft of a template is not published yet."""
    stages: list[TemplateStage]
    """The stages, in their order: work first, then deploy, then monitor, then review."""
    options: TemplateOptions = msgspec.field(default_factory=lambda: TemplateOptions())
    """What the rules of the lifecycle leave open."""
    schema: Literal["greenboard/template/1"] = "greenboard/template/1"
    """What this document is, and the version of its format."""


class TemplateOptions(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What the rules of the lifecycle leave open.

    Days are working days where it says so. Defaults marked *ours* have no source but judgement; the others are
    what the tools and projects do that they are named after.
    """

    approval_days: int = 3
    """Working days within which an approval is owed: 3 (ours)."""
    approval_remind: float = 0.5
    """After which share of those days the approver is reminded: 0.5 (ours). At the end it is escalated."""
    approval_expire: float = 1.5
    """After which multiple of those days the request expires: 1.5 (ours)."""
    approval_validity: str | None = None
    """How long an approval holds; until what it is for changes, where left out."""
    retro_days: int = 5
    """Working days within which an emergency is approved in retrospect: 5 (ours)."""
    observation: str | None = None
    """How long a release is watched, where it is not as long as the stage that monitors."""
    review_due_days: int = 10
    """Working days within which the review is due: 10 (ours)."""
    exception_window_days: int = 3
    """Days after a freeze within which an exception may be asked for: 3 (Kubernetes)."""
    exception_decision_days: int = 1
    """Days within which an exception is decided: 1 (Kubernetes' median)."""
    churn_limit: float = 0.1
    """The share of items, added and removed after the scope freeze, of those at it, above which a release needs
    attention: 0.1 (ours).
    """
    hold_review_days: int = 7
    """Days after which a hold is to be reviewed, where it says no date: 7 (ours)."""
    waiver_notice_days: int = 7
    """Days before its expiry at which a waiver is owed a decision: 7 (ours)."""
    task_reminder_days: int = 2
    """Days before a task is due at which its assignee is reminded: 2 (ServiceNow)."""
    readiness_days: int = 1
    """Days before the target at which readiness is owed: 1 (ServiceNow)."""
    verification: str = "PT1H"
    """How long after a deployment it has to be verified: an hour (ours)."""
    go_validity: str = "PT24H"
    """How long a decision to go holds: 24 hours (ours)."""
    notice_days: int = 0
    """Days of notice before a new target: none (ours; Node gives 14)."""
    suspend_after_failures: int | None = None
    """After how many failed releases the template is suspended; never, where none (continuous: 2, ours)."""
    suspend_within_days: int = 30
    """Within how many days those failures count: 30 (ours)."""


class TemplateStage(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One stage of a template."""

    name: str
    """Its name, unique within the template."""
    role: StageRole = "work"
    """What is done in it, and so the state of the release: work in Active, deploy in Deploying, monitor in
    Observing, review in Review.
    """
    duration: str | None = None
    """How long it takes: ``6 weeks``, ``PT4H``, ``15 working days``; none where that is not planned."""
    entry: list[str] = []
    """What holds when it begins, for people."""
    exit: list[str] = []
    """What holds when it ends, for people."""
    gates: list[str] = []
    """The gates that guard its exit, by name."""
    optional: bool = False
    """Whether it may be skipped."""
    freezes: list[StageFreeze] = []
    """What is frozen in it."""
    steps_pct: list[int] = []
    """The shares, in percent, that a rollout reaches step by step; all at once, where empty."""
    point_of_no_return: int | None = None
    """From which of those steps on there is no way back without an override, counted from 1; none where there always
    is one.
    """
    owner_role: str | None = None
    """Who answers for it, by role."""


class TestResults(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="tests"):
    """What a run of tests came to, each test counted once."""

    suite: str | None = None
    """What was run, where there are several: ``unit``, ``end_to_end``."""
    passed: int = 0
    """Tests that passed in the end."""
    failed: int = 0
    """Tests that failed."""
    errored: int = 0
    """Tests that broke."""
    skipped: int = 0
    """Tests that were not run."""
    flaky: list[str] = []
    """Names of tests that failed first and passed when run again."""
    failures: list[str] = []
    """Names of the tests that failed or broke."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["tests"]:
        """Which kind it is."""
        return "tests"


class TestsCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="tests",
):
    """Tests passed: of the newest run, and where there are several suites, of the newest run of each.

    Tests that were skipped were not run. A run in which fewer were run than ``minimum``, or none, leaves this
    pending. Monotone: a test that passes where it failed never makes it worse.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    suite: str | None = None
    """The suite; all suites together, where left out."""
    minimum: int = 1
    """The fewest tests that have to be run."""
    maximum_failures: int | None = None
    """The most tests that may fail; none where neither this nor another of the options below says otherwise."""
    pass_rate: float | None = None
    """The least part of the tests that were run which has to pass."""
    no_new_failures: bool = False
    """Whether only such tests may fail as failed in the newest run of another version. Where no run says of which
    version it is, in the run before.
    """
    maximum_flaky: int | None = None
    """The most tests that may fail at first and pass when they are run again; any number, where left out."""
    quarantined: list[Quarantined] = []
    """Tests that may fail for a while."""

    @property
    def kind(self) -> Literal["tests"]:
        """Which kind it is."""
        return "tests"


class ThresholdCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="threshold",
):
    """A metric lies within bounds: its newest value that still counts. Monotone: a value nearer to the bounds never
    makes it worse.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    metric: str
    """The metric, by name."""
    minimum: float | None = None
    """The least that passes."""
    maximum: float | None = None
    """The most that passes."""
    above: float | None = None
    """What has to be exceeded to pass."""
    below: float | None = None
    """What must not be reached to pass."""
    warning: Bounds | None = None
    """The bounds within which a value that does not pass is a warning; none for no warnings."""
    unit: str | None = None
    """The unit that the bounds are in. A value in another unit is not compared: the outcome is pending."""

    @property
    def kind(self) -> Literal["threshold"]:
        """Which kind it is."""
        return "threshold"


class TickCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="tick",
):
    """Lets time pass: what is overdue or expired is said."""


    @property
    def kind(self) -> Literal["tick"]:
        """Which kind it is."""
        return "tick"


class TotalScore(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The scores from which the whole is passed."""

    pass_: str = msgspec.field(default="", name="pass")
    """The score to pass, in percent, such as ``90%``."""
    warning: str | None = None
    """The score from which a miss is a warning; none for no warnings."""


class TrackRecordMethod(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="track_record",
):
    """By how the changes before it went, as ServiceNow scores success: the more, the better."""

    successful: int = 0
    """Changes that went as planned."""
    successful_issues: int = 0
    """Changes that went as planned in the end, with issues."""
    unsuccessful: int = 0
    """Changes that failed."""
    p1: int = 0
    """Incidents of priority 1 that they caused."""
    p2: int = 0
    """Incidents of priority 2 that they caused."""
    p3: int = 0
    """Incidents of priority 3 that they caused."""
    weights: TrackWeights = msgspec.field(default_factory=lambda: TrackWeights())
    """What each of them counts."""
    levels: RiskThresholds | None = None
    """How far below zero a score is moderate, high, very high; no level where left out."""

    @property
    def kind(self) -> Literal["track_record"]:
        """Which kind it is."""
        return "track_record"


class TrackWeights(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What each change and incident counts."""

    successful: int = 3
    """A change that went as planned: 3."""
    successful_issues: int = -2
    """One with issues: −2."""
    unsuccessful: int = -5
    """One that failed: −5."""
    p1: int = -10
    """An incident of priority 1: −10."""
    p2: int = -5
    """An incident of priority 2: −5."""
    p3: int = -2
    """An incident of priority 3: −2."""


class Train(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A series of prereleases on the way to a release: ``1.1.0-rc.0``, ``1.1.0-rc.1``, and at last ``1.1.0``."""

    tag: str
    """The word in its versions, such as ``rc``; also the dist-tag of its releases."""
    select: list[str] = []
    """The components that ride it, as in a rule; empty for all. One that is selected by several rides the last."""
    mode: TrainMode = "pre"
    """Whether it is under way, or arriving."""
    counter: Counter = "keep"
    """How its prereleases are counted."""
    changes: list[str] = []
    """The ids of the changes that have gone out with it already. They ask for nothing more while it is under way,
    and again when it arrives.
    """
    initial_versions: dict[str, str] = {}
    """The version of each component when the train set out."""


class TrivyInspection(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="trivy",
):
    """What a report of Trivy says: vulnerabilities, misconfigurations, secrets and licences."""

    shape: TrivyShape
    """Which of Trivy's shapes it has."""
    schema_version: int | None = None
    """The version of the report's schema, as it states it; none where it states none."""
    artifact: str | None = None
    """What was scanned: an image, a folder, a cluster; none where it is not said."""
    k8s_resources: int
    """How many resources of a cluster were scanned."""
    results: int
    """How many results (targets) there are."""
    results_with_null_vulns: int
    """How many results have no list of vulnerabilities, or null for it: nothing was found there."""
    vulnerabilities: int
    """How many vulnerabilities, over all results."""
    ids: list[str]
    """The ids of the vulnerabilities, in order, each once."""
    severity: dict[str, int]
    """Vulnerabilities by severity, in Trivy's words; ``missing`` where none is stated."""
    with_fix: int
    """How many vulnerabilities have a version that fixes them."""
    statuses: dict[str, int]
    """Vulnerabilities by status, in Trivy's words; ``missing`` where none is stated."""
    misconfig: dict[str, int]
    """Misconfigurations by ``STATUS/SEVERITY``."""
    secrets: dict[str, int]
    """Secrets by severity."""
    licenses: dict[str, int]
    """Findings about licences by severity."""
    suppressed: int
    """How many findings the user's ignore file or a VEX document took out."""

    @property
    def kind(self) -> Literal["trivy"]:
        """Which kind it is."""
        return "trivy"


class TrustedBuilder(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A builder that is trusted."""

    id: str
    """Its address, ``*`` for any characters."""
    level: int = 2
    """The build level of SLSA that it is trusted with; 2, unless said otherwise."""


class Uncovered(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A component that was touched, and no change asks for its release."""

    component: str
    """Its name."""
    files: list[str]
    """The files of it that were touched, sorted."""


class Unit(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is published together: one component, or several that need each other in a circle."""

    components: list[str]
    """Their names, sorted."""


class Unresolved(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A name in facts that is nobody's and nothing's here, or more than one's."""

    what: UnresolvedName
    """What it names."""
    tool: str
    """The tool that calls it so."""
    name: str
    """The name."""
    ambiguous: bool
    """Whether it is the name of several."""
    nearest: list[str]
    """What it is the name of, where that is several; else what is called much like it. Nothing is taken for it."""
    facts: int
    """How many facts use it."""


class Verdict(_mixins.Verdict, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Whether a component may go out, and why."""

    component: str
    """The component."""
    version: str | None = None
    """The version that would go out, where one is known."""
    stage: str | None = None
    """The stage that was asked about."""
    environment: str | None = None
    """The environment that was asked about."""
    at: str
    """The instant that was asked about."""
    verdict: Signal
    """The answer."""
    gates: list[GateVerdict]
    """What each gate says."""
    findings: list[Finding]
    """What each criterion came to, gate by gate."""
    overrides: list[Overridden]
    """What is otherwise in these gates than where they come from, and why."""
    basis: Basis
    """What it was computed from."""
    schema: Literal["greenboard/verdict/1"] = "greenboard/verdict/1"
    """What this document is, and the version of its format."""


class VerdictChange(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is otherwise about one component."""

    component: str
    """The component."""
    from_: Signal | None = msgspec.field(default=None, name="from")
    """Its verdict before; none where it was not on the board."""
    to: Signal | None = None
    """Its verdict since; none where it is not on the board."""
    from_version: str | None = None
    """Its version before."""
    to_version: str | None = None
    """Its version since."""
    findings: list[FindingChange]
    """The findings that are not the same, gate by gate."""
    schema: Literal["greenboard/verdict_change/1"] = "greenboard/verdict_change/1"
    """What this document is, and the version of its format."""


class Verification(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is known of the signatures of a text."""

    state: SignatureState
    """The worst state of its envelopes."""
    key: str | None = None
    """The key that was asked for, by ``PublicKey::id``; none where none was given."""
    envelopes: list[EnvelopeVerification]
    """Each envelope, in order."""
    schema: Literal["greenboard/verification/1"] = "greenboard/verification/1"
    """What this document is, and the version of its format."""


class Verified(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a ledger that holds together is."""

    entries: int
    """How many entries it has."""
    head: Head | None = None
    """Its last entry."""
    root: str
    """The root of the tree over its entries."""


class VexProduct(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a statement is about: a product, or parts of it."""

    ids: list[str]
    """What it is called: package URLs, names, addresses, digests (``sha256:…``). Any of them will do: of the subject
    itself, or of a package in it.
    """
    parts: list[str] = []
    """The parts of it that are meant, by package URL or name; all, where left out."""


class VexStatement(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is said of one vulnerability."""

    vulnerability: str
    """Its name."""
    aliases: list[str] = []
    """Its other names."""
    status: VexStatus
    """What is said."""
    justification: str | None = None
    """Why it does not affect the product: a code of the format's, or a sentence."""
    at: str | None = None
    """When it was said, where that is not when the evidence was observed. Of several statements the latest counts."""
    products: list[VexProduct] = []
    """What it is said of; all that the subject contains, where left out."""


class VexStatements(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="vex"):
    """What the makers of a product say of vulnerabilities in it (VEX)."""

    statements: list[VexStatement] = []
    """What they say."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["vex"]:
        """Which kind it is."""
        return "vex"


class VulnerabilitiesCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="vulnerabilities",
):
    """At most so many vulnerabilities, by severity. What the scanners of a subject found counts once under all its
    names; what VEX says does not affect it, or is fixed, does not count, and is shown.

    Fewer, or less severe, vulnerabilities never turn a pass into anything else. A scanner that has not reported
    is pending.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    maximum: BySeverity = msgspec.field(default_factory=lambda: BySeverity())
    """The most that pass, by severity: of that severity or worse. Without any limit, here or in ``total``, none at
    all passes.
    """
    total: int | None = None
    """The most that pass in all."""
    cvss: float | None = None
    """Only those with at least this CVSS base score count, and those without a score."""
    fixable_only: bool = False
    """Whether only those that have a fix count."""
    grace_days: BySeverity = msgspec.field(default_factory=lambda: BySeverity())
    """How many days after it became known one of a severity begins to count. Of one that does not say when, it
    counts at once.
    """
    unknown_as: VulnerabilitySeverity = "high"
    """What one counts as whose severity nobody states and that has no CVSS score: ``high``, unless said otherwise."""
    vex: bool = True
    """Whether VEX takes vulnerabilities out, those statements included that a report makes itself; true, unless said
    otherwise.
    """
    justified: bool = False
    """Whether a statement that one does not affect the product has to say why."""
    count_suppressed: bool = False
    """Whether those count that a scanner was told to pass over."""
    ignore: list[IgnoredVulnerability] = []
    """Those that do not count, until a day."""

    @property
    def kind(self) -> Literal["vulnerabilities"]:
        """Which kind it is."""
        return "vulnerabilities"


class Vulnerability(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A known weakness in something that a component contains."""

    id: str
    """Its name: ``CVE-2024-3094``, ``GHSA-…``, ``RUSTSEC-…``."""
    aliases: list[str] = []
    """Its other names."""
    severity: VulnerabilitySeverity = "unknown"
    """How severe it is."""
    cvss: float | None = None
    """Its CVSS base score, 0 to 10."""
    package: str | None = None
    """The package it is in: its purl, or its name."""
    version: str | None = None
    """The version of the package."""
    fixed_in: list[str] = []
    """The versions that mend it; empty where there is none."""
    published_at: str | None = None
    """When it became known."""
    status: VexStatus | None = None
    """What is said of it here (VEX), by the report itself."""
    justification: str | None = None
    """Why it does not affect the subject, where that is said."""
    suppressed: bool = False
    """Whether the tool was told to pass over it."""


class VulnerabilityReport(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="vulnerabilities"):
    """What a scanner found. Nothing found is a clean report."""

    target: str | None = None
    """What was scanned, where a subject is scanned in several ways: an image, a folder. Of each the newest report
    counts.
    """
    findings: list[Vulnerability] = []
    """What it found."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["vulnerabilities"]:
        """Which kind it is."""
        return "vulnerabilities"


class WaiveGateCommand(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="waive_gate",
):
    """Grants an exemption from a criterion, until a date."""

    id: str | None = None
    """What it is called by; made of the command's, where left out."""
    gate: str
    """The gate."""
    criterion: str
    """The criterion, by its name."""
    component: str | None = None
    """The component that it is for; all of the scope, where left out."""
    reason: str
    """Why."""
    expires_at: str | None = None
    """When it ends."""
    requested_by: str | None = None
    """Who asked for it."""

    @property
    def kind(self) -> Literal["waive_gate"]:
        """Which kind it is."""
        return "waive_gate"


class Waiver(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="waiver"):
    """An exemption from a criterion: what for, why, by whom, until when. It never makes a board ``go``, only
    ``conditional``.
    """

    id: str
    """What it is called by."""
    component: str | None = None
    """The component that it is for, or a glob over names; all, where left out."""
    version: str | None = None
    """The version that it is for; any, where left out."""
    environment: str | None = None
    """The environment that it is for; any, where left out."""
    gate: str | None = None
    """The gate that it is of; any, where left out."""
    criterion: str
    """The criterion, by its name."""
    reason: str
    """Why it is granted."""
    granted_by: str
    """Who granted it: nobody who wrote what it is for."""
    granted_at: str
    """When it was granted."""
    expires_at: str | None = None
    """When it ends; never, where left out."""
    requested_by: str | None = None
    """Who asked for it."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["waiver"]:
        """Which kind it is."""
        return "waiver"


class Waiver2(_mixins.Document, msgspec.Struct, kw_only=True):
    """An exemption from a criterion: what for, why, by whom, until when. It never makes a board ``go``, only
    ``conditional``.
    """

    id: str
    """What it is called by."""
    component: str | None = None
    """The component that it is for, or a glob over names; all, where left out."""
    version: str | None = None
    """The version that it is for; any, where left out."""
    environment: str | None = None
    """The environment that it is for; any, where left out."""
    gate: str | None = None
    """The gate that it is of; any, where left out."""
    criterion: str
    """The criterion, by its name."""
    reason: str
    """Why it is granted."""
    granted_by: str
    """Who granted it: nobody who wrote what it is for."""
    granted_at: str
    """When it was granted."""
    expires_at: str | None = None
    """When it ends; never, where left out."""
    requested_by: str | None = None
    """Who asked for it."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""


class WaiverExpired(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="waiver_expired"):
    """An exemption ended."""

    waiver: str
    """The exemption, by id."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["waiver_expired"]:
        """Which kind it is."""
        return "waiver_expired"


class Warning(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that could not be taken into account."""

    component: str
    """The component it is about."""
    kind: WarningKind
    """What the matter is."""
    message: str
    """The sentence for people."""


class Way(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One way: steps that turn the verdict together."""

    cost: float
    """What all its steps cost."""
    steps: list[WayStep]
    """The steps, in the order of the gates."""


class WayStep(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One step of a way."""

    gate: str
    """The gate."""
    criterion: str
    """The criterion, by its name."""
    action: str
    """What to do, in a sentence."""
    owner: str | None = None
    """Who."""
    cost: float
    """What it costs, in the unit of the gate file."""


class Ways(_mixins.Ways, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The ways from a verdict to a better one."""

    component: str
    """The component."""
    at: str
    """The instant that was asked about."""
    verdict: Signal
    """The verdict now."""
    target: Signal
    """The verdict to be reached."""
    ways: list[Way]
    """The ways to it, the cheapest first: no step of a way can be left out. One without steps where it is reached
    already; none where no way leads there.
    """
    obstacles: list[Obstacle]
    """What stands in every way, where there is none."""
    exhaustive: bool
    """Whether there are no cheaper ways than these. False only where the steps of one criterion carry so many
    weights that not all sums of them were looked at.
    """
    schema: Literal["greenboard/ways/1"] = "greenboard/ways/1"
    """What this document is, and the version of its format."""


class WhatIf(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is to be reached, and how many ways to it are wanted."""

    target: Signal = "go"
    """The verdict to be reached, or a better one: ``go`` or ``conditional``."""
    most: int = 3
    """The most ways that are given."""


class Why(_mixins.Why, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The reasons for one component's release, and for the releases behind those. ``Display`` tells them as a tree."""

    component: str
    """The component asked about."""
    links: list[Link]
    """It, and every component whose release is part of the reason; nearest first, then in the order of the causes.
    Each stands here once, also where components depend on each other in a circle.
    """
    schema: Literal["greenboard/why/1"] = "greenboard/why/1"
    """What this document is, and the version of its format."""


class Window(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A window: a span of time, once or again and again, in which work may or may not go out.

    It is one of three: from ``start`` to ``end``, or for ``duration``, once; the same again by a ``rule`` of RFC
    5545; or for ``duration`` whenever a ``cron`` expression says so. Its start is in it, its end is not.
    """

    name: str
    """Its name, for people."""
    kind: WindowKind
    """Whether work may go out in it, or may not."""
    zone: str | None = None
    """The zone of what is said without one: a name of the IANA database, an offset or a POSIX rule; none for the
    calendar's, and else UTC.
    """
    start: str | None = None
    """When it starts, the first time; a window once may leave it out (from always on), and with ``cron`` nothing
    comes before it. A date (its first moment), a time on the wall of the zone, or an instant.
    """
    end: str | None = None
    """When it ends, the first time, exclusive; a window once without end and duration has none. Not with ``cron``."""
    duration: str | None = None
    """How long it lasts, instead of ``end``: ISO 8601 or plain text. Days are as the wall counts them, hours as they
    pass.
    """
    rule: str | None = None
    """When it comes again, an ``RRULE`` of RFC 5545 such as ``FREQ=WEEKLY;BYDAY=FR``."""
    cron: str | None = None
    """When it comes, a cron expression of five fields in the zone."""
    until: str | None = None
    """The last start there may be, inclusive, where it comes again."""
    except_: list[str] = msgspec.field(default=[], name="except")
    """Starts that are left out; a date leaves out all starts of that day."""
    also: list[str] = []
    """Starts besides those of the rule or expression."""
    manual_override: bool = False
    """Whether work that a person sets off may go out although this window blocks it."""
    in_flight: InFlight = "finish"
    """What becomes of work in flight when this window closes the way."""
    reason: str | None = None
    """Why it is there, for people."""


class WorkCalendar(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """On which days people work."""

    weekend: list[int] = msgspec.field(default_factory=lambda: [6, 7])
    """The days of the week on which nobody works, ISO's: 1 is Monday; Saturday and Sunday, where left out."""
    holidays: list[str] = []
    """Other days on which nobody works."""
    schema: Literal["greenboard/work_calendar/1"] = "greenboard/work_calendar/1"
    """What this document is, and the version of its format."""


class WorkItem(_mixins.Document, msgspec.Struct, kw_only=True, tag_field="kind", tag="work_item"):
    """A story, task or defect of the tracker."""

    id: str
    """What it is called by: ``PAY-123``."""
    item_type: str = "task"
    """``story``, ``task``, ``bug``, …, as the tracker says."""
    title: str | None = None
    """Its title."""
    status: WorkItemStatus = "open"
    """Whether it is open."""
    severity: str | None = None
    """How severe it is: ``blocker``, ``critical``, … as the tracker says."""
    components: list[str] = []
    """The components that it is about."""
    fix_versions: list[str] = []
    """The versions that it is to be done in."""
    labels: list[str] = []
    """Its labels."""
    assignee: str | None = None
    """Who works on it."""
    source: Source = msgspec.field(default_factory=lambda: Source(tool="given", uri=None))
    """The tool that says so; ``given`` where the caller does."""
    observed_at: str
    """When this state was seen."""
    extra: Extra = msgspec.field(default_factory=lambda: {})
    """What it says under other keys, as it was said."""

    @property
    def kind(self) -> Literal["work_item"]:
        """Which kind it is."""
        return "work_item"


class WorkItemsCriterion(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="work_items",
):
    """No more work items are open than may be: those that are to be done in this version, and those that name none.
    Where the tracker said nothing of the component it is pending.
    """

    name: str
    """Its name, unique in its gate."""
    title: str | None = None
    """What people call it."""
    severity: Severity | None = None
    """How much it weighs; as much as its gate, where left out."""
    owner: str | None = None
    """Who acts where it does not hold; the gate's owner, where left out."""
    cost: float | None = None
    """What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out."""
    environment: str | None = None
    """The environment whose evidence counts; the one that is asked about, where left out."""
    types: list[str] = []
    """The types that count, such as ``bug``; all, where left out. Upper and lower case are the same."""
    severities: list[str] = []
    """The severities that count, such as ``blocker``; all, where left out."""
    labels: list[str] = []
    """The labels of which one has to be there; none, where left out."""
    except_labels: list[str] = []
    """Labels that take an item out: ``accepted_risk``."""
    maximum: int = 0
    """How many of them may be open."""
    limits: dict[str, int] = {}
    """How many may be open of a severity, in place of ``maximum``; of severities that are not named, any number."""
    without_version: bool = True
    """Whether an item counts that names no version."""
    may_be_unknown: bool = False
    """Whether it holds where no work item of the component is known at all."""

    @property
    def kind(self) -> Literal["work_items"]:
        """Which kind it is."""
        return "work_items"


class Workspace(_mixins.Workspace, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The components of one repository or organisation."""

    components: list[Component]
    """The components, by name."""
    groups: list[Group] = []
    """The groups of components whose versions go together."""
    identity: Identity = msgspec.field(default_factory=lambda: Identity())
    """What tools call its components, people and environments."""
    schema: Literal["greenboard/workspace/1"] = "greenboard/workspace/1"
    """What this document is, and the version of its format."""


class WorkspaceFile(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What one ``greenboard.yaml`` says, itself."""

    include: list[str] = []
    """More files of this kind, relative to this one."""
    roots: list[str] = []
    """The folders to look for manifests in, and globs over folders, relative to this file; its own unless said
    otherwise.
    """
    repositories: dict[str, str] = {}
    """The folders of the repositories of an organisation, by their names, relative to this file."""
    components: dict[str, Declaration] = {}
    """What to say of components, by name or by a glob over names. A name that no manifest declares is a component of
    its own. Where several say something, a name goes before a glob, and of two globs the one with more letters.
    """
    edges: list[DeclaredEdge] = []
    """Edges that no manifest states."""
    groups: list[Group] = []
    """Components whose versions go together."""
    identity: Identity = msgspec.field(default_factory=lambda: Identity())
    """What tools call components, people and environments."""
    policy: Any = None
    """How plans are made, for those who make them."""
    gates: Any = None
    """Which gates there are, for those who ask them: what a gate file says, or the name of one."""
    schema: Literal["greenboard/workspace_file/1"] = "greenboard/workspace_file/1"
    """What this document is, and the version of its format."""


Aliases: TypeAlias = dict[str, list[str]]
"""The names that tools have for one component, person or environment, by tool."""

Cause: TypeAlias = ChangeCause | DependencyCause | FixedCause | LinkedCause | PreExitCause | OverrideCause
"""One reason for a release."""

Command: TypeAlias = (
    CreateCommand
    | PlanCommand
    | EditReleaseCommand
    | EditScopeCommand
    | AcceptItemCommand
    | FreezeScopeCommand
    | RequestExceptionCommand
    | DecideExceptionCommand
    | StartCommand
    | CompleteStageCommand
    | SkipStageCommand
    | RestartStageCommand
    | RecordEvidenceCommand
    | WaiveGateCommand
    | ApproveCommand
    | RejectCommand
    | RevokeCommand
    | RescheduleCommand
    | DecideGoCommand
    | BeginDeployCommand
    | RecordRolloutCommand
    | FinishRolloutCommand
    | RollBackCommand
    | AcceptCommand
    | RecordIncidentCommand
    | CloseCommand
    | HoldCommand
    | ResumeCommand
    | CancelCommand
    | SetRiskCommand
    | SetTaskCommand
    | SetMilestoneCommand
    | SetDependencyCommand
    | SetActionCommand
    | SetFlagCommand
    | GiveFeedbackCommand
    | NotifyCommand
    | BreakGlassCommand
    | TickCommand
    | RecordDeploymentCommand
)
"""Something that is asked of a release."""

Criterion: TypeAlias = (
    ThresholdCriterion
    | VulnerabilitiesCriterion
    | LicencesCriterion
    | SbomCriterion
    | ProvenanceCriterion
    | BaselineCriterion
    | SloScoreCriterion
    | MeasurementsCriterion
    | SoakCriterion
    | FreshnessCriterion
    | CelCriterion
    | TestsCriterion
    | CoverageCriterion
    | QualityGateCriterion
    | ApprovalsCriterion
    | ChecklistCriterion
    | WorkItemsCriterion
    | EnvironmentCriterion
    | DependenciesCriterion
    | FreezeCriterion
)
"""What a criterion asks."""

Extra: TypeAlias = dict[str, Any]
"""What a fact says under keys that this version does not know, as it was said."""

Fact: TypeAlias = (
    Candidate
    | Evidence
    | Approval
    | Waiver
    | BreakGlass
    | ChangeRequest
    | WorkItem
    | Checklist
    | Deployment
    | CalendarFact
)
"""A fact: something that was observed or decided outside of here."""

Happening: TypeAlias = (
    ReleaseCreated
    | ReleaseEdited
    | ReleasePlanned
    | BaselineTaken
    | Rescheduled
    | MilestoneSet
    | DependencySet
    | TaskSet
    | TaskReopened
    | FlagSet
    | ReleaseCancelled
    | ReservationsReleased
    | DependentsNotified
    | HoldPlaced
    | HoldLifted
    | NoticeSent
    | ScopeItemAdded
    | ScopeItemRemoved
    | ScopeItemAccepted
    | ScopeFrozen
    | ExceptionRequested
    | ExceptionGranted
    | ExceptionRefused
    | ExceptionExpired
    | ReleaseStarted
    | StageEntered
    | StageCompleted
    | StageSkipped
    | StageRestarted
    | ReleaseReady
    | ReleaseReopened
    | EvidenceRecorded
    | GateEvaluated
    | GateWaived
    | WaiverExpired
    | GlassBroken
    | ApprovalGranted
    | ApprovalStepSatisfied
    | ApprovalRejected
    | ApprovalVoided
    | ApprovalRevoked
    | ApprovalSuspended
    | ApprovalReinstated
    | ApprovalExpired
    | GoDecided
    | NoGoDecided
    | GoWithdrawn
    | GoExpired
    | DeploymentStarted
    | RolloutStepRecorded
    | Deployed
    | RollbackStarted
    | RolledBack
    | RollbackFailed
    | ReleaseAccepted
    | IncidentRecorded
    | RiskRaised
    | RiskChanged
    | RiskRetired
    | RiskAssessed
    | ItemOverdue
    | Escalated
    | ReviewOpened
    | ActionSet
    | FeedbackGiven
    | ReleaseClosed
)
"""What happened to a release."""

Inspection: TypeAlias = (
    JUnitInspection
    | LcovInspection
    | CoberturaInspection
    | SonarQubeInspection
    | SarifInspection
    | CycloneDxInspection
    | SpdxInspection
    | OpenVexInspection
    | OsvInspection
    | TrivyInspection
    | GrypeInspection
    | NpmAuditInspection
    | CargoAuditInspection
    | ProvenanceInspection
    | IcalendarInspection
)
"""What a tool's report says."""

Observation: TypeAlias = (
    Metric
    | TestResults
    | CoverageReport
    | QualityGate
    | VulnerabilityReport
    | VexStatements
    | Sbom
    | ProvenanceStatement
    | EnvironmentState
    | Contract
    | ContractVerification
    | MeasurementSeries
    | CustomObservation
)
"""What was observed of a subject."""

RiskMethod: TypeAlias = RegisterMethod | StageMethod | AssessorsMethod | ChangeMethod | TrackRecordMethod
"""How a release's risk is found, with what the method asks for."""

Versioning: TypeAlias = Semantic | Calendar | Cargo | ReleasePlease | SemanticRelease
"""How a component's next version is chosen."""
