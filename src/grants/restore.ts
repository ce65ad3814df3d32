import { type Ask, succeeded } from './ask.js';
import { changesOf, permissionsPath, readHeld } from './permissions.js';
import type { Restoration } from './restoration.js';

/** `changed` is false when everything stood as it should already. */
export type Restored =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly because: string };

/** Who restores. */
export const restorer = 'admin';

/** Lets stand again what stood, and looks whether it does. Privileges that the harness did not touch are left alone. */
export async function restore(restoration: Restoration, ask: Ask): Promise<Restored> {
  const { securable, principal, held, notHeld } = restoration;
  const before = await readHeld(ask, restorer, securable, principal);
  if (!before.ok) return { ok: false, because: `what stands cannot be read: ${before.reply.message}` };
  const add = held.filter((privilege) => !before.privileges.includes(privilege));
  const remove = notHeld.filter((privilege) => before.privileges.includes(privilege));
  if (add.length + remove.length === 0) return { ok: true, changed: false };
  const path = permissionsPath(securable);
  const reply = await ask({ as: restorer, method: 'PATCH', path, json: changesOf(principal, add, remove) });
  if (!succeeded(reply)) return { ok: false, because: `the account refuses: ${reply.message}` };
  const after = await readHeld(ask, restorer, securable, principal);
  if (!after.ok) return { ok: false, because: `what stands now cannot be read: ${after.reply.message}` };
  const stands =
    held.every((privilege) => after.privileges.includes(privilege)) &&
    notHeld.every((privilege) => !after.privileges.includes(privilege));
  return stands
    ? { ok: true, changed: true }
    : { ok: false, because: 'the account accepted the change, and does not show it' };
}
