import type { FaultRecord, KillMatrix, VariantRecord } from '../kill-matrix.js';

const caught: FaultRecord = {
  id: 'chat.no-finish-reason',
  sentence: 'A chat answer does not say why it ended.',
  seen: 'earendil-works/pi!7441',
  breaks: [
    {
      requirement: 'CHAT-13',
      level: 'SHOULD',
      tried: 2,
      catches: [
        {
          instance: 'conversation.finish[api=chat]',
          case: 'conversation.finish',
          by: 'warned',
          findings: [{ check: 'rules.finish-reason-known', message: 'The choice has no `finish_reason`.', line: 8 }],
        },
      ],
      undecided: [],
    },
  ],
};
export const living: FaultRecord = {
  id: 'naming.unknown-name-as-500',
  sentence: 'A name that no model service has is an <b>internal</b> error.',
  breaks: [
    {
      requirement: 'NAME-07',
      level: 'SHOULD',
      tried: 1,
      catches: [],
      undecided: [{ instance: 'naming.unknown', reason: 'the gateway reset the \u001b[31mconnection' }],
    },
    { requirement: 'NAME-09', level: 'SHOULD', tried: 0, catches: [], undecided: [] },
  ],
};
export const variant: VariantRecord = {
  id: 'framing.crlf',
  sentence: 'The lines of event streams end with CR LF.',
  allowedBy: 'WHATWG HTML Living Standard, section 9.2.5',
  tried: 40,
  flagged: [],
};
export const proved: KillMatrix = {
  tool: { name: 'gateway-conformance', version: '0.1.0' },
  specsDigest: 'abc',
  partial: false,
  faults: [caught],
  variants: [variant],
  requirements: [
    {
      id: 'CHAT-13',
      level: 'SHOULD',
      statement: 'An answer says why it ends.',
      exercised: true,
      provedBy: [caught.id],
    },
    { id: 'NAME-12', level: 'OBSERVE', statement: 'Whether case matters.', exercised: true, provedBy: [] },
    { id: 'NAME-30', level: 'MUST', statement: 'Nothing verifies this.', exercised: false, provedBy: [] },
  ],
  idleCases: [],
};
export const notProved: KillMatrix = {
  ...proved,
  faults: [caught, living, { ...caught, id: 'chat.untried', breaks: [], broken: 'the process ended with 7' }],
  variants: [
    variant,
    {
      ...variant,
      id: 'framing.cr',
      flagged: Array.from({ length: 6 }, (_, index) => ({
        instance: `streaming.completion[${index}]`,
        verdict: 'failed',
        reason: 'no frame came',
      })),
    },
  ],
  requirements: [
    ...proved.requirements,
    { id: 'NAME-07', level: 'SHOULD', statement: 'An unknown name is 404.', exercised: true, provedBy: [] },
  ],
  idleCases: [{ case: 'naming.idle', file: 'specs/naming/idle.yaml' }],
};
