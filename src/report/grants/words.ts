import type { Verdict } from '../../journal/index.js';
import { listed } from '../wording.js';
import type { Cell, Matrix } from './matrix.js';

/** `denied 403`, or `denied 403 ×16, allowed ×1`. */
export function observedWords({ observed }: Cell): string {
  return observed.map(({ word, count }) => (observed.length > 1 ? `${word} ×${count}` : word)).join(', ');
}

/** `expected deny, lacks EXECUTE` */
export function expectedWords({ expected, lacks }: Cell): string {
  return lacks.length === 0 ? `expected ${expected}` : `expected ${expected}, lacks ${listed(lacks)}`;
}

/** The verdict whose mark and colour a cell has. */
export function verdictOfCell({ state }: Cell): Verdict {
  switch (state) {
    case 'holds':
      return 'passed';
    case 'differs':
      return 'failed';
    case 'open':
      return 'inconclusive';
  }
}

/** `14 of 15 cells as expected, 1 differs, 1 open` */
export function matrixWords({ cells }: Matrix): string {
  const count = (state: Cell['state']) => cells.filter((cell) => cell.state === state).length;
  const [differing, open] = [count('differs'), count('open')];
  return [
    `${count('holds')} of ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} as expected`,
    ...(differing === 0 ? [] : [`${differing} ${differing === 1 ? 'differs' : 'differ'}`]),
    ...(open === 0 ? [] : [`${open} open`]),
  ].join(', ');
}
