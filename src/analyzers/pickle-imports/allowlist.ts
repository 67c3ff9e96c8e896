import { ANNOTATION_ROWS } from './rows/annotations.ts';
import { ARRAY_ROWS } from './rows/arrays.ts';
import { ARROW_ROWS } from './rows/arrow.ts';
import { BUILTIN_ROWS } from './rows/builtins.ts';
import { CLASSICAL_ROWS } from './rows/classical.ts';
import { CLIENT_ROWS } from './rows/clients.ts';
import { COMPANION_ROWS } from './rows/companions.ts';
import { DISTRIBUTION_ROWS } from './rows/distributions.ts';
import { EXCEPTION_ROWS } from './rows/exceptions.ts';
import { FUNCTION_ROWS } from './rows/functions.ts';
import { ITERATOR_ROWS } from './rows/iterators.ts';
import { LIBRARY_ROWS } from './rows/libraries.ts';
import { MODEL_ROWS } from './rows/models.ts';
import { OPERATOR_ROWS } from './rows/operators.ts';
import { PYTHON_ROWS } from './rows/python.ts';
import { RECORD_ROWS } from './rows/records.ts';
import { SYNTAX_ROWS } from './rows/syntax.ts';
import { TABLE_ROWS } from './rows/tables.ts';
import { TENSOR_ROWS } from './rows/tensors.ts';
import type { AllowRow } from './use.ts';

/** Every name that is allowed with uses of its own; plain classes of the large libraries stand in `classes`. */
export const ALLOWLIST: readonly AllowRow[] = [
  ...TENSOR_ROWS,
  ...BUILTIN_ROWS,
  ...PYTHON_ROWS,
  ...TABLE_ROWS,
  ...ARROW_ROWS,
  ...ARRAY_ROWS,
  ...DISTRIBUTION_ROWS,
  ...MODEL_ROWS,
  ...FUNCTION_ROWS,
  ...LIBRARY_ROWS,
  ...CLASSICAL_ROWS,
  ...ANNOTATION_ROWS,
  ...RECORD_ROWS,
  ...EXCEPTION_ROWS,
  ...OPERATOR_ROWS,
  ...ITERATOR_ROWS,
  ...SYNTAX_ROWS,
  ...COMPANION_ROWS,
  ...CLIENT_ROWS,
];
