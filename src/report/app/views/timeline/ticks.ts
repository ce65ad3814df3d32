const steps = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 15e3, 30e3, 60e3, 120e3, 300e3, 600e3, 1800e3, 3600e3,
];

/** Round moments within a window, at most `most` of them. */
export function ticksOf(from: number, to: number, most: number): readonly number[] {
  const length = Math.max(to - from, 1e-3);
  const hour = 3600e3;
  const step = steps.find((one) => length / one <= most) ?? Math.ceil(length / most / hour) * hour;
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

/** `0 s`, `250 ms`, `1.5 s`, `2 min 30 s`: exact for what `ticksOf` gives. */
export function tickWords(milliseconds: number): string {
  if (milliseconds === 0) return '0 s';
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60e3) return `${milliseconds / 1000} s`;
  const minutes = Math.floor(milliseconds / 60e3);
  const seconds = Math.round((milliseconds % 60e3) / 1000);
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}
