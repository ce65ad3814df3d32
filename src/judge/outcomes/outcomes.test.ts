import { describe, expect, it } from 'vitest';
import { outcomeNames } from '../../spec/loading.js';
import type { Answered } from '../answered.js';
import { readAspects } from '../observation.js';
import { context, judged, refuted } from '../testing/answers.js';
import { gallery } from '../testing/gallery.js';

// Rows are answers, columns are outcomes: reviewed as a page, because a wrong cell is a wrong verdict.
const matrix = Object.entries(gallery).map(([name, subject]) => ({
  name,
  aspect: String(readAspects(['outcome'], subject, context)['outcome']),
  holds: outcomeNames.map((outcome) => refuted(judged({ [outcome]: {} }, subject)).length === 0),
}));

/** What is no statement has nothing to say about how statements end. */
const outcomesOf = ({ statement }: Answered) =>
  outcomeNames.filter((name) => statement !== undefined || !name.startsWith('statement-'));

describe('the outcomes', () => {
  it('hold of the answers that they name, and of no others', async () => {
    const header = ['answer'.padEnd(52), 'aspect'.padEnd(18), ...outcomeNames].join('  ');
    const rows = matrix.map(({ name, aspect, holds }) =>
      [
        name.padEnd(52),
        aspect.padEnd(18),
        ...holds.map((held, at) => (held ? 'holds' : '-').padEnd(outcomeNames[at]?.length ?? 0)),
      ]
        .join('  ')
        .trimEnd(),
    );
    await expect([header, ...rows, ''].join('\n')).toMatchFileSnapshot('golden/outcomes.txt');
  });

  it('each hold of some answer', () => {
    for (const [at, name] of outcomeNames.entries())
      expect(
        matrix.some(({ holds }) => holds[at]),
        name,
      ).toBe(true);
  });

  it('never call one answer a completion and a refusal', () => {
    for (const { name, holds } of matrix) expect(holds[0] && holds.slice(1).some(Boolean), name).toBe(false);
  });

  it('say why they do not hold', async () => {
    const lines = Object.entries(gallery).flatMap(([name, subject]) => [
      name,
      ...outcomesOf(subject).flatMap((outcome) =>
        judged({ [outcome]: {} }, subject)
          .filter(({ holds }) => !holds)
          .map(({ check, message, where }) => `  ${check}: ${message}${where === undefined ? '' : ` [${where}]`}`),
      ),
    ]);
    await expect([...lines, ''].join('\n')).toMatchFileSnapshot('golden/reasons.txt');
  });
});
