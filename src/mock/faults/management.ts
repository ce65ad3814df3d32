import type { Fault } from './fault.js';
import { merge, remove, replace } from './making/edit.js';
import { answers, errorOf, respond, statuses } from './making/responses.js';
import { both, on, onModelApis, onPath, type Where } from './making/where.js';

const list = onPath(/\/unity-catalog\/model-services$/, 'GET');
const one = onPath(/\/unity-catalog\/model-services\/.+/, 'GET');
const onFallback: Where = ({ body }) => String(body?.['model']).endsWith('.falls-back');

export const managementFaults: readonly Fault[] = [
  {
    id: 'management.names-without-prefix',
    sentence: 'Model services are listed and read without the prefix model-services/.',
    breaks: ['MGMT-07', 'MGMT-13'],
    deviate: answers(
      (asked) => list(asked) || one(asked),
      replace('$..name', (name: unknown) => String(name).replace('model-services/', '')),
    ),
  },
  {
    id: 'management.no-next-page',
    sentence: 'A page never says that another follows.',
    breaks: ['MGMT-07', 'MGMT-08'],
    deviate: answers(list, remove('$.next_page_token')),
  },
  {
    id: 'management.empty-pages-end-the-list',
    sentence: 'A page that is empty says that no other follows.',
    breaks: ['MGMT-08', 'MGMT-10'],
    seen: 'databricks/unity-gateway!464',
    deviate: answers(list, (value: unknown) => {
      const services = Reflect.get(Object(value), 'model_services');
      return Array.isArray(services) && services.length > 0 ? value : remove('$.next_page_token')(value);
    }),
  },
  {
    id: 'management.first-service-left-out',
    sentence: 'The first service of a page is left out.',
    breaks: ['MGMT-07', 'MGMT-08'],
    deviate: answers(list, remove('$.model_services[0]')),
  },
  {
    id: 'management.large-pages-refused',
    sentence: 'A list without a page size is a bad request.',
    breaks: ['MGMT-11'],
    deviate: statuses(list, 200, 400),
  },
  {
    id: 'management.unknown-schemas-empty',
    sentence: 'The list of a schema that does not exist is empty.',
    breaks: ['MGMT-12'],
    deviate: statuses(list, [400, 404], 200),
  },
  {
    id: 'management.hidden-services-read',
    sentence: 'A model service that the caller may not see can be read.',
    breaks: ['MGMT-13'],
    deviate: statuses(one, [403, 404], 200),
  },
  {
    id: 'management.listed-api-refused',
    sentence: 'An API that a service lists as supported refuses it.',
    breaks: ['MGMT-15'],
    deviate: respond(onModelApis, () => errorOf(400, 'BAD_REQUEST', 'API type is not supported.')),
  },
  {
    id: 'management.apis-not-listed',
    sentence: 'A model service does not say which APIs it supports.',
    breaks: ['MGMT-15'],
    seen: 'databricks/unity-gateway#476',
    deviate: answers(one, remove('$.supported_api_types')),
  },
  {
    id: 'destinations.no-fallback',
    sentence: 'When the first destination of a service fails, its failure is the answer.',
    breaks: ['DEST-01'],
    deviate: respond(both(onModelApis, onFallback), () => errorOf(503, 'TEMPORARILY_UNAVAILABLE', 'Overloaded.')),
  },
  {
    id: 'destinations.empty-answer-for-a-fallback',
    sentence: 'When the first destination of a service fails, the answer is empty.',
    breaks: ['DEST-01'],
    deviate: answers(both(on('chat', 'messages'), onFallback), merge('$', { choices: [], content: [] })),
  },
];
