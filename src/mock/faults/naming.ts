import type { Fault } from './fault.js';
import { decide } from './making/decide.js';
import { remove, replace } from './making/edit.js';
import { answers, errors, statuses } from './making/responses.js';
import { onModelApis } from './making/where.js';

const hosted = 'system.ai.databricks-claude-sim-1';

/** Reads a name as another one before it is resolved. */
function readAs(change: (name: string) => string): Fault['deviate'] {
  return decide(({ resolveName }) => ({
    resolveName: (account, metastore, name, enforced) => resolveName(account, metastore, change(name), enforced),
  }));
}

export const namingFaults: readonly Fault[] = [
  {
    id: 'naming.system-prefix-stripped',
    sentence: 'The prefix databricks- of a fully qualified name is stripped, and the rest is looked up.',
    breaks: ['NAME-01', 'NAME-02'],
    seen: 'databricks/unity-gateway!282',
    deviate: readAs((name) => name.replace('system.ai.databricks-', 'system.ai.')),
  },
  {
    id: 'naming.own-catalogs-not-found',
    sentence: 'Only services in system.ai are found.',
    breaks: ['NAME-01', 'PERM-05', 'ROUTE-05'],
    deviate: decide(({ resolveName }) => ({
      resolveName: (account, metastore, name, enforced) =>
        name.split('.').length === 3 && !name.startsWith('system.')
          ? { kind: 'missing', name }
          : resolveName(account, metastore, name, enforced),
    })),
  },
  {
    id: 'naming.own-catalogs-shadowed',
    sentence: 'A service of an own catalog is answered by a hosted model.',
    breaks: ['NAME-01'],
    deviate: readAs((name) => (name.startsWith('main.') ? hosted : name)),
  },
  {
    id: 'naming.bare-name-missing',
    sentence: 'A bare name of a hosted model does not exist.',
    breaks: ['NAME-03'],
    seen: 'pollinations/pollinations#4976',
    deviate: decide(({ resolveName }) => ({
      resolveName: (account, metastore, name, enforced) =>
        name.includes('.') ? resolveName(account, metastore, name, enforced) : { kind: 'missing', name },
    })),
  },
  {
    id: 'naming.bare-name-of-another-model',
    sentence: 'A bare name of a hosted model reaches another hosted model.',
    breaks: ['NAME-03'],
    seen: 'BerriAI/litellm#26773',
    deviate: readAs((name) => (name.startsWith('databricks-claude') ? 'system.ai.databricks-gpt-sim-1' : name)),
  },
  {
    id: 'naming.bare-name-though-enforced',
    sentence: 'A workspace that enforces fully qualified names answers bare ones.',
    breaks: ['NAME-03'],
    state: { namesEnforced: true },
    deviate: decide(({ resolveName }) => ({
      resolveName: (account, metastore, name) => resolveName(account, metastore, name, false),
    })),
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
    breaks: ['NAME-06', 'NAME-07', 'NAME-08', 'NAME-09', 'NAME-10'],
    deviate: decide(({ resolveName }) => ({
      resolveName: (account, metastore, name, enforced) => {
        const resolution = resolveName(account, metastore, name, enforced);
        return resolution.kind === 'missing' ? resolveName(account, metastore, hosted, false) : resolution;
      },
    })),
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
    id: 'naming.letter-case-ignored',
    sentence: 'Names are found in any letter case.',
    breaks: ['NAME-13'],
    deviate: readAs((name) => name.toLowerCase()),
  },
  {
    id: 'naming.spaces-trimmed',
    sentence: 'Spaces around names are ignored.',
    breaks: ['NAME-14'],
    deviate: readAs((name) => name.trim()),
  },
  {
    id: 'naming.backticks-unquoted',
    sentence: 'Backticks around the parts of names are ignored.',
    breaks: ['NAME-15'],
    deviate: readAs((name) => name.replaceAll('`', '')),
  },
  {
    id: 'naming.management-names-resolved',
    sentence: 'Names of the management API are found.',
    breaks: ['NAME-18'],
    deviate: readAs((name) => name.replace(/^model-services\//, '')),
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
];
