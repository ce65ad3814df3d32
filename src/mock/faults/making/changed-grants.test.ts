import { describe, expect, it } from 'vitest';
import type { Grant } from '../../account/account.js';
import { openGrantBook } from '../../account/grant-book.js';
import { changeGrants, enforceGrants, holds, only, without } from './changed-grants.js';

const grant = (to: string, ...privileges: Grant['privileges']): Grant => ({
  metastore: 'home',
  to,
  on: 'main.llm',
  privileges,
});
const one = grant('one', 'EXECUTE', 'USE SCHEMA');
const other = grant('other', 'EXECUTE');

function bookOf(deviate: ReturnType<typeof changeGrants>) {
  const deviation = deviate();
  if (deviation.at !== 'grants') throw new Error('a deviation of grants was expected');
  return deviation.change(openGrantBook([one], { delayMs: 0, now: () => 0 }));
}

describe('what is held', () => {
  it('is told privilege by privilege', () => {
    const lost = only([one, other], [grant('one', 'USE SCHEMA')]);
    expect(lost.map(({ to, privilege }) => `${to} ${privilege}`)).toEqual(['one EXECUTE', 'other EXECUTE']);
    expect(lost.map((held) => holds([other], held))).toEqual([false, true]);
  });

  it('may be taken out, and a grant of nothing with it', () => {
    expect(without([one, other], ({ privilege }) => privilege === 'EXECUTE')).toEqual([grant('one', 'USE SCHEMA')]);
  });
});

describe('a book of grants', () => {
  it('may keep another change than it was asked for', () => {
    const book = bookOf(changeGrants(({ before }) => before));
    book.change([one, other]);
    expect([book.current(), book.inForce()]).toEqual([[one], [one]]);
  });

  it('may show a change and go by another', () => {
    const book = bookOf(enforceGrants((inForce) => inForce));
    book.change([other]);
    expect([book.current(), book.inForce()]).toEqual([[other], [one]]);
  });
});
