import type { Fault } from './fault.js';
import { unchecked } from './making/callers.js';
import { decide } from './making/decide.js';
import { replace } from './making/edit.js';
import { errorOf, errors, respond, statuses } from './making/responses.js';
import { both, chat, conversations, messages, on, onModelApis, type Where } from './making/where.js';

const streams: Where = ({ path, body }) => body?.['stream'] === true || path.includes(':stream');
const anAnswer = {
  id: 'leaked',
  object: 'chat.completion',
  created: 1_780_000_000,
  model: 'leaked',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello!', refusal: null }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
};
export const permissionFaults: readonly Fault[] = [
  {
    id: 'permissions.execute-not-needed',
    sentence: 'A caller without EXECUTE gets completions.',
    breaks: ['PERM-01', 'PERM-06', 'PERM-07', 'PERM-12', 'PERM-19', 'SQL-06'],
    deviate: unchecked('EXECUTE'),
  },
  {
    id: 'permissions.use-catalog-not-needed',
    sentence: 'A caller without USE CATALOG gets completions.',
    breaks: ['PERM-02', 'PERM-08', 'PERM-19', 'PERM-21'],
    deviate: unchecked('USE CATALOG'),
  },
  {
    id: 'permissions.use-schema-not-needed',
    sentence: 'A caller without USE SCHEMA gets completions.',
    breaks: ['PERM-03', 'PERM-09', 'PERM-19', 'PERM-20', 'PERM-21'],
    deviate: unchecked('USE SCHEMA'),
  },
  {
    id: 'permissions.nobody-may',
    sentence: 'Everybody is refused for a missing privilege.',
    breaks: ['PERM-04', 'PERM-05', 'NAME-02'],
    deviate: decide(() => ({ missingPrivileges: () => ['EXECUTE'] })),
  },
  {
    id: 'permissions.system-services-closed',
    sentence: 'System-provided services answer those only who were granted EXECUTE by name.',
    breaks: ['PERM-04', 'NAME-02'],
    deviate: decide(({ missingPrivileges }) => ({
      missingPrivileges: (account, metastore, principal, place) =>
        missingPrivileges(account, metastore, { ...principal, groups: [] }, place),
    })),
  },
  {
    id: 'permissions.inherited-execute-not-seen',
    sentence: 'EXECUTE counts only where it was granted on the service itself.',
    breaks: ['PERM-05', 'PERM-16', 'PERM-20'],
    deviate: decide(({ missingPrivileges }) => ({
      missingPrivileges: (account, metastore, principal, place) => {
        const grants = account.grants.map((grant) =>
          grant.on === place.fullName || place.catalog === 'system'
            ? grant
            : { ...grant, privileges: grant.privileges.filter((privilege) => privilege !== 'EXECUTE') },
        );
        return missingPrivileges({ ...account, grants }, metastore, principal, place);
      },
    })),
  },
  {
    id: 'permissions.referenced-models-asked-for',
    sentence: 'A service that refers to another is refused to who lacks EXECUTE on the other.',
    breaks: ['PERM-10'],
    deviate: decide(({ missingPrivileges }) => ({
      missingPrivileges: (account, metastore, principal, place) =>
        place.fullName.endsWith('.refers-to-system')
          ? missingPrivileges(account, metastore, principal, {
              catalog: 'system',
              schema: 'ai',
              fullName: 'system.ai.databricks-claude-sim-1',
            })
          : missingPrivileges(account, metastore, principal, place),
    })),
  },
  {
    id: 'permissions.denial-as-400',
    sentence: 'A missing privilege is a bad request.',
    breaks: ['PERM-06', 'PERM-07'],
    deviate: statuses(onModelApis, 403, 400),
  },
  {
    id: 'permissions.denial-as-500',
    sentence: 'A missing privilege is an internal error.',
    breaks: ['PERM-06', 'PERM-19'],
    seen: 'BerriAI/litellm!38318',
    deviate: statuses(onModelApis, 403, 500),
  },
  {
    id: 'permissions.denial-as-401',
    sentence: 'A missing privilege is told like a missing credential.',
    breaks: ['PERM-06', 'AUTH-16'],
    seen: 'BerriAI/litellm!38318',
    deviate: statuses(onModelApis, 403, 401),
  },
  {
    id: 'permissions.denial-names-another-code',
    sentence: 'A missing privilege has the error code of a quota.',
    breaks: ['PERM-07', 'PERM-08', 'PERM-09'],
    seen: 'BerriAI/litellm!27416',
    deviate: errors(onModelApis, replace('$[?@ == "PERMISSION_DENIED"]', 'RESOURCE_EXHAUSTED')),
  },
  {
    id: 'permissions.chat-not-looked-at',
    sentence: 'Chat Completions answers whoever asks, the other APIs do not.',
    breaks: ['PERM-01', 'PERM-19'],
    deviate: respond(
      both(on(chat), (asked) => !streams(asked)),
      (message) =>
        message.status === 403 ? { ...message, status: 200, body: { kind: 'json', value: anAnswer } } : message,
    ),
  },
  {
    id: 'permissions.messages-refuses-all',
    sentence: 'Messages refuses callers who hold every privilege.',
    breaks: ['PERM-05'],
    deviate: respond(on(messages), () => errorOf(403, 'PERMISSION_DENIED', 'No.')),
  },
  {
    id: 'permissions.streams-refused',
    sentence: 'Streams are refused to callers who hold every privilege.',
    breaks: ['PERM-05'],
    deviate: respond(both(on(conversations), streams), () => errorOf(403, 'PERMISSION_DENIED', 'No.')),
  },
];
