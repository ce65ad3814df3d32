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
  return {
    path,
    text: written(about, { [name]: job(`node:${node}`, [commandLine('gate', quoted(target))]) }),
    toDo: `include ${path} in .gitlab-ci.yml, and store ${inWords(variables)} as masked variables under Settings, CI/CD`,
  };
}

/**
 * The same for everybody, with inputs: a CI/CD component, or a file to be included from elsewhere. Inputs become
 * variables, so that none of them is read as a command.
 */
export function gitlabTemplate(): string {
  const inputs = {
    target: { description: 'A target file of the repository, env for the DATABRICKS_* variables, or mock.' },
    suite: { description: 'Which suite to run.', options: ['smoke', 'gate', 'grants', 'full'], default: 'gate' },
    flags: { description: 'Further flags of `run`, such as --max-requests 200.', default: '' },
    stage: { default: 'test' },
    image: { description: `An image with Node 20.19 or later, and npm.`, default: `node:${node}` },
  };
  const variables = {
    GATEWAY_CONFORMANCE_TARGET: '$[[ inputs.target ]]',
    GATEWAY_CONFORMANCE_SUITE: '$[[ inputs.suite ]]',
    GATEWAY_CONFORMANCE_FLAGS: '$[[ inputs.flags ]]',
  };
  // The flags are parted at spaces, and a pattern such as naming.* among them stands for no files.
  const script = commandLine(
    '"$GATEWAY_CONFORMANCE_SUITE"',
    '"$GATEWAY_CONFORMANCE_TARGET"',
    '$GATEWAY_CONFORMANCE_FLAGS',
  );
  const about = [
    'A CI/CD component that runs a suite of gateway-conformance, which package.json of your repository names and its lockfile pins.',
    'The secrets that the target refers to are masked variables of your project.',
    'Generated from src/init/ci/gitlab.ts.',
  ];
  return written(
    about,
    { spec: { inputs } },
    { [name]: { stage: '$[[ inputs.stage ]]', variables, ...job('$[[ inputs.image ]]', ['set -f', script]) } },
  );
}

/** The exit code is what fails it: GitLab takes no failure from a JUnit report. */
function job(image: string, script: readonly string[]) {
  return {
    image,
    rules: [
      { if: '$CI_PIPELINE_SOURCE == "schedule" || $CI_PIPELINE_SOURCE == "web"' },
      { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
    ],
    resource_group: name,
    timeout: `${minutes} minutes`,
    script: [install, ...script],
    artifacts: { when: 'always', paths: [`${reports}/`], reports: { junit: junitFiles } },
  };
}
