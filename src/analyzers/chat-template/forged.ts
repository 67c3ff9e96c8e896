import { LIMITS } from '../../kernel/limits.ts';
import { fold, foldAny } from './fold.ts';
import type { Observation } from './observation.ts';
import type { Expression } from './parser.ts';
import { FORGED_TURN } from './rules.ts';
import type { Step } from './statements.ts';
import { isMessages, type Names } from './texts.ts';

/**
 * A whole turn that is written out, from its mark to its end, with words in it; a thought behind the mark of the model that
 * is closed again; an answer of a tool.
 */
const WHOLE_TURN =
  /(?:<\|im_start\|>|<\|start_header_id\|>|<start_of_turn>|<\|)(?:user|assistant|model|tool|ipython|function|observation)(?:<\|end_header_id\|>|\|>)?\s{1,4}([^<\s][^<]{1,800})(?:<\|im_end\|>|<\|eot_id\|>|<end_of_turn>|<\|end\|>)/g;
const CLOSED_THOUGHT = /(?:assistant|model)(?:<\|end_header_id\|>|\|>)?\s{0,4}<think>([^<]{1,800})<\/think>/;
/** Words, and not the blanks and signs between marks. */
const WORD = /\p{L}{2}/u;
const PHRASE = /\p{L}{2}[ ,]+\p{L}{2}/u;

/** What a step says in somebody's name who did not. */
export function* forgedIn({ text, expressions, assigns }: Step, names: Names): Iterable<Observation> {
  for (const said of [text, ...expressions.map((one) => foldAny(one, names.constants))]) {
    const found = typeof said === 'string' ? forged(said) : null;
    if (found !== null) yield { rule: FORGED_TURN, operation: `says '${found.trim().slice(0, LIMITS.quotation)}'` };
  }
  // A tool of the template's own, or a message behind the user's.
  for (const { name, value } of assigns) {
    if (value.kind !== 'binary' || value.operator !== '+') continue;
    const written = objectIn(value.right, names);
    if (written !== null && isMessages(value.left, names))
      yield { rule: FORGED_TURN, operation: `appends a message '${written}' to the conversation` };
    if (written !== null && /^(?:tools|functions)$/.test(name))
      yield { rule: FORGED_TURN, operation: `adds a tool '${written}'` };
  }
  if (expressions.some((one) => swapsRoles(one, names)))
    yield { rule: FORGED_TURN, operation: "gives what one said to another's role" };
}

function forged(said: string): string | null {
  for (const [whole, words = ''] of said.matchAll(WHOLE_TURN)) if (WORD.test(words)) return whole;
  const thought = CLOSED_THOUGHT.exec(said);
  return thought !== null && PHRASE.test(thought[1] ?? '') ? thought[0] : null;
}

/** The last text of an object that is written out in a list; null when there is none. */
function objectIn(expression: Expression, names: Names): string | null {
  if (expression.kind !== 'list') return null;
  const texts = expression.items.flatMap((item) => (item.kind === 'list' ? item.items : [item]));
  const words = texts.map((item) => fold(item, names.constants)).filter((value) => typeof value === 'string');
  return words.length < 2 ? null : String(words.at(-1)).slice(0, LIMITS.quotation);
}

/** `{'user': 'assistant', 'assistant': 'user'}[message.role]`, wherever it stands in an expression. */
function swapsRoles(expression: Expression, names: Names): boolean {
  switch (expression.kind) {
    case 'binary':
      return swapsRoles(expression.left, names) || swapsRoles(expression.right, names);
    case 'filter':
      return swapsRoles(expression.of, names);
    case 'item': {
      if (expression.of.kind !== 'list') return false;
      const words = expression.of.items.map((item) => fold(item, names.constants));
      return words.some(
        (word, at) => at % 2 === 0 && word === 'user' && /^(?:assistant|system|model)$/.test(String(words[at + 1])),
      );
    }
    case 'attribute':
    case 'call':
    case 'choice':
    case 'constant':
    case 'list':
    case 'name':
    case 'slice':
    case 'test':
      return false;
  }
}
