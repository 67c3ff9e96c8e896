import type { Rule } from '../../domain/finding.ts';

/**
 * What names an attack. It only raises severity: what is in neither list is suspicious all the same. `names` are exact;
 * a row without them means everything in the modules, and with `within` in the modules below them too.
 */
export interface DenyRow {
  readonly rule: Rule;
  readonly modules: readonly string[];
  readonly names?: readonly string[];
  readonly within?: true;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}
