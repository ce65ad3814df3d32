import { useMemo, useState } from 'preact/hooks';
import type { BodyRecord } from '../../../../journal/index.js';
import { bodyText, indentedJson } from '../../../body-text.js';
import { shortened } from '../../../visible.js';
import { size } from '../../../wording.js';
import { Choice } from '../choice.js';
import { CodeBlock } from '../code-block.js';
import { CopyButton } from '../copy-button.js';
import { JsonText } from '../json-text.js';
import { WireText } from '../wire-text.js';
import { isSummarised } from './summarised.js';

/** What a reader sees before asking for all. */
const shownAtFirst = 16_000;

/** A body: JSON indented or as it came, other text as it is, anything else as hexadecimal. */
export function BodyView({ body, of }: { readonly body: BodyRecord; readonly of: string }) {
  const [way, show] = useState<'pretty' | 'raw'>('pretty');
  const [whole, setWhole] = useState(false);
  const text = body.kind === 'text' ? body.text : undefined;
  const pretty = useMemo(() => (text === undefined ? undefined : indentedJson(text)), [text]);
  if (body.kind === 'empty') return <p class="muted">No body.</p>;
  if (isSummarised(body)) return <p class="muted">Summarised: {size(body.bytes)}.</p>;
  if (text === undefined) {
    const dump = bodyText(body, shownAtFirst);
    return (
      <>
        <p class="check">{dump.caption}</p>
        <CodeBlock label={`Body of the ${of}`}>{dump.text}</CodeBlock>
      </>
    );
  }
  const json = way === 'pretty' ? pretty : undefined;
  const full = json ?? text;
  const shown = whole ? full : shortened(full, shownAtFirst);
  return (
    <>
      <div class="view-controls">
        <span class="check">
          {size(body.bytes)} of {pretty === undefined ? 'text' : 'JSON'}
          {body.kind === 'text' && body.cut === true && '; cut: the journal keeps no more of it'}
        </span>
        {pretty !== undefined && (
          <Choice
            label={`Show the ${of} as`}
            values={[
              ['pretty', 'Pretty'],
              ['raw', 'Raw'],
            ]}
            chosen={way}
            choose={show}
          />
        )}
        <CopyButton text={() => text}>Copy</CopyButton>
      </div>
      <CodeBlock label={`Body of the ${of}`}>
        {json === undefined ? <WireText text={shown} /> : <JsonText text={shown} />}
      </CodeBlock>
      {full.length > shownAtFirst && (
        <button type="button" class="view-button" onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : `Show all ${full.length} characters`}
        </button>
      )}
    </>
  );
}
