export const killMatrixStyle = `
.kill-matrix h2{font-size:1.35rem;border:0;margin:0;padding:0}
.kill-matrix input[type=search]{font:inherit;font-size:.875rem;color:var(--ink);background:var(--paper);border:1px solid var(--muted);border-radius:4px;padding:.2rem .5rem;min-width:16rem;flex:1 1 16rem;max-width:28rem}
.kill-matrix input::placeholder{color:var(--muted);opacity:1}
.kill-table{table-layout:fixed;min-width:56rem}
.kill-table th:nth-child(1){width:8rem}.kill-table th:nth-child(2){width:5rem}.kill-table th:nth-child(4){width:8.5rem}.kill-table th.wide{width:26rem}
.kill-table tbody th:first-child{padding-left:.5rem}.kill-table thead th:first-child{padding-left:.5rem}
.kill-open{font:inherit;color:inherit;background:none;border:0;padding:0;text-align:left;cursor:pointer}
.kill-faults>td{padding:0 .5rem .75rem 8rem}
.kill-squares{vertical-align:text-bottom;margin-right:.35rem}
.kill-squares .by-failed{fill:var(--good)}
.kill-squares .by-warned{fill:var(--warn)}
.kill-squares .by-drifted{fill:var(--note)}
.kill-squares .edge{fill:none;stroke-width:1}
.kill-squares .edge.by-warned{stroke:var(--warn)}
.kill-squares .lives{stroke:var(--bad);stroke-width:1.5}
.kill-squares .untried{stroke:var(--muted)}
.kill-key{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;padding:0;margin:.25rem 0 .75rem;font-size:.8125rem}
@media print{.kill-squares{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){.kill-squares{forced-color-adjust:none}}
`;
