import { openChangeLog, type RestoredAll, restoreAll } from '../grants/index.js';
import { askingWith, outsideCases } from './ask.js';
import { type ContextOptions, openContext } from './open-context.js';

export interface RestoreGrantsOptions extends Omit<ContextOptions, 'apis' | 'emit'> {
  /** Also what a process that seems to be running has changed. */
  readonly evenIfUnderWay?: boolean;
}

/** Restores the grants that an earlier run on the target has left changed. */
export async function restoreGrants(options: RestoreGrantsOptions): Promise<RestoredAll> {
  const log = options.grants ?? openChangeLog(options.target);
  const left = log.read();
  if (left.ok && left.value.length === 0) return { restored: [], problems: [], elsewhere: 0 };
  const { context, close } = openContext({ ...options, apis: {}, emit: () => {} });
  const { target, cleanUpSignal } = context;
  try {
    const { ask } = askingWith(context, { signal: cleanUpSignal, mustSend: true });
    return await restoreAll({
      log,
      target,
      ask: outsideCases(ask),
      whose: options.evenIfUnderWay === true ? 'all' : 'left',
    });
  } finally {
    await close();
  }
}
