export const exchangeStyle = `
.exchange-line{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline}
.exchange-line p{margin:.25rem 0;overflow-wrap:anywhere;min-width:0;flex:1 1 20rem}
.exchange-facts{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:.25rem 0 .5rem;font-size:.875rem}
.exchange-facts dt{font-size:.75rem;color:var(--muted)}
.exchange-facts dd{margin:0;overflow-wrap:anywhere}
.exchange-facts .copy button{font-size:.6875rem;padding:0 .4rem}
.timing{margin:.5rem 0 .25rem}
.timing-bar{display:block;width:100%;height:.5rem;border-radius:2px}
.timing rect.queued{fill:var(--rule)}.timing rect.connecting{fill:var(--warn)}
.timing rect.waiting{fill:var(--link)}.timing rect.receiving{fill:var(--good)}
.timing ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;padding:0;margin:.3rem 0;font-size:.8125rem}
.timing b{font-weight:600;font-variant-numeric:tabular-nums}
.timing-key{width:.7em;height:.7em;margin-right:.4em}
.exchange-sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 2rem}
.exchange-sides>section{min-width:0}
.exchange-headers>summary{font-size:.8125rem;color:var(--muted);padding:.1rem 0}
.exchange-headers th,.exchange-headers td{padding:.1rem .75rem .1rem 0;border:0;font-family:var(--mono);font-size:.8125rem;overflow-wrap:anywhere}
.exchange-headers th{color:var(--muted);white-space:nowrap;width:1%}
.exchange-sides.streamed .code-block{max-height:14rem}
@media (max-width:40rem){.exchange-headers tr{display:block}.exchange-headers th,.exchange-headers td{display:block;width:auto}}
@media (forced-colors:active){.timing rect{forced-color-adjust:none}}
`;
