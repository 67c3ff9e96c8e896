import { pick, type Row, randomFrom, type SharedRow, seedLines, sharedRows, vary } from './rows.ts';

/** How many texts each line of seeds stands for. */
const SAMPLES = 8;

/** A text has said what it is by then. */
const LONGEST = 1800;

/** All rows to learn injection and jailbreak from: the development rows, and texts made from our own seeds. */
export function injectionCorpus(folder: string): readonly Row[] {
  const rows = [...developmentAttacks(folder), ...developmentBenign(folder), ...seeded(folder)];
  const harmful = textsOf(sharedRows(folder, 'harmful'), 1);
  const random = randomFrom(11);
  const suffixed =
    harmful.length === 0 ? [] : Array.from({ length: 240 }, () => `${pick(random, harmful)} ${suffix(random, rows)}`);
  return [...rows, ...family('attack.seed-suffix', suffixed)];
}

function family(name: string, texts: readonly string[], untrusted = false): readonly Row[] {
  return texts.map((text) => ({
    family: name,
    text: text.slice(0, LONGEST),
    attack: name.startsWith('attack.'),
    untrusted,
  }));
}

function developmentAttacks(folder: string): readonly Row[] {
  const injection = sharedRows(folder, 'injection')
    .filter(({ kind, label, text }) => !(kind.startsWith('inj.injecguard') && label === 1) || looksLikeAttack(text))
    .flatMap(({ kind, label, text }) =>
      family(`${label === 1 ? 'attack' : 'benign'}.${familyOf(kind)}`, [text], kind.includes('bipia')),
    );
  return [...injection, ...family('attack.templates', textsOf(sharedRows(folder, 'jailbreak')))];
}

function developmentBenign(folder: string): readonly Row[] {
  const of = (name: string, kinds: RegExp) =>
    textsOf(
      sharedRows(folder, name).filter(({ kind }) => kinds.test(kind)),
      0,
    );
  return [
    ...family('benign.xstest', of('harmful', /xstest/)),
    ...family('benign.surge', of('toxicity', /^tox\.surge/)),
    ...family('benign.links', of('smuggle', /^benign\.(?:unicode|links)/)),
    ...family('benign.answers', of('pii', /^benign/)),
    ...family('benign.code', of('code', /./).slice(0, 120)),
  ];
}

function seeded(folder: string): readonly Row[] {
  const random = randomFrom(7);
  const many = (name: string) =>
    seedLines(name).flatMap((line) => Array.from({ length: SAMPLES }, () => vary(random, line)));
  const documents = seedLines('documents.txt').map((line) => line.replaceAll('|', '\n'));
  const carriers = [
    ...documents,
    ...textsOf(sharedRows(folder, 'injection').filter(({ kind }) => kind === 'benign.bipia-email')),
  ];
  const embedded = many('attack-task-in-document.txt').map((task) => embed(random, pick(random, carriers), task));
  return [
    ...family('attack.seed-override', many('attack-override.txt')),
    ...family('attack.seed-secret', many('attack-game-secret.txt')),
    ...family('attack.seed-roleplay', many('attack-roleplay.txt')),
    ...family('benign.seed-hard', many('benign-hard.txt')),
    ...family('benign.seed-documents', documents, true),
    ...family('attack.seed-in-document', embedded, true),
  ];
}

/** The validation rows of one source hold plain questions that are called attacks for where they stand. */
function looksLikeAttack(text: string): boolean {
  return /ignore|system|prompt|instruction|password|DAN|forget|code (?:section|snippet|block|excerpt)/i.test(text);
}

function familyOf(kind: string): string {
  const [, family = kind] = /^(?:inj|benign)\.([a-z]+)/.exec(kind) ?? [];
  return family;
}

export function textsOf(rows: readonly SharedRow[], label?: number): readonly string[] {
  return rows.filter((row) => label === undefined || row.label === label).map(({ text }) => text);
}

function embed(random: () => number, document: string, task: string): string {
  const place = random();
  if (place < 0.45) return `${document}\n${task}`;
  if (place < 0.6) return `${task}\n${document}`;
  const cut = document.indexOf('. ', Math.floor(document.length * random() * 0.8));
  return cut < 0 ? `${document} ${task}` : `${document.slice(0, cut + 2)}${task} ${document.slice(cut + 2)}`;
}

const PIECES =
  '.\\ \\+ ]( ** {{ }} "\\!-- ;; == // <? )( [" \'] :( %% @@ ~~ __ ## $$ |> => ++ \\" ## ]] }}{ /* */ ,... ?"'.split(
    ' ',
  );
const CODE =
  'def return Void println import Sub begin end NULL tmp onClick getElementById textbf frac Sure Here Tutorial Step inst reply oppositeley revert formatting'.split(
    ' ',
  );

/** Pieces of words and of code, as an optimiser that climbs token by token leaves them. */
function suffix(random: () => number, rows: readonly Row[]): string {
  const parts: string[] = [];
  const length = 14 + Math.floor(random() * 14);
  for (let at = 0; at < length; at += 1) {
    const roll = random();
    const words = pick(random, rows).text.split(/\s+/, 60);
    let part = roll < 0.25 ? pick(random, PIECES) : roll < 0.35 ? pick(random, CODE) : pick(random, words);
    if (roll > 0.6) part = part.slice(0, 2 + Math.floor(random() * 5));
    if (random() < 0.15) part = part.charAt(0).toUpperCase() + part.slice(1);
    parts.push(random() < 0.45 ? part : ` ${part}`);
  }
  return parts.join('').slice(0, 220);
}
