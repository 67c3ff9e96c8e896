import type { Defect } from '../format.ts';
import { brokenAttributes, INPUTS } from './openvino-operators.ts';

/** Told of one network. */
const TOLD = 20;
/** Of networks, of which 11 is the last since 2021. */
const VERSION = /^(?:[1-9]|1\d)$/;
/** Since this version layers name their set of operators, and ports their precision. */
const SETS = 10;

/** What may stand in what; `*` may hold anything. */
const CHILDREN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    net: 'layers edges rt_info meta_data cli_params statistics quantization_parameters pre-process',
    body: 'layers edges rt_info',
    then_body: 'layers edges rt_info',
    else_body: 'layers edges rt_info',
    layers: 'layer',
    edges: 'edge',
    layer:
      'data input output rt_info body then_body else_body port_map back_edges then_port_map else_port_map blobs weights biases custom',
    input: 'port',
    output: 'port',
    port: 'dim rt_info',
    port_map: 'input output',
    then_port_map: 'input output',
    else_port_map: 'input output',
    back_edges: 'edge',
  }).map(([name, children]) => [name, new Set(children.split(' '))]),
);
const BODIES: ReadonlySet<string> = new Set(['net', 'body', 'then_body', 'else_body']);
const MAPS: ReadonlySet<string> = new Set(['port_map', 'then_port_map', 'else_port_map']);

/** ov::element::Type, as networks write it. */
const PRECISIONS =
  /^(?:BOOL|BOOLEAN|BF16|FP16|FP32|FP64|STRING|DYNAMIC|UNDEFINED|UNSPECIFIED|BIN|NF4|[IU](?:[1-468]|16|32|64)|F(?:16|32|64)|F4E2M1|F8E[45458]M[0-9]{1,2}|MIXED|Q78|CUSTOM)$/i;
/** A side, one that is not known, or from how many to how many. */
const SIDE = /^(?:-1|\?|\d{1,19}|\d{0,19}\.\.\d{0,19})$/;
const ID = /^\d{1,18}$/;

interface Port {
  readonly sides: string[];
  readonly precision: string;
  ends: number;
}

interface Layer {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly attributes: Map<string, string>;
  readonly inputs: Map<string, Port>;
  readonly outputs: Map<string, Port>;
}

interface Edge {
  readonly from: readonly [string, string];
  readonly to: readonly [string, string];
  readonly at: number;
}

interface Body {
  readonly name: string;
  readonly layers: Map<string, Layer>;
  readonly edges: Edge[];
  /** The layer whose body it is. */
  readonly of: Layer | null;
  lists: number;
}

interface Mapped {
  readonly layer: Layer;
  readonly internal: string;
  readonly external: string;
  readonly body: string;
  readonly at: number;
}

type Attributes = ReadonlyMap<string, string>;

/** Follows a network while it is read. */
export interface GraphSurvey {
  readonly open: (element: string, attributes: Attributes, at: number) => void;
  readonly text: (content: string) => void;
  readonly close: () => void;
  readonly defects: () => readonly Defect[];
}

/**
 * Layers and ports are told apart, every input has one edge, which comes from an output of the same shape and leads nowhere back, and bodies
 * are mapped to what is there (docs.openvino.ai, 'OpenVINO IR format'; src/core/xml_util of openvino).
 *
 * Defects: `odd-element`, one that networks do not have there; `odd-value`, an attribute or a side of another form;
 * `odd-edge`, an edge from or to nothing, or none; `cycle`, layers that wait for each other.
 */
export function surveyGraph(): GraphSurvey {
  const defects: Defect[] = [];
  const path: string[] = [];
  const bodies: Body[] = [];
  const layers: Layer[] = [];
  /** Bodies that were read, by layer, until the maps to them are. */
  const read = new Map<Layer, Map<string, Body>>();
  const maps: Mapped[] = [];
  let version = 0;
  let free = 0;
  let port: Port | null = null;
  let side: string | null = null;
  const say = (code: string, message: string, offset: number): void => {
    if (defects.length < TOLD) defects.push({ code, message, offset });
  };
  const number = (attributes: Attributes, key: string, at: number): string => {
    const value = attributes.get(key);
    if (value === undefined || !ID.test(value)) say('odd-value', `no number for ${key}`, at);
    return value ?? '';
  };
  const openLayer = (attributes: Attributes, at: number): void => {
    const layer: Layer = {
      id: number(attributes, 'id', at),
      type: attributes.get('type') ?? '',
      at,
      attributes: new Map(),
      inputs: new Map(),
      outputs: new Map(),
    };
    const set = attributes.get('version');
    if (layer.type === '' || (attributes.get('name') ?? '') === '' || (version >= SETS && set === undefined))
      say('odd-value', 'a layer without its name, type or set', at);
    const body = bodies.at(-1);
    if (body?.layers.has(layer.id) === true) say('odd-value', `two layers of number ${layer.id}`, at);
    body?.layers.set(layer.id, layer);
    layers.push(layer);
  };
  const openPort = (attributes: Attributes, at: number): void => {
    const [layer, id] = [layers.at(-1), number(attributes, 'id', at)];
    const precision = attributes.get('precision') ?? '';
    port = { sides: [], precision, ends: 0 };
    if (precision !== '' && !PRECISIONS.test(precision)) say('odd-value', `the precision ${precision}`, at);
    if (layer === undefined) return;
    if (layer.inputs.has(id) || layer.outputs.has(id)) say('odd-value', `two ports of number ${id}`, at);
    (path.at(-2) === 'input' ? layer.inputs : layer.outputs).set(id, port);
  };
  const openEdge = (attributes: Attributes, at: number): void => {
    const back = path.at(-2) === 'back_edges';
    const [from, to] = ['from', 'to'].map((end): readonly [string, string] => [
      number(attributes, `${end}-layer`, at),
      back ? '' : number(attributes, `${end}-port`, at),
    ]) as [Edge['from'], Edge['to']];
    if (back) return;
    bodies.at(-1)?.edges.push({ from, to, at });
  };
  const openMapped = (attributes: Attributes, at: number): void => {
    const layer = layers.at(-1);
    const internal = number(attributes, 'internal_layer_id', at);
    const external = attributes.get('external_port_id') ?? '';
    const body = (path.at(-2) ?? '').replace('port_map', 'body');
    if (layer !== undefined) maps.push({ layer, internal, external, body, at });
  };
  const closeBody = (): void => {
    const body = bodies.pop();
    if (body === undefined) return;
    if (body.lists !== 2 || body.layers.size === 0) say('odd-element', `a ${body.name} without layers and edges`, 0);
    checkBody(body, version, say);
    if (body.of === null) return;
    const known = read.get(body.of) ?? new Map<string, Body>();
    known.set(body.name, body);
    read.set(body.of, known);
  };
  const closeLayer = (): void => {
    const layer = layers.pop();
    if (layer === undefined || version < SETS) return;
    const wrong = brokenAttributes(layer.type, layer.attributes) ?? brokenShape(layer);
    if (wrong !== null) say('odd-value', `${layer.type}: ${wrong}`, layer.at);
    const known = read.get(layer);
    for (let map = maps.at(-1); map?.layer === layer; map = maps.at(-1)) {
      maps.pop();
      const isPort = map.external === '-1' || layer.inputs.has(map.external) || layer.outputs.has(map.external);
      if (!isPort || known?.get(map.body)?.layers.has(map.internal) !== true)
        say('odd-edge', 'a body is mapped to what is not there', map.at);
    }
    read.delete(layer);
  };
  return {
    open: (element, attributes, at) => {
      const above = path.at(-1);
      path.push(element);
      if (path.length === 1) version = Number(attributes.get('version') ?? 0);
      const wanted = free > 0 ? undefined : CHILDREN.get(above === undefined ? '' : above);
      const mapped = above !== undefined && (above === 'input' || above === 'output') && MAPS.has(path.at(-3) ?? '');
      if (
        free > 0 ||
        element === 'rt_info' ||
        element === 'meta_data' ||
        (wanted === undefined && above !== undefined)
      ) {
        if (free > 0 || wanted !== undefined) free += 1;
        else if (version >= SETS) say('odd-element', `a ${above} holds a ${element}`, at);
        return;
      }
      if (path.length === 1) {
        if (!VERSION.test(attributes.get('version') ?? '')) say('odd-value', 'a network without its version', at);
      } else if (version >= SETS && (mapped || wanted?.has(element) !== true))
        say('odd-element', `a ${above ?? ''} holds a ${element}`, at);
      if (BODIES.has(element))
        bodies.push({ name: element, layers: new Map(), edges: [], of: layers.at(-1) ?? null, lists: 0 });
      const body = bodies.at(-1);
      if (body !== undefined && (element === 'layers' || element === 'edges') && above === body.name) body.lists += 1;
      if (element === 'layer') openLayer(attributes, at);
      if (element === 'data' && above === 'layer')
        for (const [key, value] of attributes) layers.at(-1)?.attributes.set(key, value);
      if (element === 'port') openPort(attributes, at);
      if (element === 'edge') openEdge(attributes, at);
      if (MAPS.has(above ?? '')) openMapped(attributes, at);
      side = element === 'dim' ? '' : null;
    },
    text: (content) => {
      if (side !== null && free === 0) side += content;
    },
    close: () => {
      const element = path.pop();
      if (free > 0) {
        free -= 1;
        return;
      }
      if (element === 'dim' && side !== null) {
        const text = side.trim();
        if (!SIDE.test(text)) say('odd-value', 'a side that is no number', layers.at(-1)?.at ?? 0);
        port?.sides.push(text);
        side = null;
      }
      if (element === 'layer') closeLayer();
      if (BODIES.has(element ?? '') && bodies.at(-1)?.name === element) closeBody();
    },
    defects: () => defects,
  };
}

/** A constant is as it is told to be. */
function brokenShape({ type, attributes, outputs }: Layer): string | null {
  const shape = attributes.get('shape');
  const [output] = outputs.values();
  if (type !== 'Const' || shape === undefined || output === undefined) return null;
  const told = shape.trim() === '' ? [] : shape.split(',').map((side) => side.trim());
  return told.join() === output.sides.join() ? null : 'a constant of another shape than its port';
}

type Say = (code: string, message: string, offset: number) => void;

function checkBody({ layers, edges }: Body, version: number, say: Say): void {
  for (const { from, to, at } of edges) {
    const start = layers.get(from[0])?.outputs.get(from[1]);
    const end = layers.get(to[0])?.inputs.get(to[1]);
    if (start === undefined || end === undefined) {
      say('odd-edge', 'an edge that leads from or to nothing', at);
      continue;
    }
    end.ends += 1;
    if (version < SETS) continue;
    if (start.sides.join() !== end.sides.join() || start.precision !== end.precision)
      say('odd-edge', 'an edge between two shapes', at);
  }
  for (const { inputs, type, at } of layers.values()) {
    if ([...inputs.values()].some(({ ends }) => ends !== 1))
      say('odd-edge', `an input of ${type} without its edge`, at);
    const wanted = INPUTS.get(type);
    if (version >= SETS && wanted !== undefined && inputs.size !== wanted)
      say('odd-edge', `${type} with ${inputs.size} inputs`, at);
  }
  if (!comesToAnEnd(layers, edges)) say('cycle', 'layers wait for each other', 0);
}

/** Each layer can be computed once those before it are. */
function comesToAnEnd(layers: ReadonlyMap<string, Layer>, edges: readonly Edge[]): boolean {
  const next = new Map<string, string[]>();
  const waits = new Map<string, number>();
  for (const { from, to } of edges) {
    const list = next.get(from[0]);
    if (list === undefined) next.set(from[0], [to[0]]);
    else list.push(to[0]);
    waits.set(to[0], (waits.get(to[0]) ?? 0) + 1);
  }
  const ready = [...layers.keys()].filter((id) => !waits.has(id));
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    for (const other of next.get(id) ?? []) {
      const left = (waits.get(other) ?? 0) - 1;
      waits.set(other, left);
      if (left === 0) ready.push(other);
    }
    next.delete(id);
  }
  return next.size === 0;
}
