import type { InstanceRecord } from '../../journal/index.js';
import { InstanceList } from './instance-list.js';
import { Section } from './section.js';

/** What was to run when the run stopped. */
export function LeftOver({ instances }: { readonly instances: readonly InstanceRecord[] }) {
  return (
    <Section anchor="left-over" title="Not run" count={instances.length}>
      <p class="error">The run stopped before these were tried: nothing is known of them.</p>
      <InstanceList instances={instances} />
    </Section>
  );
}
