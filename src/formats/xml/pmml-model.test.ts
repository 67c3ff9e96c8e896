import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { xmlFormat } from './reader.ts';

async function defectsOf(text: string): Promise<readonly string[]> {
  const bytes = sourceOf(new TextEncoder().encode(text));
  const { defects } = await xmlFormat.read(bytes, { path: 'm.pmml', budget: createBudget(() => 0) });
  return defects.map(({ code, message }) => `${code}: ${message}`);
}

const pmml = (inner: string): string =>
  `<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>${inner}</PMML>`;
const DATA =
  '<DataDictionary numberOfFields="2"><DataField name="x" optype="continuous" dataType="double"/>' +
  '<DataField name="y" optype="categorical" dataType="string"/></DataDictionary>';
const SCHEMA = '<MiningSchema><MiningField name="x"/><MiningField name="y" usageType="target"/></MiningSchema>';
const REGRESSION = pmml(
  `${DATA}<RegressionModel functionName="regression">${SCHEMA}<RegressionTable intercept="-1.5E3">` +
    '<NumericPredictor name="x" coefficient=".5"/></RegressionTable></RegressionModel>',
);
const TREE = pmml(
  `${DATA}<TreeModel functionName="classification">${SCHEMA}<Node><True/><Node score="a"><Extension name="q" value="1"><FieldRef/></Extension>` +
    '<SimplePredicate field="x" operator="lessOrEqual" value="1"/><ScoreDistribution value="a" recordCount="3"/></Node>' +
    '<Node score="b"><SimplePredicate field="x" operator="isMissing"/></Node></Node></TreeModel>',
);
const NETWORK = pmml(
  `${DATA}<NeuralNetwork functionName="regression" activationFunction="tanh">${SCHEMA}<NeuralInputs><NeuralInput id="0">` +
    '<DerivedField optype="continuous" dataType="double"><FieldRef field="x"/></DerivedField></NeuralInput></NeuralInputs>' +
    '<NeuralLayer><Neuron id="1" bias="0"><Con from="0" weight="2"/></Neuron></NeuralLayer></NeuralNetwork>',
);
const CHAIN = pmml(
  `${DATA}<MiningModel functionName="regression">${SCHEMA}<Segmentation multipleModelMethod="modelChain"><Segment id="1"><True/>` +
    `<ClusteringModel functionName="clustering" modelClass="centerBased" numberOfClusters="1">${SCHEMA}<Output><OutputField name="c" feature="predictedValue"/></Output>` +
    '<ClusteringField field="x"/><Cluster><Array n="2" type="real">1 -2e3</Array></Cluster></ClusteringModel></Segment><Segment><True/>' +
    '<TreeModel functionName="regression"><MiningSchema><MiningField name="c"/></MiningSchema><Node score="1"><True/></Node></TreeModel></Segment></Segmentation></MiningModel>',
);

it('is refused without its root under its name', async () => {
  await expect(defectsOf('<Model/>')).rejects.toThrow('PMML');
});

describe('a document of PMML', () => {
  it.each([
    ['of a regression', REGRESSION],
    ['of a tree', TREE],
    ['of a network', NETWORK],
    ['of models in a chain', CHAIN],
    ['of transformations', pmml('<DataDictionary/><TransformationDictionary/>')],
  ])('%s is sound', async (_, text) => {
    expect(await defectsOf(text)).toEqual([]);
  });

  it.each<[string, string, string, string, string]>([
    ['no version', REGRESSION, ' version="4.4"', '', 'missing-part'],
    ['a version that there is not', REGRESSION, '"4.4"', '"44"', 'missing-part'],
    ['another namespace', REGRESSION, 'http://www.dmg.org/', 'http://nobody.invalid/', 'odd-value'],
    ['a count below zero', TREE, 'recordCount="3"', 'recordCount="-3"', 'odd-value'],
    ['no dictionary', TREE, DATA, '', 'missing-part'],
    ['two dictionaries', TREE, DATA, DATA + DATA, 'repeated-name'],
    ['another count of fields', TREE, 'numberOfFields="2"', 'numberOfFields="3"', 'odd-value'],
    ['a field twice', TREE, '"y" optype', '"x" optype', 'repeated-name'],
    ['a type that there is not', TREE, 'dataType="double"', 'dataType="doubel"', 'odd-value'],
    ['no schema', TREE, SCHEMA, '', 'missing-part'],
    ['no function', TREE, ' functionName="classification"', '', 'missing-part'],
    ['a function that there is not', TREE, 'functionName="classification"', 'functionName="magic"', 'odd-value'],
    ['a field that is declared nowhere', TREE, 'MiningField name="x"', 'MiningField name="z"', 'unknown-name'],
    ['a predicate about nothing', TREE, 'field="x" operator="less', 'field="z" operator="less', 'unknown-name'],
    ['a node without a predicate', TREE, '<True/>', '', 'missing-part'],
    ['a comparison that there is not', TREE, 'lessOrEqual', 'lessish', 'odd-value'],
    ['a comparison with a text', TREE, 'value="1"/><Score', 'value="one"/><Score', 'odd-value'],
    ['a comparison with nothing', TREE, ' value="1"/><Score', '/><Score', 'missing-part'],
    ['a count that is no number', TREE, 'recordCount="3"', 'recordCount="many"', 'odd-value'],
    ['no coefficient', REGRESSION, ' coefficient=".5"', '', 'missing-part'],
    ['a coefficient that is no number', REGRESSION, '".5"', '"half"', 'odd-value'],
    ['a constant that is no number', REGRESSION, '-1.5E3', '1,5', 'odd-value'],
    ['no table', REGRESSION, /<RegressionTable.*<\/RegressionTable>/.exec(REGRESSION)?.[0] ?? '', '', 'missing-part'],
    ['a neuron that is not there', NETWORK, 'from="0"', 'from="7"', 'unknown-name'],
    ['a weight that is no number', NETWORK, 'weight="2"', 'weight=""', 'odd-value'],
    ['a number that is none', CHAIN, '1 -2e3', '1 two', 'odd-value'],
    ['a number too many', CHAIN, '1 -2e3', '1 2 3', 'odd-value'],
    ['a score that is no number', CHAIN, 'score="1"', 'score="one"', 'odd-value'],
    ['no model', CHAIN, /<MiningModel.*<\/MiningModel>/.exec(CHAIN)?.[0] ?? '', '', 'missing-part'],
  ])('with %s is not', async (_, text, found, put, code) => {
    expect(text).toContain(found);
    expect((await defectsOf(text.replace(found, put))).join(' ')).toContain(code);
  });
});
