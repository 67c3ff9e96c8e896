import { type Finding, findingOf, type Location } from '../../domain/finding.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { CHAT_TEMPLATE_RULES } from './rules.ts';
import { judgeTemplate } from './template.ts';

/** Reads the Jinja templates that turn a conversation into a prompt. Nothing is rendered. */
export const chatTemplate: FileAnalyzer = {
  id: 'chat-template',
  version: 1,
  question: 'Is its chat template harmless?',
  rules: CHAT_TEMPLATE_RULES,
  scope: 'file',
  formats: ['json', 'text', 'gguf'],
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    for (const { name, template } of templatesIn(item.file.path, reading)) {
      for (const { rule, operation, line } of judgeTemplate(template)) {
        const of = name === '' ? '' : ` (template ${name})`;
        yield findingOf(rule, {
          message: `${rule.title} Line ${line}${of}: ${operation}.`,
          location: locationOf(item, reading, line),
          operation: operation + of,
        });
      }
    }
  }
}

function locationOf({ file }: Item, { member, format }: Reading, line: number): Location {
  const inside = member.length === 0 ? {} : { member };
  // A template in JSON or GGUF stands on one line of its own making.
  return { path: file.path, ...inside, ...(format === 'text' ? { line } : {}) };
}

interface Template {
  /** Empty for the only one. */
  readonly name: string;
  readonly template: string;
}

const TEMPLATE_NAME = /\.(?:jinja2?|j2)$|(?:^|\/)chat_template(?:\.txt)?$/i;

function* templatesIn(path: string, { facts, member }: Reading): Iterable<Template> {
  if (facts.format === 'gguf') yield* facts.chatTemplates.map(({ name, template }) => ({ name, template }));
  if (facts.format === 'json') yield* templatesInJson(facts.value);
  if (facts.format === 'text' && TEMPLATE_NAME.test(member.at(-1) ?? path)) yield { name: '', template: facts.text };
}

const TEMPLATE_KEY = /^(?:default_)?chat_templates?$/;

/** Every `chat_template` of a document: a text, a list of named ones, or an object from names to texts. */
function* templatesInJson(value: Json): Iterable<Template> {
  const open: Json[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (const item of next.toReversed()) if (typeof item === 'object') open.push(item);
    } else if (isJsonObject(next)) {
      for (const [key, item] of Object.entries(next).toReversed()) {
        if (TEMPLATE_KEY.test(key)) yield* templatesUnder(item ?? null);
        else if (typeof item === 'object') open.push(item);
      }
    }
  }
}

function* templatesUnder(value: Json): Iterable<Template> {
  if (typeof value === 'string') yield { name: '', template: value };
  for (const [index, item] of Array.isArray(value) ? (value as readonly Json[]).entries() : []) {
    if (typeof item === 'string') yield { name: String(index), template: item };
    if (isJsonObject(item) && typeof item['template'] === 'string') {
      yield { name: typeof item['name'] === 'string' ? item['name'] : String(index), template: item['template'] };
    }
  }
  if (!isJsonObject(value)) return;
  for (const [name, template] of Object.entries(value)) if (typeof template === 'string') yield { name, template };
}
