import { OverBudgetError } from '../../kernel/budget.ts';
import type { Defect } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import type { OpenvinoFacts } from './facts.ts';
import type { XmlVisitor } from './parse.ts';

/** Constants of one network. */
const MOST = 200_000;
/** Elements that place bytes in the file of weights: of version 10 and later, and of those before. */
const PLACED: ReadonlySet<string> = new Set(['data', 'weights', 'biases', 'custom', 'blob']);

/**
 * OpenVINO's networks (docs.openvino.ai, 'OpenVINO IR format'): layers with the set they come from, in bodies of loops too,
 * and where constants lie in the `.bin` of the same name.
 *
 * Defects: `bad-place`, a constant whose place is no number.
 */
export function openvinoSurvey(
  path: string,
): XmlVisitor & { readonly facts: () => OpenvinoFacts; readonly defects: () => readonly Defect[] } {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.xml$/i, '');
  const uses = operatorCounter();
  const external: ExternalBytes[] = [];
  const defects: Defect[] = [];
  let version = 0;
  let depth = 0;
  const place = (attributes: ReadonlyMap<string, string>, at: number): void => {
    const [offset, length] = [attributes.get('offset'), attributes.get('size')];
    if (offset === undefined || length === undefined) return;
    if (!/^\d{1,15}$/.test(offset) || !/^\d{1,15}$/.test(length)) {
      defects.push({ code: 'bad-place', message: 'a constant lies at no number', offset: at });
    } else
      external.push({ location: `${name}.bin`, offset: Number(offset), length: Number(length), owner: 'a constant' });
    if (external.length > MOST) throw new OverBudgetError(`more than ${MOST} constants`);
  };
  return {
    open: (element, attributes, at) => {
      if (depth++ === 0) version = Number(attributes.get('version') ?? 0);
      if (element === 'layer') {
        const [type = '', domain = ''] = [attributes.get('type'), attributes.get('version')];
        uses.add({ domain, type, offset: at, within: 'graph' });
      }
      if (PLACED.has(element)) place(attributes, at);
    },
    text: () => {},
    close: () => void depth--,
    instruction: () => {},
    facts: () => ({ version, operators: uses.uses(), external }),
    defects: () => defects.slice(0, 20),
  };
}
