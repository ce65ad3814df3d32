import type { Loaded } from '../state/unpack.js';

/** What stands where something is not here yet, or cannot come. */
export function Waiting({ loaded }: { readonly loaded: Exclude<Loaded<unknown>, { readonly state: 'here' }> }) {
  return loaded.state === 'loading' ? (
    <p class="muted" role="status">
      Unpacking…
    </p>
  ) : (
    <p class="error" role="alert">
      This part of the report cannot be read: {loaded.message}
    </p>
  );
}
