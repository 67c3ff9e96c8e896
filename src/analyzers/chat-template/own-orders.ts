import { isOfForm } from './form-words.ts';

/**
 * Where a text stands: put into a known template, in every conversation or in a branch of it, or in a template of another
 * make. The less there is that could need other words, the fewer make an order.
 */
export type Standing = 'always' | 'in-branch' | 'elsewhere';

/**
 * The first sentence of a text that tells a model what to say or do, and not in what form: null where all of it describes
 * the assistant, the conversation and its formats.
 */
export function ownOrder(text: string, standing: Standing): string | null {
  return sentencesOf(text).find((one) => isOrder(one, standing)) ?? null;
}

/** Sentences of four words and more; shorter ones are read together. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let open: string[] = [];
  let words = 0;
  const bare = text.normalize('NFKC').replace(NAMED, '$1').replace(MARKS, '\n').replace(LABEL, '\n');
  for (const part of bare.split(ENDS)) {
    const own = wordsOf(part).length;
    if (own === 0) continue;
    open.push(part.trim());
    words += own;
    if (words < FEWEST && !IDEOGRAMS.test(part)) continue;
    sentences.push(open.join(' '));
    [open, words] = [[], 0];
  }
  return sentences;
}

/** A mark that a sentence speaks of, as answers are to have it. */
const NAMED = /(\p{L} )<\/?\w{1,40}>/gu;
/** Marks of turns and tools, fields, what stands for something, and addresses: none of them has words in a row. */
const MARKS =
  /<[^<>\s]{0,100}(?: [\w-]{1,40}=[^<>\s]{0,80})?>|\[[^[\]\s]{0,100}\]|\{[\w-]{0,60}\}|"[\w.-]{1,60}"|`[^`\s]{1,100}`|\bhttps?:\/\/[^\s"'<>]{1,400}/g;
/** Who speaks, or what follows: `User:`, `Final answer:`. */
const LABEL = /(?<=^ ?|[^\S\n]{2}|# ?)\p{L}+(?: \p{L}+)?:(?=\s|$)/gmu;
const ENDS = /[!?;#\n。！？；]|[.:](?=\s|$)/u;
const FEWEST = 4;
const IDEOGRAMS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function isOrder(sentence: string, standing: Standing): boolean {
  const rest = sentence.replace(IDENTITY, '').replace(SUBJECT, ' ').replace(IN_LANGUAGE, '');
  if (IDEOGRAMS.test(rest)) return !OF_FORM.test(rest);
  const all = new Set(wordsOf(rest));
  const one = standing === 'always' || (standing === 'in-branch' && OCCASION.test(rest));
  const words = [...all];
  if (words.length > 1 && words.filter((word) => !isOfForm(word)).length >= (one ? 1 : 2)) return true;
  return words.filter((word) => HELD.test(word)).length >= MOST_HELD;
}

/** For some occasion, or for all: descriptions of what a model is for have neither. */
const OCCASION =
  /\b(?:always|never|every|each|all|any\w*|when(?:ever)?|where(?:ver)?|if|once|unless|until|whoever|whatever|whichever|should (?:any|some|the)\w*|no matter|from now on|as often|not|don['’]t|only|instead)\b/i;

/** What tools, files and formats are spoken of with, and what is done with what somebody holds: together, that. */
const HELD = /^(?:uploads?|shares?|saves?|access|tokens?|keys?|sessions?|authori[sz]e[ds]?|servers?|web|open)$/;
const MOST_HELD = 3;

/** What is said in ideograms of tools, formats and the language of an answer. */
const OF_FORM =
  /函数|函數|工具|调用|呼叫|格式|JSON|関数|ツール|(?:日本語|中文|英文|英語|汉语)(?:で|回|来|來|作)|한국어로/u;

/**
 * Who the assistant is, who made it and for what, in the words of its publisher; and what the day is. It ends where
 * something is told of it, or asked: `who always`, `and you`, `whenever`.
 */
const OPENINGS = [
  "(?:[Yy]ou are|[Yy]ou['’]re|I am|I['’]m|[Tt]his is|[Aa]ct as|[Yy]our name is|[Mm]y name is)(?: now)? (?:an?|the|called|named|[\\p{Lu}\"'“«])(?![\\p{Ll}] )",
  '(?:(?:[Tt]his|[Tt]he following|[Bb]elow) is )?[Aa] (?:chat|conversation|dialogue) between',
  '[Yy]ou (?:are|were|have been) (?:made|built|created|developed|designed|trained|fine-tuned|finetuned|powered) by',
  '(?:[Tt]oday|[Tt]he current|[Cc]urrent date|[Kk]nowledge cutoff|[Cc]utting [Kk]nowledge [Dd]ate)(?!\\p{L})',
  '(?:[Тт]ы|[Вв]ы|[Tt]u es|[Vv]ous êtes|[Dd]u bist|Sie sind|[Ee]res|[Uu]sted es|[Vv]ocê é|[Ss]ei|[Jj]e bent|[Jj]esteś|[Bb]ạn là|Kamu adalah|Anda adalah)(?!\\p{L})',
  'あなたは|你是|您是|당신은',
];
/** One more word for what it is: `a careful and honest assistant`. */
const KIND =
  '(?: [\\p{L}-]+){0,4} (?:assistant|model|ai|AI|bot|chatbot|agent|expert|tutor|teacher|programmer|engineer|writer|translator)\\b';
const TOLD = `who|whose|that|which|and(?!${KIND})|but|so|when|whenever|while|if|unless|always|never|must|should|to`;
const IDENTITY = new RegExp(
  `^[^\\p{L}]*(?:(?:system|user|assistant|developer)\\s+)?(?:${OPENINGS.join('|')})(?:(?![,;]? (?:${TOLD})(?!\\p{L})|[，、,] ?(?:每|总|總|必须|必須|不|请|請|如果|当|只|常に|必ず))[^\\n])*`,
  'u',
);

/** What questions are about, in up to four words, and whose style it has. */
const SUBJECT =
  /(?<=\bin the (?:style|manner|tone|voice) of an?) \p{L}+\s*$|(?<=\b(?:questions?|queries|requests?|experts?|tasks?|problems?|information|knowledge)) (?:about|on|in|with|regarding|related to|concerning)(?: (?!(?:with|by|as|only|so|that|which|and|but|when|if|to|in|for|our|always|never)\b)\p{L}+){1,4}\s*$/iu;

/** An answer in a language, as that language has it. */
const IN_LANGUAGE =
  /^\W*(?:\p{L}+ ){0,3}(?:auf|en|in|em|på|op|по|на|po) (?:deutsch|englisch|français|anglais|español|inglés|italiano|inglese|português|inglês|nederlands|svenska|polsku|русском(?: языке)?)\W*$/iu;
