interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A lane for each span, so that those in one lane do not overlap, in the order of `spans`. Greedy by beginning into the
 * first lane that is free: no other way needs fewer lanes.
 */
export function packLanes(spans: readonly Span[]): { readonly lanes: readonly number[]; readonly count: number } {
  const order = spans.map((_, index) => index).sort((a, b) => (spans[a]?.from ?? 0) - (spans[b]?.from ?? 0));
  const lanes = new Array<number>(spans.length).fill(0);
  const ends: number[] = [];
  for (const index of order) {
    const span = spans[index];
    if (span === undefined) continue;
    let lane = 0;
    while ((ends[lane] ?? Number.NEGATIVE_INFINITY) > span.from) lane += 1;
    ends[lane] = Math.max(span.to, span.from);
    lanes[index] = lane;
  }
  return { lanes, count: ends.length };
}
