/** Base elements and the components that the report uses: badge, severity, ticket, panel, table, callout, facts. */
export const COMPONENTS = `@layer base {
  *, *::before, *::after { box-sizing: border-box; }
  html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body {
    margin: 0;
    background: var(--color-page);
    color: var(--color-ink);
    font: var(--text-base) / var(--leading-normal) var(--font-sans);
    font-variant-numeric: tabular-nums;
  }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre, blockquote { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h1, h2, h3, h4 { line-height: var(--leading-tight); font-weight: 650; text-wrap: balance; }
  h1 { font-size: var(--text-xl); letter-spacing: -0.015em; }
  h2 { font-size: var(--text-lg); letter-spacing: -0.01em; }
  h3 { font-size: var(--text-md); }
  a { color: var(--color-accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
  a:hover { text-decoration-thickness: 2px; }
  code, kbd, samp, pre, .mono { font-family: var(--font-mono); font-size: 0.93em; }
  small, .small { font-size: var(--text-sm); }
  .muted { color: var(--color-ink-3); }
  .soft { color: var(--color-ink-2); }
  .num { text-align: right; white-space: nowrap; }
  time, .nowrap { white-space: nowrap; }
  mark { background: var(--color-mark); color: var(--color-ink); padding: 0.08em 0.12em; border-bottom: 2px solid var(--color-review-ink); }
  :focus-visible { outline: 2px solid var(--color-focus); outline-offset: 2px; border-radius: var(--radius-sm); }
  [hidden] { display: none !important; }
  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .icon { width: 1.15em; height: 1.15em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; vertical-align: -0.2em; }
  .sprite { position: absolute; width: 0; height: 0; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
}

@layer components {
  /* Names that came from outside: isolated from their surroundings, never able to reorder or break the line they stand in. */
  bdi, .name { unicode-bidi: isolate; overflow-wrap: anywhere; }
  .esc {
    padding: 0 0.25em; border: 1px solid var(--color-review-ink); border-radius: var(--radius-sm);
    background: var(--color-review-soft); color: var(--color-review-ink); font: 0.85em var(--font-mono); white-space: nowrap;
  }
  .hash { font-family: var(--font-mono); font-size: 0.93em; color: var(--color-ink-2); overflow-wrap: anywhere; }

  /* Badge: shape + word + tone. The word is the one of the vocabulary. */
  .badge {
    display: inline-flex; align-items: center; gap: 0.35em; padding: 0.1em 0.55em 0.1em 0.4em;
    border: 1px solid color-mix(in srgb, var(--tone-ink) 34%, transparent); border-radius: 99px;
    background: var(--tone-soft); color: var(--tone-ink); font-size: var(--text-sm); font-weight: 600; line-height: 1.45; white-space: nowrap; vertical-align: middle;
  }
  .badge[data-tone="unknown"] { border-style: dashed; border-color: var(--tone-ink); }
  .badge-plain { border-color: transparent; background: none; padding-inline: 0; }
  .tag {
    display: inline-block; padding: 0.05em 0.45em; border: 1px solid var(--color-line); border-radius: var(--radius-sm);
    color: var(--color-ink-2); background: var(--color-surface); font-size: var(--text-xs); line-height: 1.5; white-space: nowrap;
  }
  /* Severity: bars, not hue. */
  .sev { display: inline-flex; align-items: center; gap: 0.4em; font-weight: 600; font-size: var(--text-sm); white-space: nowrap; }
  .sev svg { width: 14px; height: 14px; fill: currentColor; }
  .sev-critical { color: var(--color-deny-ink); }
  .sev-high { color: var(--color-ink); }
  .sev-medium, .sev-low, .sev-info { color: var(--color-ink-2); font-weight: 500; }

  /* Ticket: the stamped verdict. A stub with the word, a tear line, the reason. One a page. */
  .ticket { --stub: 13.5rem; --hole: 8px; position: relative; display: grid; grid-template-columns: var(--stub) 1fr; }
  .ticket-stub, .ticket-body { border: 1px solid var(--color-line); }
  .ticket-stub {
    display: flex; flex-direction: column; justify-content: center; gap: var(--space-1); padding: var(--space-6);
    border-color: var(--tone-solid); border-right: 0; border-radius: var(--radius-lg) 0 0 var(--radius-lg); background: var(--tone-solid); color: var(--tone-on);
    mask: radial-gradient(circle var(--hole) at 100% 0, #0000 97%, #000) 0 0 / 100% 51% no-repeat,
      radial-gradient(circle var(--hole) at 100% 100%, #0000 97%, #000) 0 100% / 100% 51% no-repeat;
  }
  .ticket-body {
    padding: var(--space-6); border-left: 2px dashed var(--color-line); border-radius: 0 var(--radius-lg) var(--radius-lg) 0; background: var(--color-surface);
    mask: radial-gradient(circle var(--hole) at 0 0, #0000 97%, #000) 0 0 / 100% 51% no-repeat,
      radial-gradient(circle var(--hole) at 0 100%, #0000 97%, #000) 0 100% / 100% 51% no-repeat;
  }
  .ticket-stub .icon { width: 2.5rem; height: 2.5rem; stroke-width: 1.5; }
  .ticket-word { font-size: var(--text-2xl); font-weight: 700; letter-spacing: -0.02em; line-height: 1.1; }
  .ticket-note { font-size: var(--text-sm); }
  @media (max-width: 46rem) {
    .ticket { grid-template-columns: 1fr; }
    .ticket-stub { display: grid; grid-template-columns: auto 1fr; column-gap: var(--space-3); align-items: center; padding: var(--space-4);
      border-radius: var(--radius-lg) var(--radius-lg) 0 0; border-right: 1px solid var(--tone-solid); border-bottom: 0; mask: none; }
    .ticket-stub .icon { grid-row: span 2; }
    .ticket-body { padding: var(--space-4); border-left: 1px solid var(--color-line); border-top: 2px dashed var(--color-line);
      border-radius: 0 0 var(--radius-lg) var(--radius-lg); mask: none; }
  }
  .panel { border: 1px solid var(--color-line); border-radius: var(--radius-lg); background: var(--color-surface); min-width: 0; }
  .panel-body { padding: var(--space-4); }
  /* Table: one idea a row, numbers to the right. On a phone .table-stack rows become cards, each cell with its label. */
  .table-wrap { overflow-x: auto; }
  .table { width: 100%; border-collapse: collapse; }
  .table caption { padding: 0 0 var(--space-2); text-align: left; color: var(--color-ink-2); font-size: var(--text-sm); }
  .table th, .table td { padding: 0.55rem var(--space-3); text-align: left; vertical-align: top; border-bottom: 1px solid var(--color-line); }
  .table th:first-child, .table td:first-child { padding-left: var(--space-4); }
  .table th:last-child, .table td:last-child { padding-right: var(--space-4); }
  .table thead th { color: var(--color-ink-3); font-size: var(--text-sm); font-weight: 500; white-space: nowrap; vertical-align: bottom; }
  .table tbody th { font-weight: 600; }
  .table tbody th code { white-space: nowrap; }
  .table tbody tr:last-child > * { border-bottom: 0; }
  .table tbody tr:hover { background: color-mix(in srgb, var(--color-sunken) 50%, transparent); }
  .table .num { text-align: right; }
  @media (max-width: 46rem) {
    .table :is(th, td) { padding-inline: var(--space-2); overflow-wrap: anywhere; }
    .table-stack, .table-stack tbody, .table-stack tr, .table-stack :is(th, td) { display: block; }
    .table-stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .table-stack tr { padding: var(--space-3) var(--space-4); border-bottom: 1px solid var(--color-line); }
    .table-stack tbody tr:last-child { border-bottom: 0; }
    .table.table-stack :is(th, td) { padding: 0.12rem 0; border: 0; text-align: left; }
    .table-stack td[data-label]::before { content: attr(data-label) " "; color: var(--color-ink-3); font-size: var(--text-sm); }
  }
  /* Callout: something to know before going on. Tone by data-tone; without one it is neutral. */
  .callout {
    display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-3); padding: var(--space-3) var(--space-4);
    border: 1px solid color-mix(in srgb, var(--tone-ink, var(--color-edge)) 34%, transparent); border-radius: var(--radius-md);
    background: var(--tone-soft, var(--color-sunken)); color: var(--color-ink);
  }
  .callout > .icon { width: 1.3rem; height: 1.3rem; margin-top: 0.05rem; color: var(--tone-ink, var(--color-ink-2)); }
  .callout > * { grid-column: 2; }
  .callout > .icon { grid-column: 1; grid-row: 1; }
  .callout strong { color: var(--tone-ink, inherit); }
  .code { overflow-x: auto; border: 1px solid var(--color-line); border-radius: var(--radius-md); background: var(--color-sunken); font: var(--text-sm) / 1.6 var(--font-mono); }
  .code-plain { padding: var(--space-2) var(--space-3); white-space: pre-wrap; overflow-wrap: anywhere; }
  .facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.35rem var(--space-4); }
  .facts dt { color: var(--color-ink-3); }
  .facts dd { min-width: 0; overflow-wrap: anywhere; }
  @media (forced-colors: active) {
    .badge, .ticket-stub, .callout { border: 1px solid CanvasText; }
  }
  @media print {
    .ticket, .callout, .code, tr, .keep { break-inside: avoid; }
    h2, h3, thead { break-after: avoid; }
    .table-wrap, .code { overflow: visible; }
    .ticket-stub, .ticket-body { mask: none; }
    .badge, .ticket-stub, .callout { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .no-print { display: none !important; }
  }
}
`;
