/**
 * The whole style of the page. Colours are named for verdicts and kept at a contrast of 4.5 or more against the paper in
 * both themes (WCAG 2.2, 1.4.3); `page.test.ts` computes them.
 */
export const palette = {
  light: {
    paper: '#ffffff',
    panel: '#f5f6f7',
    rule: '#d9dde1',
    ink: '#1b1f23',
    muted: '#57606a',
    link: '#0a58ca',
    good: '#1a7037',
    bad: '#b42318',
    warn: '#8a5300',
    doubt: '#7b3fa0',
    fault: '#a3195b',
    note: '#0b6580',
    goodwash: '#e9f5ec',
    badwash: '#fdeeec',
    warnwash: '#fdf4e3',
  },
  dark: {
    paper: '#14171a',
    panel: '#1c2024',
    rule: '#343b42',
    ink: '#e3e7eb',
    muted: '#9ba5af',
    link: '#7db4ff',
    good: '#5cc47a',
    bad: '#ff857b',
    warn: '#e3ad45',
    doubt: '#c9a0f0',
    fault: '#ff8dbd',
    note: '#67c5e0',
    goodwash: '#17291d',
    badwash: '#301b1a',
    warnwash: '#2b2415',
  },
} as const;

const variables = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

const dark = variables(palette.dark);

export const style = `
:root{color-scheme:light dark;${variables(palette.light)};
--text:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
:root[data-theme=dark]{color-scheme:dark;${dark}}
:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
html{scroll-padding-top:3.25rem;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word;background:var(--paper);color:var(--ink);font:15px/1.5 var(--text)}
body>header,body>main,body>footer,.parts ul,#summary,#app>main,#app>footer{max-width:76rem;margin-inline:auto;padding-inline:1.5rem}
a{color:var(--link);text-decoration:none}
a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
code,pre,.id{font-family:var(--mono);font-size:.875em}
code{background:var(--panel);border-radius:3px;padding:.1em .3em}
pre code,code.plain{background:none;padding:0}
h1,h2,h3,h4{line-height:1.25;margin:0;text-wrap:balance}
h2{font-size:1.25rem;font-weight:600;margin:2.5rem 0 .75rem;padding-bottom:.4rem;border-bottom:1px solid var(--rule)}
h2 small{font-weight:400;font-size:.875rem;color:var(--muted);margin-left:.25rem}
h4,.exchange-view h3{font-size:.75rem;font-weight:600;letter-spacing:.04em;color:var(--muted);margin:1.25rem 0 .4rem}
p{margin:.5rem 0}
ul{margin:.5rem 0;padding-left:1.2rem}
.muted{color:var(--muted)}
.number{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
.good,.passed,.proved{color:var(--good)}
.bad,.failed,.violated,.new-failure,.lost,.expired{color:var(--bad)}
.warned,.not-exercised,.stale,.flaky,.not-run{color:var(--warn)}
.inconclusive,.drifted{color:var(--doubt)}
.error{color:var(--fault)}
.observed{color:var(--note)}
.skipped,.known-failure{color:var(--muted)}
.quiet{color:inherit;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.2em}
.quiet:hover{text-decoration-color:currentColor}
.source,.source a{color:var(--muted);font-size:.75rem;overflow-wrap:anywhere}
.source a{text-decoration:underline}
.status{font-weight:600;white-space:nowrap}
.status .mark{display:inline-block;width:1.1em;text-align:center;margin-right:.25em}
.check{color:var(--muted);font-size:.8125rem;font-family:var(--mono)}
.level{color:var(--muted);font-size:.75rem;letter-spacing:.03em}

body>header,#summary>header{padding-top:2.25rem}
.over{color:var(--muted);font-size:.875rem;margin:0 0 1.1rem}
.verdict{border-left:.4rem solid currentColor;padding:.2rem 0 .2rem 1.25rem}
.verdict h1,.verdict h2{font-size:2rem;font-weight:650;letter-spacing:-.015em;margin:0;padding:0;border:0}
.verdict p,.verdict ul{color:var(--ink)}
.verdict p{font-size:1.0625rem;margin:.4rem 0 0;max-width:52rem}
.verdict ul{margin:.6rem 0 0;color:var(--muted);font-size:.9375rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 3rem;margin:1.25rem 0;font-size:.875rem}
.facts div{display:grid;grid-template-columns:7rem 1fr;border-top:1px solid var(--rule);padding:.35rem 0;align-items:baseline}
.facts dt{color:var(--muted)}
.facts dd{margin:0;overflow-wrap:anywhere}
.counters{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));row-gap:1rem;margin:2rem 0 .6rem;padding:0;list-style:none}
.counters b{display:block;font-size:1.75rem;font-weight:600;line-height:1.15;font-variant-numeric:tabular-nums}
.counters span{font-size:.8125rem;white-space:nowrap}
.counters .none,.counters .none b{color:var(--muted);font-weight:400}
.bar{display:block;width:100%;height:.5rem;border-radius:2px}
.bar rect{fill:currentColor}

.parts{position:sticky;top:0;z-index:1;margin-top:2rem;background:var(--paper);border-block:1px solid var(--rule)}
.parts ul{display:flex;flex-wrap:wrap;gap:.15rem 1.4rem;list-style:none;padding-block:.55rem;font-size:.875rem}
.parts .muted{font-variant-numeric:tabular-nums}

.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{text-align:left;vertical-align:baseline;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:.5rem}
thead th{font-weight:600;color:var(--muted);font-size:.8125rem;white-space:nowrap}
tbody th{font-weight:400}
tbody th .muted{font-size:.8125rem}
th.number,td.number{text-align:right}
.overview{width:auto;margin-bottom:1.25rem}
.overview th,.overview td{padding:.3rem 1.25rem .3rem 0}
.overview .none{color:var(--muted)}
.overview .some-violated{background:var(--badwash);color:var(--bad);font-weight:600}
.overview .some-not-exercised,.open{background:repeating-linear-gradient(-45deg,var(--warnwash) 0 6px,transparent 6px 12px)}
.overview .some-not-exercised{color:var(--warn);font-weight:600}
.overview .some-warned{color:var(--warn)}.overview .some-inconclusive{color:var(--doubt)}
.overview .some-proved{color:var(--good)}.overview .some-observed{color:var(--note)}
.changes th:first-child{width:36%}
.changes :is(td,th):is(:nth-child(2),:nth-child(3)):not(:last-child){width:9.5rem}
.changes td:nth-child(4){min-width:14rem;overflow-wrap:anywhere}
.changes .quiet{text-decoration:none}
.drifts{margin:0}
.drifts dt{color:var(--muted)}
.drifts dd{margin:0 0 .35rem}
.matrix .differs{background:var(--badwash)}
.matrix th,.matrix td{padding-inline:.6rem 1.25rem}
.overview.matrix tbody th{white-space:nowrap}
.overview.matrix :is(.status,td a){white-space:normal}
.matrix .muted{font-size:.8125rem}

details>summary{cursor:pointer}
.instance{border:1px solid var(--rule);border-left:.25rem solid currentColor;border-radius:4px;margin:.75rem 0}
#summary .instance{padding-bottom:1rem}
.instance>*{color:var(--ink)}
.instance>summary{padding:.65rem 1rem;list-style:none;display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;align-items:baseline}
.instance>summary::-webkit-details-marker{display:none}
.instance h3{font-size:.9375rem;font-weight:600;overflow-wrap:anywhere}
.instance h3 .id{color:var(--ink);margin-left:.35rem}
.instance>h3,article.instance{padding:.5rem 1rem}
.instance>h3{padding-inline:0}
.instance>summary .number{font-size:.875rem}
.instance .about{grid-column:1/-1;color:var(--muted);font-size:.875rem;margin:0}
.instance>summary .why{grid-column:1/-1;margin-top:.35rem;font-size:.9375rem}
.instance[open]>summary .why{display:none}
.instance[open]>summary{border-bottom:1px solid var(--rule)}
.instance .body{padding:.4rem 1rem 1rem}
.finding{margin:.75rem 0 0}
.finding p{margin:0}
pre{margin:.4rem 0 0;padding:.6rem .8rem;background:var(--panel);border-radius:4px;overflow-x:auto;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
.lines{padding:0;overflow:hidden}
.lines .line:first-child{padding-top:.35rem}
.lines .line:last-child{padding-bottom:.35rem}
.lines .line{display:grid;align-items:baseline;grid-template-columns:5.5rem 1fr;padding:.1rem .8rem}
.lines .side,.side{font-family:var(--text);font-size:.75rem;color:var(--muted);user-select:none}
.lines .expected{background:var(--goodwash)}
.lines .found{background:var(--badwash)}
.excerpt .line{grid-template-columns:3.25rem 1fr;padding-block:0}
.excerpt .side{font-family:var(--mono);text-align:right;padding-right:1rem;white-space:nowrap}
.excerpt mark{background:var(--badwash);color:inherit;box-shadow:inset .2rem 0 0 var(--bad)}
.excerpt mark .side{color:var(--ink);font-weight:600}
mark.redacted{background:var(--warnwash);color:var(--warn);border-radius:3px;padding:0 .2em}
.headers td,.headers th{padding:.15rem .75rem .15rem 0;border:0;font-family:var(--mono);font-size:.8125rem;overflow-wrap:anywhere}
.headers th{color:var(--muted);white-space:nowrap;width:1%}
.more>summary{color:var(--muted);font-size:.875rem;margin-top:.75rem}
.file{margin:.25rem 0}
.file>summary{padding:.3rem 0}
.file table{margin:.2rem 0 1rem}
:target{outline:2px solid var(--link);outline-offset:3px}
body>footer,#summary>footer,#app>footer{margin-top:4rem;padding-block:1.25rem 2.5rem;color:var(--muted);font-size:.8125rem;border-top:1px solid var(--rule)}
@media (max-width:46rem){.lines .line{grid-template-columns:4.5rem 1fr}.verdict h1,.verdict h2{font-size:1.6rem}body>header,body>main,body>footer,.parts ul,#summary,#app>main,#app>footer{padding-inline:1rem}}
@media print{.parts{display:none}body{font-size:11px}details::details-content{content-visibility:visible;block-size:auto}.instance{break-inside:avoid-page}h2{break-after:avoid}pre{white-space:pre-wrap}}
`;
