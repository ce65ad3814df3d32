export { isEventStream } from './stream-picture.js';
export { StreamView } from './stream-view.js';
