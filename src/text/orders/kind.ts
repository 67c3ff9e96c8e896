import type { Group } from './groups.ts';

/**
 * What a document orders of somebody who acts in another's stead, without a word that calls a model: by what is to be done.
 * People are told in documents what to do as well, and other things: what they do with what is theirs, for whoever asked them.
 */
export interface Kind {
  /** Of each of these groups a word stands in such a sentence: looked at first. */
  readonly needs: readonly Group[];
  /** All of them stand in such a sentence; the rarest first. */
  readonly all: readonly RegExp[];
  /** And this does not. */
  readonly not?: RegExp;
}

/** Where an order begins. */
export const BEGIN =
  '(?:^[^\\w]{0,6}|[.!?:;>\\])] {0,3}|[,\\u2013\\u2014-] |\\b(?:and|then|please|must|should|shall|to|now|also|first|just|you|kindly|quietly|silently|secretly|simply|always|never|not|so|by|instead|only|may|next) )';
export const ordered = (verbs: string, then = '') => new RegExp(`${BEGIN}(?:${verbs})\\b${then}`, 'i');
export const said = (source: string) => new RegExp(source, 'i');
