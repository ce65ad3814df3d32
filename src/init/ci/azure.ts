import {
  type CiFile,
  commandLine,
  install,
  inWords,
  type Job,
  junitFiles,
  minutes,
  name,
  nightly,
  node,
  quoted,
  reports,
  whatItIs,
  written,
} from './job.js';

/** Also when the run failed, and not when it was cancelled. */
const whateverCame = 'succeededOrFailed()';

export function azurePipeline({ target, variables }: Job): CiFile {
  const path = '.azure-pipelines/gateway-conformance.yml';
  const pipeline = {
    trigger: { branches: { include: ['main'] } },
    pr: 'none',
    schedules: [{ cron: nightly, displayName: 'every night', branches: { include: ['main'] }, always: true }],
    jobs: [
      {
        job: 'gate',
        pool: { vmImage: 'ubuntu-latest' },
        timeoutInMinutes: minutes,
        steps: [
          { checkout: 'self', persistCredentials: false },
          { task: 'UseNode@1', inputs: { version: `${node}.x` } },
          { script: install },
          {
            script: commandLine('gate', quoted(target)),
            // Secret variables of a pipeline are in no environment unless they are put there.
            ...(variables.length === 0
              ? {}
              : { env: Object.fromEntries(variables.map((variable) => [variable, `$(${variable})`])) }),
          },
          {
            task: 'PublishTestResults@2',
            condition: whateverCame,
            inputs: { testResultsFormat: 'JUnit', testResultsFiles: junitFiles, testRunTitle: name },
          },
          {
            script: `test ! -f ${reports}/summary.md || echo "##vso[task.uploadsummary]$PWD/${reports}/summary.md"`,
            condition: whateverCame,
          },
          { publish: reports, artifact: name, condition: whateverCame },
        ],
      },
    ],
  };
  return {
    path,
    text: written([...whatItIs, 'Pull requests are left out: those of forks get no secrets.'], pipeline),
    toDo: `make a pipeline of ${path}, and store ${inWords(variables)} as secret variables of it`,
  };
}
