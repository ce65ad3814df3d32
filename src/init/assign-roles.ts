import type { ListedService } from '../run/index.js';

/** Who plays which role in the specs, and who is left. */
export interface Assigned {
  readonly roles: Readonly<Partial<Record<Role, ListedService>>>;
  readonly others: readonly ListedService[];
}

const roleNames = ['system', 'openai', 'gemini', 'embedding'] as const;
export type Role = (typeof roleNames)[number];

/** What a service has to answer on to play a role, the best first; specs call it on these (specs/roles.yaml). */
const wanted: Readonly<Record<Role, readonly (readonly string[])[]>> = {
  system: [['chat', 'messages'], ['chat']],
  openai: [['responses-openai'], ['responses-codex'], ['responses']],
  gemini: [['gemini']],
  embedding: [['embeddings']],
};

/** Gives each role to the first service that says that it answers where the role is called. */
export function assignRoles(services: readonly ListedService[]): Assigned {
  const roles: Partial<Record<Role, ListedService>> = {};
  for (const role of roleNames) {
    const fitting = wanted[role].flatMap((apis) => services.filter((service) => answersOn(service, apis)));
    const [first] = fitting;
    if (first !== undefined) roles[role] = first;
  }
  // Of a listing that says nothing of APIs, one service has to do for a start.
  const [any] = services;
  if (roles.system === undefined && any !== undefined) roles.system = any;
  const chosen = Object.values(roles);
  return { roles, others: services.filter((service) => !chosen.includes(service)) };
}

function answersOn({ apis }: ListedService, needed: readonly string[]): boolean {
  return needed.every((api) => apis.includes(api));
}
