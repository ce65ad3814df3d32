export { renderSummary } from './render-summary.js';
