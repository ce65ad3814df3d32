import type { SkipGroup } from '../skipped.js';
import { counted } from '../wording.js';
import { InstanceList } from './instance-list.js';
import { Section } from './section.js';
import { Prose } from './words.js';

/** What was not tried, by reason. */
export function Skips({ groups, count }: { readonly groups: readonly SkipGroup[]; readonly count: number }) {
  return (
    <Section anchor="skipped" title="Skipped" count={count}>
      {groups.map(({ reason, instances }) => (
        <details class="file">
          <summary>
            <Prose text={reason.message} /> <span class="check">{reason.code}</span>{' '}
            <span class="muted">{counted(instances.length, 'instance')}</span>
          </summary>
          <InstanceList instances={instances} />
        </details>
      ))}
    </Section>
  );
}
