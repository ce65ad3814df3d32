export { ExchangesView, ExchangeView } from './exchange/index.js';
export { KillMatrixView } from './kill-matrix/index.js';
export { isEventStream, StreamView } from './stream/index.js';
export {
  barsOf,
  type TimelineBar,
  type TimelineRun,
  TimelineView,
  type TimelineWait,
  waitSpansOf,
} from './timeline/index.js';
