export { barsOf, type TimelineBar, type TimelineRun, type TimelineWait, waitSpansOf } from './bar.js';
export { timelineStyle } from './style.js';
export { TimelineView } from './timeline-view.js';
