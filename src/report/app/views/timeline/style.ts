export const timelineStyle = `
.timeline-box{border:1px solid var(--rule);border-radius:4px;padding:.25rem 0;max-height:36rem;overflow-y:auto;overflow-x:hidden}
.timeline-plot{display:block;width:100%;height:auto;font:11px var(--text);cursor:crosshair;touch-action:pan-y;user-select:none}
.timeline-plot.met{cursor:pointer}
.timeline-plot .tick path{stroke:var(--rule);stroke-width:1;fill:none}
.timeline-plot .tick text{fill:var(--muted);font-variant-numeric:tabular-nums}
.timeline-plot .band path{stroke:var(--rule);fill:none}
.timeline-plot .band text{fill:var(--muted);font-weight:600}
.timeline-plot .bar-path{fill:currentColor}
.timeline-plot .bar-path.passed,.timeline-plot .bar-path.observed{opacity:.6}
.timeline-plot .glyph{fill:var(--paper);font-weight:700;pointer-events:none}
.timeline-plot .wait-ground{fill:var(--paper)}
.timeline-plot .wait-stroke{fill:var(--warn)}
.timeline-plot .pointed{fill:none;stroke:var(--ink);stroke-width:1.5}
.timeline-plot .selection{fill:var(--link);fill-opacity:.15;stroke:var(--link)}
.timeline-pointed{min-height:1.6em;margin:.4rem 0;overflow-wrap:anywhere;font-size:.875rem}
.timeline-legend{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;list-style:none;padding:0;margin:.25rem 0 1rem;font-size:.8125rem}
.timeline-waited{display:inline-block;width:1.6em;height:.7em;border:1px solid var(--warn);background:repeating-linear-gradient(-45deg,var(--warn) 0 2px,transparent 2px 5px)}
.timeline .held{white-space:nowrap}
.timeline .view-controls button:disabled{color:var(--muted);cursor:default;opacity:.6}
@media print{.timeline-box{max-height:none;border:0}.timeline-pointed{display:none}.timeline-plot,.timeline-waited{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){.timeline-plot{forced-color-adjust:none}}
`;
