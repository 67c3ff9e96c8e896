import { roomFor, type Words, wordsInto } from '../../../text/learned/words.ts';
import { marksOf, UNUSUAL } from '../../../text/view/marks.ts';
import { cueReaderOf } from './cue-reader.ts';

const ANSWER = 'answer|response|reply|summary|output';
const MODELS = 'ai|ais|model|models|assistant|assistants|bot|bots';
/** Whoever reads for somebody, as a name to call it by. */
const NAMED = `${MODELS}|chatbot|chatbots|llm|llms|gpt|gpts|agent|agents|copilot|copilots|reviewer|reviewers|grader|graders|screener|screeners|summariser|summarisers|summarizer|summarizers|parser|parsers|claude|chatgpt|gemini`;
const CALLED = `${NAMED}|system|systems|tool|tools|reader|readers|instruction|instructions`;
const SUMMARISE = 'summarise|summarises|summarising|summarize|summarizes|summarizing';
const READ = 'read|reads|reading|process|processes|processing';
const READING = ['read', 'process', 'summarise', 'summarize', 'index', 'pars', 'handl', 'translat', 'review']
  .concat(['scor', 'rank', 'scan', 'summaris', 'summariz'])
  .flatMap((verb) => ['', 's', 'es', 'ing', 'ed', 'd'].map((ending) => verb + ending))
  .join('|');
const URGE = 'tell|inform|convince|ask|trick|persuade|urge|warn|notify';
const TO_MODEL = [
  `your ${ANSWER}`,
  `${ANSWER} in|into|to|by|with|should|must|using`,
  `${URGE} the|all|your|whoever|whomever|whosoever|whomsoever`,
  `${MODELS} that|which|who|${READ}|${SUMMARISE}`,
];
const OF_THE_ANSWER = `in|to|into|with|of|throughout|write|give|format|render|put|deliver|phrase|encode|encrypt|reverse|translate|end|finish|close|start|begin your|the ${ANSWER}|final|whole`;
const TO_SOMEBODY =
  'you|this|note|notes|message|messages|memo|memos|hint|hints|notice|notices|remark|remarks|attention|word|words|request|requests|instruction|instructions are|re|is|to|for';

/**
 * Words without which a pattern cannot match: what `\b` or a space parts is a word.
 * To look whether a sentence has them costs next to nothing; the patterns cost more than all else that is done with it.
 */
const CUES = {
  end: ['end of'],
  letter: [
    'unsubscribe|sincerely|regards|cheers|hi|hello|dear|hey',
    'best ,',
    'view|yours|sent|receiving|reply in|truly|from|notifications|to',
    'many|privacy|all|have|see thanks|policy|rights|any|questions|you',
  ],
  order: [
    '^write|create|generate|compose|draft|design|develop|invent|translate|summarise|summarize|paraphrase|rewrite|reverse|encode|decode|encrypt|decrypt|calculate|compute|solve|classify|brainstorm|recommend|suggest|explain|describe|list|name|identify|compare|analyse|analyze|outline|discuss|evaluate|rate|judge|give|think|ignore|skip|disregard|forget',
  ],
  /** Where `ORDERS_WITHIN` may stand. */
  within: TO_MODEL,
  toModel: [...TO_MODEL, OF_THE_ANSWER, 'ignore|skip|disregard|forget the'],
  ofTheAnswer: [...TO_MODEL, OF_THE_ANSWER],
  /** With a word of `model`. */
  somebody: ['any|attention', TO_SOMEBODY],
  asked: [
    '^what|which|who|where|when|how|why|name|tell|give|suggest|provide|recommend|list|invent|promote|advertise|spread|assess|improve|correct|proofread|solve|share',
  ],
  model: [`${NAMED}|automated|screening`],
  /** With a word of `model`. */
  addressed: [`${CALLED} ,`, TO_SOMEBODY, `${READING} this|the|these`],
  labelled: [`${CALLED} :`],
  obliged: [`${CALLED} must|shall|should|are|have|has|need|needs`],
  says: ['say|says|saying|print|output|with|answer|respond|reply|write|type|schreibe|sag|sage|di|dis'],
  told: [
    'mean|means|meaning|meant|phrase|phrases|sentence|sentences|string|strings|slogan|lyric|lyrics|title|translate|rephrase|render|detect|detects|finds|regex|test|tests|texts|grep|says|said|reads|states|whispered|shouted|cried|hissed|asked|begged|such|for|e|is',
  ],
  header: ['subject|from|to|cc|sent|date|content :'],
  turn: ['user|human|q|question|assistant|ai|a|answer|bot|chatgpt|me|you :'],
  role: ['role|system|admin|developer|root|sys :'],
  personal: ['i|my|me|we|our'],
  given: ['please', 'the following', 'given|consider|using the|this|these'],
} as const;

export type Cue = keyof typeof CUES;

const reader = cueReaderOf<Cue>(CUES);

/** The bit of each cue. */
export const CUE = reader.bits;

/** A bit for each cue that a text and its words may hold. */
export function cuesIn(text: string, words: Words): number {
  // Marks that printers set are no letters.
  if ((marksOf(text).kinds & UNUSUAL) === 0 || !LETTERS_BEYOND.test(text)) return reader.read(text, words);
  // A pattern sees a word of ASCII in the midst of a word with other letters.
  const ascii = text.replace(BEYOND_ASCII, ' ');
  return reader.read(ascii, wordsInto(ascii, ascii.length < LONGEST ? ROOM : roomFor(ascii.length)));
}

const BEYOND_ASCII = /[^\0-\x7f]/g;
const LETTERS_BEYOND = /[^\P{L}\0-\x7f]|[^\P{M}\0-\x7f]|[^\P{Nd}\0-\x7f]/u;
const LONGEST = 1200;
const ROOM = roomFor(LONGEST);
