import { describe, expect, it } from 'vitest';
import { lookAlike } from './look-alikes.ts';

describe('a name that is nearly that of a well-known package', () => {
  it.each([
    ['reqeusts', 'requests'],
    ['tensorfow', 'tensorflow'],
    ['transfoormers', 'transformers'],
    ['huggingface_hbu', null],
    ['hugginface_hub', 'huggingface-hub'],
    ['nunpy', 'numpy'],
    ['numpyy', 'numpy'],
    ['nupmy', 'numpy'],
    ['pamdas', 'pandas'],
  ])('%s is taken for %s', (name, known) => {
    expect(lookAlike(name)).toBe(known);
  });

  it.each([
    'requests',
    'Pillow',
    'scikit_learn',
    'dataset',
    'request',
    'pandas2',
    'torch',
    'numpy',
    'nupy',
    'numba',
    'numpy2',
    'transformer',
    'x',
  ])('%s is a name of its own', (name) => {
    expect(lookAlike(name)).toBeNull();
  });
});
