import type { PickleValue } from '../../formats/pickle/facts.ts';
import type { Shape } from './shapes.ts';

/** A way in which an allowed name may be used: by which instructions, with which arguments. */
export interface Use {
  readonly forms: readonly string[];
  /** One for each argument; the last ones may be missing. `rest` is for all further ones. */
  readonly takes: readonly Shape[];
  readonly rest?: Shape;
}

/** Never called: only referred to, as a dtype is. */
export const NO_USE: readonly Use[] = [];

/** An example of a use; its first item is the form. */
export type ExampleUse = readonly [string, ...PickleValue[]];

/** Names that weights need, exactly, and how they are used. Referring to them without a call is allowed, too. */
export interface AllowRow {
  readonly modules: readonly string[];
  readonly names: readonly string[];
  readonly uses: readonly Use[];
  /** It calls, or looks up, what it is given: harmless in these uses only, so it may not be handed to anything. */
  readonly neverHandedOn?: true;
  /** It stands in the denylist too, which judges every other use. */
  readonly elseDenied?: true;
  /** Uses that must be found strange, and such as must not. */
  readonly fires: readonly ExampleUse[];
  readonly quiet: readonly ExampleUse[];
}
