import type { InstanceRecord } from '../../journal/index.js';
import { anchorOf, linkTo } from './anchor.js';

/** Instances by id and title, each leading to its row. */
export function InstanceList({ instances }: { readonly instances: readonly InstanceRecord[] }) {
  return (
    <ul>
      {instances.map(({ id, title }) => (
        <li>
          <a class="id" href={linkTo(anchorOf(id))}>
            {id}
          </a>{' '}
          {title}
        </li>
      ))}
    </ul>
  );
}
