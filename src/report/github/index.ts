export { renderAnnotations } from './annotations.js';
