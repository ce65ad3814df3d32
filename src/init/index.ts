export { askAccount } from './ask-account.js';
export { type Known, nothingKnown, targetTemplate } from './template.js';
