import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../text/learned/words.ts';
import { cueReaderOf } from './cue-reader.ts';

const reader = cueReaderOf({
  word: ['stop|halt'],
  first: ['^write'],
  comma: ['best ,'],
  colon: ['from :'],
  row: ['tell|ask the|all user|reader'],
  twin: ['tell|ask the|all user|reader', 'do it'],
});

describe('cues', () => {
  it.each([
    ['', []],
    ['Please HALT here', ['word']],
    ['Also, please write', ['first']],
    ['I wanted to write', []],
    ['All the best, Ann', ['comma']],
    ['the best one, Ann', []],
    ['From : Ann', ['colon']],
    ['From Annabel: Ann', []],
    ['so tell the user', ['row', 'twin']],
    ['ask, all readers; ask all-reader', ['row', 'twin']],
    ['tell user the', []],
    ['tell the the user', []],
    ['do it', ['twin']],
  ] as const)('%s', (text, cues) => {
    const read = reader.read(text, wordsOf(text));
    expect(Object.entries(reader.bits).flatMap(([cue, bit]) => ((read & bit) === 0 ? [] : [cue]))).toEqual(cues);
  });
});
