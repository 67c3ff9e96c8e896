import type { Hits } from '../../../text/learned/lexicon.ts';
import { CONCEPTS } from './lexicon/concepts.ts';

/** An order or a question that is for an assistant: nobody writes it into a letter to somebody else. */
export function asksForWork(sentence: string, hits: Hits): boolean {
  if (ORDERS.test(sentence)) return true;
  const begins = means(hits, PRODUCE, 1);
  if (!begins) return false;
  if (/[?？]\s*$/.test(sentence)) return !/\b(?:your|we|our|us|you have|you need|you like|you want)\b/i.test(sentence);
  return (
    means(hits, PRODUCED, Number.POSITIVE_INFINITY) &&
    !/\b(?:your account|your order|your settings|us)\b/i.test(sentence)
  );
}

const ORDERS =
  /^\W{0,4}(?:please )?(?:(?:write|create|generate|compose|draft) (?:a|an|some|the|me)\b(?! (?:account|password|profile|free))|(?:translate|summari[sz]e|paraphrase|rewrite|reverse|encode|decode|encrypt|decrypt|calculate|compute|solve|classify|brainstorm|recommend|suggest) (?!us\b|your)|(?:explain|describe|list|name|identify|compare|analy[sz]e|outline|discuss|evaluate) (?:the|a|an|how|why|what|some|three|five|ten|all|each)\b)|\b(?:in|to|of|with|your) your (?:answer|response|reply|summary|output)\b|\byour (?:answer|response|reply|summary|output) (?:in|into|to|by|with|should|must|using)\b|\b(?:tell|inform|convince|ask|trick|persuade|urge) (?:the|all) (?:user|reader|users|readers|person)\b|^\W{0,4}(?:ignore|skip|disregard|forget) the (?:rest|email|e-mail|document|above|question|text|article|context)/i;

const PRODUCE = CONCEPTS.indexOf('produce');
const PRODUCED = CONCEPTS.indexOf('produced');

/** Whether one of the first words means this. */
function means({ count, meaning, at }: Hits, concept: number, latest: number): boolean {
  for (let hit = 0; hit < count; hit += 1) if (meaning[hit] === concept && (at[hit] ?? 0) <= latest) return true;
  return false;
}
