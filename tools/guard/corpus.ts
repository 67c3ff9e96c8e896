import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passages, pick, type Row, randomFrom, type SharedRow, seedLines, sharedRows, vary } from './rows.ts';

/** How many texts each line of seeds stands for. */
const SAMPLES = 8;

/** A text has said what it is by then. */
const LONGEST = 1800;

/** All rows to learn injection and jailbreak from: the development rows, passages of prose, and texts made from our own seeds. */
export function injectionCorpus(folder: string, prose?: string): readonly Row[] {
  const rows = [...developmentAttacks(folder), ...developmentBenign(folder), ...manuals(), ...seeded(folder)];
  const harmful = textsOf(sharedRows(folder, 'harmful'), 1);
  const random = randomFrom(11);
  const suffixed =
    harmful.length === 0 ? [] : Array.from({ length: 240 }, () => `${pick(random, harmful)} ${suffix(random, rows)}`);
  return [...rows, ...family('attack.seed-suffix', suffixed), ...(prose === undefined ? [] : documentation(prose))];
}

function family(name: string, texts: readonly string[], untrusted = false): readonly Row[] {
  return texts.map((text) => ({
    family: name,
    text: text.slice(0, LONGEST),
    attack: name.startsWith('attack.'),
    untrusted,
  }));
}

/** Passages of manuals and pages of all kinds, read half as messages and half as documents. */
function documentation(file: string): readonly Row[] {
  return passages(file).flatMap(({ kind, text }, at) => {
    const untrusted = at % 2 === 1;
    return family(`benign.prose-${kind}${untrusted ? '-read' : ''}`, [text], untrusted);
  });
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

/** Sections of the manuals of installed packages: full of orders, none of which is for a model. */
function manuals(): readonly Row[] {
  const random = randomFrom(5);
  const sections = readdirSync('node_modules')
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join('node_modules', name)).map((x) => join(name, x)) : [name],
    )
    .map((name) => join('node_modules', name, 'README.md'))
    .filter((path) => existsSync(path))
    .sort()
    .flatMap((path) => {
      const parts = readFileSync(path, 'utf8').split(/\n(?=#{1,3} )/);
      return parts.filter((part) => part.length > 200 && random() < 0.5).slice(0, 3);
    });
  return [
    ...family('benign.manuals', sections.slice(0, 500)),
    ...family('benign.manuals-read', sections.slice(500, 800), true),
  ];
}

/** Texts made of our own seeds: of lines with choices, of frames with something to put in, of documents with tasks in them. */
function seeded(folder: string): readonly Row[] {
  const random = randomFrom(7);
  const lines = (name: string) => seedLines(join('train', name));
  const deeds = [...lines('harm-deeds.txt'), ...textsOf(sharedRows(folder, 'harmful'), 1).map(asDeed)];
  const many = (name: string, samples = SAMPLES) => {
    const fill = fillerOf(random, deeds);
    return lines(name).flatMap((line) => Array.from({ length: samples }, () => fill(line)));
  };
  const documents = lines('documents.txt').map((line) => line.replaceAll('|', '\n'));
  const carriers = [
    ...documents,
    ...textsOf(sharedRows(folder, 'injection').filter(({ kind }) => kind === 'benign.bipia-email')),
  ];
  const within = (tasks: readonly string[]) => tasks.map((task) => embed(random, pick(random, carriers), task));
  const told = many('benign-documents.txt');
  const asked = many('document-requests.txt', 16).map((request) => {
    const document = pick(random, carriers);
    return random() < 0.5 ? `${request}\n${document}` : `${document}\n${request}`;
  });
  return [
    ...family('attack.seed-override', many('override.txt')),
    ...family('attack.seed-secret', many('game.txt')),
    ...family('attack.seed-roleplay', many('roleplay.txt')),
    ...family('attack.seed-persuasion', many('persuasion-frames.txt', FRAMED)),
    ...family('attack.seed-indirect', many('indirect.txt')),
    ...family('attack.seed-template', many('template.txt', 16)),
    ...family('attack.seed-plainly', many('plainly.txt')),
    ...family('attack.seed-policy', many('policy.txt', 16)),
    ...family('attack.seed-languages', many('languages.txt')),
    ...family('attack.seed-reset', many('reset.txt')),
    ...family('attack.seed-leak', many('leak.txt')),
    ...family('attack.seed-tools', many('tools.txt')),
    ...family('attack.seed-forged', many('forged.txt', 16)),
    ...family('attack.seed-pressure', many('pressure.txt', 16)),
    ...family('attack.seed-shots', many('shots.txt', 16)),
    ...family('attack.seed-more-languages', many('languages-more.txt')),
    ...family('benign.seed-more', many('benign-more.txt')),
    ...family('benign.seed-told', told, true),
    ...family('benign.seed-told-by-user', told),
    ...family(
      'benign.seed-told-in-document',
      told.map((text) => embed(random, pick(random, documents), text)),
      true,
    ),
    ...family('attack.seed-orders-in-document', within(many('orders-in-documents.txt')), true),
    ...family('attack.seed-orders-in-letter', within(many('orders-in-documents.txt', 4))),
    ...family('benign.seed-hard', many('benign-hard.txt')),
    ...family('benign.seed-work', many('benign-work.txt')),
    ...family('benign.seed-plain', many('benign-plain.txt', 12)),
    ...family('benign.seed-frames', many('benign-frames.txt', FRAMED)),
    ...family('benign.seed-documents', documents, true),
    ...family('benign.seed-letters', documents),
    ...family('benign.seed-document-requests', asked),
    ...family('attack.seed-in-document', within(many('embedded.txt')), true),
    ...family('attack.seed-in-letter', within(many('embedded.txt'))),
    ...family('attack.seed-to-agents', within(many('agents.txt')), true),
    ...family('attack.seed-agents', within(many('agents.txt'))),
    ...family('attack.seed-notes', many('agents.txt'), true),
    ...wide(random, deeds),
  ];
}

/** How many texts a line stands for that has many choices. */
const WIDE = 14;

/** A file for each way to attack, and for what honest people say in the same words; `in-documents` says where it stands. */
function wide(random: () => number, deeds: readonly string[]): readonly Row[] {
  const fill = fillerOf(random, deeds);
  return readdirSync(join('tools', 'guard', 'seeds', 'train', 'wide'))
    .sort()
    .flatMap((file) => {
      const [kind = '', name = ''] = file.replace('.txt', '').split(/-(.*)/);
      const lines = seedLines(join('train', 'wide', file));
      const texts = lines.flatMap((line) => Array.from({ length: WIDE }, () => fill(line)));
      return family(`${kind}.seed-wide-${name}`, texts, name.includes('documents'));
    });
}

/** How many texts a frame stands for: as what is put into it varies most. */
const FRAMED = 32;

/** An order as what one could want to know how to do. */
function asDeed(order: string): string {
  return (order.charAt(0).toLowerCase() + order.slice(1)).replace(/[.?!]$/, '');
}

/** What stands in frames for something to be put in: `<do>`, a deed. */
function fillerOf(random: () => number, deeds: readonly string[]): (line: string) => string {
  const lists = {
    do: deeds,
    text: seedLines(join('train', 'harm-texts.txt')),
    bdo: seedLines(join('train', 'benign-deeds.txt')),
    btext: seedLines(join('train', 'benign-texts.txt')),
    ...Object.fromEntries(
      readdirSync(join('tools', 'guard', 'seeds', 'train', 'slots'))
        .sort()
        .map((file) => [file.replace('.txt', ''), seedLines(join('train', 'slots', file))]),
    ),
  };
  const names = seedLines(join('train', 'names.txt')).flatMap((line) => line.split('|'));
  return (line) => {
    const name = pick(random, names);
    const filled = vary(random, line).replaceAll('<name>', name);
    const whole = Object.entries(lists).reduce(
      (text, [slot, list]) => text.replaceAll(`<${slot}>`, () => pick(random, list)),
      filled,
    );
    return whole.replaceAll(' ~', '\n').replaceAll('~', '\n').replaceAll('⟦', '{').replaceAll('⟧', '}');
  };
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
