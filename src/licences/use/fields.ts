/** Fields of use that licences exclude, as their texts name them. */
export const FIELDS = {
  military: 'military or defence use',
  weapons: 'weapons',
  'critical-infrastructure': 'operating critical infrastructure',
  surveillance: 'surveillance',
  biometric: 'biometric processing',
  'medical-advice': 'medical advice or the interpretation of medical results',
  profession: 'the practice of a licensed profession (medical, legal, financial)',
  justice: 'law enforcement, the administration of justice, or migration control',
  'automated-decision': 'automated decisions that affect people’s rights',
  minors: 'harm to minors',
  deception: 'deception, impersonation or disinformation',
  elections: 'influencing elections',
  malware: 'malware',
  harassment: 'harassment or defamation',
  discrimination: 'discrimination or social scoring',
  vulnerable: 'exploiting vulnerable groups',
  'self-harm': 'self-harm',
  sexual: 'sexually explicit content',
  illegal: 'illegal acts',
  drugs: 'illegal drugs',
  'personal-data': 'gathering or inferring personal data without authority',
  government: 'use by public authorities',
  benchmark: 'publishing benchmarks',
} as const;
export type FieldOfUse = keyof typeof FIELDS;

/** The words of `fields_excluded` and what they exclude. What matches no row is shown as it stands. */
const EXCLUSIONS: readonly (readonly [RegExp, readonly FieldOfUse[]])[] = [
  [/military|warfare|espionage|itar|nuclear/i, ['military', 'weapons']],
  [/guns|weapons/i, ['weapons']],
  [/critical infrastructure/i, ['critical-infrastructure']],
  [/surveillance/i, ['surveillance']],
  [/biometric/i, ['biometric']],
  [/medical advice/i, ['medical-advice']],
  [/unlicensed practice|practice of professions/i, ['profession']],
  [/law enforcement|administration of justice/i, ['justice']],
  [/automated decisions/i, ['automated-decision']],
  [/minors/i, ['minors']],
  [/disinformation|deception|impersonation|machine generated/i, ['deception']],
  [/elections/i, ['elections']],
  [/malware/i, ['malware']],
  [/defamation|harassment/i, ['harassment']],
  [/discrimination/i, ['discrimination']],
  [/vulnerable/i, ['vulnerable']],
  [/self-harm/i, ['self-harm']],
  [/illegal|law violation|violating law|unlawful/i, ['illegal']],
  [/drugs/i, ['drugs']],
  [/\bpii\b|identifying individuals/i, ['personal-data']],
  [/public administration/i, ['government']],
  [/benchmarks/i, ['benchmark']],
];

/** What the strings of a record's `fields_excluded` exclude, each with the string it came from. */
export function fieldsExcluded(texts: readonly string[]): ReadonlyMap<FieldOfUse, string> {
  const found = new Map<FieldOfUse, string>();
  for (const text of texts) {
    for (const [match, fields] of EXCLUSIONS) {
      if (!match.test(text)) continue;
      for (const field of fields) if (!found.has(field)) found.set(field, text);
    }
  }
  return found;
}
