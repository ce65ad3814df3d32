import { describe, expect, it } from 'vitest';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../../journal/testing/make-events.js';
import { type Asked, matrixJournal, sampleMatrix } from '../../journal/testing/sample-matrix.js';
import { expectedWords, matrixOf, matrixWords, mendOf, observedWords } from './index.js';

const allowed = { identity: 'granted', model: 'private', verdict: 'failed' } as const;
const denied = { ...allowed, lacks: ['EXECUTE'] } as const;

function onlyCell(...asked: readonly Asked[]) {
  const [cell, ...others] = matrixOf(matrixJournal(asked))?.cells ?? [];
  if (cell === undefined || others.length > 0) throw new Error('there is not one cell');
  return cell;
}

describe('a cell of the matrix', () => {
  it.each<[what: string, asked: Asked, state: string, words: string]>([
    ['a completion', { ...allowed, verdict: 'passed', status: 200 }, 'holds', 'allowed'],
    ['a denial of who may', { ...allowed, status: 403, broken: ['completion.status'] }, 'differs', 'denied 403'],
    ['a hidden service', { ...allowed, status: 404, broken: ['completion.status'] }, 'differs', 'hidden 404'],
    [
      'a success that is no completion',
      { ...allowed, status: 200, broken: ['completion.contract'] },
      'open',
      'status 200, no valid completion',
    ],
    ['a server error', { ...allowed, status: 500, broken: ['completion.status'] }, 'open', 'status 500'],
    ['a denial', { ...denied, verdict: 'passed', status: 403 }, 'holds', 'denied 403'],
    ['a denial that hides', { ...denied, verdict: 'passed', status: 404 }, 'holds', 'hidden 404'],
    [
      'a completion for who may not',
      { ...denied, status: 200, broken: ['denied.no-completion'] },
      'differs',
      'allowed',
    ],
    [
      'a completion behind a status that denies',
      { ...denied, status: 403, broken: ['denied.no-completion'] },
      'differs',
      'allowed',
    ],
    [
      'a completion that another outcome finds',
      { ...denied, status: 200, broken: ['no-completion.body'] },
      'differs',
      'allowed',
    ],
    ['a success without an answer', { ...denied, status: 200, broken: ['denied.status'] }, 'open', 'status 200'],
    [
      'a refusal for another reason',
      { ...denied, status: 403, broken: ['denied.reason'] },
      'open',
      'denied 403, for another reason',
    ],
    ['another status', { ...denied, verdict: 'passed', status: 400 }, 'open', 'status 400'],
    ['a control that failed', { ...denied }, 'open', 'not asked'],
  ])('tells %s', (_, asked, state, words) => {
    const cell = onlyCell(asked);
    expect({ state: cell.state, words: observedWords(cell) }).toEqual({ state, words });
  });

  it('counts over all APIs, and differs when one does', () => {
    const cell = onlyCell(
      { ...denied, api: 'chat', verdict: 'passed', status: 403 },
      { ...denied, api: 'messages', verdict: 'passed', status: 403 },
      { ...denied, api: 'gemini', status: 200, broken: ['denied.no-completion'] },
    );
    expect(cell).toMatchObject({
      state: 'differs',
      instance: 'permissions.matrix-denied[grant=granted.private,api=gemini]',
    });
    expect(observedWords(cell)).toBe('denied 403 ×2, allowed ×1');
    expect(expectedWords(cell)).toBe('expected deny, lacks EXECUTE');
  });
});

describe('the matrix', () => {
  it('is in the order of the target, and says how many cells are as expected', () => {
    const matrix = matrixOf(sampleMatrix);
    expect(matrix).toMatchObject({
      identities: ['granted', 'without-execute', 'no-grants'],
      models: ['system', 'private', 'inherited'],
    });
    expect(matrix === undefined ? '' : matrixWords(matrix)).toBe('3 of 7 cells as expected, 3 differ, 1 open');
  });

  it('is not there when the run was not about it, or only observed', () => {
    const grant = { identity: 'granted', model: 'private', lacks: [], steps: ['request'] };
    const observed = plannedEvent('a', { level: 'OBSERVE', grant });
    const plain = plannedEvent('b');
    expect(
      matrixOf(
        journalOf([observed, plain, finishedEvent('a', 'observed'), finishedEvent('b', 'passed'), endedEvent()]),
      ),
    ).toBeUndefined();
  });
});

describe('what would mend a cell', () => {
  const mended = (identity: string, model: string) => {
    const cell = matrixOf(sampleMatrix)?.cells.find((one) => one.identity === identity && one.model === model);
    return cell === undefined ? undefined : mendOf(cell, sampleMatrix.run);
  };

  it('is nothing for one that does not differ', () => {
    expect(mended('granted', 'system')).toBeUndefined();
    expect(mended('granted', 'inherited')).toBeUndefined();
  });

  it('grants all that a call needs, each privilege where it belongs', () => {
    expect(mended('granted', 'private')?.sql).toEqual([
      "GRANT USE CATALOG ON CATALOG `main` TO `o'brien@example.com`;",
      "GRANT USE SCHEMA ON SCHEMA `main`.`gateway` TO `o'brien@example.com`;",
      "GRANT EXECUTE ON MODEL SERVICE `main`.`gateway`.`private` TO `o'brien@example.com`;",
    ]);
    expect(mended('granted', 'private')?.rest).toHaveLength(6);
    expect(mended('granted', 'private')?.rest.at(-1)).toBe(
      String.raw`curl --globoff --include \
  --request 'PATCH' \
  'https://home.example.com/api/2.1/unity-catalog/permissions/model_service/main.gateway.private' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{"changes":[{"principal":"o'\''brien@example.com","add":["EXECUTE"]}]}'`,
    );
  });

  it('revokes only what is not to be held, after a look at where it comes from', () => {
    const { notes, rest = [], sql } = mended('without-execute', 'private') ?? {};
    expect(sql).toEqual([
      'REVOKE EXECUTE ON MODEL SERVICE `main`.`gateway`.`private` FROM `5c2b9d1e-0000-4000-8000-000000000001`;',
    ]);
    expect(rest).toHaveLength(2);
    expect(rest[0]).toContain(
      '/effective-permissions/model_service/main.gateway.private?principal=5c2b9d1e-0000-4000-8000-000000000001',
    );
    expect(rest[1]).toContain('"remove":["EXECUTE"]');
    expect(notes).toContain('Not all APIs answer alike, which grants alone do not explain.');
  });

  it('says so when nobody knows how Unity Catalog calls the identity, and quotes whatever a name holds', () => {
    const { notes, rest = [], sql = [] } = mended('no-grants', 'inherited') ?? {};
    expect(notes?.join(' ')).toContain('The target does not say how Unity Catalog calls `no-grants`');
    expect(sql.at(-1)).toBe(
      'REVOKE EXECUTE ON MODEL SERVICE `main`.`shared`.`o``brien` FROM `PRINCIPAL-OF-no-grants`;',
    );
    expect(rest.at(-1)).toContain('/permissions/model_service/main.shared.o%60brien');
  });
});
