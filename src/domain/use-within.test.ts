import { describe, expect, it } from 'vitest';
import { type IntendedUse, UNSTATED_USE } from './use.ts';
import { beyondUse } from './use-within.ts';

type Some = Partial<IntendedUse>;
const beyond = (use: Some, decided: Some) =>
  beyondUse({ ...UNSTATED_USE, ...use }, { ...UNSTATED_USE, ...decided }).join('; ');

describe('a use', () => {
  it.each<[Some, Some, string]>([
    [{ exposure: 'hosted' }, { exposure: 'internal' }, 'internal use, not hosted'],
    [{ exposure: 'redistributed' }, { exposure: 'internal' }, 'internal use, not redistributed'],
    [{ exposure: 'redistributed' }, { exposure: 'hosted' }, 'hosted use, not redistributed'],
    [{ commercial: true }, { commercial: false }, 'commercial use'],
    [{ trainsOtherModels: true }, {}, 'training other models'],
    [{ personalData: true }, {}, 'personal data'],
    [{ sellsOutputs: true }, {}, 'selling its outputs'],
    [{ regions: ['EU', 'US'] }, { regions: ['EU'] }, 'for EU, not US'],
    [{ regions: [] }, { regions: ['EU'] }, 'for EU, not anywhere'],
    [{ regulatedDomain: 'health' }, {}, 'the domain health'],
    [{ regulatedDomain: 'health' }, { regulatedDomain: 'insurance' }, 'the domain health'],
    [{ seat: 'US' }, { seat: 'DE' }, 'a seat in US'],
    [{ modality: 'multimodal' }, { modality: 'text' }, 'more than text'],
    [{ monthlyUsers: 11 }, { monthlyUsers: 10 }, '10 monthly users, not 11'],
    [{ usersAtRelease: 11 }, { usersAtRelease: 10 }, '10 monthly users at its release, not 11'],
    [{ annualRevenueUsd: 11 }, { annualRevenueUsd: 10 }, '10 US dollars of annual revenue, not 11'],
  ])('%j goes beyond %j', (use, decided, words) => {
    expect(beyond(use, decided)).toContain(words);
    expect(beyond(use, decided)).not.toContain(';');
    expect(beyond(use, use)).toBe('');
  });

  it.each<[Some, Some]>([
    [{}, {}],
    [{ exposure: 'internal' }, { exposure: 'redistributed' }],
    [{ commercial: false }, { commercial: true }],
    [{ regions: ['EU'] }, { regions: ['EU', 'US'] }],
    [{ regions: ['EU'] }, {}],
    [{}, { regulatedDomain: 'health', personalData: true }],
    [{ seat: 'DE', annualRevenueUsd: 10, usersAtRelease: 10, modality: 'multimodal' }, {}],
    [{}, { seat: 'DE', annualRevenueUsd: 10, usersAtRelease: 10, modality: 'text' }],
    [{ monthlyUsers: 10 }, { monthlyUsers: 10 }],
    [{ purpose: 'another' }, { purpose: 'one' }],
  ])('%j stays within %j', (use, decided) => {
    expect(beyond(use, decided)).toBe('');
  });
});
