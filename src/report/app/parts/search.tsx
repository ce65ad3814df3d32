import type { RefObject } from 'preact';
import { useNavigation } from '../state/use-place.js';

interface SearchProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly help: () => void;
}

/** From any page; the instances that fit are on the page of instances. */
export function Search({ input, help }: SearchProps) {
  const { place, go } = useNavigation();
  const isList = place.page === 'instances';
  // Other pages have queries of their own.
  const shown = isList || place.page === 'instance' ? place.query : '';
  const search = (query: string) => (isList ? go({ ...place, query }, 'replace') : go({ page: 'instances', query }));
  return (
    <search class="search">
      <label class="hidden" for="query">
        Search instances
      </label>
      <input
        id="query"
        ref={input}
        type="search"
        placeholder="Search: words, s:failed, api:chat, req:PERM-*"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={shown}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <button type="button" onClick={help} aria-haspopup="dialog">
        <span aria-hidden="true">?</span>
        <span class="hidden">Help with search and keys</span>
      </button>
    </search>
  );
}
