import { servicesIn } from '../account/account.js';
import type { Fault } from './fault.js';
import { isBare, readNames, resolve } from './making/names.js';
import { statuses } from './making/responses.js';
import { onModelApis, type Where } from './making/where.js';

const withoutName: Where = (asked) => onModelApis(asked) && asked.body?.['model'] === '';

const ofVendor: Where = (asked) => onModelApis(asked) && /^vendor-1\.5-/.test(String(asked.body?.['model']));

/** Names that reach what they did not reach before: a client may have come to rely on either. */
export const spellingFaults: readonly Fault[] = [
  {
    id: 'naming.letter-case-ignored',
    sentence: 'Names are found in any letter case.',
    breaks: ['NAME-13'],
    deviate: readNames((name) => name.toLowerCase()),
  },
  {
    id: 'naming.spaces-trimmed',
    sentence: 'Spaces around names are ignored.',
    breaks: ['NAME-14'],
    deviate: readNames((name) => name.trim()),
  },
  {
    id: 'naming.backticks-unquoted',
    sentence: 'Backticks around the parts of names are ignored.',
    breaks: ['NAME-15'],
    deviate: readNames((name) => name.replaceAll('`', '')),
  },
  {
    id: 'naming.management-names-resolved',
    sentence: 'Names of the management API are found.',
    breaks: ['NAME-18'],
    deviate: readNames((name) => name.replace(/^model-services\//, '')),
  },
  {
    id: 'naming.fourth-part-ignored',
    sentence: 'What follows the third part of a name is not looked at.',
    breaks: ['NAME-16'],
    deviate: readNames((name) => (isBare(name) ? name : name.split('.').slice(0, 3).join('.'))),
  },
  {
    id: 'naming.empty-name-as-500',
    sentence: 'An empty model name is an internal error.',
    breaks: ['NAME-17'],
    deviate: statuses(withoutName, 400, 500),
  },
  {
    id: 'naming.vendor-ids-as-400',
    sentence: 'A vendor id with dots is answered like a malformed name.',
    breaks: ['NAME-11'],
    deviate: statuses(ofVendor, 404, 400),
  },
  {
    id: 'naming.vendor-alias-resolved',
    sentence: 'The model id that a provider gave to a model is read as the name of a model service.',
    breaks: ['NAME-12'],
    deviate: resolve((found, { account, metastore, name, as }) => {
      const service = servicesIn(account, metastore, 'system', 'ai').find(({ servedModel }) => servedModel === name);
      return service === undefined ? found : as(`system.ai.${service.name}`);
    }),
  },
];
