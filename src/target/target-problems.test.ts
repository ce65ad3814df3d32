import { describe, expect, it } from 'vitest';
import { type Problem, renderProblems } from '../problem/index.js';
import { loadTarget } from './load-target.js';
import { targetFromEnvironment } from './target-from-environment.js';
import { contextOf, source } from './testing/accounts.js';
import { wrongEnvironments } from './testing/environment-problems.js';
import { type WrongTarget, wrongTargets } from './testing/target-problems.js';

function problemsOf({
  file,
  environment = { DATABRICKS_TOKEN: 'token-one' },
  configFile,
}: WrongTarget): readonly Problem[] {
  const target = loadTarget(source(file), contextOf(environment, configFile));
  return target.ok ? [] : target.problems;
}

describe('a wrong target file', () => {
  it.each(wrongTargets)('says what is wrong: $name', async (wrong) => {
    const problems = problemsOf(wrong);
    expect(problems).not.toEqual([]);
    await expect(
      `${wrong.file}\n---\n\n${renderProblems(problems)}`.replaceAll(/dapi[0-9a-f]{32}/g, '<a token>'),
    ).toMatchFileSnapshot(`golden/file/${wrong.name}.txt`);
  });
});

describe('a wrong environment', () => {
  it.each(wrongEnvironments)('says what is wrong: $name', async ({ name, environment, configFile, profile }) => {
    const target = targetFromEnvironment(contextOf(environment, configFile), profile);
    await expect(renderProblems(target.ok ? [] : target.problems)).toMatchFileSnapshot(
      `golden/environment/${name}.txt`,
    );
    expect(target.ok).toBe(false);
  });
});

it('every problem of this folder has a golden message', () => {
  const environments = wrongEnvironments.flatMap(({ environment, configFile, profile }) => {
    const target = targetFromEnvironment(contextOf(environment, configFile), profile);
    return target.ok ? [] : target.problems;
  });
  const codes = new Set([...wrongTargets.flatMap(problemsOf), ...environments].map(({ code }) => code));
  expect([...codes].filter((code) => code.startsWith('target.')).sort()).toEqual([
    'target.bad-limit',
    'target.bad-model-name',
    'target.bad-url',
    'target.bad-workspace-id',
    'target.credential-malformed',
    'target.credential-unclear',
    'target.credential-unsupported',
    'target.expectation-without-model',
    'target.no-workspace',
    'target.profile-incomplete',
    'target.profile-missing',
    'target.profile-other-host',
    'target.same-workspace',
    'target.secret-in-file',
    'target.unknown-api',
    'target.unknown-role',
    'target.variable-missing',
  ]);
});
