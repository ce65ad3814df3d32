import type { ModelService } from '../../account/account.js';
import { tokensOf } from '../../script/tokens.js';
import type { Api } from '../api.js';
import { complaintAbout } from './complaint.js';
import { embed, mostDimensions } from './embed.js';

/** An embeddings request without complaint. */
interface EmbeddingsRequest {
  readonly input: string | readonly string[] | readonly number[] | readonly (readonly number[])[];
  readonly encoding_format?: 'float' | 'base64' | null;
  readonly dimensions?: number | null;
}

const type = 'mlflow/v1/embeddings';

/** The MLflow Embeddings API: OpenAI's dialect. */
export const embeddings: Api = {
  name: 'embeddings',
  type,
  routeOf: (path, query) => (path === type ? { query } : undefined),
  complaintAbout,
  notSimulated: () => undefined,
  // True for every body without complaint, which is all that is asked about here.
  answer: (body, service) => ({ kind: 'whole', body: render(body as unknown as EmbeddingsRequest, service) }),
};

/** OpenAI's `CreateEmbeddingResponse`. */
function render({ input, encoding_format, dimensions }: EmbeddingsRequest, { servedModel }: ModelService): object {
  const inputs = inputsIn(input);
  const promptTokens = inputs.reduce((sum, one) => sum + one.tokens, 0);
  return {
    object: 'list',
    data: inputs.map(({ text }, index) => {
      const vector = embed(text, dimensions ?? mostDimensions);
      return { object: 'embedding', index, embedding: encoding_format === 'base64' ? base64Of(vector) : [...vector] };
    }),
    model: servedModel,
    usage: { prompt_tokens: promptTokens, total_tokens: promptTokens },
  };
}

interface Input {
  /** Tokens are not turned back into words: they get a text that no sentence has. */
  readonly text: string;
  readonly tokens: number;
}

function inputsIn(input: EmbeddingsRequest['input']): readonly Input[] {
  if (typeof input === 'string') return [ofText(input)];
  if (isTokens(input)) return [ofTokens(input)];
  return input.map((one) => (typeof one === 'string' ? ofText(one) : ofTokens(one)));
}

function isTokens(input: readonly unknown[]): input is readonly number[] {
  return typeof input[0] === 'number';
}

function ofText(text: string): Input {
  return { text, tokens: tokensOf(text).length };
}

function ofTokens(tokens: readonly number[]): Input {
  return { text: `\0${tokens.join(' ')}`, tokens: tokens.length };
}

/** Little-endian 32-bit floats, whatever the machine: what OpenAI's clients decode. */
function base64Of(vector: Float32Array): string {
  const bytes = Buffer.alloc(4 * vector.length);
  for (const [index, number] of vector.entries()) bytes.writeFloatLE(number, 4 * index);
  return bytes.toString('base64');
}
