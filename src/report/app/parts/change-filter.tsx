import { titleOf } from '../../compare/change-words.js';
import type { Comparison } from '../../compare/comparison.js';
import { markOf, verdictOf } from '../../compare/kind-marks.js';
import { type ChangeClass, changeClasses } from '../state/place.js';
import { useNavigation } from '../state/use-place.js';

/** Always shown: that none of these is there is news as well. */
const constant: readonly ChangeClass[] = [
  'new-failure',
  'drifted',
  'changed-reason',
  'gone',
  'appeared',
  'fixed',
  'still-failing',
  'slower',
];

interface ChangeFilterProps {
  readonly comparison: Comparison;
  readonly counts: ReadonlyMap<ChangeClass, number>;
}

/** How many instances changed in which way; each number shows only these. */
export function ChangeFilter({ comparison, counts }: ChangeFilterProps) {
  const { place, go } = useNavigation();
  const choose = (chosen: ChangeClass) => {
    const { only, ...all } = place;
    go(only === chosen ? all : { ...all, only: chosen }, 'replace');
  };
  return (
    <ul class="filters" aria-label="Filter by change">
      {changeClasses
        .filter((one) => constant.includes(one) || counts.has(one))
        .map((one) => {
          const count = counts.get(one) ?? 0;
          const { words, mark, look } = looksOf(one, comparison);
          return (
            <li>
              <button
                type="button"
                class={count === 0 ? 'none' : look}
                aria-pressed={place.only === one}
                onClick={() => choose(one)}
              >
                <b>{count.toLocaleString('en')}</b>{' '}
                <span>
                  <span aria-hidden="true">{mark}</span> {words}
                </span>
              </button>
            </li>
          );
        })}
    </ul>
  );
}

function looksOf(one: ChangeClass, comparison: Comparison) {
  if (one === 'slower') return { words: 'Slower', mark: '◷', look: 'slower' };
  return { words: titleOf(one, comparison), mark: markOf[one], look: verdictOf[one] };
}
