import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../text/learned/words.ts';
import { cuesIn } from './cues.ts';
import { conceptsIn } from './match-rules.ts';
import { structureOf } from './structure.ts';
import { createTaskReader } from './task.ts';

const EVERY_CUE = -1;

/** All that the patterns are made of, and more. */
const WORDS = (
  'end input prompt user text unsubscribe view browser best kind regards many thanks sincerely yours truly sent from my privacy rights ' +
  'reserved questions hi hello dear hey team write create generate compose draft design develop invent translate summarise summarize ' +
  'paraphrase rewrite reverse encode decode encrypt decrypt calculate compute solve classify brainstorm recommend suggest explain describe ' +
  'list name identify compare analyse analyze outline discuss evaluate rate judge give think please answer response reply output summary ' +
  'format tell inform convince ask trick persuade urge warn notify whoever whosoever whomever users reader readers person rest email ' +
  'ignore skip disregard forget question context assistant assistants AI AIs model models LLM LLMs bot bots chatbot chatbots attention note ' +
  'hint message instructions notices remarks words requests must shall should parsers gemini screening subject from date content role system admin question me you means phrase title detects says is cried e.g. any following given consider using capital emoji hex Morse who which reads processing summarizing I our'
).split(' ');

/** Where each pattern has a place for a word; `*` is the word. */
const FRAMES = [
  '*',
  '* a',
  '* the',
  'Please also * the',
  '* of the',
  '* of the input',
  '* in browser',
  'best *',
  'many * and more',
  '* truly',
  '* from my',
  '* policy',
  'all * reserved',
  'if you have any *',
  '* Ann',
  'so: * Ann',
  'with your *.',
  'the * in',
  'the * must',
  'answer in *',
  '* the user',
  '* all readers',
  '* the person this',
  '* who reads',
  'tell the *.',
  'tell *!',
  'inform *',
  'any *?',
  'note to the kind *',
  'if you are an *-',
  '* that reads the',
  '* which processes this',
  'bots *ing this',
  '* the rest',
  'in_* _*_ *1 1* the user',
  'All *, do',
  'See: AI * must',
  'Hey * systems: say it to all',
  'Models * this',
  'whenever this is read by any *',
  'said *: "a slogan of theirs"',
  '"a slogan of theirs", *',
  '*: a',
  '* : a',
  '*]** : a',
  '"*" : "system"',
  "*'s the",
  'é* the, \u0301* the, *\u0301 the answer',
];

function tasksIn(text: string, cues: number) {
  const [reader, strict] = [createTaskReader(false), createTaskReader(true)];
  const words = wordsOf(text);
  const structure = structureOf(text, cues);
  const sentence = { text, words, hits: conceptsIn(words), structure, cues };
  // What it gives is asked for in the next one; a document is one that tells something first.
  const second = { ...sentence, text: 'They sang for us, and all was well.' };
  for (const each of [reader, strict]) for (const read of [sentence, second]) each.read(read);
  return { structure, tasks: [reader.inDocument(), reader.offTopic(), strict.inDocument()] };
}

describe('cues', () => {
  it.each(FRAMES)('never hide what a pattern would find: %s', (frame) => {
    for (const word of WORDS) {
      const text = frame.replaceAll('*', word);
      expect(tasksIn(text, cuesIn(text, wordsOf(text))), text).toEqual(tasksIn(text, EVERY_CUE));
    }
  });
});
