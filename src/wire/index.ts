export type { WireClient } from './client.js';
export type { Exchange, ExchangeTimes, HeaderPair, WireRequest, WireResponse } from './exchange.js';
export type { WireFault, WireFaultCode } from './fault.js';
export { defaultLimits, type WireLimits } from './limits.js';
