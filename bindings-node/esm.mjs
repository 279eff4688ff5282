import greenboard from './index.js'

export const { GreenboardError, Requirement, Version, canonicalJson, digest, digestText } = greenboard
export const { Matrix, matchMatrix, matchMatrixSync, sortVersions, sortVersionsSync } = greenboard
export const { filterVersions, filterVersionsSync, maxSatisfying, maxSatisfyingSync, minSatisfying, minSatisfyingSync } =
  greenboard
