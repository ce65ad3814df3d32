import type { Account } from '../../account/account.js';
import type { NameResolution } from '../../account/resolve-name.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { Decisions } from '../../gateway/gateway.js';
import { decide } from './decide.js';

interface Asked {
  readonly account: Account;
  readonly metastore: string;
  readonly name: string;
  readonly namesEnforced: boolean;
  /** What another name would be. */
  readonly as: (name: string) => NameResolution;
  readonly usual: Decisions['resolveName'];
}

/** Resolves names otherwise. */
export function resolve(change: (found: NameResolution, asked: Asked) => NameResolution): Deviate {
  return decide(({ resolveName: usual }) => ({
    resolveName: (account, metastore, name, namesEnforced) => {
      const as = (other: string) => usual(account, metastore, other, namesEnforced);
      return change(as(name), { account, metastore, name, namesEnforced, as, usual });
    },
  }));
}

/** Reads names as others before they are resolved. */
export function readNames(rewrite: (name: string) => string): Deviate {
  return resolve((_, { name, as }) => as(rewrite(name)));
}

export function isBare(name: string): boolean {
  return name.split('.').length < 3;
}
