/** A moment or a span within an exchange: `3.9 ms`, `412 ms`, `1.24 s`, `83.0 s`. */
export function moment(milliseconds: number): string {
  if (Math.abs(milliseconds) < 9.95) return `${milliseconds.toFixed(1)} ms`;
  if (Math.abs(milliseconds) < 999.5) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return `${seconds.toFixed(Math.abs(seconds) < 9.995 ? 2 : 1)} s`;
}
