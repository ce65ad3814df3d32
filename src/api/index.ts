export type { Answer, Api, ApiName, Call, CallMessage, Contract, EncodedCall, FinishReason, Rule, Violation } from './api.js';
export { apiNames } from './api.js';
