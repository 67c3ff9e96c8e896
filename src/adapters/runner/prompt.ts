import { randomUUID } from 'node:crypto';
import { CannotPut, type Turn } from '../../ports/local-model.ts';
import type { LlamaModel, Runtime } from './runtime.ts';

/**
 * How a model was taught to read conversations, by the template in its file. What callers write never becomes one of the
 * model's control tokens, whatever it spells: only the template's own words do.
 */
export function createPrompter(
  { Template }: Pick<Runtime, 'Template'>,
  model: Pick<LlamaModel, 'tokens' | 'tokenize' | 'detokenize' | 'isSpecialToken' | 'iterateAllTokens'>,
  source: string,
): (turns: readonly Turn[]) => readonly number[] {
  const template = new Template(source);
  const control = controlWords(model);
  return (turns) => {
    const mark = randomUUID();
    const spelt: string[] = [];
    const hidden = turns.map(({ role, content }) => ({ role, content: hide(content, control, mark, spelt) }));
    const pieces = render(template, model, hidden).split(mark);
    // Between two marks stands the number of a word that only looks like a control token.
    return pieces.flatMap((piece, at) =>
      at % 2 === 0 ? model.tokenize(piece, true) : model.tokenize(spelt[Number(piece)] ?? '', false),
    );
  };
}

function hide(content: string, control: RegExp | null, mark: string, spelt: string[]): string {
  if (control === null) return content;
  return content.replace(control, (word) => `${mark}${spelt.push(word) - 1}${mark}`);
}

/** Matches every control token's spelling, the longest first; null when the model has none. */
function controlWords(model: Pick<LlamaModel, 'detokenize' | 'isSpecialToken' | 'iterateAllTokens'>): RegExp | null {
  const words = [...model.iterateAllTokens()]
    .filter((token) => model.isSpecialToken(token))
    .map((token) => model.detokenize([token], true))
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  if (words.length === 0) return null;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g');
}

function render(
  template: InstanceType<Runtime['Template']>,
  { tokens }: Pick<LlamaModel, 'tokens'>,
  turns: unknown,
): string {
  try {
    return template.render({
      messages: turns,
      add_generation_prompt: true,
      bos_token: tokens.bosString ?? '',
      eos_token: tokens.eosString ?? '',
    });
  } catch (cause) {
    throw new CannotPut(cause instanceof Error ? cause.message.slice(0, 200) : 'it fails', { cause });
  }
}
