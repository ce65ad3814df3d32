const millisecondsOf: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };
const bytesOf: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** How a duration is written: `500ms`, `2s`, `1.5m`. */
export const durationPattern = '^[0-9]+(\\.[0-9]+)?(ms|s|m)$';

/** How a size is written: `512B`, `64KiB`, `32MiB`. */
export const sizePattern = '^[0-9]+(\\.[0-9]+)?(B|KiB|MiB|GiB)$';

/** Milliseconds, or undefined when the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  return parseQuantity(text, millisecondsOf);
}

/** Bytes, or undefined when the text is not a size. */
export function parseSize(text: string): number | undefined {
  return parseQuantity(text, bytesOf);
}

function parseQuantity(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([A-Za-z]+)$/.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return factor === undefined ? undefined : Math.round(Number(amount) * factor);
}
