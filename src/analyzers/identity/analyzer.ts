import type { Finding } from '../../domain/finding.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { nameFindings } from './names.ts';
import { IDENTITY_RULES } from './rules.ts';
import { signatureFindings } from './signatures.ts';

/** Who stands behind the model: signatures and whom they are of, and names that could be taken for others. */
export const identity: ModelAnalyzer = {
  id: 'identity',
  version: 1,
  question: 'Who made it, and is it as they made it?',
  rules: IDENTITY_RULES,
  scope: 'model',
  needs: [],
  appliesTo: () => true,
  analyze,
};

function* analyze(material: Material): Iterable<Finding> {
  yield* signatureFindings(material.evidence);
  yield* nameFindings(material);
}
