import type { Defect } from '../format.ts';
import { integerOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { byVersion, newestOf, operatorKey } from './by-version.ts';
import { NEWEST, SIGNATURES } from './signature-table.ts';

/** One way in which nodes of the model call an operator. */
interface Call {
  readonly domain: string;
  readonly type: string;
  readonly overload: string;
  /** `1` for an input with a name, `0` for one that is left out. */
  readonly inputs: string;
  readonly outputs: number;
  readonly attributes: readonly (readonly [name: string, type: number])[];
  readonly offset: number;
}

interface Signature {
  readonly since: number;
  readonly inputs: readonly [least: number, most: number];
  readonly outputs: readonly [least: number, most: number];
  readonly pattern: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly needed: readonly string[];
}

interface Declared {
  readonly domain: string;
  readonly name: string;
  readonly overload: string;
  readonly inputs: number;
  readonly outputs: number;
}

/** Gathers how operators are called, and holds it to what they take once the operator sets are known. */
export interface SignatureSurvey {
  readonly node: (node: Message) => void;
  readonly opset: (domain: string, version: number) => void;
  /** Tells of a function that the model brings along. */
  readonly declare: (declared: Declared, at: Message) => void;
  readonly defects: () => readonly Defect[];
}

/** Ways of calling in one file; real models have some hundred. */
const MOST = 20_000;
/** Letters of the table by AttributeProto.AttributeType. */
const LETTERS = '-fistgFISTGpPyY';
const TOLD = 10;

export function signatureSurvey(): SignatureSurvey {
  const calls = new Map<string, Call>();
  const versions = new Map<string, Set<number>>();
  const declared = new Map<string, Declared>();
  const told: Defect[] = [];
  return {
    declare: (one, { offset }) => {
      const key = keyOf(one.domain, one.name, one.overload);
      if (declared.has(key)) told.push({ code: 'odd-function', message: 'two functions have one name', offset });
      declared.set(key, one);
    },
    node: (node) => {
      if (calls.size >= MOST) return;
      const call = callOf(node);
      const { domain, type, overload, inputs, outputs, attributes } = call;
      const key = [domain, type, overload, inputs, outputs, ...attributes.flat()].join('\0');
      if (!calls.has(key)) calls.set(key, call);
    },
    opset: (domain, version) => {
      const own = versions.get(domain) ?? new Set();
      versions.set(domain, own.add(version));
    },
    defects: () =>
      [
        ...told,
        ...[...calls.values()].flatMap((call) => {
          const own = declared.get(keyOf(call.domain, call.type, call.overload));
          const problem =
            own === undefined ? problemOf(call, [...(versions.get(call.domain) ?? [])]) : overflow(call, own);
          const message = `${call.type} ${problem}`;
          return problem === null ? [] : [{ code: 'signature', message, offset: call.offset }];
        }),
      ].slice(0, TOLD),
  };
}

/** Longer lists of inputs are those of operators that take any number. */
const FEW = 64;

function plain(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

function keyOf(domain: string, name: string, overload: string): string {
  return [plain(domain), name, overload].join('\0');
}

/** A function is given as many values as it names, or fewer. */
function overflow({ inputs, outputs }: Call, declared: Declared): string | null {
  if (inputs.length > declared.inputs && declared.inputs < FEW) return `with ${inputs.length} inputs`;
  return outputs > declared.outputs ? `with ${outputs} outputs` : null;
}

function callOf(node: Message): Call {
  const domain = plain(textOf(node, 7));
  const inputs = textsOf(node, 1);
  const attributes = messagesOf(node, 5).map((each) => [textOf(each, 1), integerOf(each, 20) ?? 0] as const);
  return {
    domain,
    type: textOf(node, 4),
    overload: textOf(node, 8),
    inputs: inputs
      .slice(0, FEW)
      .map((name) => (name === '' ? '0' : '1'))
      .join(''),
    outputs: textsOf(node, 2).length,
    attributes,
    offset: node.offset,
  };
}

/** What no version of the operator that the model may mean puts up with; null where one does, or none is known. */
function problemOf(call: Call, versions: readonly number[]): string | null {
  let problem: string | null = null;
  for (const version of versions) {
    const signature = signatureOf(call.domain, call.type, version);
    problem =
      signature === 'later'
        ? `is in no set before ${version + 1}`
        : signature === null
          ? null
          : mismatch(call, signature);
    if (problem === null) return null;
  }
  return problem;
}

function mismatch({ type, inputs, outputs, attributes }: Call, signature: Signature): string | null {
  const [least, most] = signature.inputs;
  if (inputs.length < least || (inputs.length > most && inputs.length < FEW)) return `with ${inputs.length} inputs`;
  if (Array.from(inputs).some((given, at) => given === '0' && signature.pattern[at] === '1'))
    return 'without an input that it needs';
  if (outputs < signature.outputs[0] || outputs > signature.outputs[1]) return `with ${outputs} outputs`;
  const names = attributes.map(([name]) => name);
  if (new Set(names).size !== names.length) return 'with an attribute twice';
  for (const [name, kind] of attributes) {
    const letter = signature.attributes.get(name);
    if (letter === undefined && !name.startsWith('__')) return `with an attribute ${JSON.stringify(name.slice(0, 40))}`;
    if (letter !== undefined && kind !== 0 && LETTERS[kind] !== letter) return `with ${name} of another type`;
  }
  if (type === 'Constant' && attributes.length !== 1) return `with ${attributes.length} values`;
  const missing = signature.needed.find((name) => !names.includes(name));
  return missing === undefined ? null : `without ${missing}`;
}

const signaturesOf = byVersion(SIGNATURES, parse);

/** Operators that ONNX Runtime had in ONNX's own set before ONNX did (onnxruntime/core/graph/contrib_ops). */
const EARLIER: ReadonlySet<string> = new Set(['LayerNormalization', 'MeanVarianceNormalization', 'ThresholdedRelu']);

/** What an operator of a set takes; null where none is known, `later` where the set is older than it. */
function signatureOf(domain: string, type: string, version: number): Signature | 'later' | null {
  if (version > (NEWEST.get(domain) ?? 0)) return null;
  const known = signaturesOf(operatorKey(domain, type));
  if (known === undefined) return null;
  const own = newestOf(known, version);
  return own ?? (version < 1 || (domain === '' && EARLIER.has(type)) ? null : 'later');
}

function parse(text: string): Signature {
  const [since = '', inputs = '', outputs = '', pattern = '', list = ''] = text.split(' ');
  const attributes = list === '' ? [] : list.split(',').map((each) => each.split(':') as [string, string]);
  const bare = (name: string): string => name.replace(/^!/, '');
  return {
    since: Number(since),
    inputs: rangeOf(inputs),
    outputs: rangeOf(outputs),
    pattern,
    attributes: new Map(attributes.map(([name, letter]) => [bare(name), letter])),
    needed: attributes.filter(([name]) => name.startsWith('!')).map(([name]) => bare(name)),
  };
}

function rangeOf(text: string): readonly [number, number] {
  const [least = '', most = ''] = text.replace('d', '').split('-');
  return [Number(least), most === '*' ? Number.POSITIVE_INFINITY : Number(most)];
}
