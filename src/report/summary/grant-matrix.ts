import type { Journal, RunEvent } from '../../journal/index.js';
import {
  type Cell,
  cellAt,
  expectedWords,
  matrixOf,
  matrixWords,
  mendOf,
  observedWords,
  verdictOfCell,
} from '../grants/index.js';
import { verdictMarks } from '../marks.js';
import { code, codeBlock, details, escaped, prose, table } from './markdown.js';

const mostMended = 20;

/** Who may call what: expected and observed for each cell, then what would mend those that differ. */
export function grantMatrix(journal: Journal): string[] {
  const matrix = matrixOf(journal);
  if (matrix === undefined) return [];
  const differing = matrix.cells.filter(({ state }) => state === 'differs');
  const rows = matrix.identities.map((identity) => [
    escaped(identity),
    ...matrix.models.map((model) => cellText(cellAt(matrix, identity, model))),
  ]);
  return [
    '## Who may call what',
    `${escaped(matrixWords(matrix))}. Each cell: expected, then observed.`,
    table(['identity', ...matrix.models.map(escaped)], rows),
    ...differing.slice(0, mostMended).map((cell) => mend(cell, journal.run)),
  ];
}

function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '-';
  const text = `${verdictMarks[verdictOfCell(cell)]} ${cell.expected}: ${escaped(observedWords(cell))}`;
  return cell.state === 'differs' ? `**${text}**` : text;
}

function mend(cell: Cell, run: RunEvent): string {
  const { notes = [], rest = [], sql = [] } = mendOf(cell, run) ?? {};
  const content = [
    `${escaped(expectedWords(cell))}; observed ${escaped(observedWords(cell))}.`,
    ...notes.map(prose),
    ...(rest.length === 0 ? [] : [codeBlock(rest.join('\n\n'), 'sh')]),
    ...(sql.length === 0
      ? []
      : ['The same in SQL, where the warehouse knows model services:', codeBlock(sql.join('\n'), 'sql')]),
  ];
  const title = `${verdictMarks.failed} ${code(`${cell.identity} on ${cell.model}`)} differs`;
  return details(title, content.join('\n\n'));
}
