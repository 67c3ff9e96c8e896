import { EXPOSURES, type IntendedUse } from './use.ts';

const TRAITS = [
  ['commercial', 'commercial use'],
  ['trainsOtherModels', 'training other models'],
  ['personalData', 'personal data'],
  ['sellsOutputs', 'selling its outputs'],
] as const;

const AMOUNTS = [
  ['monthlyUsers', 'monthly users'],
  ['usersAtRelease', 'monthly users at its release'],
  ['annualRevenueUsd', 'US dollars of annual revenue'],
] as const;

/**
 * How a use goes beyond the one that something was decided for, in words that follow its name; empty where it stays within.
 * What the decided use leaves open (null, no regions) was decided at its worst, and covers whatever is said.
 */
export function beyondUse(use: IntendedUse, decided: IntendedUse): readonly string[] {
  return [...beyondReach(use, decided), ...beyondTraits(use, decided), ...beyondAmounts(use, decided)];
}

function beyondReach(use: IntendedUse, decided: IntendedUse): string[] {
  const beyond: string[] = [];
  if (EXPOSURES.indexOf(use.exposure) > EXPOSURES.indexOf(decided.exposure))
    beyond.push(`it was decided on for ${decided.exposure} use, not ${use.exposure}`);
  const outside = use.regions.filter((region) => !decided.regions.includes(region));
  // Silence about where it is used may mean anywhere.
  if (decided.regions.length > 0 && (use.regions.length === 0 || outside.length > 0))
    beyond.push(`it was decided on for ${decided.regions.join(', ')}, not ${outside.join(', ') || 'anywhere'}`);
  return beyond;
}

function beyondTraits(use: IntendedUse, decided: IntendedUse): string[] {
  const beyond: string[] = TRAITS.filter(([trait]) => use[trait] && !decided[trait]).map(([, words]) => words);
  // A null domain is none, so only the very same one was looked at.
  const { regulatedDomain: domain, seat, modality } = use;
  if (domain !== null && domain !== decided.regulatedDomain) beyond.push(`the domain ${domain}`);
  if (seat !== null && decided.seat !== null && seat !== decided.seat) beyond.push(`a seat in ${seat}`);
  if (modality === 'multimodal' && decided.modality === 'text') beyond.push('more than text');
  return beyond.map((words) => `it was not decided on for ${words}`);
}

function beyondAmounts(use: IntendedUse, decided: IntendedUse): string[] {
  return AMOUNTS.flatMap(([amount, words]) => {
    const [wanted, most] = [use[amount], decided[amount]];
    return wanted !== null && most !== null && wanted > most
      ? [`it was decided on for ${most} ${words}, not ${wanted}`]
      : [];
  });
}
