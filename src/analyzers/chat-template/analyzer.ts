import { type Finding, findingOf, type Location, locationIn, type Rule } from '../../domain/finding.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { lineOf } from '../line-of.ts';
import { divergenceOf } from './divergence.ts';
import { templatesIn } from './find.ts';
import { judgeModelfile } from './go-template.ts';
import { A_COMMENT } from './orders.ts';
import { CHAT_TEMPLATE, ESCAPE, HIDDEN, INCLUDE, UNKNOWN } from './rules.ts';
import { judgeTemplate } from './template.ts';

/** Reads the Jinja templates that turn a conversation into a prompt. Nothing is rendered. */
export const chatTemplate: FileAnalyzer = { ...CHAT_TEMPLATE, inspect };

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    for (const { name, template, language, key } of templatesIn(item.file.path, reading)) {
      const found =
        language === 'go' ? judgeModelfile(template) : [...judgeTemplate(template), ...divergenceOf(template)];
      for (const { rule, operation, line } of found) {
        if (OF_PROMPTS.has(rule) && writesNoPrompt(item.file.path, template)) continue;
        if (rule === ESCAPE && isOther(item.file.path) && leadsNowhere(operation, template)) continue;
        // Pages have comments.
        if (rule === HIDDEN && operation.startsWith(A_COMMENT) && PAGE_NAME.test(item.file.path)) continue;
        const of = name === '' ? '' : ` (template ${name})`;
        yield findingOf(rule, {
          message: `${rule.title} Line ${line}${of}: ${operation}.`,
          location: locationOf(item, reading, { line, template, key }),
          operation: operation + of,
        });
      }
    }
  }
}

/** What only templates of prompts have no use for: others build on one another, and filter as they like. */
const OF_PROMPTS: ReadonlySet<Rule> = new Set([INCLUDE, UNKNOWN]);

/** Names that templates of code and reports write out or show, and that lead to nothing else: a chain has others behind them. */
const ENDS =
  /^(?:spells |reads \.?)(__(?:init|main|all|version|name|qualname|doc|module|repr|str|len|file|author|call|eq|hash|iter|next|enter|exit|post_init|slots|class)__)$/;
/** A class, but for its name. */
const CLASS = /__class__(?!\s*\.\s*__(?:name|qualname|module)__(?![\w.[(|]))/;

/** What is put together piece by piece is meant to be hidden. */
function leadsNowhere(operation: string, template: string): boolean {
  const name = ENDS.exec(operation)?.[1];
  return name !== undefined && template.includes(name) && !CLASS.test(template);
}

const PAGE_NAME = /\.(?:html?|xml|svg)\.(?:jinja2?|j2)$/i;

/** A template under a name that is none of a chat's. */
function isOther(path: string): boolean {
  return /\.(?:jinja2?|j2)$/i.test(path) && !/chat_template/i.test(path);
}

/** Templates of Dockerfiles, pages and settings: no word of a conversation, under a name that is none of a chat's. */
function writesNoPrompt(path: string, template: string): boolean {
  return (
    isOther(path) &&
    !PULLS_IN_OTHERS.test(template) &&
    !/\b(?:messages?|content|role|[be]os_token|add_generation_prompt|prompts?|system|user|assistant|query|question)\b/i.test(
      template,
    )
  );
}

/** Another template that is no neighbour by its name: of the machine, of an address, or of somebody's choice. */
const PULLS_IN_OTHERS =
  /\{%[-+]?\s*(?:include|import|from|extends)\s+(?!["'](?![/~])(?![^"'\n]*(?:\.\.|:))[^"'\n]*["'])/;

interface Spot {
  readonly line: number;
  readonly template: string;
  readonly key: string | undefined;
}

/** A text's own line; that on which a document in JSON has the template; or its key in a header. */
function locationOf({ file }: Item, { member, facts }: Reading, { line, template, key }: Spot): Location {
  const there =
    facts.format === 'text'
      ? line
      : facts.format === 'json'
        ? lineOf(facts.text, [JSON.stringify(template).slice(0, QUOTED), 'chat_template', 'prompt'])
        : undefined;
  return locationIn(file, member, {
    ...(there === undefined ? {} : { line: there }),
    ...(key === undefined ? {} : { key }),
  });
}

const QUOTED = 64;
