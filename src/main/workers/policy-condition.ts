import { serveIsolated } from '../../adapters/isolation/serve.ts';
import { answerConditions } from '../../policy/conditions.ts';

serveIsolated(answerConditions);
