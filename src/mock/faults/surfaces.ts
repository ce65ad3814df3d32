import type { Deviate } from '../deviation/deviation.js';
import type { Fault } from './fault.js';
import { decide } from './making/decide.js';
import { rename, replace } from './making/edit.js';
import { by, toTheGateway, withHeader } from './making/requests.js';
import { answers, errorOf, errors, respond, statuses, withHeaders } from './making/responses.js';
import { both, chat, gemini, messages, on, onModelApis, onPath, type Where } from './making/where.js';

const listOfModels = onPath(/^\/ai-gateway\/anthropic\/v1\/models$/);
const countTokens = onPath(/\/messages\/count_tokens$/);
const unknown: Where = (asked) => toTheGateway(asked) && asked.api === undefined;

/** The gateway does not know paths. */
function forgetting(pattern: RegExp): Deviate {
  return decide((usual) => ({
    findApi: (method, url) => usual.findApi(pattern.test(url.pathname) ? 'GET' : method, url),
  }));
}

/** Errors for an API that a model service does not support. */
const isUnsupported = (value: unknown) => String(Reflect.get(Object(value), 'message')).includes('is not supported by');

export const surfaceFaults: readonly Fault[] = [
  {
    id: 'surfaces.no-chat-completions',
    sentence: 'Chat completions are not known below mlflow/v1.',
    breaks: ['API-01', 'API-02'],
    deviate: forgetting(/\/mlflow\/v1\/chat\/completions$/),
  },
  {
    id: 'surfaces.openai-client-refused',
    sentence: 'The headers of the OpenAI client are refused.',
    breaks: ['API-02'],
    deviate: respond(withHeader('x-stainless-lang'), () =>
      errorOf(403, 'PERMISSION_DENIED', 'The client is not known.'),
    ),
  },
  {
    id: 'surfaces.basic-authentication-refused',
    sentence: 'Basic authentication is refused on chat completions.',
    breaks: ['API-01'],
    deviate: respond(
      both(on(chat), ({ headers }) => (headers.get('authorization') ?? '').startsWith('Basic ')),
      () => errorOf(401, 'UNAUTHENTICATED', 'Credential was not sent or was of an unsupported type for this API.'),
    ),
  },
  {
    id: 'surfaces.no-messages',
    sentence: 'Messages are not known below anthropic/v1.',
    breaks: ['API-03'],
    deviate: forgetting(/\/anthropic\/v1\/messages$/),
  },
  {
    id: 'surfaces.messages-without-schema',
    sentence: 'A Messages request to a model of another provider is an internal error.',
    breaks: ['API-03'],
    seen: 'envoyproxy/ai-gateway!2284',
    deviate: respond(on(messages), () => errorOf(500, 'INTERNAL_ERROR', 'unsupported API schema')),
  },
  {
    id: 'surfaces.no-embeddings',
    sentence: 'Embeddings are not known below mlflow/v1.',
    breaks: ['API-04'],
    deviate: forgetting(/\/mlflow\/v1\/embeddings$/),
  },
  {
    id: 'surfaces.no-responses',
    sentence: 'Responses are not known below mlflow/v1.',
    breaks: ['API-05'],
    deviate: forgetting(/\/mlflow\/v1\/responses$/),
  },
  {
    id: 'surfaces.no-openai-responses',
    sentence: 'Responses are not known below openai/v1.',
    breaks: ['API-06'],
    seen: 'databricks/unity-gateway#476',
    deviate: forgetting(/\/openai\/v1\/responses$/),
  },
  {
    id: 'surfaces.gemini-wants-a-model-in-the-body',
    sentence: 'A Gemini request is refused because its body names no model.',
    breaks: ['API-07'],
    seen: 'DeliciousBuilding/metapi-go!523',
    deviate: respond(
      both(on(gemini), ({ body }) => body?.['model'] === undefined),
      () => errorOf(400, 'INVALID_PARAMETER_VALUE', "'model' must be a non-empty string."),
    ),
  },
  {
    id: 'surfaces.no-gemini-streams',
    sentence: 'The Gemini API does not know streamGenerateContent.',
    breaks: ['API-08'],
    deviate: forgetting(/:streamGenerateContent$/),
  },
  {
    id: 'surfaces.unknown-path-as-404',
    sentence: 'An unknown path is answered with status 404.',
    breaks: ['API-10', 'API-11'],
    deviate: statuses(unknown, 400, 404),
  },
  {
    id: 'surfaces.unknown-path-answered',
    sentence: 'An unknown path is answered like chat completions.',
    breaks: ['API-10', 'API-11'],
    deviate: decide((usual) => ({
      findApi: (method, url) => {
        const found = usual.findApi(method, url);
        return found.done && method === 'POST'
          ? usual.findApi(method, new URL('/ai-gateway/mlflow/v1/chat/completions', url))
          : found;
      },
    })),
  },
  {
    id: 'surfaces.unsupported-api-answered',
    sentence: 'A model service answers on an API that it does not support.',
    breaks: ['API-12', 'API-13', 'API-14', 'API-15'],
    deviate: decide(() => ({ serves: () => true })),
  },
  {
    id: 'surfaces.unsupported-api-as-500',
    sentence: 'An API that a model service does not support is an internal error.',
    breaks: ['API-13', 'API-15'],
    seen: 'BerriAI/litellm!31213',
    deviate: respond(onModelApis, (message) =>
      message.body.kind === 'json' && isUnsupported(message.body.value) ? { ...message, status: 500 } : message,
    ),
  },
  {
    id: 'surfaces.unsupported-api-as-404',
    sentence: 'An API that a model service does not support is answered with status 404.',
    breaks: ['API-13', 'API-15'],
    deviate: respond(onModelApis, (message) =>
      message.body.kind === 'json' && isUnsupported(message.body.value) ? { ...message, status: 404 } : message,
    ),
  },
  {
    id: 'surfaces.supported-apis-unnamed',
    sentence: 'The error for an API that a model service does not support does not list those that it supports.',
    breaks: ['API-14'],
    deviate: errors(
      onModelApis,
      replace('$.message', (message: unknown) => String(message).replace(/ Supported API types: .*/, '')),
    ),
  },
  {
    id: 'surfaces.models-without-id',
    sentence: 'The models of the list have a name and no id.',
    breaks: ['API-17', 'API-26'],
    deviate: answers(listOfModels, rename('$.data[*]', 'id', 'name')),
  },
  {
    id: 'surfaces.models-as-page',
    sentence: 'The list of models is an HTML page with status 200.',
    breaks: ['API-26'],
    deviate: respond(listOfModels, (message) => ({
      ...withHeaders(message, { 'content-type': 'text/html' }),
      body: { kind: 'text', text: '<!doctype html><title>Models</title>' },
    })),
  },
  {
    id: 'surfaces.models-as-500',
    sentence: 'The list of models is an internal error.',
    breaks: ['API-17', 'API-26'],
    deviate: respond(listOfModels, () => errorOf(500, 'INTERNAL_ERROR', 'The request failed.')),
  },
  {
    id: 'surfaces.listed-models-renamed',
    sentence: 'The models of the list have names that no request may use.',
    breaks: ['API-27'],
    seen: 'databricks/unity-gateway!282',
    deviate: answers(
      listOfModels,
      replace('$.data[*].id', (id: unknown) => String(id).replace('databricks-', '')),
    ),
  },
  {
    id: 'surfaces.listed-models-of-other-apis',
    sentence: 'The list of models has one that does not answer Messages.',
    breaks: ['API-27'],
    deviate: answers(listOfModels, replace('$.data[-1].id', 'system.ai.databricks-embed-sim-1')),
  },
  {
    id: 'surfaces.tokens-uncounted',
    sentence: 'The tokens of a message are counted as nothing.',
    breaks: ['API-20', 'API-29'],
    deviate: respond(countTokens, (message) => ({
      ...message,
      status: 200,
      body: { kind: 'json', value: { input_tokens: 0 } },
    })),
  },
  {
    id: 'surfaces.token-count-as-500',
    sentence: 'A request to count tokens is an internal error.',
    breaks: ['API-20', 'API-29'],
    seen: 'vercel/ai#17326',
    deviate: respond(countTokens, () => errorOf(500, 'INTERNAL_ERROR', 'The request failed.')),
  },
  {
    id: 'surfaces.head-answered',
    sentence: 'HEAD is answered with status 200 on paths where GET is not.',
    breaks: ['API-21', 'API-31', 'API-32'],
    deviate: statuses(both(toTheGateway, by('HEAD')), 400, 200),
  },
  {
    id: 'surfaces.head-as-405',
    sentence: 'HEAD is answered with status 405 where GET is answered with another.',
    breaks: ['API-21', 'API-31', 'API-32'],
    seen: 'headroomlabs-ai/headroom#2032',
    deviate: statuses(both(toTheGateway, by('HEAD')), 400, 405),
  },
  {
    id: 'surfaces.preflight-answered',
    sentence: 'OPTIONS is answered with the headers that browsers ask for.',
    breaks: ['API-33'],
    deviate: respond(both(onModelApis, by('OPTIONS')), (message) => ({
      ...message,
      status: 200,
      headers: { ...message.headers, 'access-control-allow-origin': '*' },
    })),
  },
  {
    id: 'surfaces.paths-of-any-spelling',
    sentence: 'Paths are read whatever their letter case and their slashes.',
    breaks: ['API-24'],
    deviate: decide((usual) => ({
      findApi: (method, url) => {
        const path = url.pathname.toLowerCase().replace(/\/+/g, '/').replace(/\/$/, '');
        return usual.findApi(method, new URL(`${path}${url.search}`, url));
      },
    })),
  },
];
