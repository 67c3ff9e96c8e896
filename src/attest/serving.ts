import { z } from 'zod';

/** Somebody proves which bytes a model server loaded: a short-lived statement whose subject is the admitted manifest. */
export const SERVING_PREDICATE = 'urn:weighbridge:predicate:serving:v1';

export const servingShape = z.strictObject({
  /** Where it serves, as the gateway names it: an origin. */
  url: z.string(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  attestedAt: z.string(),
  expiresAt: z.string(),
});

export type Serving = z.output<typeof servingShape>;
