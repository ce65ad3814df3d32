import type { InstanceRecord } from '../../journal/index.js';
import { grouped } from '../grouped.js';
import { counted } from '../wording.js';
import { anchorOf, linkTo } from './anchor.js';
import { Section } from './section.js';
import { Prose } from './words.js';

/** Up to this many instances are shown without being asked for. */
const fewInstances = 20;

/** The fingerprints of what is characterised and never judged, file by file. */
export function Observations({ instances }: { readonly instances: readonly InstanceRecord[] }) {
  return (
    <Section anchor="observed" title="Observed" count={instances.length}>
      {[...grouped(instances, ({ file }) => file)].map(([file, members]) => (
        <details class="file" open={instances.length <= fewInstances}>
          <summary>
            <span class="id">{file}</span> <span class="muted">{counted(members.length, 'instance')}</span>
          </summary>
          <Fingerprints instances={members} />
        </details>
      ))}
    </Section>
  );
}

function Fingerprints({ instances }: { readonly instances: readonly InstanceRecord[] }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Instance</th>
            <th scope="col">Aspect</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        {instances.map((instance) => (
          <Fingerprint instance={instance} />
        ))}
      </table>
    </div>
  );
}

function Fingerprint({ instance: { id, title, observed } }: { readonly instance: InstanceRecord }) {
  const aspects = Object.entries(observed ?? {});
  return (
    <tbody>
      {aspects.map(([aspect, value], index) => (
        <tr>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={aspects.length}>
              <a class="id" href={linkTo(anchorOf(id))}>
                {id}
              </a>
              <br />
              <span class="muted">
                <Prose text={title} />
              </span>
            </th>
          )}
          <td>{aspect}</td>
          <td>
            <code class="plain">{JSON.stringify(value)}</code>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
