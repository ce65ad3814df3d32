import type { Account, ModelService } from '../../account/account.js';
import type { Deviate } from '../../deviation/deviation.js';
import { believe } from './decide.js';

/** Goes by other model services than the account has. */
export function believeServices(change: (service: ModelService) => ModelService): Deviate {
  return believe((account: Account) => ({
    ...account,
    metastores: account.metastores.map((metastore) => ({
      ...metastore,
      catalogs: metastore.catalogs.map((catalog) => ({
        ...catalog,
        schemas: catalog.schemas.map((schema) => ({ ...schema, services: schema.services.map(change) })),
      })),
    })),
  }));
}
