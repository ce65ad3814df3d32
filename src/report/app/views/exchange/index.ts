export { ExchangeView } from './exchange-view.js';
export { ExchangesView } from './exchanges-view.js';
