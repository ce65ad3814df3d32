import pico from 'picocolors';
import type { Verdict } from '../../journal/index.js';

export type Paint = (text: string) => string;

export interface Palette {
  readonly verdict: Readonly<Record<Verdict, Paint>>;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly expected: Paint;
  readonly found: Paint;
}

/** Colours, or none: whoever calls has read NO_COLOR (no-color.org) and FORCE_COLOR. */
export function paletteOf(colour: boolean): Palette {
  const colours = pico.createColors(colour);
  return {
    verdict: {
      passed: colours.green,
      failed: colours.red,
      warned: colours.yellow,
      observed: colours.cyan,
      skipped: colours.dim,
      inconclusive: colours.magenta,
      error: colours.red,
    },
    strong: colours.bold,
    faint: colours.dim,
    expected: colours.green,
    found: colours.red,
  };
}
