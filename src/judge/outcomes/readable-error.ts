import type { GatewayError } from '../../api/index.js';
import type { Received } from '../answered.js';
import { whyNotJson } from '../body/read-body.js';
import { type Finding, fails, holds } from '../finding.js';

/** That the error has a message that a caller could show to somebody. */
export function readableErrorFinding(check: string, { response: { body } }: Received, error: GatewayError): Finding {
  // The start of JSON that never ends reads as text, and is no sentence.
  if (body.kind === 'text' && /^\s*[{[]/.test(body.text))
    return fails(check, `The body ${whyNotJson(body)}.`, { where: '' });
  if (body.kind === 'unreadable') return fails(check, `The body ${whyNotJson(body)}.`, { where: '' });
  if (messageOf(error) !== '') return holds(check, 'The error has a message.');
  return fails(check, whyUnreadable(error), { where: '' });
}

/** Empty when the error says nothing. */
export function messageOf(error: GatewayError): string {
  return ('message' in error ? error.message : undefined) ?? '';
}

/** By name or by number, in the envelope or before the message. */
export function codeOf(error: GatewayError): string | undefined {
  return ('code' in error ? error.code : undefined) ?? ('prefix' in error ? error.prefix : undefined);
}

function whyUnreadable(error: GatewayError): string {
  switch (error.kind) {
    case 'html':
      return `The body is a page${error.title === undefined ? '' : ` (${error.title})`}, not an error that a client can read.`;
    case 'empty':
      return 'The body is empty: nothing says what went wrong.';
    case 'unreadable':
      return 'The body is not text.';
    case 'other-json':
      return 'The body is JSON, but no error with a message.';
    case 'databricks':
    case 'auth-layer':
    case 'openai':
    case 'anthropic':
    case 'google':
    case 'coded-text':
    case 'text':
      return 'The error has an empty message.';
  }
}
