import type { Fault } from './fault.js';
import { decide } from './making/decide.js';
import { statuses } from './making/responses.js';
import { onModelApis } from './making/where.js';

export const namingFaults: readonly Fault[] = [
  {
    id: 'naming.unknown-name-falls-back',
    sentence: 'A name that no model service has is answered by another model.',
    breaks: ['NAME-06', 'NAME-07', 'NAME-08', 'NAME-09'],
    deviate: decide((usual) => ({
      resolveName: (account, metastore, name, namesEnforced) => {
        const resolution = usual.resolveName(account, metastore, name, namesEnforced);
        const fallback = 'system.ai.databricks-claude-sim-1';
        return resolution.kind === 'missing' ? usual.resolveName(account, metastore, fallback, false) : resolution;
      },
    })),
  },
  {
    id: 'naming.unknown-name-as-500',
    sentence: 'A name that no model service has is an internal error.',
    breaks: ['NAME-07', 'NAME-09'],
    deviate: statuses(onModelApis, 404, 500),
  },
];
