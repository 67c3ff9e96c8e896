import { global, type Piece, pickle, STOP } from '../../../src/formats/pickle/assemble.fixture.ts';
import type { Specimen } from './pickle.ts';

const get = (index: number): Piece => ['BINGET', index];
const put = (index: number): Piece => ['BINPUT', index];
const text = (value: string): Piece => ['SHORT_BINUNICODE', value];
const levels = (count: number, level: (index: number) => Uint8Array): Uint8Array =>
  pickle(...Array.from({ length: count }, (_, index) => level(index)));
const program = (...pieces: readonly Piece[]): Uint8Array => pickle(['PROTO', 4], ...pieces, STOP);
const many = (count: number, ...pieces: readonly Piece[]): Uint8Array =>
  pickle(...Array.from({ length: count }, () => pickle(...pieces)));

/** Values that double with every level: small files that nobody can print, compare, hash or copy to the end. */
export const EXPANSIONS: readonly Specimen[] = [
  {
    name: 'lists of a list and of its memo entry',
    bytes: program(
      ['EMPTY_LIST'],
      put(0),
      levels(40, (at) => pickle(['POP'], ['EMPTY_LIST'], ['MARK'], get(at), get(at), ['APPENDS'], put(at + 1))),
    ),
    verdict: 'malicious',
  },
  {
    name: 'tuples doubled on the stack',
    bytes: program(
      ['EMPTY_TUPLE'],
      levels(40, () => pickle(['DUP'], ['TUPLE2'])),
    ),
    verdict: 'malicious',
  },
  {
    name: 'dicts',
    bytes: program(
      ['EMPTY_DICT'],
      put(0),
      levels(40, (at) => pickle(['MARK'], text('a'), get(at), text('b'), get(at), ['DICT'], put(at + 1))),
    ),
    verdict: 'malicious',
  },
  {
    name: 'ordered dicts',
    bytes: program(
      ['EMPTY_DICT'],
      put(0),
      levels(40, (at) =>
        pickle(
          global('collections', 'OrderedDict'),
          ['EMPTY_TUPLE'],
          ['REDUCE'],
          ['MARK'],
          text('a'),
          get(at),
          text('b'),
          get(at),
          ['SETITEMS'],
          put(at + 1),
        ),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'lists that were handed on empty and are filled from the outside inwards',
    bytes: program(
      levels(41, (at) => pickle(['EMPTY_LIST'], put(at), ['POP'])),
      levels(40, (at) => pickle(get(40 - at), ['MARK'], get(39 - at), get(39 - at), ['APPENDS'], ['POP'])),
      get(40),
    ),
    verdict: 'malicious',
  },
  {
    name: 'two ways to the same tuple, one of them through another',
    bytes: program(
      ['EMPTY_TUPLE'],
      levels(40, (at) => pickle(put(at), ['TUPLE1'], ['MARK'], get(at), ['TUPLE'], ['TUPLE2'])),
    ),
    verdict: 'malicious',
  },
  {
    name: 'ten references on each of six levels',
    bytes: program(
      ['EMPTY_LIST'],
      put(0),
      levels(6, (at) => pickle(['MARK'], many(10, get(at)), ['LIST'], put(at + 1))),
    ),
    verdict: 'suspicious',
  },
  {
    name: 'one list in a thousand places, which libraries write',
    bytes: program(['MARK'], many(200, ['NONE']), ['LIST'], put(0), ['MARK'], many(1000, get(0)), ['LIST']),
    verdict: 'clean',
  },
  {
    name: 'a list whose thousand members know it',
    bytes: program(['EMPTY_LIST'], put(0), many(3, ['MARK'], many(1000, get(0), ['TUPLE1']), ['APPENDS'])),
    verdict: 'clean',
  },
];
