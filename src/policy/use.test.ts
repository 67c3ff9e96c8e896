import { describe, expect, it } from 'vitest';
import { UNSTATED_USE } from '../domain/use.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { mergeUse, parseUse } from './use.ts';

function mistakesIn(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof WeighbridgeError && error.code === 'use-invalid') return error.detail.split('\n');
    throw error;
  }
}

describe('a use file', () => {
  it('counts what it does not say as the use that asks most of a licence', () => {
    expect(parseUse('{}', 'use.yaml')).toEqual(UNSTATED_USE);
    expect(parseUse('purpose: claims triage\ncommercial: false', 'use.yaml')).toEqual({
      ...UNSTATED_USE,
      purpose: 'claims triage',
      commercial: false,
    });
  });

  it('may stand in an envelope', () => {
    const text =
      'apiVersion: weighbridge/v1\nkind: IntendedUse\nspec:\n  regions: [FR, DE, FR]\n  regulatedDomain: health';
    expect(parseUse(text, 'use.yaml')).toEqual({ ...UNSTATED_USE, regions: ['DE', 'FR'], regulatedDomain: 'health' });
  });

  it.each<[string, string, readonly string[]]>([
    ['nothing', '# later', ['1:1: the file is empty']],
    ['a list', '- commercial', ['1:1: the file must be a map of fields']],
    ['an unknown field', 'comercial: false', ['1:1: unknown field comercial; did you mean commercial?']],
    [
      'a field in snake case',
      'purpose: x\npersonal_data: true',
      ['2:1: unknown field personal_data; did you mean personalData?'],
    ],
    ['YAML 1.1', 'commercial: no', ['1:13: commercial must be true or false']],
    [
      'a region in words',
      'regions: [EU, Europe]',
      ['1:15: regions[1] must be an ISO 3166 country of two capitals, or EU'],
    ],
    ['users below nothing', 'monthlyUsers: -1', ['1:15: monthlyUsers must be at least 0']],
    ['users past counting', 'monthlyUsers: .inf', ['1:15: monthlyUsers must be a number']],
    ['an exposure of its own', 'exposure: public', ['1:11: exposure must be internal or hosted or redistributed']],
    ['another kind', 'kind: AdmissionPolicy\napiVersion: weighbridge/v1\nspec: {}', ['1:7: kind must be IntendedUse']],
  ])('says where: %s', (_, text, expected) => {
    expect(mistakesIn(() => parseUse(text, 'use.yaml'))).toEqual(expected.map((line) => `use.yaml:${line}`));
  });
});

describe('flags', () => {
  it('go over the file, one by one, where they were given', () => {
    const base = { ...UNSTATED_USE, purpose: 'x', regulatedDomain: 'health', regions: ['US'] };
    expect(
      mergeUse(base, { commercial: false, purpose: undefined, regions: ['eu', 'DE'], regulatedDomain: null }),
    ).toEqual({
      ...base,
      commercial: false,
      regions: ['DE', 'EU'],
      regulatedDomain: null,
    });
  });

  it('may not say what no file could', () => {
    expect(mistakesIn(() => mergeUse(UNSTATED_USE, { monthlyUsers: Number.NaN, regions: ['Europe'] }))).toEqual([
      'monthlyUsers must be a number',
      'regions[0] must be an ISO 3166 country of two capitals, or EU',
    ]);
  });
});
