import { stringify } from 'yaml';
import { shellQuote } from '../problem/index.js';

export type CiSystem = 'github' | 'gitlab';

/** A file that has a CI system run the suite gate. */
export interface CiFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** What is still to be done by hand, in a sentence. */
  readonly toDo: string;
}

interface Job {
  /** The path of the target file, from the root of the repository. */
  readonly target: string;
  /** Names of the variables that hold the secrets. */
  readonly variables: readonly string[];
}

const reports = 'reports';
const name = 'gateway-conformance';

/** The workflow to start from. Secrets come from the store of the CI system, by the names that the target gives them. */
export function ciFile(system: CiSystem, job: Job): CiFile {
  switch (system) {
    case 'github':
      return githubWorkflow(job);
    case 'gitlab':
      return gitlabJob(job);
  }
}

function githubWorkflow({ target, variables }: Job): CiFile {
  const workflow = {
    name,
    on: { workflow_dispatch: {}, schedule: [{ cron: '23 4 * * *' }], push: { branches: ['main'] } },
    permissions: { contents: 'read' },
    // Two runs at once would use up each other's quota, and one that is cancelled leaves work undone.
    concurrency: { group: name, 'cancel-in-progress': false },
    jobs: {
      gate: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 60,
        steps: [
          { uses: 'actions/checkout@v5', with: { 'persist-credentials': false } },
          { uses: 'actions/setup-node@v5', with: { 'node-version': 22 } },
          { run: 'npm ci' },
          {
            run: commandLine(target),
            env: Object.fromEntries(variables.map((variable) => [variable, `\${{ secrets.${variable} }}`])),
          },
          {
            if: `always() && hashFiles('${reports}/summary.md') != ''`,
            run: `cat ${reports}/summary.md >> "$GITHUB_STEP_SUMMARY"`,
          },
          { if: 'always()', uses: 'actions/upload-artifact@v4', with: { name, path: reports } },
        ],
      },
    },
  };
  const about = [...whatItIs, 'Pull requests are left out: those of forks get no secrets.'];
  return {
    path: '.github/workflows/gateway-conformance.yml',
    text: written(about, workflow),
    toDo: `store ${inWords(variables)} in the repository under Settings, Secrets and variables, Actions`,
  };
}

function gitlabJob({ target, variables }: Job): CiFile {
  const path = '.gitlab/gateway-conformance.yml';
  const job = {
    [name]: {
      image: 'node:22',
      rules: [
        { if: '$CI_PIPELINE_SOURCE == "schedule" || $CI_PIPELINE_SOURCE == "web"' },
        { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
      ],
      resource_group: name,
      timeout: '60 minutes',
      script: ['npm ci', commandLine(target)],
      artifacts: { when: 'always', paths: [`${reports}/`], reports: { junit: `${reports}/junit.xml` } },
    },
  };
  const about = [...whatItIs, `Include it in .gitlab-ci.yml: \`include: { local: ${path} }\`.`];
  return {
    path,
    text: written(about, job),
    toDo: `include ${path} in .gitlab-ci.yml, and store ${inWords(variables)} as masked variables under Settings, CI/CD`,
  };
}

const whatItIs = [
  'Runs the suite gate of gateway-conformance, which package.json names and its lockfile pins.',
  'The secrets are those that the target refers to.',
];

/** `--no`: what the lockfile does not pin is not fetched and given the secrets. */
function commandLine(target: string): string {
  return `npx --no -- ${name} run --suite gate --target ${quoted(target)} --out ${reports}`;
}

function quoted(text: string): string {
  return /^[A-Za-z0-9_./-]+$/.test(text) ? text : shellQuote(text);
}

function inWords(variables: readonly string[]): string {
  return variables.length === 0 ? 'the secrets that the target is going to name' : variables.join(', ');
}

function written(about: readonly string[], document: object): string {
  return `${about.map((sentence) => `# ${sentence}\n`).join('')}${stringify(document, { lineWidth: 0 })}`;
}
