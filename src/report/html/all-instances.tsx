import { type InstanceRecord, verdicts } from '../../journal/index.js';
import { countVerdicts } from '../counters.js';
import { grouped } from '../grouped.js';
import { duration } from '../wording.js';
import { anchorOf, linkTo } from './anchor.js';
import { Section } from './section.js';
import { Prose, VerdictWord } from './words.js';

interface AllInstancesProps {
  readonly instances: readonly InstanceRecord[];
  /** Those that have a place of their own further up; the anchor is there. */
  readonly detailed: ReadonlySet<InstanceRecord>;
}

/** Everything that was planned, file by file. */
export function AllInstances({ instances, detailed }: AllInstancesProps) {
  return (
    <Section anchor="instances" title="All instances" count={instances.length}>
      {[...grouped(instances, ({ file }) => file)].map(([file, members]) => (
        <details class="file">
          <summary>
            <span class="id">{file}</span> <span class="muted">{inWords(members)}</span>
          </summary>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Verdict</th>
                  <th scope="col">Instance</th>
                  <th scope="col">Verifies</th>
                  <th scope="col" class="number">
                    Requests
                  </th>
                  <th scope="col" class="number">
                    Took
                  </th>
                </tr>
              </thead>
              <tbody>
                {members.map((instance) => (
                  <Row instance={instance} detailed={detailed.has(instance)} />
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </Section>
  );
}

function Row({ instance, detailed }: { readonly instance: InstanceRecord; readonly detailed: boolean }) {
  const { id, title, verdict, flaky, requirements, requests, durationMs } = instance;
  const anchor = anchorOf(id);
  return (
    <tr {...(detailed ? {} : { id: anchor })}>
      <td>
        <VerdictWord verdict={verdict} />
        {flaky && <div class="muted">after a retry</div>}
      </td>
      <th scope="row">
        <a class="id" href={linkTo(anchor)}>
          {id}
        </a>
        <br />
        <span class="muted">
          <Prose text={title} />
        </span>
      </th>
      <td class="id">{requirements.join(', ')}</td>
      <td class="number">{requests}</td>
      <td class="number">{verdict === 'skipped' ? '' : duration(durationMs)}</td>
    </tr>
  );
}

function inWords(members: readonly InstanceRecord[]): string {
  const counters = countVerdicts(members);
  return verdicts
    .filter((verdict) => counters[verdict] > 0)
    .map((verdict) => `${counters[verdict]} ${verdict}`)
    .join(', ');
}
