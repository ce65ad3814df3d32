export { renderCtrf } from './render-ctrf.js';
