import type { Journal, RunEvent } from '../../journal/index.js';
import {
  type Cell,
  cellAt,
  expectedWords,
  type Matrix,
  matrixOf,
  matrixWords,
  mendOf,
  observedWords,
  verdictOfCell,
} from '../grants/index.js';
import { verdictMarks } from '../marks.js';
import { visibleLine } from '../visible.js';
import { aligned, type TableCell } from './aligned.js';
import type { Palette } from './palette.js';

const mostMended = 10;

/** Who may call what: expected and observed for each cell, then what would mend those that differ. */
export function grantMatrix(journal: Journal, palette: Palette): string[] {
  const matrix = matrixOf(journal);
  if (matrix === undefined) return [];
  const differing = matrix.cells.filter(({ state }) => state === 'differs');
  const unshown = differing.length - mostMended;
  return [
    `${palette.strong('who may call what')}  ${matrixWords(matrix)}\n${table(matrix, palette)}`,
    ...differing.slice(0, mostMended).map((cell) => mend(cell, journal.run, palette)),
    ...(unshown > 0 ? [`and ${unshown} more cells that differ: see the HTML report`] : []),
  ];
}

function table(matrix: Matrix, palette: Palette): string {
  const head = ['expected: observed', ...matrix.models].map((text) => ({
    text: visibleLine(text),
    paint: palette.faint,
  }));
  const rows = matrix.identities.map((identity): readonly TableCell[] => [
    { text: visibleLine(identity) },
    ...matrix.models.map((model) => tableCell(cellAt(matrix, identity, model), palette)),
  ]);
  return aligned([head, ...rows], 'left');
}

function tableCell(cell: Cell | undefined, palette: Palette): TableCell {
  if (cell === undefined) return { text: '-', paint: palette.faint };
  const verdict = verdictOfCell(cell);
  const text = `${verdictMarks[verdict]} ${cell.expected}: ${visibleLine(observedWords(cell))}`;
  return { text, paint: palette.verdict[verdict] };
}

function mend(cell: Cell, run: RunEvent, palette: Palette): string {
  const { identity, model } = cell;
  const service = run.target.models[model]?.fqn ?? '';
  const mark = palette.verdict.failed(`${verdictMarks.failed} differs`);
  const found = `${expectedWords(cell)}; observed ${observedWords(cell)}`;
  const { notes = [], rest = [], sql = [] } = mendOf(cell, run) ?? {};
  return [
    `${mark} ${palette.strong(visibleLine(`${identity} on ${model}`))}  ${visibleLine(service)}`,
    `  ${visibleLine(found)}`,
    ...notes.map((note) => `  ${visibleLine(note)}`),
    ...rest.map((command) => palette.faint(`  ${oneLine(command)}`)),
    ...(sql.length === 0 ? [] : ['  The same in SQL, where the warehouse knows model services:']),
    ...sql.map((statement) => palette.faint(`  ${visibleLine(statement)}`)),
  ].join('\n');
}

/** A command on one line: the pieces of a long one would be most of the closing words. */
function oneLine(command: string): string {
  return visibleLine(command.replaceAll(/ \\\n */g, ' '));
}
