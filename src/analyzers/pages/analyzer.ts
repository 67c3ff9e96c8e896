import { type Finding, findingOf, type Location, locationIn } from '../../domain/finding.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { activeIn, type PageKind, resolved, withoutCode } from './active.ts';
import { hiddenOrderIn } from './hidden-words.ts';
import { isNotebook, type NotebookText, textsOfNotebook } from './notebook-texts.ts';
import { openOrderIn } from './open-words.ts';
import { ACTIVE_PAPER, HIDDEN_ORDER, OPEN_ORDER, PAGES } from './rules.ts';

/** Judges what people open beside a model: pages, drawings, and the HTML in its papers. */
export const pages: FileAnalyzer = { ...PAGES, inspect };

function* inspect({ file, readings }: Item): Iterable<Finding> {
  for (const { facts, member } of readings) {
    if (facts.format === 'media') yield* paper(facts.actions, locationIn(file, member));
    yield* shown(headerTexts(facts), locationIn(file, member));
    if (facts.format === 'json' && isNotebook(facts.value))
      yield* notebook(textsOfNotebook(facts.value), locationIn(file, member));
    if (facts.format !== 'text' && facts.format !== 'xml') continue;
    const kind = kindOf(member.at(-1) ?? file.path, facts.text);
    if (kind === null) continue;
    const location: Location = locationIn(file, member);
    yield* page(kind === 'prose' ? withoutCode(facts.text) : facts.text, kind, location);
  }
}

/** What weights say of themselves beside their numbers; chat templates are judged as such. */
function* headerTexts(facts: Reading['facts']): Iterable<string> {
  if (facts.format === 'safetensors') {
    yield* Object.values(facts.metadata);
    // Names of tensors are paths: one with words is a text.
    for (const { name } of facts.tensors) if (name.includes(' ')) yield name;
  }
  if (facts.format === 'onnx') {
    yield* facts.docs;
    for (const { value } of facts.metadata) yield value;
  }
  if (facts.format !== 'gguf') return;
  for (const [key, value] of Object.entries(facts.metadata))
    if (typeof value === 'string' && !key.startsWith('tokenizer.chat_template')) yield value;
}

/** Hubs and workbenches show what a header says of the model as a page, and assistants read it as it stands. */
function* shown(texts: Iterable<string>, location: Location): Iterable<Finding> {
  const told = new Set<string>();
  for (const text of texts) {
    const kinds = text.includes('<') ? (['prose', 'header'] as const) : (['header'] as const);
    for (const kind of kinds)
      for (const { rule, operation } of activeIn(resolved(text), kind)) {
        const what = printable(operation.slice(0, LIMITS.quotation));
        if (told.has(`${rule.id} ${what}`)) continue;
        told.add(`${rule.id} ${what}`);
        yield findingOf(rule, { message: `${rule.title} Here: ${what}.`, location, operation: what });
      }
  }
}

function* page(text: string, kind: PageKind, location: Location): Iterable<Finding> {
  const plain = resolved(text);
  const active = [...activeIn(plain, kind)];
  const order = kind === 'html' || kind === 'prose' ? hiddenOrderIn(plain) : null;
  if (order !== null && !active.some(({ rule }) => rule === HIDDEN_ORDER))
    active.push({ rule: HIDDEN_ORDER, operation: order.words, at: order.at });
  const open = kind === 'html' || kind === 'prose' ? openOrderIn(plain) : null;
  if (open !== null && order === null) active.push({ rule: OPEN_ORDER, operation: open.words, at: open.at });
  for (const { rule, operation, at } of active) {
    const what = printable(operation.slice(0, LIMITS.quotation));
    const line = text.slice(0, at).split('\n').length;
    yield findingOf(rule, {
      message: `${rule.title} Here: ${what}.`,
      location: { ...location, line },
      operation: what,
    });
  }
}

/** Each rule once: what its prose hides, and what any text of it tells an assistant. What runs in it is judged as code. */
function* notebook(texts: Iterable<NotebookText>, location: Location): Iterable<Finding> {
  const told = new Set<string>();
  for (const { kind, text } of texts) {
    const words = resolved(kind === 'prose' ? withoutCode(text) : text).slice(0, LONGEST_TEXT);
    const hidden = kind === 'prose' ? hiddenOrderIn(words)?.words : undefined;
    const unseen = [...activeIn(words, 'prose')].find(({ rule }) => rule === HIDDEN_ORDER)?.operation;
    const open = openOrderIn(words, kind === 'log')?.words;
    for (const [rule, operation] of [
      [HIDDEN_ORDER, hidden ?? unseen],
      [OPEN_ORDER, hidden === undefined ? open : undefined],
    ] as const) {
      if (operation === undefined || told.has(rule.id)) continue;
      told.add(rule.id);
      const what = printable(operation.slice(0, LIMITS.quotation));
      yield findingOf(rule, { message: `${rule.title} Here: ${what}.`, location, operation: what });
    }
  }
}

/** Tables and logs that a cell wrote are longer, and say nothing to anybody. */
const LONGEST_TEXT = 256 * 1024;

function* paper(actions: readonly string[], location: Location): Iterable<Finding> {
  if (actions.length === 0) return;
  const operation = actions.join(', ');
  yield findingOf(ACTIVE_PAPER, { message: `${ACTIVE_PAPER.title} Here: ${operation}.`, location, operation });
}

/** By name, and by the first element: browsers look at both. */
function kindOf(path: string, text: string): PageKind | null {
  if (/\.(?:svg|svgz)$/i.test(path)) return 'drawing';
  if (/\.(?:html?|xhtml?|mht|mhtml|hta|shtml)$/i.test(path)) return 'html';
  if (
    /\.(?:md|markdown|mdx|mdc)$|(?:^|\/)\.(?:(?:cursor|windsurf|cline|roo|continue|goose)rules|goosehints)$/i.test(path)
  )
    return 'prose';
  if (/\.(?:csv|tsv|tab)$/i.test(path)) return 'sheet';
  const start = text.slice(0, 500);
  if (/\.rtf$/i.test(path) || start.startsWith('{\\rt') || /\.rels$|(?:^|\/)externalLinks\/[^/]+\.xml$/i.test(path))
    return 'letter';
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,300}?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(start))
    return 'drawing';
  return /^\s*(?:<!--[\s\S]{0,300}?-->\s*)?<(?:!doctype html|html|head|body|script)[\s>]/i.test(start) ? 'html' : null;
}
