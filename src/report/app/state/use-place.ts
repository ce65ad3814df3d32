import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { formatPlace, type Place, parsePlace, start } from './place.js';

export interface Navigation {
  readonly place: Place;
  /** Goes there; `replace` leaves no step to go back to. */
  readonly go: (to: Partial<Place>, how?: 'push' | 'replace') => void;
  /** The address of a place in the same run. */
  readonly linkTo: (to: Partial<Place>) => string;
}

/** The reader's place, as the address has it. */
export function usePlace(): Navigation {
  const [place, setPlace] = useState(() => parsePlace(location.hash));
  useEffect(() => {
    const follow = () => setPlace(parsePlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return {
    place,
    go(to, how = 'push') {
      const hash = hashOf(place, to);
      if (how === 'push') location.hash = hash;
      else {
        history.replaceState(null, '', hash);
        setPlace(parsePlace(hash));
      }
    },
    linkTo: (to) => hashOf(place, to),
  };
}

export const NavigationContext = createContext<Navigation | undefined>(undefined);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === undefined) throw new Error('there is no navigation around this');
  return navigation;
}

/** Only the run is taken along: a query is of one page. */
function hashOf({ run }: Place, to: Partial<Place>): string {
  return formatPlace({ ...start, run, ...to });
}
