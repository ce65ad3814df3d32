import { describe, expect, it } from 'vitest';
import { start } from './testing/command-line.js';

describe('the command line', () => {
  it('ends in silence when nobody reads on', async () => {
    const { process: child, finished } = start(['list', '--json']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { code, stderr } = await finished;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
