import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type ExchangeEvent, type JournalEvent, keepExchanges } from '../../../journal/index.js';
import { hostileTexts } from '../../../journal/testing/hostile-journal.js';
import { exchangeEvent, exchangeRecord } from '../../../journal/testing/make-events.js';
import { notProved } from '../../kill-matrix/testing/sample-kill-matrix.js';
import { ExchangesView, ExchangeView, KillMatrixView, StreamView, TimelineView } from './index.js';
import { viewStyle } from './style.js';

const text = (body: string) => ({ kind: 'text', text: body, bytes: Buffer.byteLength(body) }) as const;
const hrefOf = (id: string) => `#/${encodeURIComponent(id)}`;
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
/** As the journal keeps the exchanges of what passed. */
function inBrief(full: ExchangeEvent): ExchangeEvent {
  const events: JournalEvent[] = [];
  const journal = keepExchanges({ write: (one) => events.push(one), rename: () => {}, close: () => {} }, 'none');
  journal.write(full);
  journal.close();
  const [brief] = events;
  if (brief?.event !== 'exchange') throw new Error('the exchange was not written');
  return brief;
}

const render = (node: VNode) => renderToString(node);

const frames = [
  'data: {"choices":[{"delta":{"role":"assistant"}}]}\n\n',
  ': alive\n\n',
  'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n',
];
const streamed = exchangeRecord({
  response: {
    status: 200,
    headers: [
      ['Content-Type', 'text/event-stream; charset=utf-8'],
      ['x-request-id', 'r-1'],
    ],
    body: text(frames.join('')),
  },
  fault: { code: 'idle-timeout', message: 'nothing came for 900 ms', beforeResponse: false },
  times: {
    startedAt: 0,
    dequeued: 10,
    connected: 20,
    firstByte: 110,
    pieces: frames.map((_, index) => ({ end: frames.slice(0, index + 1).join('').length, at: 120 + index * 100 })),
    end: 1220,
  },
});
const event = exchangeEvent('a', { waits: { quota: 300 }, retried: '503' });
const pages: Readonly<Record<string, string>> = {
  exchange: render(<ExchangeView event={event} />),
  exchanges: render(
    <ExchangesView events={[event, exchangeEvent('a', { attempt: 2 }), exchangeEvent('a', { step: 'finally 1' })]} />,
  ),
  stream: render(<StreamView exchange={streamed} />),
  timeline: render(
    <TimelineView
      runs={[
        {
          name: 'run',
          bars: [{ id: 'a[b=c]', verdict: 'failed', from: 0, to: 900, waits: [{ from: 10, to: 400, why: 'quota' }] }],
        },
      ]}
      hrefOf={hrefOf}
    />,
  ),
  kill: render(<KillMatrixView matrix={notProved} specsDigest={notProved.specsDigest} hrefOf={hrefOf} />),
};

describe('an exchange', () => {
  it('is told with its ids, times, redactions and a command', () => {
    const words = wordsOf(pages['exchange'] ?? '');
    for (const part of [
      'Copy as curl',
      '200',
      'waited 300 ms for quota',
      'because of 503',
      'waiting for the first byte 6.7 ms',
      'Pretty',
      'Raw',
    ]) {
      expect(words).toContain(part);
    }
    expect(pages['exchange']).toContain('<mark class="redacted">‹redacted›</mark>');
    expect(wordsOf(render(<ExchangeView event={exchangeEvent('a', { exchange: streamed })} />))).toContain(
      'Request id r-1',
    );
  });

  it('of which nothing was kept says so, and offers no command that would not be what was sent', () => {
    const body = { kind: 'text', text: '', bytes: 2345, cut: true } as const;
    const { times } = streamed;
    // As a summary leaves them out.
    const summarised = {
      request: { method: 'POST', url: 'https://a.example/', body },
      response: { status: 200, body },
      times,
    };
    const words = wordsOf(
      render(<ExchangeView event={{ ...event, exchange: summarised as unknown as typeof streamed }} />),
    );
    expect(words).toContain('Summarised: 2.3 KiB');
    expect(words).toContain('Headers summarised');
    expect(words).not.toContain('curl');
    const { headers } = exchangeRecord().request;
    for (const request of [
      { ...summarised.request, headers },
      { method: 'POST', url: 'https://a.example/' },
    ]) {
      const exchange = { ...summarised, request } as unknown as typeof streamed;
      expect(render(<ExchangeView event={{ ...event, exchange }} />)).not.toContain('curl');
    }
  });

  it('that the journal keeps in brief says so, with the ids that it has', () => {
    const brief = inBrief({
      ...event,
      exchange: {
        ...streamed,
        response: {
          ...streamed.response,
          status: 200,
          headers: [
            ['x-request-id', 'r-1'],
            ['server', 's'],
          ],
          body: text('abc'),
        },
      },
    });
    const words = wordsOf(render(<ExchangeView event={brief} />));
    for (const part of ['Request id r-1', 'Response headers summarised', 'Summarised: 3 bytes'])
      expect(words).toContain(part);
    expect(words).not.toContain('curl');
  });

  it('stands behind tabs for steps and attempts, the last attempt of the first step open', () => {
    const html = pages['exchanges'] ?? '';
    expect(html.match(/role="tablist"/g)).toHaveLength(2);
    expect(
      [...html.matchAll(/role="tab"[^>]*aria-selected="true"[^>]*>(.*?)<\/button>/g)].map(([, words]) =>
        wordsOf(words ?? '').trim(),
      ),
    ).toEqual(['step 1 200 ×2', 'Attempt 2 200']);
    for (const [, id] of html.matchAll(/aria-(?:controls|labelledby)="([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });
});

describe('a stream', () => {
  it('is told with its numbers, event by event, counted as findings count them', () => {
    const words = wordsOf(pages['stream'] ?? '');
    for (const part of [
      'First byte 100 ms',
      'Time to first token 310 ms event 2, by choices[*].delta.content',
      'Longest gap 900 ms before it was cut',
      '2 events, 1 without data',
      '✗ cut: idle-timeout',
      '+100 ms comment',
      'first token',
    ])
      expect(words).toContain(part);
  });

  it('whose pieces have no times says so, and shows no time', () => {
    const { pieces: _, ...times } = streamed.times;
    const words = wordsOf(render(<StreamView exchange={{ ...streamed, times }} />));
    expect(words).toContain('not recorded when');
    expect(words).not.toContain('Arrived');
    expect(words).toContain('Time to first token event 2');
  });

  it('of which the journal keeps the beginning only says so', () => {
    const cut = { ...text(frames.join('')), bytes: 9_000, cut: true };
    const { fault: _, ...whole } = streamed;
    const response = { status: 200, headers: [['content-type', 'text/event-stream'] as const], body: cut };
    const words = wordsOf(render(<StreamView exchange={{ ...whole, response }} />));
    expect(words).toContain('keeps the beginning of these 8.8 KiB only');
    expect(words).toContain('Ended not kept');
  });

  it('that is long is shown by its beginning and its end', () => {
    const body = text(Array.from({ length: 1000 }, (_, index) => `data: ${index}\n\n`).join(''));
    const { fault: _, ...whole } = streamed;
    const response = { status: 200, headers: [['content-type', 'text/event-stream'] as const], body };
    const html = render(<StreamView exchange={{ ...whole, response }} />);
    expect(html.split('<tr').length).toBeLessThan(230);
    expect(wordsOf(html)).toContain('Show the 780 events in between');
  });
});

describe('the views', () => {
  it.each(Object.entries(pages))('need nothing that a strict policy forbids (%s)', (_, html) => {
    expect(html.length).toBeGreaterThan(500);
    expect(html).not.toMatch(/<[a-z][^<>]* (style|src|on[a-z]+)=/i);
    expect(html).not.toMatch(/<(script|style|link|iframe)[\s>]/i);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.match(/<th(?![^>]* scope=)[\s>]/g)).toBeNull();
    expect(viewStyle).not.toMatch(/url\(|@import/);
  });

  it.each(hostileTexts.map((hostile) => [hostile]))('show hostile text as text: %j', (hostile) => {
    const { request } = exchangeRecord();
    const response = { status: 200, headers: [[hostile, hostile] as const], body: text(hostile) };
    const stream = {
      status: 200,
      headers: [['content-type', 'text/event-stream'] as const],
      body: text(`event: ${hostile}\ndata: ${hostile}\n\n`),
    };
    const html = [response, stream]
      .map((one) =>
        render(
          <ExchangesView events={[{ ...event, step: hostile, exchange: { ...streamed, request, response: one } }]} />,
        ),
      )
      .join('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(html).not.toMatch(/<(script|img|iframe)[\s>]/i);
  });

  it('run in a browser: nothing of Node is in them', async () => {
    const entry = fileURLToPath(new URL('./index.ts', import.meta.url));
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      platform: 'browser',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    expect(outputFiles[0]?.text).not.toMatch(/\bBuffer\b|\bprocess\./);
    expect(outputFiles[0]?.text.length).toBeLessThan(100_000);
  });
});
