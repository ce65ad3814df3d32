import { describe, expect, it } from 'vitest';
import { renderProblems } from '../../problem/index.js';
import { engineProblem } from './engine-problem.js';
import { isEngineInstalled } from './is-engine-installed.js';

describe('the engine of the simulated warehouse', () => {
  it('is there in a checkout', () => {
    expect(isEngineInstalled()).toBe(true);
    expect(engineProblem()).toBeUndefined();
  });

  it('is named where it is missing', () => {
    const problem = engineProblem(() => false);
    expect(problem && renderProblems([problem])).toContain('error[mock.no-sql-engine]');
  });
});
