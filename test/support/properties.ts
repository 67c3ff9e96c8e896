import * as fc from 'fast-check';
import { cases } from './deep.ts';

/** Properties that say nothing else are tried so often: fast-check's own hundred in a deep run. */
fc.configureGlobal({ numRuns: cases(100) });
