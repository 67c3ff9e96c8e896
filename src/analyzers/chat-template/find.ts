import { readYaml } from '../../formats/yaml/document.ts';
import type { Reading } from '../../intake/inventory.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { segmentsOf, TemplateError } from './lexer.ts';
import { isClosed } from './nesting.ts';
import { readSegment } from './statements.ts';

/** A template as it was found. */
export interface Template {
  /** Empty for the only one. */
  readonly name: string;
  readonly template: string;
  /** Where it stands in a header of weights. */
  readonly key?: string;
  /** Jinja is followed; of Go's templates (Ollama) only the texts and comparisons are looked at. */
  readonly language: 'jinja' | 'go';
}

/** Names under which a text is a template whatever it holds. */
const TEMPLATE_NAME = /\.(?:jinja2?|j2|prompty)$|(?:^|\/)chat_template(?:\.txt)?$|(?:^|\/)additional_chat_templates\//i;
/** What programs put before every conversation as it stands: prompts in files of their own, and Ollama's layers. */
const PROMPT_NAME =
  /(?:^|\/)(?:(?:system|default)[-_.]?)?prompts?(?:[-_.]system)?(?:\.(?:txt|md))?$|(?:^|\/)system(?:\.txt)?$/i;
/** Prose may quote a template, and code is judged as code. */
const OTHER_NAME =
  /\.(?:md|markdown|rst|tex|html?|py|pyi|ipynb|js|ts|c|cc|cpp|h|hpp|rs|go|csv|tsv|jsonl|log|patch|diff)(?:\.(?:tpl|tmpl|in))?$/i;

/** Every template that a program might take out of a file, wherever it stands. */
export function* templatesIn(path: string, { facts, member }: Reading): Iterable<Template> {
  const name = member.at(-1) ?? path;
  if (facts.format === 'gguf') {
    for (const { name: of, template } of facts.chatTemplates)
      yield { ...jinja(of, template), key: `tokenizer.chat_template${of === 'default' ? '' : `.${of}`}` };
    const others = Object.entries(facts.metadata).filter(([key]) => !/^tokenizer\.chat_template(?:\.|$)/.test(key));
    yield* templatesInTable(Object.fromEntries(others));
  }
  if (facts.format === 'safetensors') yield* templatesInTable(facts.metadata);
  if (facts.format === 'json') yield* templatesInJson(facts.value);
  if (facts.format === 'pickle')
    for (const { key, value } of facts.programs.flatMap(({ settings }) => settings))
      if (key === 'chat_template') yield* textsUnder(value, '', 0);
  if (facts.format === 'text') yield* templatesInText(facts.text, name);
}

function jinja(name: string, template: string): Template {
  return { name, template, language: 'jinja' };
}

/** Statements of Jinja; Go's templates and f-strings have braces too, and no such thing. */
const STATEMENT = /\{%[-+]?\s*(?:if|for|set|macro|include|import|from|extends|block|call|filter|with|do|print|raw)\b/;
const EXPRESSION = /\{\{[^}]*(?:\bmessages?\b|__|\bcontent\b)/;

function looksLikeJinja(text: string): boolean {
  return text.includes('{%') ? STATEMENT.test(text) : EXPRESSION.test(text);
}

/** Values of a header: texts under any key that are templates, and documents in JSON. */
function* templatesInTable(table: Readonly<Record<string, Json | undefined>>): Iterable<Template> {
  for (const [key, value] of Object.entries(table)) {
    for (const template of templatesUnder(key, value ?? null)) yield { ...template, key };
  }
}

function* templatesUnder(key: string, value: Json): Iterable<Template> {
  if (Array.isArray(value)) {
    for (const text of value) if (typeof text === 'string' && looksLikeJinja(text)) yield jinja(key, text);
  }
  if (typeof value !== 'string') return;
  const inner = parsed(value);
  if (inner !== null) yield* templatesInJson(inner);
  else if (SYSTEM_KEY.test(key)) yield jinja(key, escaped(value));
  else if (STATEMENT.test(value) || (TEMPLATE_KEY.test(key) && looksLikeJinja(value))) yield jinja(key, value);
}

/** What some programs put before every conversation. */
const SYSTEM_KEY = /(?:^|[._])(?:system|default)_(?:prompt|message)$/i;

/** A header's documents are short; what is longer was somebody's list of words. */
const LONGEST_DOCUMENT = 1024 * 1024;

function parsed(text: string): Json | null {
  if (!/^\s*[[{]\s*["{[]/.test(text) || text.length > LONGEST_DOCUMENT) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** What Ollama gives its templates (template.go), as the blobs of a model hold them. */
const GO_FIELD = /\{\{-?\s*(?:(?:if|range|with|and|or|eq|ne)\s+)*\$?\.(?:System|Prompt|Messages|Response|Suffix)\b/;

const CHAT_KEY = /^(?:default_)?chat_templates?(?:_jinja)?$/i;
/** Keys that other programs use; what stands there counts when it is Jinja. */
const TEMPLATE_KEY = /template|^prompts?$|prompt$|^system$/i;

/** Every template of a document: a text, a list of named ones, an object from names to texts, and those in one another. */
function* templatesInJson(value: Json): Iterable<Template> {
  const open: Json[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (const item of next.toReversed()) if (typeof item === 'object') open.push(item);
    } else if (isJsonObject(next)) {
      for (const key of Object.keys(next).reverse()) {
        const item = next[key];
        if (CHAT_KEY.test(key)) yield* textsUnder(item ?? null, '', 0);
        else if (PROMPTS_KEY.test(key) && isJsonObject(item ?? null)) yield* prompts(item ?? null);
        else if (SYSTEM_TEXT.test(key) && typeof item === 'string') yield jinja(key, escaped(item));
        else if (typeof item === 'string') yield* templateUnder(key, item, next);
        else if (typeof item === 'object') open.push(item);
      }
    }
  }
}

/** A table of conversations has lists of these; settings have one. */
const SYSTEM_TEXT = /^(?:system_(?:message|prompt)|default_system_(?:message|prompt))$/;

/** Sentence Transformers, instruction models: texts that go before what is embedded; MLC: before a conversation. */
const PROMPTS_KEY = /^(?:prompts|query_prompts?|passage_prompts?)$/;

function* prompts(value: Json): Iterable<Template> {
  if (!isJsonObject(value)) return;
  for (const [name, text] of Object.entries(value)) if (typeof text === 'string') yield jinja(name, escaped(text));
}

/** These texts are no templates: their braces are braces. */
function escaped(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')');
}

function* templateUnder(
  key: string,
  text: string,
  parent: { readonly [key: string]: Json | undefined },
): Iterable<Template> {
  const format = parent['template_format'];
  const rendered = key === 'template' && typeof format === 'string' && /^jinja2?$/i.test(format);
  if (rendered || STATEMENT.test(text) || (TEMPLATE_KEY.test(key) && EXPRESSION.test(text))) yield jinja(key, text);
}

/** Objects in objects; named lists have one level. */
const DEEPEST = 8;

function* textsUnder(value: Json, name: string, depth: number): Iterable<Template> {
  if (typeof value === 'string') yield jinja(name, value);
  if (depth >= DEEPEST || typeof value !== 'object' || value === null) return;
  // One template by its lines, as settings of servers hold it.
  if (Array.isArray(value) && value.length > 1 && value.every((line) => typeof line === 'string')) {
    const lines = value as readonly string[];
    yield jinja(name, lines.join(''));
    // Each stands alone, and so do all of them.
    const hidden = [...new Set(hiddenByOthers(lines))];
    if (hidden.length > 0) yield jinja(name, hidden.join('\n'));
    return;
  }
  const { name: own, template } = isJsonObject(value) ? value : {};
  if (typeof own === 'string' && typeof template === 'string') {
    yield jinja(own, template);
    return;
  }
  for (const [key, item] of Object.entries(value)) yield* textsUnder((item ?? null) as Json, key, depth + 1);
}

/** What is written out as it stands, or left out. */
const PASSED_OVER =
  /\{#[\s\S]*?(?:#\}|$)|\{%[-+]?\s{0,40}raw\s{0,40}[-+]?%\}[\s\S]*?(?:\{%[-+]?\s{0,40}endraw\s{0,40}[-+]?%\}|$)/g;
/** Words of what leaves a template for Python, or for other files. */
const LEADS_OUT =
  /__|\\[xuUN0-7]|\battr\b|\b(?:cycler|joiner|lipsum|self|request|config)\b|\{%[-+]?\s{0,40}(?:include|import|from|extends)\b/;

/**
 * Texts of a list that are templates by themselves, and that say nothing where a program joins them: those around them make a
 * comment or a text of them. A program that takes one of the list renders it.
 */
function* hiddenByOthers(lines: readonly string[]): Iterable<string> {
  const stretches = [...lines.join('').matchAll(PASSED_OVER)].map(({ index, 0: text }) => [index, index + text.length]);
  let [start, at] = [0, 0];
  for (const line of lines) {
    const end = start + line.length;
    while ((stretches[at]?.[1] ?? Number.POSITIVE_INFINITY) < end) at += 1;
    const [from = Number.POSITIVE_INFINITY, until = 0] = stretches[at] ?? [];
    const within = from < start && end < until;
    if (/\{[{%]/.test(line) && (within || LEADS_OUT.test(line)) && standsAlone(line)) yield line;
    start = end;
  }
}

/** Whether a text may be a template by itself: a line of one opens what another closes. */
function standsAlone(text: string): boolean {
  try {
    return isClosed(segmentsOf(text).map(readSegment));
  } catch (error) {
    if (error instanceof TemplateError) return false;
    throw error;
  }
}

function* templatesInText(text: string, name: string): Iterable<Template> {
  if (TEMPLATE_NAME.test(name)) yield jinja('', text);
  else if (PROMPT_NAME.test(name) && text.length < LONGEST_DOCUMENT) yield jinja('', escaped(text));
  else if (/(?:^|\/)modelfile(?:\.\w+)?$/i.test(name) || (!OTHER_NAME.test(name) && GO_FIELD.test(text)))
    yield { name: '', template: text, language: 'go' };
  else if (/\.ya?ml$/i.test(name)) {
    if (!text.includes('{{') && !text.includes('{%')) return;
    for (const value of readYaml(text).values) yield* templatesInJson(value);
    // A file that is rendered before it is read as YAML.
    if (/\{\{[^}\n]{0,500}?__[a-zA-Z]|\{%[^%\n]{0,500}?__[a-zA-Z]/.test(text)) yield jinja('', text);
  } else if (
    !OTHER_NAME.test(name) &&
    STATEMENT.test(text) &&
    /\b(?:messages?|bos_token|add_generation_prompt)\b/.test(text)
  )
    yield jinja('', text);
}
