import { useMemo, useState } from 'preact/hooks';
import type { ExchangeRecord } from '../../../../journal/index.js';
import { counted, size } from '../../../wording.js';
import { Choice } from '../choice.js';
import { CodeBlock } from '../code-block.js';
import { CopyButton } from '../copy-button.js';
import { moment } from '../moment.js';
import { WireText } from '../wire-text.js';
import { pictureOf, type StreamPicture } from './stream-picture.js';
import { StreamStrip } from './stream-strip.js';
import { StreamTable } from './stream-table.js';

/** An answer that came as an event stream: its events over time. Nothing for an exchange that has none. */
export function StreamView({ exchange }: { readonly exchange: ExchangeRecord }) {
  const [way, show] = useState<'events' | 'raw'>('events');
  const picture = useMemo(() => pictureOf(exchange), [exchange]);
  const body = exchange.response?.body;
  if (picture === undefined || body?.kind !== 'text') return null;
  return (
    <div class="stream-view">
      <Figures picture={picture} />
      {picture.timed ? (
        <StreamStrip picture={picture} />
      ) : (
        <p class="muted">It is not recorded when the pieces of this stream arrived.</p>
      )}
      <div class="view-controls">
        <Choice
          label="Show the stream as"
          values={[
            ['events', 'Events'],
            ['raw', 'Raw'],
          ]}
          chosen={way}
          choose={show}
        />
        <CopyButton text={() => body.text}>Copy raw</CopyButton>
      </div>
      {picture.shortened && <p class="warned">! The journal keeps the beginning of these {size(body.bytes)} only.</p>}
      {way === 'events' ? (
        <StreamTable picture={picture} />
      ) : (
        <CodeBlock label="Raw stream">
          <WireText text={body.text} />
        </CodeBlock>
      )}
    </div>
  );
}

function Figures({ picture }: { readonly picture: StreamPicture }) {
  const { rows, firstByte, firstToken, longestGap, end, terminal } = picture;
  const events = rows.filter(({ frame }) => frame.outcome === 'event').length;
  const others = rows.length - events;
  return (
    <dl class="figures">
      {firstByte !== undefined && <Figure name="First byte" value={moment(firstByte)} />}
      {firstToken !== undefined && (
        <Figure
          name="Time to first token"
          value={firstToken.at === undefined ? `event ${firstToken.index}` : moment(firstToken.at)}
          note={
            <>
              event {firstToken.index}, by <code>{firstToken.by}</code>
            </>
          }
        />
      )}
      {longestGap !== undefined && (
        <Figure
          name="Longest gap"
          value={moment(longestGap.ms)}
          note={longestGap.index === undefined ? 'before it was cut' : `before event ${longestGap.index}`}
        />
      )}
      <Figure
        name="In all"
        value={moment(end)}
        note={`${counted(events, 'event')}${others === 0 ? '' : `, ${others} without data`}`}
      />
      <Figure
        name="Ended"
        value={endInWords(picture)}
        note={terminal === undefined ? undefined : <code>{terminal.by}</code>}
      />
    </dl>
  );
}

function Figure({
  name,
  value,
  note,
}: {
  readonly name: string;
  readonly value: string;
  readonly note?: preact.ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        {note !== undefined && <span class="muted">{note}</span>}
      </dd>
    </div>
  );
}

/** What can be seen of the end; whether it is legal is for the findings. */
function endInWords({ ending, terminal, shortened }: StreamPicture): string {
  switch (ending.how) {
    case 'cut':
      return `✗ cut: ${ending.code}`;
    case 'left':
      return 'left by the harness';
    case 'ended':
      if (terminal !== undefined) return 'with its terminal event';
      return shortened ? 'not kept' : 'without a terminal event';
  }
}
