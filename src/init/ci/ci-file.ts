import { azurePipeline } from './azure.js';
import { githubWorkflow } from './github.js';
import { gitlabFile } from './gitlab.js';
import type { CiFile, CiSystem, Job } from './job.js';

/** The workflow to start from. Secrets come from the store of the CI system, by the names that the target gives them. */
export function ciFile(system: CiSystem, job: Job): CiFile {
  switch (system) {
    case 'github':
      return githubWorkflow(job);
    case 'gitlab':
      return gitlabFile(job);
    case 'azure':
      return azurePipeline(job);
    default:
      return system satisfies never;
  }
}
