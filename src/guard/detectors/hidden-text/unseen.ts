import { ANGLE, CURLY, marksOf, SQUARE } from '../../../text/view/marks.ts';
import type { Coded } from './coded.ts';

/** Elements that their own style hides from whoever looks at the page. */
const HIDDEN_ELEMENT =
  /<[a-z][^<>]{0,200}?(?:\shidden(?=[\s>])|style\s{0,2}=\s{0,2}["'][^"'<>]{0,160}?(?:display:\s{0,2}none|visibility:\s{0,2}hidden|font-size:\s{0,2}[01](?:\.\d)?(?:px|pt|em|rem|%)?\s{0,2}[;"']|opacity:\s{0,2}0(?:\.0\d?)?\s{0,2}[;"']|(?:left|top|right|text-indent):\s{0,2}-\d{3,5}|clip:\s{0,2}rect\(0|(?:height|width):\s{0,2}[01](?:px)?\s{0,2};|color:\s{0,2}(?:transparent|rgba\([^)]{0,20},\s{0,2}0\))))[^<>]{0,200}>\s{0,20}(?<said>[^<]{8,400})/gi;
/** What one says to a model, not to whoever opens a menu. */
const TO_A_MODEL =
  /^\W{0,4}(?:please |you must |always |note to )?(?:ignore|disregard|forget|tell|send|forward|reveal|say|state|recommend|rate|visit|reply|answer|respond|instruct|add|include|mention|delete|transfer|call)\b|\b(?:assistant|AI|language model|LLM|chatbot|system prompt|previous instructions)\b/;
const ORDER_ANY_CASE =
  /^\W{0,4}(?:please )?(?:ignore|disregard|forget|tell|send|forward|reveal|say|recommend|rate|visit|reply|answer|respond|delete|transfer) (?:the|all|this|that|your|any|previous|everyone|everything|only|with|as|in|to|user)\b/i;
/** One style that gives both. */
const WHITE_ON_WHITE =
  /<[a-z][^<>]{0,200}?style\s{0,2}=\s{0,2}["'](?=[^"'<>]{0,160}?(?<![-\w])color:\s{0,2}(?:white|#f{3}(?:f{3})?)\b)(?=[^"'<>]{0,160}?background(?:-color)?:\s{0,2}(?:white|#f{3}(?:f{3})?)\b)[^<>]{0,400}>\s{0,20}(?<said>[^<]{8,400})/gi;

/** What is seen by some, or may be: white on some ground, read aloud, or shown where scripts or pictures are not. */
const HALF_HIDDEN = [
  /<(?:template|noscript)[^<>]{0,200}>\s{0,20}(?<said>[^<]{8,400})/gi,
  /<[a-z][^<>]{0,200}?(?:\saria-hidden\s{0,2}=\s{0,2}["']?true|\sclass\s{0,2}=\s{0,2}["'][^"'<>]{0,80}(?:sr-only|visually-hidden|screen-reader)|\scolor\s{0,2}=\s{0,2}["']?(?:white|#f{3}(?:f{3})?)\b|style\s{0,2}=\s{0,2}["'][^"'<>]{0,160}?(?<![-\w])color:\s{0,2}(?:white|#f{3}(?:f{3})?)\b)[^<>]{0,200}>\s{0,20}(?<said>[^<]{8,400})/gi,
  /<[a-z][^<>]{0,200}?\s(?:alt|title|aria-label|value|content)\s{0,2}=\s{0,2}(?:"(?<said>[^"<>]{8,400})"|'(?<also>[^'<>]{8,400})')/gi,
] as const;
const TEX = /\\(?:text)?color\{white\}[{\s]{0,3}(?<said>[^{}\\]{8,400})/g;
/** ECMA-48: letters concealed, or as black as their ground. */
const ESCAPE = '\u001b';
const TERMINAL = new RegExp(
  `${ESCAPE}\\[(?:(?:\\d{1,3};){0,4}8|(?:30;40|40;30|37;47|97;107))m(?<said>[^${ESCAPE}]{8,400})`,
  'g',
);
/** An order to a model that is named, as no label of a page has it. */
const NAMED =
  /^\W{0,4}(?:(?:note|message|hint|attention|instructions?) (?:to|for) )?(?:the |any |all |dear )?(?:\w+ )?(?:AIs?|LLMs?|language models?|models?|assistants?|agents?|bots?|chatbots?|copilots?)(?: \w+)?[:,] ?(?:please |you must |always |never |now )?(?:ignore|disregard|forget|tell|send|forward|reveal|say|state|recommend|rate|visit|reply|answer|respond|add|include|mention|delete|transfer|call|upload|post|praise|approve|accept|print|output|run|open|email|mail)\b/i;

/** Orders to a model where those who look see nothing. */
export function unseenOrdersIn(text: string): readonly Coded[] {
  const { kinds } = marksOf(text);
  const isMarkup = (kinds & ANGLE) !== 0;
  const isTex = (kinds & CURLY) !== 0 && text.includes('color{white}');
  const isTerminal = (kinds & SQUARE) !== 0 && text.includes(`${ESCAPE}[`);
  return isMarkup || isTex || isTerminal ? ordersIn(text, { isMarkup, isTex, isTerminal }) : NOTHING;
}

const NOTHING: readonly Coded[] = [];

interface Grounds {
  readonly isMarkup: boolean;
  readonly isTex: boolean;
  readonly isTerminal: boolean;
}

function ordersIn(text: string, { isMarkup, isTex, isTerminal }: Grounds): readonly Coded[] {
  const found: Coded[] = [];
  const look = (pattern: RegExp, isOrder: (said: string) => boolean) => {
    for (const { 0: run, index, groups } of text.matchAll(pattern)) {
      const says = (groups?.said ?? groups?.also ?? '').trim();
      if (isOrder(says)) found.push({ start: index, end: index + run.length, says });
    }
  };
  if (isMarkup) look(HIDDEN_ELEMENT, (said) => TO_A_MODEL.test(said) || ORDER_ANY_CASE.test(said));
  if (isMarkup) look(WHITE_ON_WHITE, (said) => TO_A_MODEL.test(said) || ORDER_ANY_CASE.test(said));
  if (isMarkup) for (const pattern of HALF_HIDDEN) look(pattern, (said) => NAMED.test(said) || TELLS_USER.test(said));
  if (isTex) look(TEX, (said) => NAMED.test(said));
  if (isTerminal) look(TERMINAL, (said) => NAMED.test(said) || ORDER_ANY_CASE.test(said));
  return found;
}

/** What only a model can be told. */
const TELLS_USER =
  /^\W{0,4}(?:please )?(?:tell|inform|convince|warn|ask) (?:the |every |all )?(?:users?|readers?)\b|^\W{0,4}(?:please )?(?:ignore|disregard|forget) (?:all |any |the |your )?(?:previous |prior |earlier |other )?(?:instructions|orders|rules|prompts?)\b/i;
