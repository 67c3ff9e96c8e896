import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import type { Mistake } from './mistakes.ts';
import { offsetInScalar } from './scalar.ts';
import { refuseUnread } from './weight.ts';

/** A way down from the top: keys and positions. */
export type Way = readonly PropertyKey[];

/** A YAML document that knows where each of its values stands. */
export interface PositionedYaml {
  readonly value: unknown;
  /** Where the value stands, or the nearest thing around it that is there. */
  at(way: Way): Place;
  /** Where a map's own key stands. */
  atKey(way: Way, key: string): Place;
  /** Where the character at `offset` of a string value stands. */
  within(way: Way, offset: number): Place;
}

export type Place = Pick<Mistake, 'line' | 'column'>;

/**
 * Reads YAML 1.2 of bounded size, tokens and depth: one document, unique keys, no tags of its own, no anchors, no aliases. Answers
 * with the document, or with all that is wrong. Never throws.
 */
export function readYaml(text: string): PositionedYaml | readonly Mistake[] {
  const lines = new LineCounter();
  const beforehand = refuseUnread(text);
  if (beforehand !== undefined) return [beforehand];
  const document = parseDocument(text, { version: '1.2', prettyErrors: false, logLevel: 'error', lineCounter: lines });
  const complaints = [...document.errors, ...document.warnings].map((error) => complaint(error, lines));
  const mistakes = complaints.length > 0 ? complaints : indirections(document, lines);
  if (mistakes.length > 0) return mistakes;
  if (document.contents === null) return [mistake(lines, 0, 'the file is empty')];
  return positioned(document, text, lines);
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function complaint({ code, message, pos: [offset] }: YAMLParseError | YAMLWarning, lines: LineCounter): Mistake {
  if (code === 'MULTIPLE_DOCS') return mistake(lines, offset, 'a file holds one document');
  return mistake(lines, offset, message.split('\n', 1)[0] ?? message);
}

function mistake(lines: LineCounter, offset: number, message: string): Mistake {
  const sentence = message.replace(/\.$/, '');
  return { ...placeOf(lines, offset), sentence: sentence.charAt(0).toLowerCase() + sentence.slice(1) };
}

/** What lets one place of the file change another, or name a type. */
function indirections(document: Document, lines: LineCounter): readonly Mistake[] {
  const found: Mistake[] = [];
  const refuse = (node: Node, sentence: string) => found.push(mistake(lines, node.range?.[0] ?? 0, sentence));
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) refuse(node, 'aliases are not allowed; write the value out');
      else if (node.anchor !== undefined) refuse(node, 'anchors are not allowed; write the value where it is needed');
    },
    Pair: (_, { key }) => {
      if (!isScalar(key) || typeof key.value !== 'string')
        refuse(isNode(key) ? key : (document.contents ?? ({} as Node)), 'a key must be a word');
    },
  });
  return found;
}

function positioned(document: Document, text: string, lines: LineCounter): PositionedYaml {
  const nodeAt = (way: Way): Node | undefined => {
    const node = way.length === 0 ? document.contents : document.getIn(way, true);
    return isNode(node) ? node : undefined;
  };
  const at = (way: Way): Place => {
    const node = nodeAt(way);
    const start = node?.range?.[0];
    return start === undefined && way.length > 0 ? at(way.slice(0, -1)) : placeOf(lines, start ?? 0);
  };
  return {
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    at,
    atKey: (way, key) => {
      const found = pairOf(nodeAt(way), key)?.key;
      return isNode(found) ? placeOf(lines, found.range?.[0] ?? 0) : at(way);
    },
    within: (way, offset) => {
      const node = nodeAt(way);
      return isScalar(node) ? placeOf(lines, offsetInScalar(text, node, offset)) : at(way);
    },
  };
}

function pairOf(node: Node | undefined, key: string): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key);
}
