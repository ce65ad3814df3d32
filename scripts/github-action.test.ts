import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../src/cli/package-root.js';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly if?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const text = readFileSync(join(packageRoot, 'action.yml'), 'utf8');
const action = parse(text) as Action;
const script = readFileSync(join(packageRoot, 'scripts', 'github-action.js'), 'utf8');

// https://docs.github.com/en/actions/reference/metadata-syntax-for-github-actions, as far as a composite action goes.
const string = { type: 'string', minLength: 1 };
const closed = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const named = (schema: object) => ({
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_-]*$' },
  additionalProperties: schema,
});
const texts = named({ type: 'string' });
const metadata = closed(
  {
    name: string,
    description: { ...string, maxLength: 125 },
    branding: closed(
      { icon: string, color: { enum: ['white', 'blue', 'green', 'red', 'gray-dark'] } },
      'icon',
      'color',
    ),
    inputs: named(
      closed({ description: string, required: { type: 'boolean' }, default: { type: 'string' } }, 'description'),
    ),
    outputs: named(closed({ description: string, value: string }, 'description', 'value')),
    runs: closed(
      {
        using: { const: 'composite' },
        steps: {
          type: 'array',
          minItems: 1,
          items: {
            oneOf: [
              closed(
                { if: string, id: string, shell: string, run: string, env: texts, 'working-directory': string },
                'run',
                'shell',
              ),
              closed(
                { if: string, id: string, uses: { type: 'string', pattern: '^[^@]+@v\\d+$' }, with: texts },
                'uses',
              ),
            ],
          },
        },
      },
      'using',
      'steps',
    ),
  },
  'name',
  'description',
  'runs',
);
const isAction = new Ajv2020({ strictRequired: false }).compile(metadata);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'github-action-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the line of a step as the runner does, with inputs as the workflow gives them. */
function runStep(
  step: Step | undefined,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
) {
  const values = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, one.default ?? ''])),
    ...inputs,
  };
  const given = Object.entries(step?.env ?? {}).map(([name, value]) => [
    name,
    value.replace(
      /\$\{\{ (?:inputs|steps\.run\.outputs)\.([\w-]+) \}\}/,
      (_, key: string) => values[key as keyof typeof values] ?? '',
    ),
  ]);
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync('bash', ['-e', '-c', step?.run ?? ''], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH,
      HOME,
      NO_COLOR: '1',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: packageRoot,
      ...files,
      ...Object.fromEntries(given),
    },
  });
}

const running = action.runs.steps.find(({ id }) => id === 'run');
const last = action.runs.steps.at(-1);

function outputsOf(inputs: Readonly<Record<string, string>>) {
  const output = join(folder, 'output');
  const summary = join(folder, 'summary');
  for (const file of [output, summary]) rmSync(file, { force: true });
  const { status, stdout, stderr } = runStep(running, inputs, { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary });
  return { status, stdout, stderr, outputs: readFileSync(output, 'utf8'), summary };
}

describe('action.yml', () => {
  it('is an action as GitHub describes one', () => {
    isAction(parse(text));
    expect(isAction.errors).toBeNull();
    expect(isAction(parse(text.replace('shell: bash', 'shel: bash')))).toBe(false);
    expect(isAction(parse(text.replace('actions/setup-node@v5', 'actions/setup-node')))).toBe(false);
  });

  it('names no input, output or step that is not there', () => {
    const mentioned = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);
    expect(new Set(mentioned(/inputs\.([\w-]+)/g))).toEqual(new Set(Object.keys(action.inputs)));
    expect(new Set(mentioned(/steps\.(\w+)\./g))).toEqual(new Set(['run']));
    expect(Object.values(action.outputs).map(({ value }) => /outputs\.([\w-]+)/.exec(value)?.[1])).toEqual(
      Object.keys(action.outputs),
    );
    const read = [...script.matchAll(/input\('(\w+)'\)/g)].map(([, name]) => `INPUT_${name}`);
    expect(new Set(read)).toEqual(new Set(Object.keys(running?.env ?? {})));
  });

  it('lets no input be read as a command', () => {
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('runs the suite, keeps the reports, tells GitHub, and fails by nothing but the last step', () => {
    const args = '--case naming.*\n\n  --junit-dialect strict\n--quiet';
    const { status, stdout, stderr, outputs, summary } = outputsOf({
      target: 'mock',
      suite: 'smoke',
      out: 'my reports',
      args,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(outputs).toMatch(/^exit-code=4\nverdict=too-little-proved\nreports=my reports\n$/);
    expect(stdout).toMatch(/^::error title=Too little is proved::/m);
    expect(readFileSync(summary, 'utf8')).toContain('# ✗ Too little is proved');
    expect(readFileSync(join(folder, 'my reports', 'junit.xml'), 'utf8')).toContain('[[PROPERTY|');
    expect(runStep(last, { 'exit-code': '4' }).status).toBe(4);
    expect(runStep(last, { 'exit-code': '0' }).status).toBe(0);
    expect(runStep(last, {}).status).not.toBe(0);
  });

  it('says when the input is wrong, without an annotation that would hide it', () => {
    const { status, stderr, outputs } = outputsOf({ target: 'none.yaml', args: '; touch owned' });
    expect(status).toBe(0);
    expect(outputs).toContain('exit-code=2\nverdict=input-wrong\n');
    expect(stderr).not.toBe('');
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });
});
