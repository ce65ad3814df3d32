import type { Verdict } from '../../journal/index.js';
import { statusMarks, verdictMarks } from '../marks.js';
import { proseParts } from '../prose.js';
import type { RequirementStatus } from '../requirement-statuses.js';
import { shortened } from '../visible.js';

/** More than anybody reads; the journal has the rest. */
const longest = 4_000;

/** A sentence of the harness: backticks set code apart. */
export function Prose({ text }: { readonly text: string }) {
  return <>{proseParts(shortened(text, longest)).map((part) => (part.code ? <code>{part.text}</code> : part.text))}</>;
}

/** Text from the wire, with what was taken out of it made visible. */
export function Redacted({ text }: { readonly text: string }) {
  const parts = text.split(/(‹redacted[^›\n]*›)/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <mark class="redacted">{part}</mark> : part))}</>;
}

/** Told by a glyph, by a word, and by a colour. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span class={`status ${verdict}`}>
      <span class="mark" aria-hidden="true">
        {verdictMarks[verdict]}
      </span>
      {verdict}
    </span>
  );
}

export function StatusWord({ status }: { readonly status: RequirementStatus }) {
  return (
    <span class={`status ${statusClass(status)}`}>
      <span class="mark" aria-hidden="true">
        {statusMarks[status]}
      </span>
      {status}
    </span>
  );
}

export function statusClass(status: RequirementStatus): string {
  return status.replace(' ', '-');
}
