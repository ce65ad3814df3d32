import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type SimulatedAccount, startSimulatedAccount } from '../mock/index.js';
import { commandLine, temporaryFolder } from './testing/command-line.js';

const places = {
  github: '.github/workflows/gateway-conformance.yml',
  gitlab: '.gitlab/gateway-conformance.yml',
  azure: '.azure-pipelines/gateway-conformance.yml',
};

let account: SimulatedAccount | undefined;
afterEach(() => account?.close());

interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function stepsIn(cwd: string): readonly Step[] {
  return parse(readFileSync(join(cwd, places.github), 'utf8')).jobs.gate.steps;
}

interface AzureStep {
  readonly task?: string;
  readonly script?: string;
  readonly condition?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** The words that a shell makes of what follows the name of the program. */
function wordsOf(command: string): readonly string[] {
  const words = command.replace(/^npx --no -- gateway-conformance /, '');
  return spawnSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' })
    .stdout.trimEnd()
    .split('\n');
}

function written(cwd: string, file: string, text: string): string {
  mkdirSync(dirname(join(cwd, file)), { recursive: true });
  writeFileSync(join(cwd, file), text);
  return file;
}

const someIdentities = `workspaces: { home: { url: "https://home.example.net" } }
identities:
  default: { token: { env: TOKEN_OF_DEFAULT } }
  granted: { client: { id: some-client, secret: { env: SECRET_OF_GRANTED } } }
  second-user: { token: { env: TOKEN_OF_DEFAULT } }
  no-grants: { profile: mine }
`;

describe('init --ci github', () => {
  it('writes a workflow that reads the repository, and keeps the reports whatever comes of the run', async () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = await commandLine(['init', 'west.yaml', '--ci', 'github'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('store DATABRICKS_TOKEN in the repository');
    const text = readFileSync(join(cwd, places.github), 'utf8');
    await expect(text).toMatchFileSnapshot('golden/ci-github.yml');
    const workflow = parse(text);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.gate).not.toHaveProperty('permissions');
    expect(Object.keys(workflow.on)).not.toContain('pull_request');
    const upload = stepsIn(cwd).find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
    expect(upload).toMatchObject({ if: 'always()', with: { path: 'reports' } });
    expect(parse(readFileSync(join(cwd, 'west.yaml'), 'utf8')).identities.default).toEqual({
      token: { env: 'DATABRICKS_TOKEN' },
    });
  });

  it('takes a target that is there as it is, with the secrets that it names and no others', async () => {
    const cwd = temporaryFolder();
    const target = written(cwd, 'targets/west.yaml', someIdentities);
    const { code, stdout } = await commandLine(['init', target, '--ci', 'github'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, target), 'utf8')).toBe(someIdentities);
    const secrets = [...readFileSync(join(cwd, places.github), 'utf8').matchAll(/secrets\.(\w+)/g)];
    expect(secrets.map(([, name]) => name)).toEqual(['TOKEN_OF_DEFAULT', 'SECRET_OF_GRANTED']);
    const running = stepsIn(cwd).filter(({ env }) => env !== undefined);
    expect(running).toEqual([
      {
        run: 'npx --no -- gateway-conformance run --suite gate --target targets/west.yaml --out reports',
        env: {
          TOKEN_OF_DEFAULT: '${{ secrets.TOKEN_OF_DEFAULT }}',
          SECRET_OF_GRANTED: '${{ secrets.SECRET_OF_GRANTED }}',
        },
      },
    ]);
    expect(stdout).toContain('The credential of the identity no-grants is on this machine only');
  });

  it('runs what the command line takes, on the target that it wrote', async () => {
    account = await startSimulatedAccount();
    const cwd = temporaryFolder();
    const profile = `[mine]\nhost = ${account.origins['home']}\ntoken = ${account.environment['SIMULATED_TOKEN_DEFAULT']}\n`;
    const configFile = join(cwd, written(cwd, 'databrickscfg', profile));
    const asking = { DATABRICKS_CONFIG_FILE: configFile, DATABRICKS_CONFIG_PROFILE: 'mine' };
    const target = "somebody's west.yaml";
    const asked = await commandLine(['init', target, '--ask', '--ci', 'github'], { cwd, environment: asking });
    expect({ code: asked.code, stderr: asked.stderr }).toEqual({ code: 0, stderr: '' });

    const [run] = stepsIn(cwd).flatMap((step) => (step.env === undefined ? [] : [step]));
    // A profile is on one machine; what the workflow gives is what the target asks for.
    const environment = Object.fromEntries(
      Object.keys(run?.env ?? {}).map((name) => [name, account?.environment['SIMULATED_TOKEN_DEFAULT'] ?? '']),
    );
    expect(Object.keys(environment)).toEqual(['DATABRICKS_TOKEN']);
    const words = wordsOf(run?.run ?? '');
    expect(words).toContain(target);
    const ran = await commandLine([...words, '--quiet'], { cwd, environment });
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(existsSync(join(cwd, 'reports', 'summary.md'))).toBe(true);
  });

  it.each([
    ['a workflow that is there', 'west.yaml', { [places.github]: 'mine' }, 'init.ci-unwritable'],
    ['a target outside of the folder', '../west.yaml', {}, 'init.ci-unwritable'],
    ['a target that is wrong', 'wrong.yaml', { 'wrong.yaml': 'identities: {}' }, 'schema.'],
    [
      'a target with a secret in it',
      'open.yaml',
      { 'open.yaml': 'identities: { default: { token: dapi0 } }' },
      'target.secret',
    ],
  ])('writes nothing for %s', async (_what, target, files, problem) => {
    const cwd = join(temporaryFolder(), 'repository');
    mkdirSync(cwd);
    for (const [file, text] of Object.entries(files)) written(cwd, file, text);
    const { code, stderr } = await commandLine(['init', target, '--ci', 'github'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`error[${problem}`)]);
    for (const [file, text] of Object.entries(files)) expect(readFileSync(join(cwd, file), 'utf8')).toBe(text);
    const elsewhere = [target, places.github].filter((file) => !(file in files));
    expect(elsewhere.filter((file) => existsSync(join(cwd, file)))).toEqual([]);
  });
});

describe('init --ci gitlab', () => {
  it('writes a job that runs the same, and keeps the reports', async () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = await commandLine(['init', 'west.yaml', '--ci', 'gitlab'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`include ${places.gitlab} in .gitlab-ci.yml`);
    const text = readFileSync(join(cwd, places.gitlab), 'utf8');
    await expect(text).toMatchFileSnapshot('golden/ci-gitlab.yml');
    const job = parse(text)['gateway-conformance'];
    expect(job.artifacts).toMatchObject({ when: 'always', reports: { junit: 'reports/junit*.xml' } });
    expect(wordsOf(job.script[1])).toEqual(['run', '--suite', 'gate', '--target', 'west.yaml', '--out', 'reports']);
  });
});

describe('init --ci azure', () => {
  it('writes a pipeline that runs the same, and publishes what came of it', async () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = await commandLine(['init', 'west.yaml', '--ci', 'azure'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      `make a pipeline of ${places.azure}, and store DATABRICKS_TOKEN as secret variables of it`,
    );
    const text = readFileSync(join(cwd, places.azure), 'utf8');
    await expect(text).toMatchFileSnapshot('golden/ci-azure.yml');
    const steps: readonly AzureStep[] = parse(text).jobs[0].steps;
    const [run] = steps.filter(({ env }) => env !== undefined);
    expect(run?.env).toEqual({ DATABRICKS_TOKEN: '$(DATABRICKS_TOKEN)' });
    expect(wordsOf(run?.script ?? '')).toEqual(['run', '--suite', 'gate', '--target', 'west.yaml', '--out', 'reports']);
    const publishing = steps.find(({ task }) => task === 'PublishTestResults@2');
    expect(publishing?.inputs).toMatchObject({ testResultsFormat: 'JUnit', testResultsFiles: 'reports/junit*.xml' });
    const afterwards = steps.slice(steps.indexOf(run as AzureStep) + 1);
    expect(afterwards.map(({ condition }) => condition)).toEqual(Array(3).fill('succeededOrFailed()'));

    const uploading = steps.find(({ script }) => script?.includes('uploadsummary'))?.script ?? '';
    const upload = () => spawnSync('sh', ['-ec', uploading], { cwd, encoding: 'utf8' });
    expect(upload()).toMatchObject({ status: 0, stdout: '' });
    written(cwd, 'reports/summary.md', '# x');
    expect(upload().stdout).toBe(`##vso[task.uploadsummary]${cwd}/reports/summary.md\n`);
  });
});
