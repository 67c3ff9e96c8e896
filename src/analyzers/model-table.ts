import type { ModelAnalyzer } from './analyzer.ts';
import { bomClaims } from './bom-claims/analyzer.ts';
import { card } from './card/analyzer.ts';
import { detonation } from './detonation/analyzer.ts';
import { digests } from './digests/analyzer.ts';
import { externalEvidence } from './external-evidence/analyzer.ts';
import { identity } from './identity/analyzer.ts';
import { licence } from './licence/analyzer.ts';
import { licenceClaim } from './licence-claim/analyzer.ts';
import { lineage } from './lineage/analyzer.ts';
import { modelAdvisories } from './model-advisories/analyzer.ts';
import { otherTools } from './other-tools/analyzer.ts';
import { shards } from './shards/analyzer.ts';
import { trainingData } from './training-data/analyzer.ts';
import { vulnerabilities } from './vulnerabilities/analyzer.ts';

/** Every analyzer of models as a whole, likewise. Apart from those of files, so that a scan does not load what only a vetting needs. */
export const MODEL_ANALYZERS: readonly ModelAnalyzer[] = [
  detonation,
  shards,
  digests,
  identity,
  lineage,
  licence,
  licenceClaim,
  trainingData,
  bomClaims,
  vulnerabilities,
  modelAdvisories,
  card,
  externalEvidence,
  otherTools,
];
