import { servicesIn } from '../account/account.js';
import type { Fault } from './fault.js';
import { remove, replace } from './making/edit.js';
import { isBare, readNames, resolve } from './making/names.js';
import { answers, errors, statuses } from './making/responses.js';
import { onModelApis } from './making/where.js';

const hosted = 'system.ai.databricks-claude-sim-1';

export const namingFaults: readonly Fault[] = [
  {
    id: 'naming.system-prefix-stripped',
    sentence: 'The prefix databricks- of a fully qualified name is stripped, and the rest is looked up.',
    breaks: ['NAME-01', 'NAME-02'],
    seen: 'databricks/unity-gateway!282',
    deviate: readNames((name) => name.replace('system.ai.databricks-', 'system.ai.')),
  },
  {
    id: 'naming.own-catalogs-not-found',
    sentence: 'Only services in system.ai are found.',
    breaks: ['NAME-01', 'PERM-05', 'ROUTE-05'],
    deviate: resolve((found, { name }) =>
      isBare(name) || name.startsWith('system.') ? found : { kind: 'missing', name },
    ),
  },
  {
    id: 'naming.own-catalogs-shadowed',
    sentence: 'A service of an own catalog is answered by a hosted model.',
    breaks: ['NAME-01'],
    deviate: readNames((name) => (name.startsWith('main.') ? hosted : name)),
  },
  {
    id: 'naming.bare-name-missing',
    sentence: 'A bare name of a hosted model does not exist.',
    breaks: ['NAME-03'],
    seen: 'pollinations/pollinations#4976',
    deviate: resolve((found, { name }) => (isBare(name) ? { kind: 'missing', name } : found)),
  },
  {
    id: 'naming.bare-name-of-another-model',
    sentence: 'A bare name of a hosted model reaches another hosted model.',
    breaks: ['NAME-03'],
    seen: 'BerriAI/litellm#26773',
    deviate: readNames((name) => (name.startsWith('databricks-claude') ? 'system.ai.databricks-gpt-sim-1' : name)),
  },
  {
    id: 'naming.bare-name-though-enforced',
    sentence: 'A workspace that enforces fully qualified names answers bare ones.',
    breaks: ['NAME-03'],
    state: { namesEnforced: true },
    deviate: resolve((_, { account, metastore, name, usual }) => usual(account, metastore, name, false)),
  },
  {
    id: 'naming.retired-as-400',
    sentence: 'A workspace that enforces fully qualified names refuses bare ones with status 400.',
    breaks: ['NAME-03'],
    state: { namesEnforced: true },
    deviate: statuses(onModelApis, 501, 400),
  },
  {
    id: 'naming.unknown-name-falls-back',
    sentence: 'A name that no model service has is answered by another model.',
    breaks: ['NAME-06', 'NAME-07', 'NAME-08', 'NAME-09', 'NAME-10', 'NAME-11', 'SQL-05', 'SQL-07'],
    deviate: resolve((found, { account, metastore, usual }) =>
      found.kind === 'missing' ? usual(account, metastore, hosted, false) : found,
    ),
  },
  {
    id: 'naming.unknown-name-as-500',
    sentence: 'A name that no model service has is an internal error.',
    breaks: ['NAME-07', 'NAME-09'],
    seen: 'BerriAI/litellm!31213',
    deviate: statuses(onModelApis, 404, 500),
  },
  {
    id: 'naming.unknown-name-as-another-code',
    sentence: 'A name that no model service has gets the error code of a bad request.',
    breaks: ['NAME-10'],
    deviate: errors(onModelApis, replace('$[?@ == "NOT_FOUND"]', 'BAD_REQUEST')),
  },
  {
    id: 'naming.provider-name-leaks',
    sentence: 'Answers name the model with the prefix of an internal provider.',
    breaks: ['NAME-19'],
    seen: 'BerriAI/litellm!19943',
    deviate: answers(
      onModelApis,
      replace('$.model', (model: unknown) => `hosted_vllm/${model}`),
    ),
  },
  {
    id: 'naming.no-model-in-answers',
    sentence: 'Answers name no model.',
    breaks: ['NAME-19'],
    seen: 'BerriAI/litellm#22709',
    deviate: answers(onModelApis, remove('$.model')),
  },
  {
    id: 'naming.unknown-bare-name-falls-back',
    sentence: 'A bare name that no model service has is answered by a default model.',
    breaks: ['NAME-08', 'NAME-09'],
    deviate: resolve((found, { name, as }) => (found.kind === 'missing' && isBare(name) ? as(hosted) : found)),
  },
  {
    id: 'naming.unknown-name-reaches-its-neighbour',
    sentence: 'A fully qualified name that no model service has is answered by another service of its schema.',
    breaks: ['NAME-06', 'NAME-07'],
    deviate: resolve((found, { account, metastore, name, as }) => {
      const [catalog = '', schema = ''] = name.split('.');
      const [neighbour] = servicesIn(account, metastore, catalog, schema);
      if (found.kind !== 'missing' || isBare(name) || neighbour === undefined) return found;
      return as(`${catalog}.${schema}.${neighbour.name}`);
    }),
  },
  {
    id: 'naming.unknown-name-as-400',
    sentence: 'A name that no model service has is answered like any other mistake in a request.',
    breaks: ['NAME-07', 'NAME-09', 'NAME-10'],
    seen: 'BerriAI/litellm!31213',
    deviate: statuses(onModelApis, 404, 400),
  },
  {
    id: 'naming.prefix-cut-off',
    sentence: 'A bare name loses its prefix before it is looked up in system.ai, where nothing is called like that.',
    breaks: ['NAME-03', 'NAME-04', 'NAME-05', 'SQL-12'],
    seen: 'databricks/unity-gateway!282',
    deviate: readNames((name) => (isBare(name) ? name.replace(/^databricks-/, '') : name)),
  },
  {
    id: 'naming.enforced-for-every-name',
    sentence: 'Where fully qualified names are enforced, those of system.ai are refused as well.',
    breaks: ['NAME-01', 'NAME-02', 'NAME-03'],
    state: { namesEnforced: true },
    deviate: resolve((found, { name }) =>
      found.kind === 'found' && name.startsWith('system.ai.') ? { kind: 'retired', name } : found,
    ),
  },
  {
    id: 'naming.only-bare-names',
    sentence: 'Model services of system.ai are known by their bare names only.',
    breaks: ['NAME-01', 'NAME-02', 'NAME-05'],
    seen: 'omnigent-ai/omnigent!3307',
    deviate: resolve((found, { name }) => (name.startsWith('system.ai.') ? { kind: 'missing', name } : found)),
  },
];
