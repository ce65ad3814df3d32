import type { ExchangeEvent } from '../../../../journal/index.js';
import { grouped } from '../../../grouped.js';
import { shortened, visibleLine } from '../../../visible.js';
import { type Tab, Tabs } from '../tabs.js';
import { ExchangeView } from './exchange-view.js';

interface ExchangesViewProps {
  /** Of one instance, in the order of the journal. */
  readonly events: readonly ExchangeEvent[];
  /** The one to open; the last attempt of the first step otherwise. */
  readonly telling?: ExchangeEvent;
}

/** All that an instance sent: a tab for each step, and within it one for each attempt. */
export function ExchangesView({ events, telling }: ExchangesViewProps) {
  const tabs = [...grouped(events, ({ step }) => step)].map(
    ([step, attempts]): Tab => ({
      key: step,
      label: (
        <>
          {visibleLine(step)} <Outcome event={attempts.at(-1)} />
          {attempts.length > 1 && <span class="muted"> ×{attempts.length}</span>}
        </>
      ),
      panel: () => <Attempts attempts={attempts} telling={telling} />,
    }),
  );
  return <Tabs label="Steps" tabs={tabs} {...(telling === undefined ? {} : { first: telling.step })} />;
}

function Attempts({
  attempts,
  telling,
}: {
  readonly attempts: readonly ExchangeEvent[];
  readonly telling: ExchangeEvent | undefined;
}) {
  const tabs = attempts.map(
    (event, index): Tab => ({
      key: String(index),
      label: (
        <>
          Attempt {event.attempt} <Outcome event={event} />
        </>
      ),
      panel: () => <ExchangeView event={event} key={index} />,
    }),
  );
  const first = telling === undefined ? -1 : attempts.indexOf(telling);
  return <Tabs label="Attempts" tabs={tabs} first={String(first < 0 ? attempts.length - 1 : first)} />;
}

function Outcome({ event }: { readonly event: ExchangeEvent | undefined }) {
  const { response, fault } = event?.exchange ?? {};
  if (fault !== undefined) return <span class="error">⊗ {shortened(fault.code, 40)}</span>;
  return <span class="muted">{response?.status}</span>;
}
