import { OverBudgetError } from '../../kernel/budget.ts';
import type { Defect } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import type { OpenvinoFacts } from './facts.ts';
import { surveyGraph } from './openvino-graph.ts';
import type { XmlVisitor } from './parse.ts';

/** Constants of one network. */
const MOST = 200_000;
/** Elements that place bytes in the file of weights: of version 10 and later, and of those before. */
const PLACED: ReadonlySet<string> = new Set(['data', 'weights', 'biases', 'custom', 'blob']);

/** Bits of a value (ov::element::Type); texts have no length of their own. */
const BITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    boolean: 8,
    u1: 1,
    u2: 2,
    u3: 3,
    u4: 4,
    i4: 4,
    nf4: 4,
    f4e2m1: 4,
    u6: 6,
    f8e4m3: 8,
    f8e5m2: 8,
    f8e8m0: 8,
  }),
);

function bitsOf(type: string): number | null {
  return BITS.get(type) ?? (Number(/^b?[fiu](8|16|32|64)$/.exec(type)?.[1] ?? 0) || null);
}

function isOtherLength(attributes: ReadonlyMap<string, string>, length: number): boolean {
  const [type, shape] = [attributes.get('element_type'), attributes.get('shape')];
  const bits = type === undefined ? null : bitsOf(type);
  if (bits === null || shape === undefined || !/^[\d, ]*$/.test(shape)) return false;
  const values = shape.split(',').reduce((all, side) => all * (side.trim() === '' ? 1 : Number(side)), 1);
  return Math.ceil((values * bits) / 8) !== length;
}

/**
 * OpenVINO's networks (docs.openvino.ai, 'OpenVINO IR format'): layers with the set they come from, in bodies of loops too,
 * and where constants lie in the `.bin` of the same name.
 *
 * Defects: `bad-place`, a constant whose place is no number, or is not as long as its type and shape say; those of `surveyGraph`.
 */
export function openvinoSurvey(
  path: string,
): XmlVisitor & { readonly facts: () => OpenvinoFacts; readonly defects: () => readonly Defect[] } {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.xml$/i, '');
  const uses = operatorCounter();
  const external: ExternalBytes[] = [];
  const defects: Defect[] = [];
  const graph = surveyGraph();
  let version = 0;
  let depth = 0;
  const place = (attributes: ReadonlyMap<string, string>, at: number): void => {
    const [offset, length] = [attributes.get('offset'), attributes.get('size')];
    if (offset === undefined || length === undefined) return;
    if (!/^\d{1,15}$/.test(offset) || !/^\d{1,15}$/.test(length)) {
      defects.push({ code: 'bad-place', message: 'a constant lies at no number', offset: at });
    } else if (isOtherLength(attributes, Number(length))) {
      defects.push({ code: 'bad-place', message: 'a constant is not as long as its shape', offset: at });
    } else
      external.push({ location: `${name}.bin`, offset: Number(offset), length: Number(length), owner: 'a constant' });
    if (external.length > MOST) throw new OverBudgetError(`more than ${MOST} constants`);
  };
  return {
    open: (element, attributes, at) => {
      graph.open(element, attributes, at);
      if (depth++ === 0) version = Number(attributes.get('version') ?? 0);
      if (element === 'layer') {
        const [type = '', domain = ''] = [attributes.get('type'), attributes.get('version')];
        uses.add({ domain, type, offset: at, within: 'graph' });
      }
      if (PLACED.has(element)) place(attributes, at);
    },
    text: graph.text,
    close: () => {
      graph.close();
      depth--;
    },
    instruction: () => {},
    facts: () => ({ version, operators: uses.uses(), external }),
    defects: () => [...defects.slice(0, 20), ...graph.defects()],
  };
}
