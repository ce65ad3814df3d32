import type { InstanceRecord, Journal } from '../../journal/index.js';
import { commandOf } from '../command.js';
import { excerptOf, placeOf } from '../excerpt.js';
import { brokenFindings, headlineOf } from '../outcome.js';
import { Excerpt } from './excerpt.js';
import { FindingDetail } from './finding-detail.js';
import { Prose, VerdictWord } from './words.js';

const longestCommand = 20_000;

/** What went wrong in one instance, where it was asked for, and how to see it again. */
export function Failure({ journal, instance }: { readonly journal: Journal; readonly instance: InstanceRecord }) {
  const { verdict, reason, id, title, requirements } = instance;
  const command = commandOf(instance, longestCommand);
  return (
    <article class={`instance ${verdict}`}>
      <h3>
        <VerdictWord verdict={verdict} /> <span class="id">{id}</span>
      </h3>
      <p class="about">
        <Prose text={title} />, verifies {requirements.join(', ')}
      </p>
      {reason !== undefined && (
        <p>
          <Prose text={reason.message} /> <span class="check">{reason.code}</span>
        </p>
      )}
      {brokenFindings(instance).map((finding) => (
        <FindingDetail finding={finding} />
      ))}
      <h4>{placeOf(journal, instance)}</h4>
      <Excerpt lines={excerptOf(journal, instance)} />
      {command !== undefined && (
        <>
          <h4>As a command</h4>
          <pre>
            <code>{command}</code>
          </pre>
        </>
      )}
    </article>
  );
}

export function FailureLine({ instance }: { readonly instance: InstanceRecord }) {
  return (
    <li>
      <VerdictWord verdict={instance.verdict} /> <span class="id">{instance.id}</span>{' '}
      <Prose text={headlineOf(instance)} />
    </li>
  );
}
