export { quotaOf } from './quota-of.js';
export { type Budget, type Share, unlimited } from './run-budget.js';
export { createTraffic, type RequestAdmission, type Traffic } from './traffic.js';
