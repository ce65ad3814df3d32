import type { Problem } from '../../problem/index.js';
import { Prose } from './words.js';

/** What kept the target from being tested. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.map(({ code, message, fix, place }) => (
        <li>
          <span class="check">{code}</span> <Prose text={message} /> {fix !== undefined && <Prose text={fix} />}
          {place !== undefined && <span class="muted">{` ${place.file}:${place.line}:${place.column}`}</span>}
        </li>
      ))}
    </ul>
  );
}
