export const streamStyle = `
.stream-strip{display:block;width:100%;height:auto;margin:.25rem 0 .75rem;font:11px var(--text);overflow:visible}
.stream-strip .track{fill:var(--panel)}
.stream-strip .strokes{stroke:var(--note);stroke-width:1;fill:none}
.stream-strip .silence-ground{fill:var(--warnwash)}
.stream-strip .silence-stroke{fill:var(--warn);opacity:.45}
.stream-strip text{fill:var(--muted);font-variant-numeric:tabular-nums}
.stream-strip .line{stroke:var(--muted);stroke-width:1.5;fill:none}
.stream-strip .line.token{stroke:var(--good)}.stream-strip text.token{fill:var(--good)}
.stream-strip .line.terminal{stroke:var(--link);stroke-dasharray:3 2}.stream-strip text.terminal{fill:var(--link)}
.stream-strip .line.cut{stroke:var(--bad);stroke-width:3}.stream-strip text.cut{fill:var(--bad);font-weight:600}
.stream-table{table-layout:fixed;font-size:.8125rem;min-width:48rem}
.stream-table th,.stream-table td{padding:.2rem .75rem .2rem 0}
.stream-table th.number:first-child{width:3rem}.stream-table th.number{width:5.25rem}.stream-table th.gap{width:10.5rem}.stream-table th.event{width:15rem}
.stream-table .gap{white-space:nowrap}
.stream-table .gap .number{color:var(--muted)}
.stream-table .event{overflow-wrap:anywhere}
.stream-token{color:var(--good);font-weight:600;margin-right:.5rem;white-space:pre}
.stream-table .ignored{color:var(--muted)}
.stream-table tr.cut{background:var(--badwash)}
.stream-table details>summary{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.gap-bar{vertical-align:middle;margin-right:.5rem}
.gap-bar rect{fill:var(--note)}
.stream-mark{display:inline-block;margin-left:.5rem;padding:0 .4em;border:1px solid currentColor;border-radius:1em;font-size:.6875rem;line-height:1.5;color:var(--link);white-space:nowrap}
`;
