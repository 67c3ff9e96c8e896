import type { SecretRow } from './row.ts';
import { CALL_ROWS } from './rows-calls.ts';
import { CLOUD_ROWS } from './rows-clouds.ts';
import { CODE_ROWS } from './rows-code.ts';
import { COMMAND_ROWS } from './rows-commands.ts';
import { FILE_ROWS } from './rows-files.ts';
import { ISSUER_ROWS } from './rows-issuers.ts';
import { MODEL_ROWS } from './rows-models.ts';
import { PLATFORM_ROWS } from './rows-platforms.ts';
import { SERVICE_ROWS } from './rows-services.ts';
import { SHAPE_ROWS } from './rows-shapes.ts';
import { SPOT_ROWS as GENERAL_ROWS } from './rows-spots.ts';
import { TOLD_ROWS } from './rows-told.ts';
import type { SpotRow } from './spot.ts';

export { MARK_ROWS } from './rows-marks.ts';
export { NAMED_ROWS } from './rows-named.ts';

/** Secrets that begin in their own way, where a word begins. Of two on the same characters, the earlier row names them. */
export const TOKEN_ROWS: readonly SecretRow[] = [
  ...MODEL_ROWS,
  ...CLOUD_ROWS,
  ...CODE_ROWS,
  ...SERVICE_ROWS,
  ...PLATFORM_ROWS,
  ...ISSUER_ROWS,
  ...SHAPE_ROWS,
];

/** Secrets of any characters, which only what stands before them gives away. */
export const SPOT_ROWS: readonly SpotRow[] = [
  ...GENERAL_ROWS,
  ...COMMAND_ROWS,
  ...CALL_ROWS,
  ...FILE_ROWS,
  ...TOLD_ROWS,
];
