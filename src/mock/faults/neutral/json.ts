import type { NeutralVariant } from '../fault.js';
import { all, isRecord, merge } from '../making/edit.js';
import { errors, respond } from '../making/responses.js';
import { editEverywhere, spell, throughout } from '../making/spelling.js';
import { anywhere, onModelApis } from '../making/where.js';

const unknownMembers = { x_gateway: { region: 'eu', cached: false }, latency_ms: 12.5 };

export const jsonVariants: readonly NeutralVariant[] = [
  {
    id: 'json.member-order',
    sentence: 'The members of all objects come in the opposite order.',
    allowedBy: 'RFC 8259, section 1 (Introduction): an object is an unordered collection',
    deviate: editEverywhere(
      anywhere,
      throughout((value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).reverse()) : value)),
    ),
  },
  {
    id: 'json.escapes',
    sentence: 'Everything outside ASCII, and every slash, is escaped.',
    allowedBy: 'RFC 8259, section 7 (Strings)',
    deviate: spell(anywhere, (value) =>
      JSON.stringify(value)
        .replaceAll('/', '\\/')
        .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
  },
  {
    id: 'json.white-space',
    sentence: 'Answers and errors are indented, and a line break follows them.',
    allowedBy: 'RFC 8259, section 2 (JSON Grammar)',
    deviate: respond(anywhere, (message) =>
      message.body.kind === 'json'
        ? { ...message, body: { kind: 'text', text: `\r\n${JSON.stringify(message.body.value, null, '\t')}\n` } }
        : message,
    ),
  },
  {
    id: 'json.unknown-members',
    sentence:
      'Answers, events and what they are made of have members that no reference knows, where no client sends them back.',
    allowedBy: 'OpenAI API reference, Backwards compatibility; Anthropic API, Versioning',
    deviate: editEverywhere(
      onModelApis,
      all(
        merge('$', unknownMembers),
        merge("$['usage', 'usageMetadata', 'message', 'delta', 'response']", unknownMembers),
        merge("$['choices', 'data', 'candidates'][*]", unknownMembers),
        merge("$.choices[*]['message', 'delta']", unknownMembers),
      ),
    ),
  },
  {
    id: 'json.more-in-errors',
    sentence: 'Errors have more details, and members that clients of other APIs look for.',
    allowedBy: 'Google API Improvement Proposals, AIP-193 (Errors): details may hold messages of any type',
    deviate: errors(
      anywhere,
      all(merge('$', { status: null, type: 'error', trace_id: '4bf92f35' }), (value) =>
        isRecord(value) && Array.isArray(value['details'])
          ? { ...value, details: [{ '@type': 'type.googleapis.com/google.rpc.Help', links: [] }, ...value['details']] }
          : value,
      ),
    ),
  },
  {
    id: 'json.long-ids',
    sentence: 'The ids of answers, items and calls have 64 characters.',
    allowedBy: 'OpenAI API reference, Backwards compatibility: opaque strings may have another length or format',
    deviate: editEverywhere(
      onModelApis,
      throughout((value, name) =>
        typeof value === 'string' && isId(name) && !/^(databricks-.*)?$/.test(value) ? value.padEnd(64, '0_a-') : value,
      ),
    ),
  },
];

function isId(name: string | undefined): boolean {
  return name === 'id' || name === 'item_id' || name === 'call_id' || name === 'responseId';
}
