import { describe, expect, it } from 'vitest';
import { gadgetPickles, PICKLE_TRICKS, type Specimen } from './make/pickle.ts';
import { judge } from './make/pickle-judge.ts';

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
