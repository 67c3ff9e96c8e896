import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickle, STOP } from '../../src/formats/pickle/assemble.fixture.ts';
import { judge } from './judge.ts';
import { gadgetPickles, PICKLE_TRICKS, type Specimen, SYSTEM } from './make/pickle.ts';
import { ARRAY_TRICKS } from './make/pickle-arrays.ts';
import { EXPANSIONS } from './make/pickle-expansion.ts';

const GADGETS = [...gadgetPickles()];

async function expectVerdict({ name, bytes, verdict }: Specimen): Promise<void> {
  const judged = await judge('model.pkl', bytes);
  const accepted: readonly string[] = typeof verdict === 'string' ? [verdict] : verdict;
  const said = judged.findings.map(({ rule, message }) => `${rule}: ${message}`);
  expect(accepted, `${name}: ${said.join(' | ')}`).toContain(judged.verdict);
}

describe('pickles that run code by name', () => {
  it('are more than 450', () => {
    expect(GADGETS.length).toBeGreaterThan(450);
  });

  it.each(GADGETS.map((specimen) => [specimen.name, specimen] as const))('are malicious: %s', async (_, specimen) => {
    await expectVerdict(specimen);
  });
});

describe('tricks with the machine', () => {
  it.each(PICKLE_TRICKS.map((specimen) => [specimen.name, specimen] as const))('%s', async (_, specimen) => {
    await expectVerdict(specimen);
  });
});

describe('arrays over bytes', () => {
  it.each(ARRAY_TRICKS.map((specimen) => [specimen.name, specimen] as const))('%s', async (_, specimen) => {
    await expectVerdict(specimen);
  });
});

describe('values larger than their programs', () => {
  it.each(EXPANSIONS.map((specimen) => [specimen.name, specimen] as const))('%s', async (_, specimen) => {
    await expectVerdict(specimen);
  });
});

describe('an attack stays one', () => {
  const ATTACK = pickle(['PROTO', 4], SYSTEM, STOP);
  const bytes = fc.uint8Array({ maxLength: 300 });

  it('whatever is appended', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (more) => {
        expect((await judge('model.pkl', new Uint8Array(Buffer.concat([ATTACK, more])))).verdict).toBe('malicious');
      }),
      // A memo cell far beyond what any pickler counts to.
      { examples: [[Uint8Array.of(78, 114, 0, 0, 0, 1)]] },
    );
  });

  it('whatever harmless program stands before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(200), fc.constantFrom(0, 10, 32, 255), async (length, filler) => {
        const before = pickle(['PROTO', 4], ['EMPTY_DICT'], STOP, new Uint8Array(length).fill(filler));
        expect((await judge('model.pkl', new Uint8Array(Buffer.concat([before, ATTACK])))).verdict).toBe('malicious');
      }),
    );
  });

  it('or becomes unscannable, wherever a byte changes behind the call', async () => {
    const padded = pickle(['PROTO', 4], SYSTEM, ['BINUNICODE', 'x'.repeat(40)], ['POP'], STOP);
    const call = padded.length - 48;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: call, max: padded.length - 1 }), fc.nat(255), async (at, value) => {
        const changed = padded.slice();
        changed[at] = value;
        expect((await judge('model.pkl', changed)).verdict).toBe('malicious');
      }),
    );
  });
});
