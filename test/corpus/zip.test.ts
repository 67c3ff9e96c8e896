import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { ZIP_TRICKS } from './make/zip.ts';

describe('archives', () => {
  it.each(ZIP_TRICKS.map((specimen) => [specimen.name, specimen] as const))('%s', async (name, specimen) => {
    const { verdict, findings } = await judge('model.pt', specimen.bytes);
    const accepted: readonly string[] = typeof specimen.verdict === 'string' ? [specimen.verdict] : specimen.verdict;
    const said = findings.map(({ rule, message }) => `${rule}: ${message}`);
    expect(accepted, `${name}: ${said.join(' | ')}`).toContain(verdict);
  });
});
