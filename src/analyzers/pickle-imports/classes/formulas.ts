import type { ClassFamily } from './family.ts';

/**
 * Classes of formulaic 0.6 to 1.2, with which lifelines and others keep how columns come out of a table. What a factor says is
 * Python, which is evaluated when the model is used: `formats/pickle/states` tells those that do more than name columns.
 */
export const FORMULAS: ClassFamily = {
  objects: {
    'formulaic.formula': 'SimpleFormula',
    'formulaic.materializers.types.evaluated_factor': 'EvaluatedFactor',
    'formulaic.materializers.types.scoped_factor': 'ScopedFactor',
    'formulaic.model_spec': 'ModelSpec',
    'formulaic.parser.types.term': 'Term',
    'formulaic.transforms.contrasts':
      'Contrasts ContrastsState CustomContrasts DiffContrasts HelmertContrasts PolyContrasts SASContrasts SumContrasts TreatmentContrasts',
  },
  slotted: {
    'formulaic.materializers.types.scoped_term': 'ScopedTerm',
    'formulaic.parser.types.factor': 'Factor',
    'formulaic.parser.types.token': 'Token',
  },
  enums: {
    'formulaic.formula': 'OrderingMethod',
    'formulaic.materializers.types.enums': 'ClusterBy NAAction',
    'formulaic.parser.types.factor': 'Factor.EvalMethod Factor.Kind',
    'formulaic.parser.types.token': 'Token.Kind',
    'formulaic.utils.sentinels': 'Sentinel',
    'formulaic.utils.variables': 'Variable.Role',
  },
  tuples: { 'formulaic.materializers.base': 'EncodedTermStructure' },
  metrics: { 'formulaic.utils.variables': 'Variable' },
};
