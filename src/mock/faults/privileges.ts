import { unpaced } from '../event-stream.js';
import type { Message } from '../gateway/message.js';
import type { Fault } from './fault.js';
import { everybody } from './making/accounts.js';
import { lacking, recognise, takenFor, unchecked } from './making/callers.js';
import { without } from './making/changed-grants.js';
import { believe } from './making/decide.js';
import { merge } from './making/edit.js';
import { nowAndThen } from './making/now-and-then.js';
import { errors, respond } from './making/responses.js';
import { both, chat, on, onModelApis, type Where } from './making/where.js';

const asksForStream: Where = ({ body, path }) => body?.['stream'] === true || path.includes(':streamGenerateContent');

const completion = {
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
};

/** An error as the only event of a stream that has begun as if all were well. */
function asStream({ headers, body }: Message): Message {
  const data = JSON.stringify({ error: body.kind === 'json' ? body.value : null });
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'text/event-stream' },
    body: { kind: 'events', events: [{ event: 'error', data }], pace: unpaced },
  };
}

/** Which privileges are looked at, and whose. */
export const privilegeFaults: readonly Fault[] = [
  {
    id: 'permissions.two-of-three-are-enough',
    sentence: 'Who lacks one of the three privileges only is let in.',
    breaks: ['PERM-01', 'PERM-02', 'PERM-03', 'PERM-19'],
    deviate: lacking((missing) => (missing.length > 1 ? missing : [])),
  },
  {
    id: 'permissions.granted-to-one-is-granted-to-all',
    sentence: 'What is granted to a user counts for every account user.',
    breaks: ['PERM-01', 'PERM-02', 'PERM-03', 'PERM-19'],
    deviate: believe((account) => ({
      ...account,
      grants: [...account.grants, ...account.grants.map((grant) => ({ ...grant, to: everybody }))],
    })),
  },
  {
    id: 'permissions.first-decision-for-everybody',
    sentence: 'Once a caller was let in to a model service, everybody is.',
    breaks: ['PERM-01', 'PERM-02', 'PERM-03', 'PERM-19'],
    deviate: () => {
      const open = new Set<string>();
      return lacking((missing, { place: { fullName } }) => {
        if (missing.length === 0) open.add(fullName);
        return open.has(fullName) ? [] : missing;
      })();
    },
  },
  {
    id: 'permissions.everything-open-on-the-account-url',
    sentence: 'On the account-level URL callers hold what the first user of the account holds.',
    breaks: ['PERM-01', 'PERM-02', 'PERM-03', 'ROUTE-04'],
    deviate: recognise((known, { gateway: { account, site } }) =>
      site.kind === 'account' && !known.done ? takenFor('default', account) : known,
    ),
  },
  {
    id: 'permissions.not-checked-now-and-then',
    sentence: 'One request in three is answered without a look at EXECUTE.',
    breaks: ['PERM-19'],
    deviate: nowAndThen(1 / 3, unchecked('EXECUTE')),
  },
  {
    id: 'permissions.answer-beside-the-denial',
    sentence: 'A denial on chat carries the answer that was not to be given.',
    breaks: ['PERM-01', 'PERM-02', 'PERM-03', 'PERM-19'],
    deviate: errors(on(chat), merge('$', completion)),
  },
  {
    id: 'permissions.denied-within-the-stream',
    sentence: 'A stream that is denied begins with status 200, and tells of the denial in an event.',
    breaks: ['PERM-19'],
    deviate: respond(both(onModelApis, asksForStream), (message) =>
      message.status === 403 ? asStream(message) : message,
    ),
  },
  {
    id: 'permissions.system-services-not-granted',
    sentence: 'Nobody but its owner holds EXECUTE on system.ai before it is granted.',
    breaks: ['PERM-04', 'NAME-02'],
    deviate: believe((account) => ({
      ...account,
      grants: without(
        account.grants,
        ({ on: securable, privilege }) => securable === 'system.ai' && privilege === 'EXECUTE',
      ),
    })),
  },
  {
    id: 'permissions.all-of-the-schema-is-needed',
    sentence: 'EXECUTE counts on a schema or a catalog only, and not on a model service.',
    breaks: ['PERM-05', 'PERM-11'],
    deviate: lacking((_, { usual, account, metastore, principal, place }) => {
      const grants = account.grants.filter(({ on: securable }) => securable.split('.').length < 3);
      return usual({ ...account, grants }, metastore, principal, place);
    }),
  },
];
