import greenboard from './index.js'

export const { GreenboardError, Refused, Repository, Requirement, Version } = greenboard
export const { applied, diff, edits, editsSync } = greenboard
export const { changelog, plan, planSync, planTable, remaining, render, split, why, whyText } = greenboard
export const { backports, cancelReverts, commitChanges, mergeDuplicates, parseCommit, uncovered } = greenboard
export const { changesetText, enrich, overrideCommits, readChangeset, readChangesets } = greenboard
export const { Matrix, matchMatrix, matchMatrixSync, sortVersions, sortVersionsSync } = greenboard
export const { filterVersions, filterVersionsSync, maxSatisfying, maxSatisfyingSync, minSatisfying, minSatisfyingSync } =
  greenboard
export const { canonicalJson, catalogue, digest, digestText, errorCodes, schemas } = greenboard
export const { Graph, componentOf, environmentOf, loadWorkspace, loadWorkspaceSync } = greenboard
export const { personOf, readManifests, readRepositories } = greenboard
export const { branches, checkBranch, checkMerge, graduate, lastRelease, nextOnBranch, nextPrerelease } = greenboard
export const { config, contracts, ledger, measurement, npm, pep440, slo, soak, tool, windows } = greenboard
export const { changeRequests, conflicts, dates, release, risk, templates } = greenboard
export const { Facts, GateSet, LiveBoard, board, boardSync, byOwner, diffBoards, diffVerdicts } = greenboard
export const { evaluate, evaluateSync, explain, explainSync, explanationText, findingsText } = greenboard
export const { renderBoard, renderChanges, renderOwners, renderVerdict, renderWays, verdictTable } = greenboard
export const { signals, signalsSync, whatWouldTurnItGreen, whatWouldTurnItGreenSync } = greenboard
