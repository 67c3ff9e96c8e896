import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { cases } from '../../../test/support/deep.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { xmlFormat } from './reader.ts';

const genuine = (name: string): string => readFileSync(`test/corpus/genuine/graphs/openvino/${name}.xml`, 'utf8');
const [MODEL, FLOW] = [genuine('openvino_model'), genuine('control_flow')];

const read = (bytes: Uint8Array) =>
  xmlFormat.read(sourceOf(bytes), { path: 'openvino_model.xml', budget: createBudget(() => 0) });
const readText = (text: string) => read(new TextEncoder().encode(text));

/** The first place of `found` becomes `put`. */
function changed(text: string, found: string, put: string): string {
  expect(text).toContain(found);
  return text.replace(found, put);
}

describe("a network of OpenVINO's", () => {
  it.each([MODEL, FLOW])('of the library itself is sound', async (text) => {
    expect((await readText(text)).defects).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['no version', MODEL, 'version="11"', 'version="x"'],
    ['two layers of one number', MODEL, 'layer id="1"', 'layer id="0"'],
    ['a layer without a name', MODEL, 'name="mm" ', ''],
    ['two ports of one number', MODEL, '<port id="2" precision="FP32" names="a,m">', '<port id="1" precision="FP32">'],
    ['a precision that there is not', MODEL, 'precision="FP16"', 'precision="FP61"'],
    ['a side below -1', MODEL, '<dim>-1</dim>', '<dim>-2</dim>'],
    ['a side that is none', MODEL, '<dim>8</dim>', '<dim></dim>'],
    ['an edge from a layer that is not there', MODEL, 'edge from-layer="0"', 'edge from-layer="70"'],
    ['an edge to a port that is not there', MODEL, 'to-port="0"', 'to-port="9"'],
    ['an edge to where one leads already', MODEL, 'to-layer="3" to-port="1"', 'to-layer="3" to-port="0"'],
    ['an element that there is not', MODEL, '<rt_info>\n', '<more_info>\n'],
    ['a constant of another shape', MODEL, 'shape="4, 8"', 'shape="8, 4"'],
    ['a constant without its type', MODEL, 'element_type="f16" ', ''],
    ['a truth that is none', MODEL, 'transpose_a="false"', 'transpose_a="perhaps"'],
    ['a body that is mapped to nothing', FLOW, 'internal_layer_id="0"', 'internal_layer_id="99"'],
    ['a port that is mapped and not there', FLOW, 'external_port_id="1"', 'external_port_id="77"'],
  ])('with %s has a defect', async (_, text, found, put) => {
    const broken = changed(text, found, put).replace(put === '<more_info>\n' ? '</rt_info>' : /$^/, '</more_info>');
    expect((await readText(broken)).defects).not.toEqual([]);
  });

  it('whose layers wait for each other has a defect', async () => {
    const side = '<dim>1</dim>';
    const layer = (id: number): string =>
      `<layer id="${id}" name="l${id}" type="ReLU" version="opset1"><input><port id="0" precision="FP32">${side}</port></input>` +
      `<output><port id="1" precision="FP32">${side}</port></output></layer>`;
    const edge = (from: number, to: number): string =>
      `<edge from-layer="${from}" from-port="1" to-layer="${to}" to-port="0"/>`;
    const ring = `<net name="n" version="11"><layers>${layer(0)}${layer(1)}</layers><edges>${edge(0, 1)}${edge(1, 0)}</edges></net>`;
    expect((await readText(ring)).defects).toMatchObject([{ code: 'cycle' }]);
  });

  it('is never sound without one of its edges', async () => {
    const edges = MODEL.match(/<edge [^>]*>/g) ?? [];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...edges), async (edge) => {
        expect((await readText(MODEL.replace(edge, ''))).defects).not.toEqual([]);
      }),
    );
  });

  it('is refused when it is cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: MODEL.trimEnd().length - 1 }), async (end) => {
        await expect(readText(MODEL.slice(0, end))).rejects.toThrow(MalformedError);
      }),
      { numRuns: cases(20) },
    );
  });

  it('answers any bytes', async () => {
    await answersAnyBytes(read, { file: new TextEncoder().encode(MODEL), head: 40 });
  });
});
