import { Prose } from '../html/words.js';
import { counted } from '../wording.js';
import type { VariantRecord } from './kill-matrix.js';

const mostFlagged = 30;

interface VariantDetailProps {
  readonly variant: VariantRecord;
  readonly open: boolean;
  readonly anchor?: string;
}

export function VariantDetail({ variant, open, anchor }: VariantDetailProps) {
  const { id, sentence, allowedBy, tried, flagged } = variant;
  return (
    <details class={`instance ${flagged.length > 0 ? 'failed' : 'passed'}`} id={anchor} open={open}>
      <summary>
        <h3>
          <span class="id">{id}</span>
        </h3>
        <span class="number muted">{counted(tried, 'instance')} ran</span>
        <span class="about">{sentence}</span>
      </summary>
      <div class="body">
        <p class="source">Allowed by {allowedBy}</p>
        <ul>
          {flagged.slice(0, mostFlagged).map(({ instance, verdict, reason }) => (
            <li>
              <span class="id">{instance}</span> {verdict}: <Prose text={reason} />
            </li>
          ))}
          {flagged.length > mostFlagged && <li class="muted">and {flagged.length - mostFlagged} more</li>}
        </ul>
      </div>
    </details>
  );
}
