import type { z } from 'zod';
import type { Operation } from '../../contract/control/operation.ts';
import type { ControlParts, Desk } from './parts.ts';

/**
 * The use cases of one topic's operations; the compiler finds the one that is missing. What anybody may ask is done
 * without a desk, since nobody sits at it.
 */
export type UseCases<Operations extends Readonly<Record<string, Operation>>> = {
  readonly [Name in keyof Operations]: (
    at: Operations[Name]['who'] extends 'anyone' ? ControlParts : Desk,
    input: z.output<Operations[Name]['input']>,
  ) => Promise<z.output<Operations[Name]['output']>>;
};
