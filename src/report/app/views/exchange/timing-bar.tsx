import type { ExchangeRecord } from '../../../../journal/index.js';
import { moment } from '../moment.js';
import { type Phase, phasesOf } from './phases.js';

const words: Readonly<Record<Phase['name'], string>> = {
  queued: 'in our queue',
  connecting: 'connecting',
  waiting: 'waiting for the first byte',
  receiving: 'receiving',
};

/** Where the time of an exchange went, as a bar and in words. */
export function TimingBar({ times }: { readonly times: ExchangeRecord['times'] }) {
  const phases = phasesOf(times);
  const end = Math.max(times.end, 0.001);
  return (
    <div class="timing">
      <svg class="timing-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        {phases.map(({ name, from, to }) => (
          <rect class={name} x={(from / end) * 1000} width={Math.max(1, ((to - from) / end) * 1000)} height="10" />
        ))}
      </svg>
      <ul>
        {phases.map(({ name, from, to }) => (
          <li>
            <svg class="timing-key" viewBox="0 0 10 10" aria-hidden="true">
              <rect class={name} width="10" height="10" />
            </svg>
            {words[name]} <b>{moment(to - from)}</b>
          </li>
        ))}
        <li class="muted">
          in all <b>{moment(times.end)}</b>
        </li>
      </ul>
    </div>
  );
}
