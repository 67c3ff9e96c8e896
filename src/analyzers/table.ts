import type { Analyzer } from './analyzer.ts';
import { FILE_ANALYZERS } from './file-table.ts';
import { MODEL_ANALYZERS } from './model-table.ts';

/** Every analyzer. What looks at files alone takes `FILE_ANALYZERS`. */
export const ANALYZERS: readonly Analyzer[] = [...FILE_ANALYZERS, ...MODEL_ANALYZERS];
