import type { InstanceRecord, Journal } from '../../journal/index.js';
import { tellingExchange } from '../command.js';
import { excerptOf, markedLines } from '../excerpt.js';
import { brokenFindings, headlineOf } from '../outcome.js';
import { waitsInWords, waitsOf } from '../waits.js';
import { duration } from '../wording.js';
import { anchorOf, linkTo } from './anchor.js';
import { Excerpt } from './excerpt.js';
import { ExchangeDetail } from './exchange-detail.js';
import { FindingDetail } from './finding-detail.js';
import { Prose, VerdictWord } from './words.js';

interface InstanceDetailProps {
  readonly journal: Journal;
  readonly instance: InstanceRecord;
  readonly withExchanges: boolean;
}

/** Everything about one instance that is not as it should be. */
export function InstanceDetail({ journal, instance, withExchanges }: InstanceDetailProps) {
  const { verdict, reason, findings, exchanges } = instance;
  const held = findings.filter(({ holds }) => holds);
  const anchor = anchorOf(instance.id);
  const telling = tellingExchange(instance);
  const waited = waitsInWords(waitsOf([instance]));
  return (
    <details id={anchor} class={`instance ${verdict}`} open={verdict === 'failed' || verdict === 'error'}>
      <summary>
        <h3>
          <VerdictWord verdict={verdict} />{' '}
          <a class="id" href={linkTo(anchor)}>
            {instance.id}
          </a>
        </h3>
        <span class="muted number">
          {duration(instance.durationMs)}
          {waited !== undefined && `, ${waited}`}
        </span>
        <span class="about">
          <Prose text={instance.title} />, verifies{' '}
          {instance.requirements.map((id, index) => (
            <>
              {index > 0 && ', '}
              <a href={linkTo(anchorOf(id))}>{id}</a>
            </>
          ))}
        </span>
        <span class="why">
          <Prose text={headlineOf(instance)} />
        </span>
      </summary>
      <div class="body">
        {reason !== undefined && (
          <div class="finding">
            <p>
              <Prose text={reason.message} /> <span class="check">{reason.code}</span>
            </p>
          </div>
        )}
        {brokenFindings(instance).map((finding) => (
          <FindingDetail finding={finding} />
        ))}
        {held.length > 0 && (
          <details class="more">
            <summary>{held.length === 1 ? '1 check holds' : `${held.length} checks hold`}</summary>
            {held.map((finding) => (
              <FindingDetail finding={finding} />
            ))}
          </details>
        )}
        <h4>
          {instance.file}:{markedLines(instance)[0]}
        </h4>
        <Excerpt lines={excerptOf(journal, instance)} />
        {withExchanges && exchanges.length > 0 && (
          <>
            <h4>Exchanges</h4>
            {exchanges.map((event) => (
              <ExchangeDetail event={event} open={event === telling} />
            ))}
          </>
        )}
        {!withExchanges && exchanges.length > 0 && (
          <p class="muted">The exchanges are in the journal: this page has room for those of the first instances.</p>
        )}
      </div>
    </details>
  );
}
