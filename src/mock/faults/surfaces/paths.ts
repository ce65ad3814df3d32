import type { Deviate } from '../../deviation/deviation.js';
import type { Fault } from '../fault.js';
import { decide } from '../making/decide.js';
import { toTheGateway, withHeader } from '../making/requests.js';
import { errorOf, respond, statuses } from '../making/responses.js';
import { both, chat, gemini, messages, on, onPath, type Where } from '../making/where.js';

const unknown: Where = (asked) => toTheGateway(asked) && asked.api === undefined;

/** The gateway does not know paths. */
function forgetting(pattern: RegExp): Deviate {
  return decide((usual) => ({
    findApi: (method, url) => usual.findApi(pattern.test(url.pathname) ? 'GET' : method, url),
  }));
}

export const surfacePathFaults: readonly Fault[] = [
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
    id: 'surfaces.no-openai-chat-completions',
    sentence: 'Chat completions are not known below openai/v1.',
    breaks: ['API-09', 'API-16'],
    deviate: forgetting(/\/openai\/v1\/chat\/completions$/),
  },
  {
    id: 'surfaces.query-unknown',
    sentence: 'A path with a query is not known.',
    breaks: ['API-23'],
    deviate: decide((usual) => ({
      findApi: (method, url) => usual.findApi(url.search === '' ? method : 'GET', url),
    })),
  },
  {
    id: 'surfaces.serving-endpoints-as-400',
    sentence: 'A name of three parts is answered with status 400 below /serving-endpoints/.',
    breaks: ['API-22'],
    seen: 'omnigent-ai/omnigent!3307',
    deviate: respond(onPath(/^\/serving-endpoints\//), () => errorOf(400, 'BAD_REQUEST', 'The name is not valid.')),
  },
  {
    id: 'surfaces.unknown-path-as-404',
    sentence: 'An unknown path is answered with status 404.',
    breaks: ['API-10', 'API-11', 'API-18', 'API-19', 'API-25', 'API-28', 'API-30'],
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
