import { z } from 'zod';
import { isJsonObject } from '../kernel/json.ts';
import type { Envelope } from './dsse.ts';
import { digestIn, instantIn, type Sealed, sealed } from './sealed.ts';

/** What a channel serves, said by the server: which decision it rests on, and what the audit log was then. */
export const RELEASE_TYPE = 'application/vnd.weighbridge.release.v1+json';

const releaseShape = z.strictObject({
  organisation: z.string().max(40),
  /** Null: it was admitted, and not released on a channel. */
  release: z
    .strictObject({
      id: z.string().max(60),
      channel: z.string().max(80),
      environment: z.string().max(200),
      at: instantIn,
    })
    .nullable(),
  model: z.string(),
  manifest: digestIn,
  /** Of the decision's payload. */
  decision: digestIn,
  issuedAt: instantIn,
  /** The audit log's signed note, to hold the log to it later. */
  checkpoint: z.string().max(10_000),
});

export type ReleaseStatement = z.output<typeof releaseShape>;

export function releaseIn(envelope: Sealed): ReleaseStatement | null {
  return sealed(envelope, RELEASE_TYPE, releaseShape);
}

/** All that a device without a network needs to judge a folder: one file. */
export interface Bundle {
  readonly bundle: 'weighbridge/v1';
  readonly decision: Envelope;
  readonly release: Envelope;
  readonly revocations: Envelope;
}

const envelope = z.object({
  payloadType: z.string(),
  payload: z.string(),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.string() })).max(10),
});
const bundleShape = z.strictObject({
  bundle: z.literal('weighbridge/v1'),
  decision: envelope,
  release: envelope,
  revocations: envelope,
});

/** Null for what is none. */
export function bundleIn(text: string): Bundle | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? (bundleShape.safeParse(value).data ?? null) : null;
  } catch {
    return null;
  }
}
