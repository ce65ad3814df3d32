import type { Api, Contract, Operation, ResponseContract } from './api.js';

/**
 * What the answer to a raw request has to keep: the contract of the operation that it is, or that of the calls of its
 * path. The path has no query. Undefined when the request is none of this API.
 */
export function contractOfRequest(
  api: Pick<Api, 'owns'>,
  contract: Contract,
  { method, path }: Operation,
): ResponseContract | undefined {
  const operation = contract.operations.find((other) => other.method === method && other.path === path);
  return operation ?? (api.owns(path) ? contract : undefined);
}
