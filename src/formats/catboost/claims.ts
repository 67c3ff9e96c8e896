export function claimsCatboost(_path: string, head: Uint8Array): boolean {
  return MAGIC.every((byte, index) => head[index] === byte);
}

const MAGIC = [0x43, 0x42, 0x4d, 0x31];
