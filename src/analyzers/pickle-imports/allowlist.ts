import { FUNCTION_ROWS } from './rows/functions.ts';
import { LIBRARY_ROWS } from './rows/libraries.ts';
import { PYTHON_ROWS } from './rows/python.ts';
import { TENSOR_ROWS } from './rows/tensors.ts';
import type { AllowRow } from './use.ts';

/** Every name that is allowed with uses of its own; plain classes of the large libraries stand in `classes`. */
export const ALLOWLIST: readonly AllowRow[] = [...TENSOR_ROWS, ...PYTHON_ROWS, ...LIBRARY_ROWS, ...FUNCTION_ROWS];
