import type { Paint } from './palette.js';

export interface TableCell {
  readonly text: string;
  readonly paint?: Paint | undefined;
}

/** A table in columns; paint has no width. The first column stands to the left, the others as they are told. */
export function aligned(rows: readonly (readonly TableCell[])[], others: 'left' | 'right'): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.text.length ?? 0)));
  const padded = ({ text, paint }: TableCell, column: number) => {
    const space = ' '.repeat((widths[column] ?? 0) - text.length);
    const painted = paint === undefined ? text : paint(text);
    return column === 0 || others === 'left' ? painted + space : space + painted;
  };
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}
