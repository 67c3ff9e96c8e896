import type { Hit } from '../../../text/learned/lexicon.ts';
import { CONCEPTS } from './lexicon/concepts.ts';

/** An order or a question that is for an assistant: nobody writes it into a letter to somebody else. */
export function asksForWork(sentence: string, hits: readonly Hit[]): boolean {
  if (ORDERS.test(sentence)) return true;
  const begins = hits.some(({ meaning, at }) => meaning === PRODUCE && at <= 1);
  if (!begins) return false;
  if (/[?？]\s*$/.test(sentence)) return !/\b(?:your|we|our|us|you have|you need|you like|you want)\b/i.test(sentence);
  return (
    hits.some(({ meaning }) => meaning === PRODUCED) &&
    !/\b(?:your account|your order|your settings|us)\b/i.test(sentence)
  );
}

const ORDERS =
  /^\W{0,4}(?:please )?(?:(?:write|create|generate|compose|draft) (?:a|an|some|the|me)\b(?! (?:account|password|profile|free))|(?:translate|summari[sz]e|paraphrase|rewrite|reverse|encode|decode|encrypt|decrypt|calculate|compute|solve|classify|brainstorm|recommend|suggest) (?!us\b|your)|(?:explain|describe|list|name|identify|compare|analy[sz]e|outline|discuss|evaluate) (?:the|a|an|how|why|what|some|three|five|ten|all|each)\b)|\b(?:in|to|of|with|your) your (?:answer|response|reply|summary|output)\b|\byour (?:answer|response|reply|summary|output) (?:in|into|to|by|with|should|must|using)\b|\b(?:tell|inform|convince|ask|trick|persuade|urge) (?:the|all) (?:user|reader|users|readers|person)\b|^\W{0,4}(?:ignore|skip|disregard|forget) the (?:rest|email|e-mail|document|above|question|text|article|context)/i;

const PRODUCE = CONCEPTS.indexOf('produce');
const PRODUCED = CONCEPTS.indexOf('produced');
