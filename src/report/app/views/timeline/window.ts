/** What part of the time is shown, in milliseconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const shortest = 5;

/** Within `whole`, no shorter than can be told apart, and with its length kept where that is possible. */
export function windowWithin({ from, to }: Window, whole: Window): Window {
  const length = Math.min(Math.max(to - from, shortest), Math.max(whole.to - whole.from, shortest));
  const start = Math.min(Math.max(from, whole.from), Math.max(whole.from, whole.to - length));
  return { from: start, to: start + length };
}

/** `by` below 1 shows less time around `centre`, above 1 more. */
export function zoomed(window: Window, by: number, whole: Window, centre = (window.from + window.to) / 2): Window {
  return windowWithin({ from: centre - (centre - window.from) * by, to: centre + (window.to - centre) * by }, whole);
}

/** By a part of what is shown: negative is earlier. */
export function moved({ from, to }: Window, by: number, whole: Window): Window {
  const step = (to - from) * by;
  return windowWithin({ from: from + step, to: to + step }, whole);
}
