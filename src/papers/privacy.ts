import type { PrivacyClaim } from '../domain/papers.ts';
import { isJsonObject, member } from '../kernel/json.ts';
import { type Body, lineAt, words } from './document.ts';

const PRIVATE =
  /\bdifferential(?:ly)?[- ]priva(?:cy|te)\b|\bDP-?(?:SGD|Adam|FedAvg|FTRL|LoRA)\b|\((?:ε|epsilon)\s*,\s*(?:δ|delta)\)/gi;
const MOST_CLAIMS = 20;
/** Around a mention, where no heading bounds it. */
const AROUND = 2500;

/** Claims of differential privacy in a card's text: one a section, with the numbers that stand there. */
export function privacyInProse({ text, firstLine }: Body, path: string): readonly PrivacyClaim[] {
  const found: PrivacyClaim[] = [];
  let end = -1;
  for (const match of text.matchAll(PRIVATE)) {
    if (match.index < end || found.length >= MOST_CLAIMS) continue;
    const section = sectionAround(text, match.index);
    end = section.end;
    const claim = claimIn(
      text.slice(section.start, section.end).replaceAll(/[^\S\n]+/g, ' '),
      path,
      firstLine + lineAt(text, match.index) - 1,
    );
    if (claim !== null) found.push(claim);
  }
  return found;
}

function sectionAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const heading = text.lastIndexOf('\n#', at);
  const next = text.indexOf('\n#', at);
  return { start: Math.max(heading, at - AROUND, 0), end: Math.min(next < 0 ? text.length : next, at + AROUND) };
}

/** Between a name and its number: `= `, ` of `, ` | `, `: **`. */
const JOINT = String.raw`[\s*_\x60|$\\{}()]{0,12}(?:=|:|≈|~|≤|<=?|\||of|is|was|at|to|set to|equal to)?[\s*_\x60|$\\{}≈~≤<=]{0,12}`;
const POWER = String.raw`(?:\d[\d,_]{0,20}(?:\.\d{1,20})?\s{0,3}[x×*·]\s*)?10\s*(?:\^\s*\{?\s*[-−]|⁻)[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+\}?`;
const NUMBER = String.raw`(${POWER}|\d+(?:[,_]\d{3})*(?:\.\d+)?(?:[eE][-+−]?\d+)?|\.\d+)(\s?%|\s?/\s?\d[\d,]*)?`;

const PATTERNS = {
  epsilon: named(String.raw`(?:ε|\\epsilon|epsilon|\beps\b)`),
  delta: named(String.raw`(?:δ|\\delta|\bdelta\b)`),
  samplingRate: named(
    String.raw`(?:sampl(?:ing|e)[- _](?:rate|ratio|probability|prob)|subsampl\w+ (?:rate|ratio|probability)|\bq(?=\s*=))`,
  ),
  noiseMultiplier: named(String.raw`(?:noise[- _](?:multiplier|scale)|noise(?=\s*(?:=|:|of|\|))|σ|\\sigma|\bsigma\b)`),
  steps: new RegExp(
    `${named('(?:(?:training |optimi[sz]er |gradient |update )?(?:steps|iterations)|\\bT(?=\\s*=))').source}|(\\d[\\d,_]{0,20})\\s+(?:training |optimi[sz]er |gradient |update |noisy )?(?:steps|iterations)\\b`,
    'i',
  ),
  clipNorm: named(
    String.raw`(?:(?:l2[- ]?)?clip(?:ping)?[- _](?:norm|threshold|bound)|max[_ ]grad[_ ]norm|clipped (?:to|at)|clipping(?=\s*(?:=|:|of|at|to)))`,
  ),
  batchSize: named(String.raw`(?:(?:batch|lot)[- _]size)`),
  examples:
    /(\d[\d,_]{0,20})\s+(?:training |distinct |unique )?(?:examples|records|samples|users|documents|conversations|patients)\b/i,
  rounds: new RegExp(
    `${named('(?:(?:training |communication |federated )?rounds)').source}|(\\d[\\d,_]{0,20})\\s+(?:training |communication |federated )?rounds\\b`,
    'i',
  ),
  clientsPerRound: new RegExp(
    `${named('clients[- _]per[- _]round').source}|(\\d[\\d,_]{0,20})\\s(?:clients|devices|participants)?\\s?(?:(?:out )?of (?:the )?(?:[\\d,_]+) (?:clients|devices|participants)[^.]{0,30}?)?\\s?(?:per|each|a|every|in each|in every)\\s+round`,
    'i',
  ),
  clients: new RegExp(
    `${named('(?:total[- _]clients|clients[- _]in[- _]total|number[- _]of[- _]clients|num[- _]clients|population)').source}|(?:out )?\\bof (?:the |a total of )?(\\d[\\d,_]{0,20})\\s+(?:clients|devices|participants)`,
    'i',
  ),
} as const;

function named(name: string): RegExp {
  return new RegExp(`${name}${JOINT}${NUMBER}`, 'i');
}

function claimIn(section: string, path: string, line: number): PrivacyClaim | null {
  // (ε, δ) = (3.2, 1e-5), as papers write it.
  const pair =
    /\((?:ε|epsilon|\\epsilon)\s*,\s*(?:δ|delta|\\delta)\)[-\s=]*(?:\(\s*)?([\d.]+)\s*,\s*([^)\s]+)\)?/i.exec(section);
  const at = (key: keyof typeof PATTERNS): number | null => numberIn(PATTERNS[key].exec(section));
  const [batch, examples] = [at('batchSize'), at('examples')];
  const rate =
    at('samplingRate') ?? (batch !== null && examples !== null && batch <= examples ? batch / examples : null);
  const federated = /\bfederat/i.test(section);
  const claim: PrivacyClaim = {
    path,
    line,
    quote: words(section, 300),
    epsilon: pair === null ? at('epsilon') : toNumber(pair[1] ?? ''),
    delta: pair === null ? at('delta') : toNumber(pair[2] ?? ''),
    samplingRate: rate,
    noiseMultiplier: at('noiseMultiplier'),
    steps: at('steps'),
    clipNorm: at('clipNorm'),
    unit:
      /\b(example|record|user|client|document|patient|device)[- ]level\b/i.exec(section)?.[1]?.toLowerCase() ?? null,
    federated: federated
      ? {
          rounds: at('rounds'),
          clientsPerRound: at('clientsPerRound'),
          clients: at('clients'),
          noiseAddedBy: noiseAddedBy(section),
        }
      : null,
  };
  return saysSomething(claim) ? claim : null;
}

function noiseAddedBy(section: string): string | null {
  const who =
    /noise\b[^.]{0,60}?\b(?:added|applied|injected)\b[^.]{0,30}?\b(server|aggregator|centrally|client|device|locally)|\b(server|client|local|central)[- ]side noise/i.exec(
      section,
    );
  const word = (who?.[1] ?? who?.[2] ?? '').toLowerCase();
  if (word === '') return null;
  return /^(?:server|aggregator|central)/.test(word) ? 'server' : 'client';
}

function saysSomething({ epsilon, noiseMultiplier }: PrivacyClaim): boolean {
  return epsilon !== null || noiseMultiplier !== null;
}

function numberIn(match: RegExpExecArray | null): number | null {
  if (match === null) return null;
  // The named form has a number and what divides it; the form with the number first has the number alone.
  const [, number, tail, first] = match;
  if (number === undefined)
    return first === undefined ? toNumber(match.slice(1).find((one) => one !== undefined) ?? '') : toNumber(first);
  const value = toNumber(number);
  if (value === null || tail === undefined) return value;
  if (tail.includes('%')) return value / 100;
  const divisor = toNumber(tail.replace('/', ''));
  return divisor === null || divisor === 0 ? value : value / divisor;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `2,250`, `1e-5`, `10^-5`, `10^{-5}`, `1 × 10⁻⁵`, `1/60000`. */
export function toNumber(text: string): number | null {
  const plain = text
    .replace(/(?<=\d)[,_](?=\d{3})/g, '')
    .replaceAll(/[−⁻]/g, '-')
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replaceAll(/[\s{}$\\]/g, '')
    .replace(
      /(?:(\d+(?:\.\d+)?)[x×*·])?10\^?-(\d+)$/,
      (_, factor: string | undefined, power: string) => `${factor ?? 1}e-${power}`,
    );
  const ratio = /^(\d+(?:\.\d+)?)\/(\d+)$/.exec(plain);
  const value = ratio === null ? Number(plain) : Number(ratio[1]) / Number(ratio[2]);
  return plain !== '' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** Names that settings give to the same numbers. */
const KEYS: Readonly<
  Record<
    | 'epsilon'
    | 'delta'
    | 'samplingRate'
    | 'noiseMultiplier'
    | 'steps'
    | 'clipNorm'
    | 'rounds'
    | 'clientsPerRound'
    | 'clients',
    readonly string[]
  >
> = {
  epsilon: ['epsilon', 'target_epsilon', 'eps'],
  delta: ['delta', 'target_delta'],
  samplingRate: ['sampling_rate', 'sample_rate', 'sampling_probability', 'sampling_ratio', 'q'],
  noiseMultiplier: ['noise_multiplier', 'noise', 'sigma', 'noise_scale'],
  steps: ['steps', 'iterations', 'num_steps'],
  clipNorm: ['clip_norm', 'max_grad_norm', 'clipping_norm', 'l2_norm_clip', 'clip'],
  rounds: ['rounds', 'num_rounds'],
  clientsPerRound: ['clients_per_round', 'num_clients_per_round'],
  clients: ['clients', 'total_clients', 'num_clients'],
};

const OUTER = ['privacy', 'differential_privacy', 'dp', 'privacy_args', 'federated', 'federated_learning'];

/** A claim in settings or front matter: under one of the usual keys, or a map of them. */
export function privacyInValue(
  whole: (key: string) => unknown,
  path: string,
  line: number | null,
): readonly PrivacyClaim[] {
  const maps = OUTER.map(whole).filter(isJsonObject);
  const inner = maps.flatMap((map) => OUTER.map((key) => member(map, key)).filter(isJsonObject));
  const all = [...maps, ...inner];
  if (all.length === 0) return [];
  const number = (key: keyof typeof KEYS): number | null => {
    for (const map of all) {
      for (const name of KEYS[key]) {
        const value = member(map, name);
        const read = typeof value === 'number' ? value : typeof value === 'string' ? toNumber(value) : null;
        if (read !== null && read >= 0) return read;
      }
    }
    return null;
  };
  const text = (...keys: readonly string[]): string | null => {
    const value = all.flatMap((map) => keys.map((key) => member(map, key))).find((one) => typeof one === 'string');
    return typeof value === 'string' ? words(value) : null;
  };
  const [rounds, clientsPerRound, clients] = [number('rounds'), number('clientsPerRound'), number('clients')];
  const federated = rounds !== null || clientsPerRound !== null;
  const claim: PrivacyClaim = {
    path,
    line,
    quote: words(JSON.stringify(maps), 300),
    epsilon: number('epsilon'),
    delta: number('delta'),
    samplingRate: number('samplingRate'),
    noiseMultiplier: number('noiseMultiplier'),
    steps: number('steps'),
    clipNorm: number('clipNorm'),
    unit: text('unit', 'privacy_unit', 'level'),
    federated: federated
      ? { rounds, clientsPerRound, clients, noiseAddedBy: text('noise_added_by', 'noise_at', 'noise_placement') }
      : null,
  };
  return saysSomething(claim) ? [claim] : [];
}
