import { MalformedError } from '../../kernel/bytes.ts';
import { type GraphNode, plainNode } from './node.ts';
import type { Survey } from './survey.ts';

/** One thing of protobuf's text form (protobuf.dev, 'Text Format Language'). */
type Token = { readonly kind: 'word' | 'text' | 'mark'; readonly value: string; readonly at: number };

const TOKEN =
  /\s+|#[^\n]*|([{}<>:;,[\]])|"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|([^\s{}<>:;,[\]"'#]+)/gy;
const DEPTH = 100;

/** Names, numbers, and the addresses of messages between brackets. */
const WORD = /^[\w.+\-/%]+$/;

interface Block {
  readonly key: string;
  readonly texts: Map<string, string[]>;
  readonly blocks: Block[];
  readonly at: number;
}

/** Walks a graph in text form, which loaders take where there is no binary one; nodes go to the survey. */
export function surveyText(text: string, survey: Survey, spend: () => void): void {
  const open: Block[] = [blockOf('', 0)];
  let key = '';
  for (const { kind, value, at } of tokens(text)) {
    spend();
    const block = open.at(-1);
    if (block === undefined) throw new MalformedError('a block is closed that was never opened', at);
    if (kind === 'mark' && (value === '{' || value === '<')) {
      if (open.length > DEPTH) throw new MalformedError(`blocks nest deeper than ${DEPTH}`, at);
      open.push(blockOf(key, at));
      key = '';
    } else if (kind === 'mark' && (value === '}' || value === '>')) close(open, survey, at);
    else if (kind === 'text') block.texts.set(key, [...(block.texts.get(key) ?? []), value].slice(0, 64));
    else if (kind === 'word') {
      if (!WORD.test(value)) throw new MalformedError('letters that the text form does not have', at);
      key = value;
    }
  }
  if (open.length !== 1) throw new MalformedError('a block is never closed', text.length);
  survey.endGraph('graph');
}

function blockOf(key: string, at: number): Block {
  return { key, texts: new Map(), blocks: [], at };
}

function close(open: Block[], survey: Survey, at: number): void {
  const block = open.pop();
  const parent = open.at(-1);
  if (block === undefined || parent === undefined)
    throw new MalformedError('a block is closed that was never opened', at);
  if (block.key === 'node' || block.key === 'node_def') {
    if (block.texts.has('op')) survey.takeNode(nodeOf(block));
  } else if (INSIDE_NODE.has(block.key)) parent.blocks.push(block);
}

const INSIDE_NODE: ReadonlySet<string> = new Set(['attr', 'value', 'tensor', 'list']);

function nodeOf(block: Block): GraphNode {
  const one = (key: string): string => block.texts.get(key)?.at(-1) ?? '';
  const attributes = new Map<string, readonly string[]>();
  const constants: string[] = [];
  for (const attribute of block.blocks) {
    const values = attribute.blocks.filter(({ key }) => key === 'value');
    const texts = values.flatMap((value) => [value, ...value.blocks]).flatMap(({ texts }) => texts.get('s') ?? []);
    const name = attribute.texts.get('key')?.at(-1) ?? '';
    if (texts.length > 0) attributes.set(name, texts);
    const tensors = values.flatMap(({ blocks }) => blocks.filter(({ key }) => key === 'tensor'));
    if (name === 'value') constants.push(...tensors.flatMap(({ texts }) => texts.get('string_val') ?? []));
  }
  return plainNode({
    name: one('name'),
    operator: one('op'),
    inputs: block.texts.get('input') ?? [],
    constants,
    attributes,
    offset: block.at,
  });
}

function* tokens(text: string): Iterable<Token> {
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new MalformedError('no protobuf text', at);
    const [, mark, double, single, word] = match;
    if (mark !== undefined) yield { kind: 'mark', value: mark, at };
    else if (word !== undefined) yield { kind: 'word', value: word, at };
    else if (double !== undefined || single !== undefined)
      yield { kind: 'text', value: unescaped(double ?? single ?? ''), at };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|([\s\S]))/g,
    (_, octal?: string, hex?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      return ESCAPES[other ?? ''] ?? other ?? '';
    },
  );
}
