import type { Finding } from '../judge/index.js';

/** Of many copies that fail alike, more would say nothing new. */
const mostShown = 10;

/** How journals and reports call one of several copies of a step. */
export function labelOf(step: string, copy: number, copies: number): string {
  return copies === 1 ? step : `${step}, copy ${copy} of ${copies}`;
}

/** The findings of all copies as one: what holds of every copy is said once, what fails is said of the copy that it fails of. */
export function joinCopies(findings: readonly (readonly Finding[])[], step: string): readonly Finding[] {
  const [first = []] = findings;
  if (findings.length < 2) return first;
  const failing = findings.flatMap((ofCopy, index) =>
    ofCopy
      .filter(({ holds }) => !holds)
      .map((finding) => ({ ...finding, step: labelOf(step, index + 1, findings.length) })),
  );
  const broken = new Set(failing.map(({ check }) => check));
  const held = first.filter(({ holds, check }) => holds && !broken.has(check));
  const brokenCopies = new Set(failing.map((finding) => finding.step));
  const shown = new Set([...brokenCopies].slice(0, mostShown));
  return [
    ...held.map((finding) => ({ ...finding, message: `All ${findings.length} copies: ${finding.message}` })),
    ...failing.filter((finding) => shown.has(finding.step)),
  ];
}
