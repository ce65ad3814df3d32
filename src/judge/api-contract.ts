import type { Api, ResponseContract } from '../api/index.js';

/** The API in whose terms an answer is read, and the contract that it has to keep. */
export interface ApiContract {
  readonly api: Api;
  readonly contract: ResponseContract;
}
