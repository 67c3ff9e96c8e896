import { fieldsBeforeBreak, firstNumber, type HeadField, headFields } from './head.ts';

/** Wire types of an ONNX model's own fields. */
const KNOWN: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 2],
  [3, 2],
  [4, 2],
  [5, 0],
  [6, 2],
  [7, 2],
  [8, 2],
  [14, 2],
  [20, 2],
  [25, 2],
  [26, 2],
]);

/** The format is at 13 in its tenth year. */
const HIGHEST_IR = 100;

/** Whether the first fields are those of an ONNX model and of nothing else. */
export function beginsLikeOnnx(head: Uint8Array, size: number): boolean {
  if (firstNumber(head) !== 1) return false;
  const fields = headFields(head, size) ?? modelBeforeBreak(head, size);
  const [first, second] = fields ?? [];
  if (fields === null || first?.number !== 1 || first.value < 1 || first.value > HIGHEST_IR || second === undefined)
    return false;
  if (!fields.every(({ number, wire }) => KNOWN.get(number) === wire)) return false;
  // SavedModel and Core ML have a message where ONNX has its maker's name; its first byte is a tag.
  const maker = fields.find(({ number }) => number === 2);
  if (maker !== undefined && maker.length > 0 && (head[maker.start] ?? 0) < 0x20) return false;
  return fields.some(({ number }) => number === 2 || number === 7 || number === 8);
}

/** Of a short model behind which other bytes were put: the fields up to the last that a model has, if its graph is among them. */
function modelBeforeBreak(head: Uint8Array, size: number): readonly HeadField[] | null {
  const fields = fieldsBeforeBreak(head, size) ?? [];
  const strange = fields.findIndex(({ number, wire }) => KNOWN.get(number) !== wire);
  const known = strange < 0 ? fields : fields.slice(0, strange);
  const graph = known.find(({ number }) => number === 7);
  // A graph begins with a node, or with its own name.
  return graph !== undefined && [0x0a, 0x12].includes(head[graph.start] ?? 0) ? known : null;
}
