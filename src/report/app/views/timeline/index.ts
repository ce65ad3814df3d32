export { barsOf, type TimelineBar, type TimelineRun, type TimelineWait, waitSpansOf } from './bar.js';
export { TimelineView } from './timeline-view.js';
