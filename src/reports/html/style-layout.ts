/** The report's own layout: on a screen, on a phone, on A4. */
export const LAYOUT = `body { font-size: var(--text-md); }
.brand-mark { width: 1.5rem; height: 1.5rem; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; }
.brand-load { fill: currentColor; fill-opacity: 0.18; }
.sheet { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-8); max-width: 60rem; margin: 0 auto; padding: var(--space-8) var(--space-6) var(--space-12); }
/* The rest of the width: a name that cannot break must not widen the page. */
.sheet-main { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-8); }
.masthead { display: grid; gap: var(--space-2); }
.masthead-top { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-6); align-items: center; padding-bottom: var(--space-3); border-bottom: 1px solid var(--color-line); font-size: var(--text-sm); color: var(--color-ink-2); }
.masthead-top .brand { display: flex; gap: var(--space-2); align-items: center; margin-right: auto; color: var(--color-ink); font-weight: 650; font-size: var(--text-md); }
.masthead h1 { margin-top: var(--space-3); font-size: 1.875rem; overflow-wrap: anywhere; }
.ticket-body { display: grid; gap: var(--space-3); }
.ticket-body .lead { font-size: var(--text-lg); line-height: 1.35; font-weight: 600; letter-spacing: -0.01em; text-wrap: pretty; }
.weights { display: grid; grid-template-columns: repeat(4, auto); gap: var(--space-2) var(--space-6); justify-content: start; padding-top: var(--space-3); border-top: 1px solid var(--color-line); font-size: var(--text-sm); }
.weights dt { color: var(--color-ink-3); }
.weights dd { font-weight: 600; }
.gap-below { margin-bottom: var(--space-3); }
.section { display: grid; gap: var(--space-4); scroll-margin-top: var(--space-4); }
.section > p { max-width: 46rem; }
.toc { margin-top: calc(-1 * var(--space-4)); display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); font-size: var(--text-sm); }
.toc a { color: var(--color-ink-2); padding-block: 0.2rem; }
.reasons > li { display: grid; grid-template-columns: 1.5rem 1fr; gap: var(--space-1) var(--space-3); padding: var(--space-3) 0; border-top: 1px solid var(--color-line); }
.reasons > li:last-child { border-bottom: 1px solid var(--color-line); }
.reasons > li > .icon { width: 1.4rem; height: 1.4rem; margin-top: 0.1rem; color: var(--tone-ink); }
.reasons strong { font-weight: 650; }
.reasons .meta { color: var(--color-ink-3); font-size: var(--text-sm); }
.steps { counter-reset: step; }
.steps > li { counter-increment: step; display: grid; grid-template-columns: 1.9rem minmax(0, 1fr); gap: var(--space-1) var(--space-3); padding: var(--space-3) 0; border-top: 1px solid var(--color-line); }
.steps > li:last-child { border-bottom: 1px solid var(--color-line); }
.steps > li::before { content: counter(step); display: grid; place-items: center; width: 1.6rem; height: 1.6rem; border: 1.5px solid var(--color-ink); border-radius: 50%; font-weight: 650; font-size: var(--text-sm); }
.finding { padding: var(--space-4); display: grid; gap: var(--space-3); }
.finding + .finding { border-top: 1px solid var(--color-line); }
.finding-head { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); align-items: baseline; }
.finding-head h3 { flex: 1 1 100%; }
.finding-head code { color: var(--color-ink-2); font-size: var(--text-sm); overflow-wrap: anywhere; }
.finding .facts { font-size: var(--text-base); }
.finding .facts { grid-template-columns: 8.5rem minmax(0, 1fr); }
.facts dt { grid-column: 1; }
.facts dd { grid-column: 2; }
.steps .code { margin-top: var(--space-2); background: var(--color-surface); }
.operation { color: var(--color-deny-ink); font-weight: 600; }
.tags { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); }
.tags a { padding-block: 0.2rem; color: var(--color-accent); }
.table { font-size: var(--text-base); }
.table tbody th { font-weight: 600; overflow-wrap: anywhere; }
.table tbody th code { white-space: normal; font-weight: 500; }
.table td:has(> bdi) { min-width: 7rem; }
.below { display: block; color: var(--color-ink-3); font-size: var(--text-xs); font-weight: 400; }
.table th .hash { font-size: var(--text-xs); font-weight: 400; }
.hash-whole { display: block; width: 32ch; max-width: 100%; font-size: var(--text-xs); line-height: 1.45; }
.seal > dl { align-content: start; }
.seal { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--space-6); }
.origins { display: block; width: 100%; max-width: 44rem; height: auto; margin: 0 auto var(--space-3); }
.origin { fill: var(--color-surface); stroke: var(--color-edge); stroke-width: 1; }
.origin[data-tone="review"] { fill: var(--color-review-soft); stroke: var(--color-review-ink); stroke-width: 1.5; }
.origin-writer { stroke-dasharray: 4 3; }
.origin-model { stroke: var(--color-ink); stroke-width: 2; }
.origin-name { fill: var(--color-ink); font: 600 12px var(--font-sans); }
.origin-note { fill: var(--color-ink-2); font: 11px var(--font-sans); }
.origin-edge { fill: none; stroke: var(--color-edge); stroke-width: 1; }
.origin-edge[data-grave="yes"] { stroke: var(--color-review-ink); stroke-width: 2.5; }
.bars { display: block; width: 100%; height: auto; margin-bottom: var(--space-2); }
.bar { fill: var(--tone-solid); }
.bar-open { fill: none; stroke: var(--tone-ink); stroke-width: 0.8; stroke-dasharray: 2 2; }
.bar-ground { stroke: var(--color-line); stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); }
.foot { padding-top: var(--space-4); border-top: 1px solid var(--color-line); color: var(--color-ink-2); font-size: var(--text-sm); display: grid; gap: var(--space-3); }
@media (max-width: 46rem) {
  .sheet { padding: var(--space-4); gap: var(--space-6); }
  .weights { grid-template-columns: 1fr 1fr; }
  .seal { grid-template-columns: minmax(0, 1fr); }
  .facts, .finding .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts dd + dd { margin-top: calc(-1 * var(--space-1)); }
  .facts dt, .facts dd { grid-column: 1; }
  .facts dd { margin-bottom: var(--space-2); }
  .sheet-main { gap: var(--space-6); }
  .masthead h1 { font-size: 1.5rem; }
  .ticket-body .lead { font-size: 1.125rem; }
}
@media print {
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  :root { font-size: 10pt; }
  .sheet { max-width: none; padding: 0; gap: var(--space-6); }
  .ticket { --stub: 10.5rem; }
  .sheet, .sheet-main, .section { display: block; }
  .sheet > * + *, .sheet-main > * + * { margin-top: var(--space-6); }
  .section > * + * { margin-top: var(--space-3); }
  .section > p, figcaption:first-child { break-after: avoid; }
  .table th, .table td { padding-block: 0.35rem; }
  .foot, #verify { break-inside: avoid; }
  .finding, .reasons > li, .steps > li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
