import type { Journal, JournalEvent } from '../../../journal/index.js';
import {
  exchangeEvent,
  exchangeRecord,
  finishedEvent,
  journalOf,
  plannedEvent,
  requirement,
  runEvent,
} from '../../../journal/testing/make-events.js';

const apis = ['chat', 'embeddings', 'responses', 'messages', 'gemini'];
const chunk =
  '{"id":"chatcmpl-9f2","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Hel"}}]}';
const stream = `${`data: ${chunk}\n\n`.repeat(8)}data: [DONE]\n\n`;

/** A run of this many instances of 200 cases on five APIs, each a stream of eight events; one in fifty fails. */
export function manyInstances(count: number): Journal {
  const run = runEvent({ requirements: Array.from({ length: 40 }, (_, index) => requirement(`MANY-${index}`)) });
  const events = Array.from({ length: count }, (_, index): readonly JournalEvent[] => eventsOf(index)).flat();
  return journalOf([...events, { event: 'ended', at: count * 7, interrupted: false }], run);
}

function eventsOf(index: number): readonly JournalEvent[] {
  const api = apis[index % apis.length] ?? 'chat';
  const id = `many.case-${index % 200}[api=${api},round=${Math.floor(index / 200)}]`;
  const fails = index % 50 === 7;
  const { request } = exchangeRecord();
  const exchange = exchangeRecord({
    request: { ...request, url: `https://main.example.com/ai-gateway/${api}/v1/completions` },
    response: {
      status: fails ? 503 : 200,
      headers: [
        ['content-type', 'text/event-stream'],
        ['x-request-id', `req-${(index * 2_654_435_761) % 4_294_967_296}`],
      ],
      body: { kind: 'text', text: stream, bytes: stream.length },
    },
  });
  const finding = {
    check: 'status',
    holds: !fails,
    message: fails ? 'The status is 503 instead of 200.' : 'It is 200.',
  };
  return [
    plannedEvent(id, {
      title: `Case ${index % 200} of many is answered on ${api}`,
      file: `specs/many/file-${index % 40}.yaml`,
      requirements: [`MANY-${index % 40}`],
      bindings: { api, round: String(Math.floor(index / 200)) },
      apis: [api],
    }),
    { event: 'started', instance: id, at: index * 7 },
    exchangeEvent(id, { at: index * 7 + 40, exchange }),
    finishedEvent(id, fails ? 'failed' : 'passed', {
      at: index * 7 + 50,
      durationMs: 40 + (index % 97),
      findings: [finding],
    }),
  ];
}
