import type { Api, Contract } from '../api/index.js';

export interface ApiContract {
  readonly api: Api;
  readonly contract: Contract;
}
