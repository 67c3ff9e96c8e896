import { type Finding, findingOf, type Location } from '../../domain/finding.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { divergenceOf } from './divergence.ts';
import { templatesIn } from './find.ts';
import { judgeModelfile } from './go-template.ts';
import { CHAT_TEMPLATE } from './rules.ts';
import { judgeTemplate } from './template.ts';

/** Reads the Jinja templates that turn a conversation into a prompt. Nothing is rendered. */
export const chatTemplate: FileAnalyzer = { ...CHAT_TEMPLATE, inspect };

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    for (const { name, template, language } of templatesIn(item.file.path, reading)) {
      const found =
        language === 'go' ? judgeModelfile(template) : [...judgeTemplate(template), ...divergenceOf(template)];
      for (const { rule, operation, line } of found) {
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
