import type { Rule } from '../../domain/finding.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { familyOf } from './families.ts';
import { fingerprintOf, type Piece, piecesOf } from './fingerprint.ts';
import { FINGERPRINTS } from './fingerprints.ts';
import { type Segment, TemplateError } from './lexer.ts';
import { ownOrder, type Standing } from './own-orders.ts';
import { ADDED_LINK, ADDED_ORDER, ADDED_TEXT, DIVERGES, OWN_ORDER } from './rules.ts';
import type { TemplateFinding } from './template.ts';

interface Known {
  readonly templates: ReadonlySet<string>;
  readonly pieces: ReadonlySet<string>;
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  FINGERPRINTS.map(({ family, templates, pieces }) => [
    family,
    { templates: new Set(templates), pieces: new Set(pieces.trim().split(/\s+/)) },
  ]),
);

/** Every piece of a known template of any family. */
const ANYWHERE: ReadonlySet<string> = new Set([...KNOWN.values()].flatMap(({ pieces }) => [...pieces]));

/**
 * How a template differs from the known ones of the family whose marks it bears: nothing for a known one, a note for
 * another make, and more when a template that is otherwise known has been given words of its own, or when one of any make
 * gives orders. Never throws.
 */
export function* divergenceOf(template: string): Iterable<TemplateFinding> {
  const pieces = piecesIn(template);
  if (pieces === null) return;
  const family = familyOf(template);
  const known = family === null ? undefined : KNOWN.get(family);
  if (family === null || known === undefined) {
    yield* ownOrders(pieces);
    return;
  }
  if (known.templates.has(fingerprintOf(pieces))) return;
  const strange = pieces.filter(({ hash }) => !known.pieces.has(hash));
  const [first] = strange;
  if (first === undefined) {
    yield { rule: DIVERGES, operation: `parts of known ${family} templates in another order`, line: 1 };
    return;
  }
  const share = 1 - strange.length / pieces.length;
  const edited = share < MOSTLY_KNOWN ? null : editOf(pieces, strange);
  if (edited !== null) {
    yield { rule: edited.rule, operation: `${family}, with ${shown(edited.piece)}`, line: edited.piece.segment.line };
    return;
  }
  yield {
    rule: DIVERGES,
    operation: `${strange.length} of ${pieces.length} parts are not of ${family}: ${shown(first)}`,
    line: first.segment.line,
  };
  yield* ownOrders(pieces);
}

/** What was put into a known template: a link, an order, or other words. */
function editOf(
  pieces: readonly Piece[],
  strange: readonly Piece[],
): { readonly rule: Rule; readonly piece: Piece } | null {
  const speaking = strange.filter(({ segment }) => speaks(segment));
  const linked = speaking.find(({ segment }) => LINK.test(segment.text));
  if (linked !== undefined) return { rule: ADDED_LINK, piece: linked };
  const own = new Set(strange);
  const ordering = orderIn(pieces, writtenAlways(pieces, own), 'always') ?? orderIn(pieces, own, 'in-branch');
  if (ordering !== null) return { rule: ADDED_ORDER, piece: ordering.piece };
  const [spoken] = speaking;
  return spoken === undefined ? null : { rule: ADDED_TEXT, piece: spoken };
}

/**
 * What stands in no branch, loop or macro: it is written in every conversation, whatever its own system message says, so that
 * it is no default.
 */
function writtenAlways(pieces: readonly Piece[], own: ReadonlySet<Piece>): ReadonlySet<Piece> {
  let depth = 0;
  return new Set(
    pieces.filter((piece) => {
      const { kind, tokens } = piece.segment;
      const keyword = kind === 'statement' ? (tokens[0]?.value ?? '') : '';
      if (keyword.startsWith('end')) depth -= 1;
      else if (OPENS.test(keyword) || isBlock(piece.segment)) depth += 1;
      return depth === 0 && kind !== 'statement' && own.has(piece);
    }),
  );
}

const OPENS = /^(?:if|for|macro|call|filter|block|generation|with|autoescape)$/;

function isBlock({ tokens }: Segment): boolean {
  return tokens[0]?.value === 'set' && !tokens.some(({ kind, value }) => kind === 'operator' && value === '=');
}

/** Orders in a template that is like none of a family: only where it writes a conversation, and no page or prompt. */
function* ownOrders(pieces: readonly Piece[]): Iterable<TemplateFinding> {
  const writes = pieces.some(({ segment: { tokens } }) =>
    tokens.some(({ kind, value }) => kind === 'name' && value === 'messages'),
  );
  if (!writes) return;
  const found = orderIn(pieces, new Set(pieces.filter(({ hash }) => !ANYWHERE.has(hash))), 'elsewhere');
  if (found === null) return;
  const { order, piece } = found;
  yield { rule: OWN_ORDER, operation: `says '${order.slice(0, LIMITS.quotation)}'`, line: piece.segment.line };
}

/**
 * The first order in some pieces of a template: in one of them, or else put together of several, whatever statements and
 * values stand between.
 */
function orderIn(
  pieces: readonly Piece[],
  own: ReadonlySet<Piece>,
  standing: Standing,
): { readonly order: string; readonly piece: Piece } | null {
  for (const piece of own) {
    const order = ownOrder(saidBy(piece.segment), standing);
    if (order !== null) return { order, piece };
  }
  const [first] = own;
  const together = pieces.map((piece) =>
    own.has(piece) ? saidBy(piece.segment) : piece.segment.kind === 'text' ? '\n' : ' ',
  );
  const order = ownOrder(together.join(' '), 'elsewhere');
  return first === undefined || order === null ? null : { order, piece: first };
}

/** What a piece writes: its text, or the texts in its tokens that are no names of fields. */
function saidBy({ kind, text, tokens }: Segment): string {
  if (kind === 'text') return text;
  const said = written(tokens);
  const puts = said.some(({ kind: of, value }) => (of === 'name' ? value === 'join' : /^[~+]$/.test(value)));
  return said
    .filter(({ kind: of, value }, at) => of === 'string' && !(NAME.test(value) && isAsked(said, at, puts)))
    .map(({ value }) => value)
    .join(' ');
}

const NAME = /^\s*\S*\s*$/;
/** Before a text that is compared, looked up or handed over. */
const ASKS = /^(?:[[(,{]|[=!]=|in|is|equalto|defined)$/;

/** Whether a word is a name that is looked up or compared; where a piece puts words together, only those that are looked up are. */
function isAsked(tokens: Segment['tokens'], at: number, puts: boolean): boolean {
  const before = tokens[at - 1]?.value ?? '';
  if (!puts) return ASKS.test(before);
  const owner = tokens[at - 2];
  return (
    before === '[' && tokens[at + 1]?.value === ']' && (owner?.kind === 'name' || /^[\])]$/.test(owner?.value ?? ''))
  );
}

const LINK = /\bhttps?:\/\/[^\s"'<>{}]{4}/i;

/** Below this it is another template in the family's marks, above it a known one that was edited. */
const MOSTLY_KNOWN = 0.6;

/** Null where the template cannot be followed, which is said elsewhere. */
function piecesIn(template: string): readonly Piece[] | null {
  try {
    return piecesOf(template);
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

/** Words in a row that are no mark and no name of a field: a phrase that the model reads. */
const PHRASE = /(?<!\p{L})\p{L}{2,}(?:[ ,;:'’-]+\p{L}+){2,}/u;

function speaks({ kind, text, tokens }: Segment): boolean {
  if (kind === 'text') return PHRASE.test(text);
  return written(tokens).some(({ kind: of, value }) => of === 'string' && PHRASE.test(value));
}

/** Without what a template says when it refuses a conversation, which never reaches the model. */
function written(tokens: Segment['tokens']): Segment['tokens'] {
  let depth = 0;
  return tokens.filter(({ kind, value }, at) => {
    if (depth === 0) {
      if (kind === 'name' && value === 'raise_exception' && tokens[at + 1]?.value === '(') depth = 1;
      return true;
    }
    // The bracket that opens counts from the name on.
    if (kind !== 'string' && value === '(' && tokens[at - 1]?.value !== 'raise_exception') depth += 1;
    if (kind !== 'string' && value === ')') depth -= 1;
    return false;
  });
}

function shown({ segment }: Piece): string {
  const text = segment.text.replace(/\s+/g, ' ').trim();
  return text.length > LIMITS.quotation ? `${text.slice(0, LIMITS.quotation - 1)}…` : text;
}
