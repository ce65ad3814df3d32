export { mostSummary, renderSummary } from './render-summary.js';
