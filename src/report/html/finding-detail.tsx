import type { Finding } from '../../journal/index.js';
import { differenceOf } from '../difference.js';
import { whereOf } from '../outcome.js';
import { Prose } from './words.js';

/** What a check saw, and where; of one that does not hold, what it expected as well. */
export function FindingDetail({ finding }: { readonly finding: Finding }) {
  const { check, message, holds } = finding;
  const lines = holds ? [] : differenceOf(finding);
  return (
    <div class="finding">
      <p>
        <Prose text={message} /> <span class="check">{check}</span>
        <span class="check">{whereOf(finding)}</span>
      </p>
      {lines.length > 0 && (
        <pre class="lines">
          {lines.map(({ side, text }, index) => (
            <div class={`line ${side}`}>
              <span class="side">
                {side === lines[index - 1]?.side || side === 'both' || side === 'omitted' ? '' : side}
              </span>
              <code>{text}</code>
            </div>
          ))}
        </pre>
      )}
    </div>
  );
}
