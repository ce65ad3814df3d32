export interface StripLabel {
  readonly words: string;
  /** Where its line stands, in pixels. */
  readonly x: number;
}

export interface PlacedLabel extends StripLabel {
  readonly row: number;
  readonly anchor: 'start' | 'end';
  readonly left: number;
  readonly right: number;
}

const glyphWidth = 6.2;
const space = 8;

/** Gives each label a row in which it covers no other. One that would leave the picture stands to the left of its line. */
export function placeLabels(labels: readonly StripLabel[], width: number): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const length = label.words.length * glyphWidth + space;
    const anchor = label.x + length > width ? 'end' : 'start';
    const left = anchor === 'start' ? label.x : label.x - length;
    const right = left + length;
    let row = 0;
    while (placed.some((other) => other.row === row && other.left < right && left < other.right)) row += 1;
    placed.push({ ...label, row, anchor, left, right });
  }
  return placed;
}
