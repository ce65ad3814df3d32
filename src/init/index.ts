export { askAccount } from './ask-account.js';
export { ciFile } from './ci/ci-file.js';
export { gitlabShardsTemplate, gitlabTemplate } from './ci/gitlab-templates.js';
export type { CiFile, CiSystem } from './ci/job.js';
export { credentialsIn } from './credentials-in.js';
export { type Known, nothingKnown, targetTemplate } from './template.js';
