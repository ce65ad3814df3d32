export { type ProblemCode, problemCodes } from './codes.js';
export { exitCodeOf } from './exit-code-of.js';
export { type ExitCode, exitCodes } from './exit-codes.js';
export { failed, ok, type Place, type Problem, type Result } from './problem.js';
export { renderProblems } from './render-problem.js';
export { shellQuote } from './shell-quote.js';
