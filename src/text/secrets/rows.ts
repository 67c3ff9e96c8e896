import type { SecretRow } from './row.ts';
import { ISSUER_ROWS } from './rows-issuers.ts';
import { MODEL_ROWS } from './rows-models.ts';
import { SHAPE_ROWS } from './rows-shapes.ts';

/** Every secret rule. Where two match the same characters, the earlier row names them. */
export const SECRET_ROWS: readonly SecretRow[] = [...MODEL_ROWS, ...ISSUER_ROWS, ...SHAPE_ROWS];
