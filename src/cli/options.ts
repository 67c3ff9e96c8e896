import { InvalidArgumentError, Option } from 'commander';
import type { UseFlags } from '../contract/vetting.ts';
import { WeighbridgeError } from '../kernel/errors.ts';

/** Options whose value may stand more than once, or in one word with commas. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function yesOrNo(value: string): boolean {
  if (/^(yes|y|true|1)$/i.test(value)) return true;
  if (/^(no|n|false|0)$/i.test(value)) return false;
  throw new InvalidArgumentError('Say yes or no.');
}

function count(value: string): number {
  const digits = value.replace(/[_,]/g, '');
  if (!/^\d{1,15}$/.test(digits)) throw new InvalidArgumentError('Give a whole number.');
  return Number(digits);
}

function regions(value: string): readonly string[] {
  const codes = value.split(',').map((code) => code.trim().toUpperCase());
  if (!codes.every((code) => /^[A-Z]{2}$/.test(code)))
    throw new InvalidArgumentError('Give country codes, as in EU,GB,US.');
  return codes;
}

function seat(value: string): string {
  const [code = ''] = regions(value);
  return code;
}

/** Flags that say what the model is for; each overrules `use.yaml`. */
export const USE_OPTIONS: readonly Option[] = [
  new Option('--purpose <text>', 'what for, in your words'),
  new Option('--commercial <yes|no>', 'earns money, or helps to').argParser(yesOrNo),
  new Option('--exposure <who>', 'who reaches it; hosted, unless said here or in use.yaml').choices([
    'internal',
    'hosted',
    'redistributed',
  ]),
  new Option('--monthly-users <n>', 'people who use it in a month').argParser(count),
  new Option('--regions <codes>', 'where they are: EU,GB,US').argParser(regions),
  new Option('--regulated-domain <name>', 'health, insurance, credit …'),
  new Option('--trains-other-models <yes|no>', 'its output trains other models').argParser(yesOrNo),
  new Option('--personal-data <yes|no>', 'it sees data about people').argParser(yesOrNo),
  new Option('--annual-revenue-usd <n>', 'of whoever uses it, with affiliates').argParser(count),
  new Option('--users-at-release <n>', 'monthly users before the licence’s release date').argParser(count),
  new Option('--sells-outputs <yes|no>', 'what it makes is sold').argParser(yesOrNo),
  new Option('--seat <code>', 'country where you have your seat: US, DE').argParser(seat),
  new Option('--modality <what>', 'what the model is given').choices(['text', 'multimodal']),
];

const USE_KEYS = [
  'purpose',
  'commercial',
  'exposure',
  'monthlyUsers',
  'regions',
  'regulatedDomain',
  'trainsOtherModels',
  'personalData',
  'annualRevenueUsd',
  'usersAtRelease',
  'sellsOutputs',
  'seat',
  'modality',
] as const;

/** The use flags among a command's parsed options. */
export function useFlagsIn(options: Readonly<Record<string, unknown>>): UseFlags {
  return Object.fromEntries(
    USE_KEYS.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])),
  ) as UseFlags;
}

export const FAIL_ON = new Option('--fail-on <outcome>', 'from which outcome on to exit other than 0')
  .choices(['review', 'deny'])
  .default('review');
/** Of commands that answer people, or programs. */
export const FORMAT = new Option('-f, --format <format>', 'text or json').choices(['text', 'json']).default('text');
export const QUIET = new Option('-q, --quiet', 'no progress; results only');

/** Throws `call-invalid` for one without the other. */
export function identitiesIn({
  identity,
  issuer,
}: {
  readonly identity: string | undefined;
  readonly issuer: string | undefined;
}): readonly { readonly identity: string; readonly issuer: string }[] {
  if ((identity === undefined) !== (issuer === undefined))
    throw new WeighbridgeError(
      'call-invalid',
      '--identity and --issuer go together: anybody can be named by some issuer',
    );
  return identity === undefined || issuer === undefined ? [] : [{ identity, issuer }];
}
