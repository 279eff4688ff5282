import type { ContractAnswer, ContractMatrix } from '../documents'

/** Whether the contracts between consumers and providers allow a version into an environment, as Pact's can-i-deploy answers it. */
export namespace contracts {
  /**
   * Whether contracts allow this version of a component into the environment: `yes`, `no`, or `unknown` where a verification is
   * missing. What has no contracts breaks none: without rows it is `yes`.
   *
   * ```js
   * const matrix = { pacts: [{ consumer: 'web', version: '1', provider: 'orders' }], deployed: { orders: ['7'] } }
   * contracts.canIDeploy(matrix, 'web', '1').deployable // 'unknown'
   * ```
   */
  function canIDeploy(matrix: ContractMatrix | string, component: string, version: string): ContractAnswer
  /**
   * The components to be deployed together with this one, each in the version of `candidates`, so that contracts allow it;
   * undefined where there is no such set.
   */
  function together(
    matrix: ContractMatrix | string,
    component: string,
    candidates: Record<string, string>,
  ): string[] | undefined
}
