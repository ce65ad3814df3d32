import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import type { Target } from '../target/index.js';
import { apisOf } from './apis-of.js';
import { expand } from './expand.js';
import { reasons } from './testing/reasons.js';
import { smallTarget } from './testing/small-target.js';

const statement = 'sql: { statement: SELECT 1 }\nexpect: statement-succeeded';
const without: Target = { ...smallTarget, warehouses: {} };
const missing = { code: 'needs.warehouse', message: 'the target does not have a warehouse default' };

describe('a warehouse', () => {
  it('is needed by every statement, and by who says so', () => {
    expect(reasons(statement)).toEqual([undefined]);
    expect(reasons(statement, without)).toEqual([missing]);
    const call = 'needs: { warehouses: [default] }\ncall: { api: chat }\nexpect: completion';
    expect(reasons(call, without)).toEqual([missing]);
  });

  it('may be bound by the matrix', () => {
    expect(reasons(`each: { warehouse: [default] }\n${statement}`, without)).toEqual([missing]);
  });

  it('is asked on an API of its own', () => {
    expect(expand(caseOf(`each: { api: [chat] }\n${statement}`)).map(apisOf)).toEqual([['sql']]);
  });
});
