import { firstNumber, headFields } from '../protobuf/head.ts';

export const PROGRAM_NAME = /(?:\.pdmodel|(?:^|\/)__model__)$/i;
const PARAMETERS_NAME = /\.pdiparams$/i;

/** Version of the tensor with levels, no levels, version of the tensor: all zero. */
export const ZEROS = 16;

export function claimsPaddle(path: string, head: Uint8Array, size: number): boolean {
  if (PROGRAM_NAME.test(path)) return size > 0;
  return (
    beginsLikeParameters(head) ||
    (PARAMETERS_NAME.test(path) && size > 0 && head[0] === 0) ||
    beginsLikeProgram(head, size)
  );
}

function beginsLikeParameters(head: Uint8Array): boolean {
  return (
    head.length > 22 &&
    head[0] === 0 &&
    head.subarray(0, ZEROS).every((byte) => byte === 0) &&
    head[20] === 0x08 &&
    head[18] === 0 &&
    (head[16] ?? 0) >= 2
  );
}

/** A block that begins with its number 0 and the number of its parent, -1. */
function beginsLikeProgram(head: Uint8Array, size: number): boolean {
  if (firstNumber(head) !== 1) return false;
  const [block] = headFields(head, size) ?? [];
  if (block?.number !== 1 || block.wire !== 2) return false;
  const [index, parent] = headFields(head, block.start + block.length, block.start) ?? [];
  return index?.number === 1 && index.wire === 0 && index.value === 0 && parent?.number === 2 && parent.wire === 0;
}
