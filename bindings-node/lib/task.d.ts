/** How to stop waiting. */
export interface TaskOptions {
  /** Once it aborts, the promise rejects with its reason. */
  signal?: AbortSignal
}
