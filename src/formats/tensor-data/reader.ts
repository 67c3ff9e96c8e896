import { MalformedError } from '../../kernel/bytes.ts';
import type { Format } from '../format.ts';

/** Raw tensors are known through the model that names them alone: intake finds them, no reader claims them. */
export const tensorDataFormat: Format<'tensor-data'> = {
  id: 'tensor-data',
  claims: () => false,
  signs: { first: '' },
  read: async () => {
    throw new MalformedError('raw tensors tell nothing by themselves', 0);
  },
};
