/**
 * The answers between which a gateway still wavered when the time for waiting was over: those of the later half of the
 * tries, when they are not all the same. An answer that changed early and stayed wrong since is settled, and wrong.
 */
export function unsettled(answers: readonly string[]): readonly string[] | undefined {
  const later = new Set(answers.slice(-Math.max(2, Math.ceil(answers.length / 2))));
  return later.size > 1 ? [...later] : undefined;
}
