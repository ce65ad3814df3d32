import type { RequestBody } from '../apis/api.js';
import { tokensOf } from '../script/tokens.js';
import type { Reply } from './reply.js';

/**
 * What a request counts against a token limit: what the usage of its answer says. Of a stream only what is asked is
 * counted, since its answer is made as it is read.
 */
export function tokensUsed(request: RequestBody, reply: Reply): number {
  if (reply.kind === 'stream') return tokensIn(request);
  return reply.kind === 'answer' ? totalOf(reply.body) : 0;
}

interface Metered {
  readonly usage?: { readonly total_tokens?: number; readonly input_tokens?: number; readonly output_tokens?: number };
  readonly usageMetadata?: { readonly totalTokenCount?: number };
}

function totalOf({ usage = {}, usageMetadata = {} }: Metered): number {
  const { total_tokens: total, input_tokens: input = 0, output_tokens: output = 0 } = usage;
  return total ?? usageMetadata.totalTokenCount ?? input + output;
}

function tokensIn(value: unknown): number {
  if (typeof value === 'string') return tokensOf(value).length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, item: unknown) => sum + tokensIn(item), 0);
}
