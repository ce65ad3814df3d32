import type { Requirement } from '../../../journal/index.js';

/** Who says so. Only what is an address of the web becomes a link. */
export function RequirementLink({ source: { kind, address } }: Pick<Requirement, 'source'>) {
  const isAddress = /^https?:\/\/\S+$/.test(address);
  return (
    <div class="source">
      {kind}:{' '}
      {isAddress ? (
        <a href={address} rel="noreferrer">
          {address}
        </a>
      ) : (
        address
      )}
    </div>
  );
}
