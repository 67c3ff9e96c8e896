import type { Defect } from '../format.ts';
import type { XmlVisitor } from './parse.ts';

/** Told of one document. */
const TOLD = 20;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const MODELS = words(
  'AnomalyDetectionModel AssociationModel BayesianNetworkModel BaselineModel ClusteringModel GaussianProcessModel GeneralRegressionModel MiningModel NaiveBayesModel NearestNeighborModel NeuralNetwork RegressionModel RuleSetModel SequenceModel Scorecard SupportVectorMachineModel TextModel TimeSeriesModel TreeModel',
);
/** Versions of the Data Mining Group, of which the last is 4.4.1. */
const VERSION = /^\s*(?:1\.[01]|2\.[01]|3\.[0-2]|4\.[0-4](?:\.\d)?)\s*$/;
const SPACE = /^https?:\/\/www\.dmg\.org\/(?:PMML|v)/i;

/** What programs and tables keep in them is theirs. */
const OPAQUE = words('Extension InlineTable');
const PREDICATES = words('True False SimplePredicate CompoundPredicate SimpleSetPredicate');

/** What an element has to hold: one of each set. */
const REQUIRED: ReadonlyMap<string, readonly ReadonlySet<string>[]> = new Map(
  Object.entries({
    PMML: [
      words('Header'),
      words('DataDictionary'),
      new Set([...MODELS, 'TransformationDictionary', 'MiningBuildTask']),
    ],
    MiningSchema: [words('MiningField')],
    TreeModel: [words('Node')],
    Node: [PREDICATES],
    Segmentation: [words('Segment')],
    Segment: [PREDICATES, MODELS],
    RegressionModel: [words('RegressionTable')],
    SupportVectorMachineModel: [words('VectorDictionary'), words('SupportVectorMachine')],
    NeuralNetwork: [words('NeuralInputs'), words('NeuralLayer')],
    Scorecard: [words('Characteristics')],
    RuleSetModel: [words('RuleSet')],
  }),
);

/** Attributes that take one of few words. */
const CHOICES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    functionName: /^(?:associationRules|sequences|classification|regression|clustering|timeSeries|mixed)$/,
    'DataField optype': /^(?:categorical|ordinal|continuous)$/,
    'DerivedField optype': /^(?:categorical|ordinal|continuous)$/,
    'DataField dataType':
      /^(?:string|integer|float|double|boolean|date|time|dateTime|timeSeconds|(?:dateDays|dateTimeSeconds)Since\[(?:0|19[678]0)\])$/,
    'SimplePredicate operator':
      /^(?:equal|notEqual|less(?:Than|OrEqual)|greater(?:Than|OrEqual)|isMissing|isNotMissing)$/,
    'SimpleSetPredicate booleanOperator': /^(?:isIn|isNotIn)$/,
    'CompoundPredicate booleanOperator': /^(?:or|and|xor|surrogate)$/,
    'MiningField usageType': /^(?:active|predicted|target|supplementary|group|order|frequencyWeight|analysisWeight)$/,
  }),
);
/** Of these the attribute may not be absent. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    SimplePredicate: ['operator', 'field'],
    SimpleSetPredicate: ['booleanOperator'],
    CompoundPredicate: ['booleanOperator'],
    DataField: ['name'],
    MiningField: ['name'],
    NumericPredictor: ['name', 'coefficient'],
    CategoricalPredictor: ['coefficient'],
    RegressionTable: ['intercept'],
    Con: ['from', 'weight'],
    PCell: ['beta', 'parameterName'],
    ScoreDistribution: ['value'],
    FieldRef: ['field'],
  }),
);

/** Attributes that the score is computed from: numbers. */
const NUMBERS = words(
  'RegressionTable.intercept NumericPredictor.coefficient NumericPredictor.exponent CategoricalPredictor.coefficient PredictorTerm.coefficient Con.weight Neuron.bias NeuralNetwork.threshold Coefficient.value Coefficients.absoluteValue PCell.beta Scorecard.initialScore Characteristic.baselineScore Attribute.partialScore ScoreDistribution.recordCount ScoreDistribution.confidence ScoreDistribution.probability Node.recordCount Segment.weight Target.rescaleFactor Target.rescaleConstant LinearNorm.orig LinearNorm.norm TargetValueCount.count PairCounts.count Interval.leftMargin Interval.rightMargin DataDictionary.numberOfFields',
);
const NUMBER = /^\s*[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|INF|Infinity|NaN)\s*$/;
const COUNTS = words('ScoreDistribution.recordCount Node.recordCount TargetValueCount.count PairCounts.count');
const NUMERIC = /^(?:integer|float|double)$/;

/** Attributes that give a field its name, and those that name one. */
const DECLARES = words('DataField.name DerivedField.name OutputField.name ParameterField.name ResultField.name');
const USES = words(
  'MiningField.name FieldRef.field NumericPredictor.name CategoricalPredictor.name SimplePredicate.field SimpleSetPredicate.field NormContinuous.field NormDiscrete.field Discretize.field FieldColumnPair.field Aggregate.field Lag.field ClusteringField.field KNNInput.field BayesInput.fieldName BayesOutput.fieldName Predictor.name PPCell.predictorName',
);
/** Names within a model: where they are given, and where they have to be. */
const INNER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Con.from': 'neuron',
    'NeuralOutput.outputNeuron': 'neuron',
    'SupportVector.vectorId': 'vector',
    'PCell.parameterName': 'parameter',
    'PPCell.parameterName': 'parameter',
  }),
);
const GIVES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'NeuralInput.id': 'neuron',
    'Neuron.id': 'neuron',
    'VectorInstance.id': 'vector',
    'Parameter.name': 'parameter',
  }),
);

interface Open {
  readonly element: string;
  readonly at: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Set<string>;
  /** Fields that it lists by now. */
  readonly names: Set<string>;
}

/**
 * Whether a document of PMML can be scored (dmg.org, PMML 4.4, general structure): it declares its fields and holds a model, each
 * model has a schema, whatever is used is declared somewhere, and what the score is computed from are numbers.
 *
 * Defects: `missing-part`, an element or attribute that has to be there; `odd-value`, an attribute that is none of its words or
 * no number; `unknown-name`, a field, neuron, vector or parameter that nothing declares; `repeated-name`, one that a list has twice.
 */
export function surveyPmmlModel(): XmlVisitor & { readonly defects: () => readonly Defect[] } {
  const defects: Defect[] = [];
  const path: Open[] = [];
  const types = new Map<string, string>();
  const used = new Map<string, number>();
  const given = new Set<string>();
  const wanted = new Map<string, number>();
  const compared: { readonly field: string; readonly value: string; readonly at: number }[] = [];
  let opaque = 0;
  let array: { n: string | undefined; type: string; text: string; at: number } | null = null;
  const say = (code: string, message: string, offset: number): void => {
    if (defects.length < TOLD) defects.push({ code, message, offset });
  };

  const attribute = (element: string, key: string, value: string, at: number): void => {
    const place = `${element}.${key}`;
    const choice =
      key === 'functionName' ? (MODELS.has(element) ? CHOICES.get(key) : undefined) : CHOICES.get(`${element} ${key}`);
    if (choice?.test(value) === false) say('odd-value', `${key} ${value} of ${element}`, at);
    if (NUMBERS.has(place) && !NUMBER.test(value)) say('odd-value', `${key} of ${element} is no number`, at);
    if (COUNTS.has(place) && Number(value) < 0) say('odd-value', `${key} of ${element} is below zero`, at);
    if (USES.has(place) && !used.has(value)) used.set(value, at);
    const [inner, gives] = [INNER.get(place), GIVES.get(place)];
    if (gives !== undefined) given.add(`${gives} ${value}`);
    if (inner !== undefined && !wanted.has(`${inner} ${value}`)) wanted.set(`${inner} ${value}`, at);
  };

  const declare = (element: string, attributes: ReadonlyMap<string, string>): void => {
    const name = attributes.get('name');
    if (name === undefined || !DECLARES.has(`${element}.name`)) return;
    const type = element === 'DataField' ? (attributes.get('dataType') ?? '') : '';
    // A name that is given in two places may be of two types.
    types.set(name, types.has(name) && types.get(name) !== type ? '' : type);
  };

  const listed = (element: string, name: string | undefined, at: number): void => {
    if ((element !== 'DataField' && element !== 'MiningField') || name === undefined) return;
    const list = path.at(-1)?.names;
    if (list?.has(name) === true) say('repeated-name', `the field ${name} stands twice in one list`, at);
    list?.add(name);
  };

  const score = (element: string, attributes: ReadonlyMap<string, string>, at: number): void => {
    const [field, value] = [attributes.get('field'), attributes.get('value')];
    if (element === 'SimplePredicate') {
      const takesNone = /^is(?:Not)?Missing$/.test(attributes.get('operator') ?? '');
      if (value === undefined && !takesNone) say('missing-part', 'SimplePredicate has no value', at);
      if (field !== undefined && value !== undefined && !takesNone && !NUMBER.test(value))
        compared.push({ field, value, at });
    }
    const mark = element === 'Node' ? attributes.get('score') : undefined;
    if (mark === undefined || NUMBER.test(mark)) return;
    const model = path.findLast((each) => MODELS.has(each.element));
    if (model?.element === 'TreeModel' && model.attributes.get('functionName') === 'regression')
      say('odd-value', 'the score of a regression is no number', at);
  };

  const closeElement = ({ element, children, at, attributes, names }: Open): void => {
    for (const part of [...(REQUIRED.get(element) ?? []), ...(MODELS.has(element) ? [words('MiningSchema')] : [])]) {
      const [name = ''] = part;
      const what = part.size === 1 ? name : part === PREDICATES ? 'predicate' : 'model';
      if (![...part].some((each) => children.has(each))) say('missing-part', `${element} has no ${what}`, at);
    }
    const count = attributes.get('numberOfFields');
    if (element === 'DataDictionary' && count !== undefined && Number(count) !== names.size)
      say('odd-value', `a dictionary of ${count} fields has ${names.size}`, at);
  };

  return {
    open: (element, attributes, at) => {
      const above = path.at(-1);
      if (above === undefined) {
        if (!VERSION.test(attributes.get('version') ?? ''))
          say('missing-part', 'PMML has no version that there is', at);
        const space = attributes.get('xmlns');
        if (space !== undefined && !SPACE.test(space)) say('odd-value', 'PMML of another namespace', at);
      }
      const isSecond = above?.children.has(element) === true;
      if (opaque === 0) above?.children.add(element);
      if (OPAQUE.has(element)) opaque += 1;
      if (opaque > 0) {
        path.push({ element, at, attributes, children: new Set(), names: new Set() });
        return;
      }
      if (element === 'DataDictionary' && isSecond) say('repeated-name', 'there are two dictionaries of data', at);
      for (const [key, value] of attributes) attribute(element, key, value, at);
      for (const key of NEEDED.get(element) ?? [])
        if (!attributes.has(key)) say('missing-part', `${element} has no ${key}`, at);
      if (MODELS.has(element) && !attributes.has('functionName'))
        say('missing-part', `${element} has no functionName`, at);
      listed(element, attributes.get('name'), at);
      declare(element, attributes);
      score(element, attributes, at);
      array = element === 'Array' ? { n: attributes.get('n'), type: attributes.get('type') ?? '', text: '', at } : null;
      path.push({ element, at, attributes, children: new Set(), names: new Set() });
    },
    text: (content) => {
      if (array !== null && opaque === 0) array.text += content;
    },
    close: () => {
      const closed = path.pop();
      if (closed === undefined) return;
      if (opaque > 0) {
        if (OPAQUE.has(closed.element)) opaque -= 1;
        return;
      }
      if (closed.element === 'Array' && array !== null) {
        const wrong = brokenArray(array);
        if (wrong !== null) say('odd-value', wrong, array.at);
        array = null;
      }
      closeElement(closed);
    },
    instruction: () => {},
    defects: () => {
      for (const [name, at] of used)
        if (!types.has(name)) say('unknown-name', `the field ${name} is declared nowhere`, at);
      for (const [name, at] of wanted) if (!given.has(name)) say('unknown-name', `the ${name} is nowhere`, at);
      for (const { field, at } of compared)
        if (NUMERIC.test(types.get(field) ?? '')) say('odd-value', `${field} is compared with what is no number`, at);
      return defects;
    },
  };
}

/** Of numbers: each is one, and there are as many as are told. */
function brokenArray({ n, type, text }: { n: string | undefined; type: string; text: string }): string | null {
  if (type !== 'real' && type !== 'int') return null;
  const values = text.split(/\s+/).filter((value) => value !== '');
  if (values.some((value) => !NUMBER.test(value))) return 'an array of numbers holds another';
  return n !== undefined && Number(n) !== values.length ? `an array of ${n} has ${values.length}` : null;
}
