import { style } from '../html/style.js';
import { viewStyle } from './views/style.js';

const frame = `
body.app #summary{display:none}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
html:has(body.app){scroll-padding-top:7rem}
#app>main{padding-top:1.75rem;min-height:60vh}
#app>main:focus{outline:none}
.skip{position:fixed;left:-100vw;top:0.5rem;z-index:3}
.skip:focus{left:0.5rem}
button,select,.search input{font:inherit;font-size:0.8125rem;line-height:1.5;color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:4px;padding:0.2rem 0.6rem}
button{cursor:pointer;white-space:nowrap}
button:hover{background:var(--panel)}
kbd{font:0.8em var(--mono);border:1px solid var(--rule);border-radius:3px;padding:0 0.3em}
.bar-on-top{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--rule)}
.bar-on-top>*{max-width:76rem;margin-inline:auto;padding-inline:1.5rem}
.bar-on-top .line{display:flex;flex-wrap:wrap;gap:0.4rem 0.9rem;align-items:center;padding-top:0.6rem}
.gate{font-weight:650;white-space:nowrap}
.gate.good{color:var(--good)}
.gate.bad{color:var(--bad)}
.bar-on-top .about{font-size:0.875rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0;flex:0 1 auto;max-width:22rem}
.search{display:flex;gap:0.35rem;flex:1 1 18rem;margin-left:auto;max-width:34rem}
.search input{flex:1;min-width:0;padding:0.3rem 0.6rem;background:var(--panel)}
.bar-on-top nav ul{display:flex;gap:0 1.2rem;list-style:none;margin:0.35rem 0 0;padding:0;font-size:0.875rem;overflow-x:auto}
.bar-on-top nav a{display:block;padding:0.35rem 0 0.45rem;color:var(--muted);border-bottom:2px solid transparent;white-space:nowrap}
.bar-on-top nav a:hover{color:var(--ink);text-decoration:none}
.bar-on-top nav a:focus-visible{outline-offset:-2px}
.bar-on-top nav a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--link)}
.bar-on-top nav .muted{font-weight:400;font-variant-numeric:tabular-nums}
#app h1{font-size:1.5rem;font-weight:650;letter-spacing:-0.01em}
#app .verdict h1{font-size:2rem}
.filters{display:flex;flex-wrap:wrap;gap:0.4rem;margin:1.4rem 0 0.7rem;padding:0;list-style:none}
.filters button{display:grid;text-align:left;padding:0.35rem 0.75rem 0.4rem;min-width:5.6rem;border-color:var(--rule);color:inherit}
.filters .none{color:var(--muted)}
.filters button.passed{color:var(--good)}
.filters button.failed,.filters button.new-failure,.filters button.expired,.filters button.lost{color:var(--bad)}
.filters button.warned,.filters button.flaky,.filters button.stale,.filters button.not-run{color:var(--warn)}
.filters button.error{color:var(--fault)}
.filters button.observed{color:var(--note)}
.filters button.inconclusive,.filters button.drifted{color:var(--doubt)}
.filters b{font-size:1.3rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.filters .none b{font-weight:400}
.filters button[aria-pressed=true]{background:var(--panel);border-color:currentColor;box-shadow:inset 0 -2px 0 currentColor}
`;

const pages = `
.tools{display:flex;flex-wrap:wrap;gap:0.4rem 0.9rem;align-items:center;margin:1rem 0 0.5rem;font-size:0.875rem}
.tools p{margin:0 auto 0 0;font-variant-numeric:tabular-nums}
.tools label,.tools select{max-width:100%}
.tools.left{justify-content:flex-start}
.empty{color:var(--muted);padding:2rem 0}
.instances{table-layout:fixed}
.instances th:first-child{width:8.5rem}
.instances th:nth-child(3){width:11rem}
.instances th:nth-child(4){width:5.5rem}
.instances tbody tr:not(.room){height:3.25rem}
.instances tbody td,.instances tbody th{padding-block:0.3rem;vertical-align:middle;overflow:hidden}
.instances tbody th .id,.instances .about{white-space:nowrap;overflow:hidden;text-overflow:ellipsis;display:block}
.instances tbody td.id{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.instances .about{font-size:0.8125rem}
.instances .about code{background:none;padding:0}
.instances .verdicts .status{display:block;font-size:0.8125rem;line-height:1.3}
.instances .room td{padding:0;border:0}
.instances tr:hover:not(.room),.instances tr:focus-within:not(.room){background:var(--panel)}
.instances a{outline-offset:-1px}
.causes td:first-child{width:8.5rem}
.causes th .muted{margin-top:0.1rem}
.causes td.number{font-size:1rem;font-weight:600}
.causes .status{display:block}
.causes tbody th{overflow-wrap:anywhere}
.requirements{width:auto;min-width:100%}
.requirements .cell{text-align:center;padding-inline:0.4rem;white-space:nowrap}
.requirements thead th{position:sticky;top:0;background:var(--paper);vertical-align:bottom}
.requirements th[scope=row]{min-width:16rem;width:99%;padding-left:0}
.requirements thead .cell{white-space:normal;font-size:.75rem;max-width:6rem}
.requirements td .status{white-space:nowrap}
.requirements .source{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden}
.requirements .statement{font-size:.875rem;line-height:1.4}
body[data-page=requirements] #app>main{max-width:100rem}
.requirements thead th:first-child{padding-left:0}
.requirements .area th{padding:1.4rem 0 0.3rem;font-weight:650;font-size:1rem;border-bottom-color:var(--muted)}
.requirements td{vertical-align:top}
.requirements .none{background:none}
.cell-violated,.cell-of-failed{background:var(--badwash)}
.cell-warned,.cell-of-warned{background:var(--warnwash)}
.cell-proved{background:var(--goodwash)}
.cell-not-exercised{background:repeating-linear-gradient(-45deg,var(--warnwash) 0 6px,var(--paper) 6px 12px);box-shadow:inset 0 0 0 1px var(--warn)}
.cell-not-exercised .status{text-transform:none}
.cell .status{font-variant-numeric:tabular-nums}
.neighbours{display:flex;flex-wrap:wrap;gap:0.5rem 2rem;justify-content:space-between;font-size:0.875rem;margin-bottom:1.2rem}
.title{border-left:0.4rem solid currentColor;padding-left:1.25rem}
.title>*{color:var(--ink)}
.title p{margin:0}
.title .status{margin-right:0.6rem}
#app .title h1{font-size:1.25rem;overflow-wrap:anywhere;margin:0.2rem 0}
.title p:first-child,.title .lead{font-size:1rem}
.downloads{display:flex;flex-wrap:wrap;gap:0.5rem}
.note{border:1px solid var(--rule);border-radius:4px;padding:0.6rem 1rem;margin:0.75rem 0}
.note p,.note ul{margin:0.25rem 0}
.requirement{margin:0.75rem 0}
.requirement p{margin:0.1rem 0;max-width:60rem}
.fingerprints td{overflow-wrap:anywhere;min-width:8rem}
.fingerprints .drift{background:var(--warnwash)}
.fingerprints th .status{display:block}
.runs td,.runs th{vertical-align:top}
dialog{color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:8px;padding:1.25rem 1.5rem;max-width:min(44rem,calc(100vw - 2rem))}
dialog::backdrop{background:rgb(0 0 0 / 0.4)}
dialog h2{margin-top:0}
dialog h3{margin:1rem 0 0.4rem;font-size:1rem}
.pairs{font-size:0.875rem;margin:0.5rem 0 1rem}
.pairs div{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:1rem;padding:0.2rem 0}
.pairs dd{margin:0}
`;

const circumstances = `
@media(max-width:46rem){.wide-only{display:none}.bar-on-top>*{padding-inline:1rem}.bar-on-top .about{display:none}.search{flex-basis:100%;order:3;max-width:none}.filters button{min-width:0;padding:0.25rem 0.5rem;white-space:normal}.filters b{font-size:1.05rem}.instances th:first-child{width:6.75rem}.pairs div{grid-template-columns:1fr;gap:0}.causes td:first-child{width:6.5rem}#app .verdict h1{font-size:1.6rem}}
@media(prefers-reduced-motion:reduce){*{scroll-behavior:auto;transition:none;animation:none}}
@media(forced-colors:active){[aria-pressed=true],[aria-current]{outline:2px solid Highlight}}
@media print{body.app:not([data-page=instance],[data-page=compare]) #app{display:none}body.app:not([data-page=instance],[data-page=compare]) #summary{display:block}.bar-on-top,.neighbours,.tools:not(.pair),.pair button,.skip{display:none}}
`;

/** The whole style of the report: that of the static page, of the views, and the app's own. */
export const reportStyle = style + viewStyle + frame + pages + circumstances;
