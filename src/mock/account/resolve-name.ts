import { type Account, findService, type PlacedService, servicesIn } from './account.js';

export type NameResolution =
  | { readonly kind: 'found'; readonly place: PlacedService }
  /** `name` is the name after resolution: the gateway's 404 shows that one, not the one that was asked for. */
  | { readonly kind: 'missing'; readonly name: string }
  /** A bare name of a hosted model, on an account that accepts fully qualified names only. */
  | { readonly kind: 'retired'; readonly name: string };

/**
 * Finds the model service that a request's `model` means.
 *
 * Three parts or more are taken as they stand. Nothing public says what the gateway does with upper case, padding,
 * backticks, four parts or a `model-services/` prefix; here they simply match nothing.
 *
 * Fewer parts are read as a service of `system.ai`: bare hosted names by the documentation ("Backward compatibility
 * with workspace endpoint names"), vendor ids such as `gpt-5.3-codex` by observation (the live gateway prefixed them and
 * turned dots into dashes, then found nothing). A two-part name cannot be told from such a vendor id.
 */
export function resolveName(account: Account, metastore: string, name: string, namesEnforced: boolean): NameResolution {
  if (name.split('.').length >= 3) {
    const place = findService(account, metastore, name);
    return place ? { kind: 'found', place } : { kind: 'missing', name };
  }
  const service = servicesIn(account, metastore, 'system', 'ai').find(({ bareName }) => bareName === name);
  if (service && namesEnforced) return { kind: 'retired', name };
  const fullName = `system.ai.${service ? service.name : name.replaceAll('.', '-')}`;
  const place = findService(account, metastore, fullName);
  return place ? { kind: 'found', place } : { kind: 'missing', name: fullName };
}
