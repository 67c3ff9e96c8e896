import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { brokenSymbol, isSymbol } from './symbol.ts';

type Node = Record<string, Json>;
type Graph = Record<string, Json> & { nodes: Node[] };

const variable = (name: string): Node => ({ op: 'null', name, inputs: [] });

/** A layer of two units with its activation. */
function network(): Graph {
  const attrs = { num_hidden: '2', no_bias: 'True', flatten: 'True' };
  return {
    nodes: [
      variable('data'),
      variable('weight'),
      { op: 'FullyConnected', name: 'layer', attrs, inputs: [[0, 0, 0], [1, 0, 0]] }, // biome-ignore format: entries
      { op: 'Activation', name: 'end', attrs: { act_type: 'relu', __mark__: 'x' }, inputs: [[2, 0, 0]] },
    ],
    arg_nodes: [0, 1],
    node_row_ptr: [0, 1, 2, 3, 4],
    heads: [[3, 0, 0]],
    attrs: { mxnet_version: ['int', 10_901] },
  };
}

function changed(change: (graph: Graph, layer: Node) => void): Json {
  const graph = network();
  change(graph, graph.nodes[2] ?? {});
  return graph;
}

describe('a network of MXNet', () => {
  it('is known and sound', () => {
    const genuine = readFileSync('test/corpus/genuine/packages/mxnet-symbol.json', 'utf8');
    for (const graph of [network(), JSON.parse(genuine) as Json]) {
      expect(isSymbol(graph, 'graph.json')).toBe(true);
      expect(brokenSymbol(graph)).toBeNull();
    }
  });

  it.each<[string, (graph: Graph, layer: Node) => void]>([
    ['a node that takes what comes after it', (_, layer) => (layer['inputs'] = [[0, 0, 0], [3, 0, 0]])], // biome-ignore format: entries
    ['a node that takes itself', (_, layer) => (layer['inputs'] = [[0, 0, 0], [2, 0, 0]])], // biome-ignore format: entries
    ['an output that a node does not have', (_, layer) => (layer['inputs'] = [[0, 1, 0], [1, 0, 0]])], // biome-ignore format: entries
    ['half a node', (_, layer) => (layer['inputs'] = [[0.5, 0, 0], [1, 0, 0]])], // biome-ignore format: entries
    ['an input too few', (_, layer) => (layer['inputs'] = [[0, 0, 0]])],
    ['an operator that is no text', (_, layer) => (layer['op'] = 7)],
    ['no name', (_, layer) => void delete layer['name']],
    ['a key that nodes do not have', (_, layer) => (layer['extra'] = '')],
    ['a parameter that is no text', (_, layer) => (layer['attrs'] = { num_hidden: 2 })],
    ['a parameter that is no number', (_, layer) => (layer['attrs'] = { num_hidden: '2x', no_bias: 'True' })],
    ['a parameter too few', (_, layer) => (layer['attrs'] = { no_bias: 'True' })],
    ['a parameter that the operator does not have', (_, layer) => (layer['attrs'] = { num_hidden: '2', bias: '1' })],
    ['graphs within that are none', (_, layer) => (layer['subgraphs'] = [0])],
    ['a variable that is not told of', (graph) => (graph['arg_nodes'] = [0])],
    ['a variable told of twice', (graph) => (graph['arg_nodes'] = [0, 1, 1])],
    ['two variables of one name', ({ nodes }) => (nodes[1] = variable('data'))],
    ['no end', (graph) => (graph['heads'] = [])],
    ['an end that is not there', (graph) => (graph['heads'] = [[4, 0, 0]])],
    ['outputs that are counted for fewer nodes', (graph) => (graph['node_row_ptr'] = [0, 1, 2, 3])],
    ['outputs that run backwards', (graph) => (graph['node_row_ptr'] = [0, 1, 0, 3, 4])],
    ['a version that is no number', (graph) => (graph['attrs'] = { mxnet_version: ['int', 'x'] })],
    ['no nodes', (graph) => void delete (graph as Partial<Graph>).nodes],
  ])('with %s is broken', (_, change) => {
    const graph = changed(change);
    expect(isSymbol(graph, 'model-symbol.json')).toBe(true);
    expect(brokenSymbol(graph)).not.toBeNull();
  });

  it('is not asked for what later writers added', () => {
    const old = {
      nodes: [variable('x'), { op: 'Other', name: 'y', inputs: [[0, 0]] }],
      arg_nodes: [0],
      heads: [[1, 0]],
    };
    expect(brokenSymbol(old)).toBeNull();
  });

  it('is broken, whichever number in it leads past its end', () => {
    const places = ['arg_nodes', 'heads'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 4, max: 2 ** 33 }), (place, to) => {
        const lead: Json = place === 'heads' ? [[to, 0, 0]] : [0, to];
        expect(brokenSymbol(changed((graph) => (graph[place] = lead)))).not.toBeNull();
      }),
    );
  });

  it('answers any document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const answer = brokenSymbol({ ...network(), nodes: value as Json });
        expect(answer === null || typeof answer === 'string').toBe(true);
      }),
    );
  });
});
