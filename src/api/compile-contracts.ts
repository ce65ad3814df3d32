import type { ApiName, Contract } from './api.js';
import { apis } from './apis.js';
import { compileContracts as compileContractsOf } from './contract/index.js';

/**
 * Every API's contract, each schema compiled when it is first needed. `readText` gives the text of a file in `specs/contracts/` by its name.
 * @throws Error that names the file, when a contract is broken; whatever `readText` throws.
 */
export function compileContracts(readText: (file: string) => string): Readonly<Record<ApiName, Contract>> {
  return compileContractsOf(apis, readText);
}
