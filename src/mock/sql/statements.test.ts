import { describe, expect, it } from 'vitest';
import type { Outcome } from './outcome.js';
import { createStatements } from './statements.js';

const atOnce = () => Promise.resolve();
const rows: Outcome = { kind: 'result', columns: [], rows: [['x']] };

describe('the statements of an account', () => {
  it('end with what running them gave', async () => {
    const statement = createStatements(atOnce).submit('me', () => Promise.resolve(rows));
    expect(statement.progress()).toEqual({ state: 'PENDING' });
    await statement.over;
    expect(statement.progress()).toEqual({ state: 'ENDED', outcome: rows });
    statement.cancel();
    expect(statement.progress()).toEqual({ state: 'ENDED', outcome: rows });
  });

  it('fail when the engine itself does', async () => {
    const statement = createStatements(atOnce).submit('me', () => Promise.reject(new Error('No binary.')));
    await statement.over;
    expect(statement.progress()).toMatchObject({
      outcome: { kind: 'failure', failure: { code: 'INTERNAL_ERROR', message: expect.stringContaining('No binary.') } },
    });
  });

  it('stay cancelled, whatever the engine still gives', async () => {
    const statements = createStatements(atOnce);
    const statement = statements.submit('me', (signal) => {
      statement.cancel();
      expect(signal.aborted).toBe(true);
      return Promise.resolve(rows);
    });
    await statement.over;
    expect(statement.progress()).toEqual({ state: 'CANCELED' });
  });

  it('are forgotten, the oldest first', async () => {
    const statements = createStatements(atOnce);
    const ids = Array.from({ length: 1_001 }, () => statements.submit('me', () => Promise.resolve(rows)).id);
    expect(statements.find(ids[0] ?? '')).toBeUndefined();
    expect(statements.find(ids[1] ?? '')).toBeDefined();
    await statements.close();
  });
});
