import { fold } from './fold.ts';
import type { Expression } from './parser.ts';
import type { Names } from './texts.ts';

/** `tool.function.name`, `tools|map(attribute='function.name')|list`: which tools a conversation may use. */
export function isToolName(expression: Expression, names: Names): boolean {
  if (expression.kind === 'attribute' || expression.kind === 'item') {
    const key = expression.kind === 'attribute' ? expression.name : fold(expression.index, names.constants);
    return key === 'name';
  }
  if (expression.kind === 'call' && expression.of.kind === 'attribute' && expression.of.name === 'get')
    return expression.arguments[0] !== undefined && fold(expression.arguments[0], names.constants) === 'name';
  if (expression.kind !== 'filter') return false;
  if (expression.name !== 'map') return KEEPS_NAMES.has(expression.name) && isToolName(expression.of, names);
  return expression.arguments.some((value) => /(?:^|\.)name$/.test(String(fold(value, names.constants))));
}

/** `tools|tojson`: all that tools say of themselves, as one text. */
export function isToolsText(expression: Expression): boolean {
  if (expression.kind !== 'filter') return false;
  if (/^(?:lower|upper)$/.test(expression.name)) return isToolsText(expression.of);
  return (
    /^(?:tojson|string|join|pprint)$/.test(expression.name) &&
    expression.of.kind === 'name' &&
    /tools?$|^functions$/.test(expression.of.name)
  );
}

const KEEPS_NAMES = new Set(['list', 'join', 'lower', 'upper', 'first', 'last', 'unique', 'trim']);
/** Tools that models were trained with, and that their templates explain when they are there. */
const TRAINED_TOOLS =
  /^(?:python|ipython|browser|code_interpreter|brave_search|wolfram_alpha|web_?search|search|simple_browser|cot_summary|dalle|cogview|user|assistant|system|tool|function)$/;

export function namesTool(expression: Expression, names: Pick<Names, 'constants'>): boolean {
  const value = fold(expression, names.constants);
  return typeof value === 'string' && /^[\w.-]{2,}$/.test(value) && !TRAINED_TOOLS.test(value);
}
