import type { Fault } from '../fault.js';
import { rename, replace } from '../making/edit.js';
import { by, toTheGateway } from '../making/requests.js';
import { answers, errorOf, respond, statuses, withHeaders } from '../making/responses.js';
import { both, onModelApis, onPath } from '../making/where.js';

const listOfModels = onPath(/^\/ai-gateway\/anthropic\/v1\/models$/);
const countTokens = onPath(/\/messages\/count_tokens$/);

export const surfaceOperationFaults: readonly Fault[] = [
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
];
