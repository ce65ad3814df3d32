import {
  type CiFile,
  commandLine,
  install,
  inWords,
  type Job,
  minutes,
  name,
  nightly,
  node,
  quoted,
  reports,
  whatItIs,
  written,
} from './job.js';

/** Annotations and the job summary need no step: `run` writes them where GITHUB_ACTIONS is set. */
export function githubWorkflow({ target, variables }: Job): CiFile {
  const workflow = {
    name,
    on: { workflow_dispatch: {}, schedule: [{ cron: nightly }], push: { branches: ['main'] } },
    permissions: { contents: 'read' },
    // Two runs at once would use up each other's quota, and one that is cancelled leaves work undone.
    concurrency: { group: name, 'cancel-in-progress': false },
    jobs: {
      gate: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': minutes,
        steps: [
          { uses: 'actions/checkout@v5', with: { 'persist-credentials': false } },
          { uses: 'actions/setup-node@v5', with: { 'node-version': node } },
          { run: install },
          {
            run: commandLine('gate', quoted(target)),
            env: Object.fromEntries(variables.map((variable) => [variable, `\${{ secrets.${variable} }}`])),
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
