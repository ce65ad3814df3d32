import { exchangeStyle } from './exchange/style.js';
import { killMatrixStyle } from './kill-matrix/style.js';
import { streamStyle } from './stream/style.js';
import { timelineStyle } from './timeline/style.js';

const shared = `
.off-screen{position:fixed;left:-100vw;top:0}
.view-controls{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:.5rem 0}
.choice{display:inline-flex}
.choice button,.copy button,.view-controls button,.view-button{font:inherit;font-size:.8125rem;line-height:1.5;color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:4px;padding:.15rem .6rem;cursor:pointer}
.choice button{border-radius:0;margin-left:-1px}
.choice button:first-child{border-radius:4px 0 0 4px;margin-left:0}
.choice button:last-child{border-radius:0 4px 4px 0}
.choice button[aria-pressed=true]{background:var(--panel);font-weight:600;box-shadow:inset 0 -2px 0 var(--link)}
.choice button:hover,.copy button:hover,.view-controls button:hover,.view-button:hover{background:var(--panel)}
.choice button:focus-visible{position:relative;z-index:1}
.tab-list{display:flex;flex-wrap:wrap;gap:0 .25rem;border-bottom:1px solid var(--rule);margin:.5rem 0 0}
.tab-list [role=tab]{font:inherit;font-size:.875rem;color:var(--muted);background:none;border:0;border-bottom:2px solid transparent;margin-bottom:-1px;padding:.35rem .75rem;cursor:pointer}
.tab-list [role=tab]:hover{color:var(--ink)}
.tab-list [role=tab][aria-selected=true]{color:var(--ink);font-weight:600;border-bottom-color:var(--link)}
.tab-panel{padding-top:.5rem}
.tab-panel:focus-visible{outline-offset:4px}
.figures{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:.5rem 0 .75rem}
.figures dt{font-size:.75rem;color:var(--muted)}
.figures dd{margin:0}
.figures b{display:block;font-size:1.0625rem;font-weight:600;font-variant-numeric:tabular-nums}
.figures .muted{font-size:.75rem}
.json-key{color:var(--link)}.json-text{color:var(--good)}.json-number,.json-word{color:var(--doubt)}
.code-block{max-height:30rem;overflow:auto}
.code-block:focus-visible{outline-offset:-2px}
@media print{.code-block{max-height:none!important}.view-controls,.copy{display:none}}
@media (forced-colors:active){.choice button[aria-pressed=true],.tab-list [aria-selected=true]{outline:2px solid Highlight}}
`;

/** The style of every view here. Colours and fonts are the custom properties of the report's own style. */
export const viewStyle = shared + exchangeStyle + streamStyle + timelineStyle + killMatrixStyle;
