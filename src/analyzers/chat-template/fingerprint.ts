import { createHash } from 'node:crypto';
import { type Segment, segmentsOf, type Token } from './lexer.ts';

/** A piece of a template as families are compared by it. */
export interface Piece {
  /** 10 hexadecimal digits of the SHA-256 of its normal form. */
  readonly hash: string;
  readonly segment: Segment;
}

/**
 * The pieces of a template in their normal form: what Jinja makes of it whatever the quotes, blanks, comments and
 * whitespace control (its tokens; texts with blanks drawn together). Throws TemplateError.
 */
export function piecesOf(template: string): readonly Piece[] {
  return segmentsOf(template).flatMap((segment) => {
    const form = normalForm(segment);
    return form === null ? [] : [{ hash: digits(form, 10), segment }];
  });
}

/** 16 hexadecimal digits that stand for a whole template in its normal form. */
export function fingerprintOf(pieces: readonly Piece[]): string {
  return digits(pieces.map(({ hash }) => hash).join(' '), 16);
}

function normalForm({ kind, text, tokens }: Segment): string | null {
  if (kind !== 'text')
    return JSON.stringify([kind, ...tokens.map(({ kind: of, value }) => [of, drawnTogether(of, value)])]);
  const bare = text.replace(/\s+/g, ' ').trim();
  return bare === '' ? null : JSON.stringify([kind, bare]);
}

function drawnTogether(kind: Token['kind'], value: string): string {
  return kind === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
}

function digits(form: string, length: number): string {
  return createHash('sha256').update(form).digest('hex').slice(0, length);
}
