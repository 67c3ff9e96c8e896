import type { Defect } from '../format.ts';
import { integersOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { nameOf } from './node.ts';
import type { SizedOperator } from './sizes.ts';
import { elementsOf } from './tensor.ts';
import { printed } from './wiring.ts';

/** Names of a graph that what stands around it may point at. */
export interface GraphNames {
  readonly nodes: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

/** Collections whose nodes a loader runs, by name. */
const RUN = /^(?:saved_model_(?:main|init|train)_op|legacy_init_op|saved_model_initializers)$/;

/** Signatures, savers and first operators that name nothing of their graph: loaders run what they name. */
export function* metaDefects(meta: Message, names: GraphNames): Iterable<Defect> {
  const points = [...signaturePoints(meta), ...saverPoints(meta), ...runPoints(meta)];
  for (const [what, name] of points) {
    if (name === '' || names.nodes.has(nameOf(name))) continue;
    yield {
      code: 'no-maker',
      message: `${what} names ${printed(name)}, which its graph does not have`,
      offset: meta.offset,
    };
  }
  const any = messagesOf(meta, 1).find((each) => (each.opaque.get(3)?.bytes ?? 0) > 0);
  if (any !== undefined)
    yield {
      code: 'unknown-fields',
      message: 'the information of the graph holds bytes of a type that no writer uses',
      offset: any.offset,
    };
}

function signaturePoints(meta: Message): readonly (readonly [string, string])[] {
  return messagesOf(meta, 5).flatMap((entry) =>
    messagesOf(entry, 2).flatMap((signature) =>
      [...messagesOf(signature, 1), ...messagesOf(signature, 2)].flatMap((end) =>
        messagesOf(end, 2).map((info) => [`signature ${printed(textOf(entry, 1))}`, textOf(info, 1)] as const),
      ),
    ),
  );
}

function saverPoints(meta: Message): readonly (readonly [string, string])[] {
  return messagesOf(meta, 3).flatMap((saver) => [1, 2, 3].map((field) => ['the saver', textOf(saver, field)] as const));
}

function runPoints(meta: Message): readonly (readonly [string, string])[] {
  return messagesOf(meta, 4)
    .filter((entry) => RUN.test(textOf(entry, 1)))
    .flatMap((entry) => messagesOf(entry, 2).flatMap((each) => messagesOf(each, 1)))
    .flatMap((list) => textsOf(list, 1).map((name) => ['what is run first', name] as const));
}

/** What one object of a saved model points at. */
export interface SavedObject {
  readonly children: readonly number[];
  readonly assets: readonly number[];
  readonly functions: readonly string[];
  readonly constants: readonly string[];
  readonly offset: number;
}

export function savedObjectOf(message: Message): SavedObject {
  return {
    children: messagesOf(message, 1).flatMap((each) => [integersOf(each, 1).at(-1) ?? 0]),
    assets: messagesOf(message, 5).flatMap((each) => [integersOf(each, 1).at(-1) ?? 0]),
    functions: [
      ...messagesOf(message, 6).flatMap((each) => textsOf(each, 1)),
      ...messagesOf(message, 8).map((each) => textOf(each, 1)),
    ],
    constants: messagesOf(message, 9).map((each) => textOf(each, 1)),
    offset: message.offset,
  };
}

/** A variable whose values are restored into room that its shape asks for. */
export function sizeOfVariable(message: Message): SizedOperator | null {
  const elements = elementsOf(messagesOf(message, 7).flatMap((each) => messagesOf(each, 2))[0]);
  return elements === null ? null : { operator: 'Variable', elements, offset: message.offset };
}

/** Objects that point at none (tensorflow/python/saved_model/load.py, which follows each by its number or name). */
export function* objectDefects(
  objects: readonly SavedObject[],
  { nodes, functions }: GraphNames,
  assets: number,
): Iterable<Defect> {
  const told = (message: string, offset: number): Defect => ({ code: 'no-maker', message, offset });
  for (const { offset, ...object } of objects) {
    const child = object.children.find((index) => index < 0 || index >= objects.length);
    if (child !== undefined) yield told(`a saved object has object ${child} of ${objects.length}`, offset);
    const asset = object.assets.find((index) => index < 0 || index >= assets);
    if (asset !== undefined) yield told(`a saved object has file ${asset} of ${assets}`, offset);
    const missing = object.functions.find((name) => !functions.has(name));
    if (missing !== undefined) yield told(`a saved object calls ${printed(missing)}, which is no function`, offset);
    const constant = object.constants.find((name) => !nodes.has(name));
    if (constant !== undefined) yield told(`a saved object is ${printed(constant)}, which is no node`, offset);
  }
}
