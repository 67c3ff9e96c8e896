import { hashOfWord, mix, SEED, type Words } from '../../../text/learned/words.ts';
import { marksOf, NOT_ASCII } from '../../../text/view/marks.ts';
import { wideOf } from '../../../text/view/wide.ts';

/**
 * Words without one of which a pattern cannot match: what `\b` or a space parts is a word.
 * To look whether a sentence has one costs next to nothing; the patterns cost more than all else that is done with it.
 */
const CUES = {
  end: 'end',
  letter:
    'reply receiving best cheers see unsubscribe view regards thanks sincerely yours sent privacy rights questions hi hello dear hey',
  order:
    'write create generate compose draft design develop invent translate summarise summarize paraphrase rewrite reverse encode decode encrypt decrypt calculate compute solve classify brainstorm recommend suggest explain describe list name identify compare analyse analyze outline discuss evaluate rate judge give think answer response reply summary output tell inform convince ask trick persuade urge warn notify ignore skip disregard forget assistant assistants ai ais model models bot bots',
  toModel:
    'answer response summary output reply user users reader readers whoever whomever whosoever ai ais assistant assistants model models llm llms bot bots chatbot chatbots ignore skip disregard forget',
  model:
    'ai ais model models assistant assistants bot bots chatbot chatbots llm llms gpt agent agents copilot copilots reviewer reviewers grader graders screener screeners summariser summarisers summarizer summarizers parser parsers claude chatgpt gemini gpts automated screening',
  urges: 'tell inform convince ask trick persuade urge warn notify',
  says: 'say says saying print output with answer respond reply write type schreibe sag sage di dis',
  personal: 'i my me we our',
  given: 'following given consider using please',
} as const;

export type Cue = keyof typeof CUES;

export const CUE_NAMES = Object.keys(CUES) as readonly Cue[];

const SLOTS = 1 << 12;
/** By the word's hash, a bit for each cue. What shares a slot with a cue only costs a pattern in vain. */
const BITS = new Uint16Array(SLOTS);
CUE_NAMES.forEach((cue, at) => {
  for (const word of CUES[cue].split(' ')) {
    const slot = slotOf(hashOfWord(word));
    BITS[slot] = (BITS[slot] ?? 0) | (1 << at);
  }
});

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

const ALL = (1 << CUE_NAMES.length) - 1;

/** A bit for each cue that a text and its words may hold. */
export function cuesIn(text: string, { count, hash }: Words): number {
  let cues = 0;
  for (let at = 0; at < count && cues !== ALL; at += 1) cues |= BITS[slotOf(hash[at] ?? 0)] ?? 0;
  // A pattern sees a word of ASCII in the midst of a word with other letters.
  return (marksOf(text).kinds & NOT_ASCII) === 0 ? cues : cues | cuesOfAscii(text);
}

function cuesOfAscii(text: string): number {
  const units = wideOf(text);
  let cues = 0;
  let hash = SEED;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at === text.length ? 0 : (units[at] ?? 0);
    if (unit >= 65 && (unit | 32) <= 122 && (unit | 32) >= 97) hash = mix(hash, unit | 32);
    else if (hash !== SEED && !(unit >= 48 && unit <= 57)) {
      cues |= BITS[slotOf(hash)] ?? 0;
      hash = SEED;
    }
  }
  return cues;
}

/** The bit of each cue. */
export const CUE = Object.fromEntries(CUE_NAMES.map((cue, at) => [cue, 1 << at])) as Readonly<Record<Cue, number>>;
