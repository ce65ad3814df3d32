import type { Api, Contract } from './api.js';

/** An API with its contract, ready to send requests and to read answers. */
export interface CompiledApi {
  readonly api: Api;
  readonly contract: Contract;
}
