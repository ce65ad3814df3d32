export { isEventStream, pictureOf, type StreamPicture } from './stream-picture.js';
export { StreamView } from './stream-view.js';
export { streamStyle } from './style.js';
