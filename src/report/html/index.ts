export { type Assets, readAssets } from './assets.js';
export { renderHtml } from './render-html.js';
