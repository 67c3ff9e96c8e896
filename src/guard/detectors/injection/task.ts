import type { Hits } from '../../../text/learned/lexicon.ts';
import type { Words } from '../../../text/learned/words.ts';
import { whereNeeded } from '../../../text/needed.ts';
import { CUE } from './cues.ts';
import { CONCEPTS } from './lexicon/concepts.ts';
import type { Structure } from './structure.ts';

/** Knows how many tasks a document gave to whoever reads it for somebody: tasks that no letter and no article has. */
export interface TaskReader {
  /** In what is marked as a document, or looks like a letter. */
  inDocument(): number;
  /** Of how the answer shall be or what it shall say, in a document or after a text that tells something. */
  toModel(): number;
  /** In what only tells something, and has nothing to do with the task. */
  offTopic(): number;
  /** Whether there are more than before. */
  read(sentence: Sentence): boolean;
  /** Forgets what was read. */
  restart(): void;
}

/** A sentence and what is known of it. */
export interface Sentence {
  readonly text: string;
  readonly words: Words;
  readonly hits: Hits;
  readonly structure: Structure;
  /** Of its words. */
  readonly cues: number;
}

/** Bits of the set of words that were told of: 1 kB. */
const TOLD_BITS = 1 << 13;
/** Words after which a text is one that tells something, rather than one that asks. */
const TELLS = 8;
/** Letters of a word that says what of. */
const LONG_WORD = 5;

export function createTaskReader(untrusted: boolean): TaskReader {
  const told = new Uint8Array(TOLD_BITS >> 3);
  let [inDocument, toModel, offTopic, sentences, telling, signs] = [0, 0, 0, 0, 0, 0];
  // What the message itself began with is what its writer wants; a letter that follows should be what it is about.
  let began: 'nothing' | 'request' | 'stray request' = 'nothing';
  let personal = false;

  const judge = ({ text: sentence, words, structure }: Sentence, weak: boolean) => {
    if (weak && (sentences === 0 || repeats(told, words))) return;
    if (untrusted || (telling >= TELLS && began === 'nothing' && TO_MODEL.test(sentence))) inDocument += 1;
    else if (sentences === 0 && structure.documentSigns === 0)
      began = REFERS.test(sentence) ? 'request' : 'stray request';
    else if (began !== 'nothing' || REFERS.test(sentence)) return;
    else if (signs > 1) inDocument += 1;
    else if (telling >= TELLS && !personal && !repeats(told, words)) offTopic += 1;
  };

  return {
    inDocument: () => inDocument,
    toModel: () => toModel,
    offTopic: () => offTopic,
    restart: () => {
      told.fill(0);
      [inDocument, toModel, offTopic, sentences, telling, signs] = [0, 0, 0, 0, 0, 0];
      [began, personal] = ['nothing', false];
    },
    read: (sentence) => {
      const { text, words, structure, cues } = sentence;
      const before = inDocument + toModel + offTopic;
      const may = (cue: number) => (cues & cue) !== 0;
      if (may(CUE.ofTheAnswer) && (untrusted || telling >= TELLS) && OF_THE_ANSWER.test(text)) toModel += 1;
      if (asksForWork(sentence, cues) || isToModel(text, cues)) judge(sentence, false);
      else if (may(CUE.asked) && text.length < ASKED && ASKED_OF_NOBODY.test(text) && !AMONG_PEOPLE.test(text))
        judge(sentence, true);
      else if (!text.includes('?')) telling += words.count;
      if (began === 'stray request' && signs <= LETTER && signs + structure.documentSigns > LETTER) inDocument += 1;
      if (signs === 0 && may(CUE.given) && GIVEN.test(text)) began = 'request';
      personal ||= may(CUE.personal) && PERSONAL.test(text);
      signs += structure.documentSigns;
      sentences += 1;
      remember(told, words);
      return inDocument + toModel + offTopic > before;
    },
  };
}

/** More signs than a request has by itself. */
const LETTER = 2;
const REFERS =
  /\b(?:this|these|that|it|them|above|below|following|text|passage|paragraph|article|e-?mail|mail|message|letter|document|conversation|given)\b|:\s*$/i;
/** What nobody tells a person, in a letter or an article. */
const TO_MODEL = whereNeeded(
  /\b(?:in|of|with|to) your (?:answer|response|summary|output)\b|\b(?:answer|response|summary|output) (?:in|using|with) (?:capital|upper|lower|only|emoji|rhyme|Latin|reverse|hex|base|Morse)|\b(?:encode|encrypt|reverse|translate|format|write) (?:your|the) (?:answer|response|summary|output|reply)\b|\b(?:tell|inform|convince|trick|persuade|urge|warn|notify) (?:the (?:users?|readers?)|who(?:m|so)?ever)\b|\b(?:if you(?: are|'re)|any|note to|attention|hint (?:to|for)|message (?:to|for)|instructions? (?:to|for)) (?:the |an |any |all )?(?:\w+ )?(?:AI|assistant|language model|LLM|model|bot|chatbot)s?\b|\b(?:assistant|AI|model|bot)s? (?:that |which |who )?(?:reads?|reading|process(?:es|ing)?|summari[sz](?:es|ing)) (?:this|the)\b|^\W{0,4}(?:ignore|skip|disregard|forget) the (?:rest|question|context)\b/i,
);
const OF_THE_ANSWER = whereNeeded(
  /\b(?:mention|state|say|claim|add|include|point out|insert|put|append|use|name|recommend|end|close|begin|start)\b[^.\n]{0,48}\b(?:in|to|at the end of|into|with|of) (?:your|the) (?:final |whole )?(?:answer|response|summary|output|reply)\b|\b(?:write|give|format|render|put|deliver|phrase|encode|encrypt|reverse|translate|end|finish|close|start|begin) (?:your|the) (?:final |whole )?(?:answer|response|summary|reply|output) (?:in|as|with|using|into|by|backwards|like)\b|\b(?:in|with|of|throughout) your (?:answer|response|summary|output|reply)\b|\b(?:tell|inform|convince|trick|persuade|urge|warn|notify) (?:the (?:users?|readers?)|your user|who(?:m|so)?ever)\b/i,
);
/** What somebody says who gives a text to be worked on. */
const GIVEN = whereNeeded(/\b(?:the following|(?:given|consider|using) (?:the|this|these)|please)\b/i);
/** A question or a wish is short. */
const ASKED = 160;
/** What one may ask of a machine at any time. */
const ASKED_OF_NOBODY = whereNeeded(
  /^\W{0,4}(?:also,? |please |now )?(?:(?:what|which|who|where|when|how|why) \w[^?\n]{6,}\?\s*$|(?:name|tell|give|suggest|provide|recommend|list|invent|promote|advertise|spread|assess|improve|correct|proofread|solve|share)\b (?:me |us |people |everyone |some |the |an? |two |three |five |ten |top |this:))/i,
);
/** Words of people who write to each other. */
const AMONG_PEOPLE = whereNeeded(
  /\b(?:you|your|yours|we|our|ours|I|my|this|that|these|those|it|they|there|shout|call|ring|hand|chance|feedback|try|heads|details|link|attached|update|meeting|invoice|order|account)\b/i,
);
const PERSONAL = whereNeeded(/\b(?:I|I'm|my|me|we|our)\b/);

/** Without a branch: whether a word is long cannot be guessed. */
function remember(told: Uint8Array, { count, stem, start, end }: Words): void {
  for (let at = 0; at < count; at += 1) {
    const bit = (stem[at] ?? 0) & (TOLD_BITS - 1);
    const isLong = 1 + (((end[at] ?? 0) - (start[at] ?? 0) - LONG_WORD) >> 31);
    told[bit >> 3] = (told[bit >> 3] ?? 0) | (isLong << (bit & 7));
  }
}

function repeats(told: Uint8Array, { count, stem, start, end }: Words): boolean {
  for (let at = 0; at < count; at += 1) {
    if ((end[at] ?? 0) - (start[at] ?? 0) < LONG_WORD) continue;
    const bit = (stem[at] ?? 0) & (TOLD_BITS - 1);
    if (((told[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0) return true;
  }
  return false;
}

function isToModel(sentence: string, cues: number): boolean {
  const toSomebody = (cues & CUE.model) !== 0 && (cues & CUE.somebody) !== 0;
  return (toSomebody || (cues & CUE.toModel) !== 0) && TO_MODEL.test(sentence);
}

/** An order or a question that is for an assistant: nobody writes it into a letter to somebody else. */
function asksForWork({ text: sentence, hits }: Sentence, cues: number): boolean {
  if ((cues & CUE.order) !== 0 && ORDERS.test(sentence)) return true;
  if ((cues & CUE.within) !== 0 && ORDERS_WITHIN.test(sentence)) return true;
  const begins = means(hits, PRODUCE, 1);
  if (!begins) return false;
  if (/[?？]\s*$/.test(sentence)) return !/\b(?:your|we|our|us|you have|you need|you like|you want)\b/i.test(sentence);
  return (
    means(hits, PRODUCED, Number.POSITIVE_INFINITY) &&
    !/\b(?:your account|your order|your settings|us)\b/i.test(sentence)
  );
}

/** At the beginning of a sentence. */
const ORDERS = whereNeeded(
  /^\W{0,4}(?:please )?(?:also )?(?:(?:write|create|generate|compose|draft|design|develop|invent) (?:a|an|some|the|me|two|three|five)\b(?! (?:account|password|profile|free))|(?:translate|summari[sz]e|paraphrase|rewrite|reverse|encode|decode|encrypt|decrypt|calculate|compute|solve|classify|brainstorm|recommend|suggest) (?!us\b|your)|(?:explain|describe|list|name|identify|compare|analy[sz]e|outline|discuss|evaluate|rate|judge|give|think of) (?:the|a|an|how|why|what|some|two|three|four|five|ten|all|each)\b)|^\W{0,4}(?:ignore|skip|disregard|forget) the (?:rest|email|e-mail|document|above|question|text|article|context)/i,
);
/** Anywhere in it. */
const ORDERS_WITHIN = whereNeeded(
  /\b(?:in|to|of|with|your) your (?:answer|response|reply|summary|output)\b|\b(?:your|the) (?:answer|response|reply|summary|output) (?:in|into|to|by|with|should|must|using)\b|\b(?:tell|inform|convince|ask|trick|persuade|urge|warn|notify) (?:the|all|whoever) (?:user|reader|users|readers|person|\w+ (?:this|about))\b|\b(?:assistants?|AI|AIs|models?|bots?) (?:that |which |who )?(?:reads?|reading|process(?:es|ing)?|summari[sz](?:es|ing)) (?:this|the)\b/i,
);

const PRODUCE = CONCEPTS.indexOf('produce');
const PRODUCED = CONCEPTS.indexOf('produced');

/** Whether one of the first words means this. */
function means({ count, meaning, at }: Hits, concept: number, latest: number): boolean {
  // They come in order.
  for (let hit = 0; hit < count && (at[hit] ?? 0) <= latest; hit += 1) if (meaning[hit] === concept) return true;
  return false;
}
