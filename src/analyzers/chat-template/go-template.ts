import { LIMITS } from '../../kernel/limits.ts';
import { findHidden } from '../../text/hidden.ts';
import { judgeText } from './orders.ts';
import { CONDITIONAL, HIDDEN } from './rules.ts';
import type { TemplateFinding } from './template.ts';

/** A comparison of what was said with a word (Go, text/template; Ollama's template.go): `{{ if eq .Prompt "word" }}`. */
const COMPARES =
  /\{\{[^{}]{0,500}\b(?:eq|ne|contains|hasPrefix|hasSuffix|match)\b[^{}]{0,200}?\.(?:Prompt|Content)\b[^{}]{0,200}?["`]([^"`]{3,})["`]/;
const COMPARES_BACK =
  /\{\{[^{}]{0,500}\b(?:eq|ne|contains|hasPrefix|hasSuffix|match)\b[^{}]{0,50}?["`]([^"`]{3,})["`][^{}]{0,200}?\.(?:Prompt|Content)\b/;

/** What is remarkable in a Modelfile of Ollama: hidden text, orders to the model, and conditions on what was said. */
export function* judgeModelfile(text: string): Iterable<TemplateFinding> {
  for (const { kind, decoded, start } of findHidden(text)) {
    const spelt = decoded === null ? '' : `: '${decoded}'`;
    yield { rule: HIDDEN, operation: `hidden ${kind}${spelt}`, line: text.slice(0, start).split('\n').length };
  }
  for (const [index, line] of text.split('\n').entries()) {
    const start = line.slice(0, LIMITS.pathBytes);
    const word = (COMPARES.exec(start) ?? COMPARES_BACK.exec(start))?.[1];
    if (word !== undefined && !/[<>|[\]]/.test(word))
      yield {
        rule: CONDITIONAL,
        operation: `looks for '${word.slice(0, LIMITS.quotation)}' in a message`,
        line: index + 1,
      };
    if (!/^\s*(?:#|FROM\b|LICENSE\b)/i.test(start))
      for (const seen of judgeText(start)) yield { ...seen, line: index + 1 };
  }
}
