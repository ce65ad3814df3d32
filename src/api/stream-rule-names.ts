import { apis } from './apis.js';

/** Every rule of a stream's grammar that a spec may ask for, on any API. */
export const streamRuleNames: readonly string[] = [
  ...new Set(Object.values(apis).flatMap(({ streamRules }) => Object.keys(streamRules))),
];
