import type { Vetting } from '../../domain/vetting.ts';
import { middleCut } from '../../kernel/printable.ts';
import { type OriginGraph, type OriginNode, originGraph } from '../origins/graph.ts';
import { plural } from '../words.ts';
import { type Html, html, NOTHING, outside, when } from './escape.ts';

/** Boxes in one column of the picture; the table below has all of them, up to its own bound. */
const MOST_BOXES = 10;
const MOST_ROWS = 200;

/** What the model was made from: a picture, and the same as rows. Nothing where its papers say nothing. */
export function originsSection(vetting: Vetting): Html {
  const graph = originGraph(vetting);
  if (graph.edges.length === 0) return NOTHING;
  const sources = graph.nodes.filter(({ kind }) => kind === 'dataset' || kind === 'base');
  const more = sources.length - MOST_ROWS;
  return html`<section class="section" id="origins" aria-labelledby="origins-h">
<h2 id="origins-h">What it was made from</h2>
<p>By the word of its own papers, which nobody has confirmed.</p>
<figure class="panel panel-body keep">${picture(graph)}<figcaption class="small muted">Who wrote the data, on the left; data and base models; the model. A thick edge is data that something was found about.</figcaption></figure>
<div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">Source</th><th scope="col">What</th><th scope="col">Licence or relation</th><th scope="col">Found</th></tr></thead>
<tbody>${sources.slice(0, MOST_ROWS).map((node) => row(node, graph))}</tbody></table></div>
${when(more > 0, () => html`<p class="muted">And ${plural(more, 'more source')}, in the JSON report.</p>`)}
</section>`;
}

function row(node: OriginNode, { edges }: OriginGraph): Html {
  const writer = edges.find(({ to, from }) => to === node && from.kind === 'writer')?.from;
  const written = writer === undefined ? NOTHING : html`<span class="below">written by ${outside(writer.name)}</span>`;
  const found =
    node.findings.length === 0
      ? html`<span class="muted">nothing</span>`
      : node.findings.map(({ message }) => html`<span class="below">${outside(message)}</span>`);
  return html`<tr><th scope="row">${outside(node.name)}${written}</th><td>${node.kind === 'base' ? 'base model' : 'dataset'}</td><td data-label="Licence or relation:">${outside(node.note)}</td><td data-label="Found:">${found}</td></tr>`;
}

/** The picture's own units. */
const BOX = { width: 196, height: 38, gap: 10 } as const;
const COLUMN = 252;
const NAME = 23;

function picture(graph: OriginGraph): Html {
  const columns = [
    graph.nodes.filter(({ kind }) => kind === 'writer'),
    graph.nodes.filter(({ kind }) => kind === 'dataset' || kind === 'base'),
    graph.nodes.filter(({ kind }) => kind === 'model'),
  ].filter((column) => column.length > 0);
  const tallest = Math.max(...columns.map((column) => Math.min(column.length, MOST_BOXES + 1)));
  const height = tallest * (BOX.height + BOX.gap) - BOX.gap;
  const places = new Map<OriginNode, { readonly x: number; readonly y: number }>();
  const boxes: Html[] = [];
  for (const [at, column] of columns.entries()) {
    const shown = column.slice(0, MOST_BOXES);
    const count = Math.min(column.length, MOST_BOXES + 1);
    const top = (height - (count * (BOX.height + BOX.gap) - BOX.gap)) / 2;
    for (const [line, node] of shown.entries()) {
      const place = { x: at * COLUMN, y: top + line * (BOX.height + BOX.gap) };
      places.set(node, place);
      boxes.push(box(node, place));
    }
    if (column.length > shown.length) {
      const y = top + shown.length * (BOX.height + BOX.gap) + BOX.height / 2 + 4;
      boxes.push(
        html`<text class="origin-note" x="${at * COLUMN + 10}" y="${y}">and ${column.length - shown.length} more</text>`,
      );
    }
  }
  const width = (columns.length - 1) * COLUMN + BOX.width;
  const lines = graph.edges.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined ? [] : [line(a, b, from.findings.some(isGrave))];
  });
  return html`<svg class="origins" viewBox="-2 -2 ${width + 4} ${height + 4}" role="img" aria-label="${summary(graph)}">${lines}${boxes}</svg>`;
}

function isGrave({ says, rule }: OriginNode['findings'][number]): boolean {
  return says !== 'note' || rule === 'training-data/dataset-forbids';
}

function box(node: OriginNode, { x, y }: { readonly x: number; readonly y: number }): Html {
  const grave = node.findings.some(isGrave);
  const note = grave ? `! ${noteOf(node)}` : noteOf(node);
  return html`<g><title>${node.name}: ${note}</title><rect class="origin origin-${node.kind}" data-tone="${grave ? 'review' : 'unknown'}" x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${node.kind === 'dataset' ? 3 : 10}"/><text class="origin-name" x="${x + 10}" y="${y + 16}">${middleCut(node.name, NAME)}</text><text class="origin-note" x="${x + 10}" y="${y + 31}">${middleCut(note, NAME + 5)}</text></g>`;
}

function noteOf({ kind, note }: OriginNode): string {
  if (kind === 'dataset') return `dataset, ${note}`;
  if (kind === 'base') return note === 'base model' ? note : `base model, ${note}`;
  return kind === 'model' ? `this model${note === '' ? '' : `, ${note}`}` : note;
}

function line(from: { x: number; y: number }, to: { x: number; y: number }, grave: boolean): Html {
  const [x1, y1, x2, y2] = [from.x + BOX.width, from.y + BOX.height / 2, to.x, to.y + BOX.height / 2];
  const bend = (x2 - x1) / 2;
  return html`<path class="origin-edge" data-grave="${grave ? 'yes' : 'no'}" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`;
}

function summary({ edges }: OriginGraph): string {
  const shown = edges
    .slice(0, 30)
    .map(({ from, to, how }) => `${to.name} ${how === 'wrote' ? 'was written by' : how} ${from.name}`);
  return `${shown.join('; ')}${edges.length > 30 ? `; and ${edges.length - 30} more` : ''}.`;
}
