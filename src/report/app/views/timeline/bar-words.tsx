import { VerdictWord } from '../../../html/words.js';
import { visible } from '../../../visible.js';
import { waitsInWords } from '../../../waits.js';
import { duration } from '../../../wording.js';
import type { TimelineBar } from './bar.js';

interface BarWordsProps {
  readonly bar: TimelineBar;
  readonly href: string;
  readonly run?: string | undefined;
}

export function BarWords({ bar, href, run }: BarWordsProps) {
  const { id, verdict, from, to } = bar;
  const waited = waitedWords(bar);
  return (
    <>
      <VerdictWord verdict={verdict} />{' '}
      <a class="id" href={href}>
        {visible(id)}
      </a>{' '}
      <span class="muted">
        {duration(to - from)}, from {duration(from)}
        {run !== undefined && `, ${run}`}
        {waited !== undefined && `, ${waited}`}
      </span>
    </>
  );
}

/** `waited 300 ms for quota`; undefined when it did not. */
export function waitedWords({ waits = [] }: TimelineBar): string | undefined {
  const sum = { quota: 0, pace: 0, retry: 0 };
  for (const { why, from, to } of waits) sum[why] += to - from;
  return waitsInWords(sum);
}
