import { LIMITS } from '../../kernel/limits.ts';
import { familyOf } from './families.ts';
import { fingerprintOf, type Piece, piecesOf } from './fingerprint.ts';
import { FINGERPRINTS } from './fingerprints.ts';
import { type Segment, TemplateError } from './lexer.ts';
import { ADDED_LINK, ADDED_ORDER, ADDED_TEXT, DIVERGES } from './rules.ts';
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

/**
 * How a template differs from the known ones of the family whose marks it bears: nothing for a known one, a note for
 * another make, and more when a template that is otherwise known has been given words of its own. Never throws.
 */
export function* divergenceOf(template: string): Iterable<TemplateFinding> {
  const family = familyOf(template);
  const known = family === null ? undefined : KNOWN.get(family);
  if (family === null || known === undefined) return;
  const pieces = piecesIn(template);
  if (pieces === null || known.templates.has(fingerprintOf(pieces))) return;
  const strange = pieces.filter(({ hash }) => !known.pieces.has(hash));
  const [first] = strange;
  if (first === undefined) {
    yield { rule: DIVERGES, operation: `parts of known ${family} templates in another order`, line: 1 };
    return;
  }
  const linked = strange.find(({ segment }) => speaks(segment) && LINK.test(segment.text));
  const always = linked === undefined ? writtenAlways(pieces, new Set(strange)).find(ordersIn) : undefined;
  const spoken = linked ?? always ?? strange.find(({ segment }) => speaks(segment));
  const rule = linked !== undefined ? ADDED_LINK : always !== undefined ? ADDED_ORDER : ADDED_TEXT;
  const share = 1 - strange.length / pieces.length;
  if (spoken !== undefined && share >= MOSTLY_KNOWN)
    yield { rule, operation: `${family}, with ${shown(spoken)}`, line: spoken.segment.line };
  else
    yield {
      rule: DIVERGES,
      operation: `${strange.length} of ${pieces.length} parts are not of ${family}: ${shown(first)}`,
      line: first.segment.line,
    };
}

/** What stands in no branch, loop or macro: it is written in every conversation, whatever its own system message says. */
function writtenAlways(pieces: readonly Piece[], strange: ReadonlySet<Piece>): readonly Piece[] {
  let depth = 0;
  return pieces.filter((piece) => {
    const { kind, tokens } = piece.segment;
    const keyword = kind === 'statement' ? (tokens[0]?.value ?? '') : '';
    if (keyword.startsWith('end')) depth -= 1;
    else if (OPENS.test(keyword) || isBlock(piece.segment)) depth += 1;
    return depth === 0 && kind !== 'statement' && strange.has(piece);
  });
}

const OPENS = /^(?:if|for|macro|call|filter|block|generation|with|autoescape)$/;

function isBlock({ tokens }: Segment): boolean {
  return tokens[0]?.value === 'set' && !tokens.some(({ kind, value }) => kind === 'operator' && value === '=');
}

/** Whether it says more than what the assistant is, and what day it is. */
function ordersIn({ segment: { kind, text, tokens } }: Piece): boolean {
  const said = kind === 'text' ? text : tokens.map((one) => (one.kind === 'string' ? one.value : '')).join(' ');
  const sentences = said
    .replace(NAMED, '$1')
    .replace(MARKS, '\n')
    .split(/[.!?:;\n]/);
  return sentences.some((one) => FOUR.test(one) && !DESCRIBES.test(one) && !MANNERS.test(one));
}

/** A mark that a sentence speaks of, as answers are to have it. */
const NAMED = /(\p{L} )<\/?\w{1,40}>/gu;
const MARKS = /<[^<>\n]{0,100}>|\[[^[\]\n]{0,100}\]/g;
const FOUR = /(?<!\p{L})\p{L}{2,}(?:[ ,'’-]+\p{L}+){3,}/u;
/** How descriptions of an assistant, of a conversation and of a day begin. */
const DESCRIBES =
  /^\s*(?:(?:system|user|assistant|developer)\s+)?(?:(?:and|but|as|so)\s+)?(?:you\b|your\b|i\b|we\b|it\b|this\b|the\b|a\b|an\b|here\b|today|current|knowledge|cutting|below|as\b|please\b)/i;

/** In what manner it is to answer, which publishers of fine-tunes do write into their templates. */
const MANNERS =
  /^\s*(?:always |never |do not |don['’]t )?(?:answer|respond|reply|think|reason|be|act as|stay|speak (?:in|like|as|casually|formally)|write (?:in|briefly|tests|code|comments)|repeat (?:the|your)|refuse|decline|keep|summari[sz]e|translate|output|return|extract|classify|solve|follow|provide|give a|put (?:the|your)|you must (?:answer|respond)|ask (?:a|for clarification)|cite|format|use (?:the )?(?:tools?|functions?|markdown|latex|emojis?)|make up|invent|share personal|reveal personal|agree with false|if you (?:do not|don['’]t|are not)|if a (?:tool|function) is|when you (?:call|use) (?:a|the) (?:tool|function))\b/i;

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
  // What a template says when it refuses a conversation never reaches the model.
  if (tokens.some(({ kind: of, value }) => of === 'name' && value === 'raise_exception')) return false;
  return tokens.some(({ kind: of, value }) => of === 'string' && PHRASE.test(value));
}

function shown({ segment }: Piece): string {
  const text = segment.text.replace(/\s+/g, ' ').trim();
  return text.length > LIMITS.quotation ? `${text.slice(0, LIMITS.quotation - 1)}…` : text;
}
