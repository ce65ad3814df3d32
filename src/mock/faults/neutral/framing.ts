import type { NeutralVariant } from '../fault.js';
import { sendStreamText } from '../making/bytes.js';
import { anywhere } from '../making/where.js';

export const framingVariants: readonly NeutralVariant[] = [
  {
    id: 'framing.crlf',
    sentence: 'The lines of event streams end with CR LF.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.5 (Parsing an event stream)',
    deviate: sendStreamText(anywhere, (text) => text.replaceAll('\n', '\r\n')),
  },
];
