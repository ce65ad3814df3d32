import {
  type CiFile,
  commandLine,
  install,
  inWords,
  type Job,
  junitFiles,
  minutes,
  name,
  node,
  quoted,
  reports,
  whatItIs,
  written,
} from './job.js';

export function gitlabFile({ target, variables }: Job): CiFile {
  const path = '.gitlab/gateway-conformance.yml';
  const about = [...whatItIs, `Include it in .gitlab-ci.yml: \`include: { local: ${path} }\`.`];
  const script = [install, commandLine('gate', quoted(target))];
  return {
    path,
    text: written(about, { [name]: { image: `node:${node}`, rules, ...alone, timeout, script, artifacts } }),
    toDo: `include ${path} in .gitlab-ci.yml, and store ${inWords(variables)} as masked variables under Settings, CI/CD`,
  };
}

// What every job has, written once.

export const rules = [
  { if: '$CI_PIPELINE_SOURCE == "schedule" || $CI_PIPELINE_SOURCE == "web"' },
  { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
];

/** Two runs at once would use up each other's quota. */
export const alone = { resource_group: name };

export const timeout = `${minutes} minutes`;

/** The exit code is what fails a job: GitLab takes no failure from a JUnit report. */
export const artifacts = { when: 'always', paths: [`${reports}/`], reports: { junit: junitFiles } };
