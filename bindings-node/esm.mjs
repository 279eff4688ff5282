import greenboard from './index.js'

export const { GreenboardError, Repository, Requirement, Version } = greenboard
export const { applied, diff, edits, editsSync } = greenboard
export const { changelog, plan, planSync, planTable, render, why, whyText } = greenboard
export const { Matrix, matchMatrix, matchMatrixSync, sortVersions, sortVersionsSync } = greenboard
export const { filterVersions, filterVersionsSync, maxSatisfying, maxSatisfyingSync, minSatisfying, minSatisfyingSync } =
  greenboard
export const { canonicalJson, catalogue, digest, digestText, errorCodes, schemas } = greenboard
export const { npm, pep440 } = greenboard
