export { globMatcher } from './glob.js';
