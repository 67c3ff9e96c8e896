import type { LicenceReading, Outbound } from '../domain/licence.ts';
import type { WeighbridgeError } from '../kernel/errors.ts';
import type { NamedText } from './caller.ts';
import type { UseFlags } from './vetting.ts';

export interface LicenceInput {
  readonly reference: string;
  readonly use: NamedText | null;
  readonly useFlags: UseFlags;
}

/** The licences of a model against one use, and what may be put on a derivative of it. */
export interface LicenceRead {
  readonly reference: string;
  readonly reading: LicenceReading;
  readonly outbound: Outbound;
}

/** What a declared model came to, or why its declaration could not be read. `id` is the declaration's own, echoed. */
export type DeclarationAnswer =
  | { readonly kind: 'reading'; readonly line: number; readonly id: unknown; readonly reading: LicenceReading }
  | { readonly kind: 'mistake'; readonly line: number; readonly id: unknown; readonly error: WeighbridgeError };

/** The answers to a file of declarations, in order. `lines`: the file was JSON a line. */
export interface DeclarationAnswers {
  readonly lines: boolean;
  readonly answers: Iterable<DeclarationAnswer>;
}
