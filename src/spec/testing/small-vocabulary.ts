import type { Level, Requirement } from '../requirement.js';
import type { Vocabulary } from '../vocabulary.js';

const requirement = (id: string, level: Level): [string, Requirement] => [
  id,
  {
    id,
    level,
    statement: `The statement of ${id}.`,
    source: { kind: 'documented', address: 'a page' },
    profile: 'core',
    area: 'naming',
  },
];

/** Just enough words for a spec to be checked against. */
export const smallVocabulary: Vocabulary = {
  catalogue: {
    requirements: new Map([
      requirement('NAME-01', 'MUST'),
      requirement('NAME-02', 'MUST'),
      requirement('ERR-01', 'SHOULD'),
      requirement('AUTH-14', 'OBSERVE'),
    ]),
    areas: { naming: 'Naming' },
  },
  roles: {
    workspaces: { home: 'The workspace under test.', second: 'Another workspace.' },
    models: { system: 'A system model service.', private: 'A private model service.' },
    identities: { default: 'May call everything.', 'without-execute': 'Lacks EXECUTE.' },
    warehouses: { default: 'Runs SQL statements.' },
    features: { 'bare-names': 'Bare names are accepted.' },
    scratch: ['private'],
  },
  apis: ['chat', 'messages'],
  apiGroups: { all: ['chat', 'messages'] },
  rules: ['usage-adds-up', 'finish-reason-known'],
  streamRules: ['role-first', 'terminal-present'],
};
