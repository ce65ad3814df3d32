import type { Fault } from './fault.js';
import { believe, decide } from './making/decide.js';
import { isRecord, remove, replace } from './making/edit.js';
import { answers, edited, errorOf, respond } from './making/responses.js';
import { both, onPath } from './making/where.js';

const list = onPath(/\/unity-catalog\/model-services$/, 'GET');
const service = onPath(/\/unity-catalog\/model-services\/.+/, 'GET');

/** Tokens of the simulated account begin with the number at which their page begins. */
const movedBy = (count: number) => (token: unknown) =>
  String(token).replace(/^\d+/, (start) => String(Number(start) + count));

const isEmptyPage = (value: unknown) => isRecord(value) && value['model_services'] === null;

export const managementFaults: readonly Fault[] = [
  {
    id: 'management.names-without-prefix',
    sentence: 'Model services are listed and read without the prefix model-services/.',
    breaks: ['MGMT-07', 'MGMT-13'],
    deviate: answers(
      (asked) => list(asked) || service(asked),
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
    id: 'management.apis-not-listed',
    sentence: 'A model service does not say which APIs it supports.',
    breaks: ['MGMT-15'],
    seen: 'databricks/unity-gateway#476',
    deviate: answers(service, remove('$.supported_api_types')),
  },
  {
    id: 'management.page-size-required',
    sentence: 'A list without a page size is a bad request.',
    breaks: ['MGMT-11'],
    deviate: respond(
      both(list, ({ query }) => query?.includes('page_size=') !== true),
      () => errorOf(400, 'INVALID_PARAMETER_VALUE', "'page_size' is missing."),
    ),
  },
  {
    id: 'management.pages-repeated',
    sentence: 'A page begins with the model service with which the page before it ended.',
    breaks: ['MGMT-08'],
    deviate: answers(list, replace('$.next_page_token', movedBy(-1))),
  },
  {
    id: 'management.pages-skip-one',
    sentence: 'Between two pages a model service is left out.',
    breaks: ['MGMT-08'],
    deviate: answers(list, replace('$.next_page_token', movedBy(1))),
  },
  {
    id: 'management.only-the-first-of-a-page',
    sentence: 'Of a page only the first model service is listed.',
    breaks: ['MGMT-07', 'MGMT-08'],
    deviate: answers(list, remove('$.model_services[1:]')),
  },
  {
    id: 'management.only-the-last-of-a-page',
    sentence: 'Of a page only the last model service is listed.',
    breaks: ['MGMT-07', 'MGMT-08'],
    deviate: answers(
      list,
      replace('$.model_services', (services: unknown) => (Array.isArray(services) ? services.slice(-1) : services)),
    ),
  },
  {
    id: 'management.services-by-name',
    sentence: 'A list of model services is an object with a member for each.',
    breaks: ['MGMT-07'],
    deviate: answers(
      list,
      replace('$.model_services', (services: unknown) => ({ ...Object(services) })),
    ),
  },
  {
    id: 'management.hidden-services-shown',
    sentence: 'Who may call one model service of a schema sees all that are in it.',
    breaks: ['MGMT-07', 'MGMT-08', 'MGMT-13'],
    deviate: believe((account) => ({
      ...account,
      grants: account.grants.map((grant) => {
        const [catalog, schema] = grant.on.split('.');
        return grant.privileges.includes('EXECUTE') && schema !== undefined
          ? { ...grant, on: `${catalog}.${schema}` }
          : grant;
      }),
    })),
  },
  {
    id: 'management.seen-services-hidden',
    sentence: 'A list of model services shows a caller only those of schemas on which EXECUTE is granted.',
    breaks: ['MGMT-07', 'MGMT-08', 'MGMT-13'],
    deviate: believe((account) => ({
      ...account,
      grants: account.grants.filter(({ on }) => !on.startsWith('main.half-seen.')),
    })),
  },
  {
    id: 'management.empty-list-as-array',
    sentence: 'A list without model services is an empty array.',
    breaks: ['MGMT-09', 'MGMT-10'],
    deviate: answers(list, (value: unknown) => (isEmptyPage(value) ? replace('$.model_services', [])(value) : value)),
  },
  {
    id: 'management.unknown-schema-is-empty',
    sentence: 'A schema that does not exist has an empty list of model services.',
    breaks: ['MGMT-12'],
    deviate: respond(list, (message) =>
      message.status === 404 ? { ...edited(message, () => ({ model_services: null })), status: 200 } : message,
    ),
  },
  {
    id: 'management.type-listed-in-vain',
    sentence: 'A model service lists the Responses API, and does not answer on it.',
    breaks: ['MGMT-15'],
    deviate: decide((usual) => ({
      serves: (asked, api) => api !== 'responses' && usual.serves(asked, api),
    })),
  },
];
