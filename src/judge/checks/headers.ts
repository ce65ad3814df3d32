import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import type { Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import { headerValue } from '../header.js';
import { asText } from '../matching/as-text.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';

/** Each names a session, which is as good as a credential. */
const secretHeaders = ['set-cookie', 'authorization', 'proxy-authorization', 'x-api-key', 'x-goog-api-key'];

export function checkHeaders(expected: NonNullable<Checks['headers']>, { response }: Received): readonly Finding[] {
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const where = `header ${name.toLowerCase()}`;
    const [mismatch] = match(asText(wanted as Json), headerValue(response.headers, name));
    if (mismatch === undefined) return [holds('headers', `The header ${name} is as expected.`, { where })];
    const secret = secretHeaders.includes(name.toLowerCase()) && mismatch.found !== undefined;
    const { message, ...particulars } = differenceOf(
      secret ? { ...mismatch, found: '(not shown)' } : mismatch,
      `The header ${name}`,
    );
    return [fails('headers', message, { ...particulars, where })];
  });
}
