import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';

/** Fields in the order of bytes that the file tells. */
export interface Fields extends Sequence {
  readonly number: (bytes: 1 | 2 | 4 | 8, little: boolean) => Promise<number>;
  readonly text: (bytes: number) => Promise<string>;
}

export function fieldsOver(source: ByteSource): Fields {
  const sequence = sequenceOver(source);
  return {
    ...sequence,
    number: async (bytes, little) => {
      const at = sequence.position();
      const taken = await sequence.bytes(bytes);
      const view = new DataView(taken.buffer, taken.byteOffset, bytes);
      if (bytes === 1) return view.getUint8(0);
      if (bytes === 2) return view.getUint16(0, little);
      if (bytes === 4) return view.getUint32(0, little);
      const value = Number(view.getBigUint64(0, little));
      if (!Number.isSafeInteger(value)) throw new MalformedError('a number past all bounds', at);
      return value;
    },
    text: async (bytes) => Buffer.from(await sequence.bytes(bytes)).toString('latin1'),
  };
}
