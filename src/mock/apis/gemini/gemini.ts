import type { Api, RequestBody, Route } from '../api.js';
import { conversation } from '../conversation.js';
import { camelCased } from './camel-case.js';
import { complaintAbout } from './complaint.js';
import { notSimulated } from './not-simulated.js';
import { promptOf } from './prompt.js';
import { render } from './render.js';
import { renderStream } from './render-stream.js';
import type { GeminiRequest } from './request.js';

const models = 'gemini/v1beta/models/';
const methods = ['generateContent', 'streamGenerateContent'];

const inCamelCase = conversation<GeminiRequest>(
  'gemini',
  'gemini/v1/generateContent',
  {
    complaintAbout,
    notSimulated,
    promptOf,
    render,
    wantsStream: (_, { method }) => method === 'streamGenerateContent',
    renderStream,
  },
  routeOf,
);

/** Google's Gemini API, for models of that provider. */
export const gemini: Api = {
  ...inCamelCase,
  complaintAbout: (body, route) => inCamelCase.complaintAbout(read(body), route),
  notSimulated: (body) => inCamelCase.notSimulated(read(body)),
  answer(body, service, route) {
    const rendering = inCamelCase.answer(read(body), service, route);
    if (rendering.kind === 'whole' || new URLSearchParams(route.query).get('alt') === 'sse') return rendering;
    // Who does not ask for events gets the same chunks as one JSON array.
    return { kind: 'whole', body: Array.from(rendering.events, ({ data }) => JSON.parse(data) as object) };
  },
};

/** `models/{model}:{method}`. The model is the one thing in the paths of the gateway that clients have to encode. */
function routeOf(path: string, query: string): Route | undefined {
  if (!path.startsWith(models)) return undefined;
  const named = decoded(path.slice(models.length));
  const colon = named?.lastIndexOf(':') ?? -1;
  const [model, method] = [named?.slice(0, colon), named?.slice(colon + 1)];
  if (colon < 0 || model === undefined || method === undefined || !methods.includes(method)) return undefined;
  return { model, method, query };
}

function decoded(segment: string): string | undefined {
  try {
    return segment.includes('/') ? undefined : decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function read(body: RequestBody): RequestBody {
  return camelCased(body) as RequestBody;
}
