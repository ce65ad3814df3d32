import type { JournalEvent } from '../index.js';
import { endedEvent, exchangeEvent, exchangeRecord, finishedEvent, plannedEvent, runEvent } from './make-events.js';

/** What breaks a report that takes text for harmless: each is a piece of some notation that a report is written in. */
export const hostileTexts: readonly string[] = [
  ']]></failure></testcase><testcase name="forged"/>',
  'NUL \0 and \ufffe and \ud800 alone',
  '\u001b[2J\u001b]0;owned\u0007\u001b[31mred\u009b31m',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "'; rm -rf / #",
  '`$(touch /tmp/owned)` | `` ``` ```` |',
  '| a | b |\n| --- | --- |\n# Heading\n- item\n</details>\n```\nfence',
  '![image](https://evil.example/x.png) [link](javascript:alert(1)) www.evil.example @everyone #1',
  '\u202egnp.exe\u2066',
  'emoji 👋🏽 👨‍👩‍👧 and é combined e\u0301',
  '&amp; &#0; &lt; %00',
  'line one\r\nline two\rline three\u2028line four',
];

/** A run in which everything that a gateway or a careless author can write is hostile. */
export function hostileEvents(texts: readonly string[] = hostileTexts): readonly JournalEvent[] {
  const all = texts.join('\n');
  const ids = texts.map((_, index) => `hostile.${index}[value=${texts[index]}]`);
  const header: readonly [string, string] = ['x-echo', all];
  return [
    runEvent({ suite: all, specsDigest: all }),
    { event: 'source', file: 'specs/naming/names.yaml', text: `title: x\ncases:\n${all}\n` },
    ...ids.map((id, index) => {
      const text = texts[index] ?? '';
      const grant = { identity: text, model: text, lacks: index % 2 === 0 ? [text] : [], steps: [text] };
      return plannedEvent(id, { title: text, tags: [all], bindings: { value: all }, grant });
    }),
    { event: 'problem', problem: { code: 'target.tls', message: all, fix: all } },
    ...ids.flatMap((id, index): JournalEvent[] => {
      const text = texts[index] ?? '';
      const body = { kind: 'text', text: all, bytes: Buffer.byteLength(all) } as const;
      const { request } = exchangeRecord();
      const exchange = exchangeRecord({
        request: { ...request, url: `https://main.example.com/${text}`, headers: [...request.headers, header], body },
        response: { status: 500, headers: [header, ['x-request-id', text]], body },
        fault: { code: 'reset', message: text, beforeResponse: false },
      });
      const finding = {
        check: text,
        holds: false,
        message: text,
        expected: text,
        found: { [text]: text },
        where: text,
      };
      const verdict = (['failed', 'warned', 'error', 'inconclusive', 'observed'] as const)[index % 5] ?? 'failed';
      return [
        exchangeEvent(id, { step: text, identity: text, retried: text, exchange }),
        finishedEvent(id, verdict, {
          findings: verdict === 'failed' || verdict === 'warned' ? [finding, { ...finding, holds: true }] : [],
          reason: { code: text, message: text },
          observed: { [text]: text },
        }),
      ];
    }),
    endedEvent(),
  ];
}
