export { renderJunit } from './render-junit.js';
