import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const asked = [
  'privacy',
  '--sampling-rate',
  '0.04',
  '--noise-multiplier',
  '1.5',
  '--steps',
  '2,250',
  '--delta',
  '1e-5',
];

describe('weighbridge privacy', () => {
  it('gives the epsilon of a Rényi accountant', async () => {
    const { code, stdout } = await wb([...asked, '--format', 'json'], { home });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ steps: 2250, claimedEpsilon: null, claimIsLower: false });
    expect(JSON.parse(stdout).epsilon).toBeCloseTo(7.329, 3);
  });

  it.each([
    ['3', 1, 'is lower'],
    ['7.3', 0, 'is not lower'],
    ['7.33', 0, 'is not lower'],
    ['7.2', 1, 'is lower'],
  ])('holds a claim of %s against it, as far as its digits go', async (claim, code, words) => {
    const answer = await wb([...asked, '--claimed-epsilon', claim], { home });
    expect(answer.code).toBe(code);
    expect(answer.stdout).toContain(words);
  });

  it('takes a federated training as what it is: rounds, and clients of all clients', async () => {
    const rest = ['--noise-multiplier', '1', '--delta', '1e-6', '--format', 'json'];
    const rounds = ['--clients-per-round', '100', '--clients', '5000', '--rounds', '1000'];
    const federated = await wb(['privacy', ...rounds, ...rest], { home });
    const plain = await wb(['privacy', '--sampling-rate', '0.02', '--steps', '1000', ...rest], { home });
    expect(federated.stdout).toBe(plain.stdout);
    const shared = await wb(['privacy', ...rounds, ...rest, '--noise-added-by', 'client'], { home });
    expect(JSON.parse(shared.stdout)).toMatchObject({ noiseMultiplier: 10 });
  });

  it.each<[string, readonly string[]]>([
    [
      'a rate above one',
      ['privacy', '--sampling-rate', '1.5', '--noise-multiplier', '1', '--steps', '1', '--delta', '1e-5'],
    ],
    ['no steps', ['privacy', '--sampling-rate', '0.5', '--noise-multiplier', '1', '--delta', '1e-5']],
    [
      'more clients than there are',
      [
        'privacy',
        '--clients-per-round',
        '9',
        '--clients',
        '5',
        '--rounds',
        '1',
        '--noise-multiplier',
        '1',
        '--delta',
        '1e-5',
      ],
    ],
    ['words', ['privacy', '--sampling-rate', 'some', '--noise-multiplier', '1', '--steps', '1', '--delta', '1e-5']],
    [
      'noise of nothing',
      ['privacy', '--sampling-rate', '0.1', '--noise-multiplier', '0', '--steps', '1', '--delta', '1e-5'],
    ],
  ])('refuses %s', async (_, args) => {
    expect((await wb(args, { home })).code).toBe(2);
  });
});
