import type { Journal } from '../../journal/index.js';
import { Section } from './section.js';
import { Prose } from './words.js';

/** What kept the target from being tested. */
export function Problems({ problems }: { readonly problems: Journal['problems'] }) {
  return (
    <Section anchor="problems" title="Problems" count={problems.length}>
      <ul>
        {problems.map(({ code, message, fix, place }) => (
          <li>
            <span class="check">{code}</span> <Prose text={message} /> {fix !== undefined && <Prose text={fix} />}
            {place !== undefined && <span class="muted">{` ${place.file}:${place.line}:${place.column}`}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
