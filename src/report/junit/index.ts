export { junitFiles, renderJunit } from './render-junit.js';
