export { askAccount } from './ask-account.js';
export { type CiFile, type CiSystem, ciFile } from './ci.js';
export { credentialsIn } from './credentials-in.js';
export { type Known, nothingKnown, targetTemplate } from './template.js';
