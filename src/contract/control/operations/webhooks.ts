import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const webhook = z.object({
  id: shape.id,
  url: z.string(),
  kinds: z.array(z.string()),
  state: z.enum(['active', 'stopped', 'ended']),
  failures: z.number(),
  position: z.number(),
  createdAt: shape.instant,
  nextAt: shape.instant,
});

const event = z.object({
  /** In the audit log; where to go on from is one more. */
  position: z.number(),
  kind: z.string(),
  subject: z.string(),
  at: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
});

/** What was done, for whoever listens. */
export const WEBHOOK_OPERATIONS = {
  'event.list': {
    summary: 'Acts on models from a position of the audit log on; /v1/events/stream gives them as they come',
    method: 'GET',
    path: '/v1/events',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({
      since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({ items: z.array(event), next: z.number() }),
    errors: [],
  },
  'webhook.list': {
    summary: 'Addresses that are told',
    method: 'GET',
    path: '/v1/webhooks',
    who: ['admin'],
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(webhook),
    errors: [],
  },
  'webhook.add': {
    summary: 'Tell an address what is done from now on; its secret is shown once',
    method: 'POST',
    path: '/v1/webhooks',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({
      url: shape.line(2000),
      kinds: z
        .array(z.string().regex(/^[a-z-]{1,40}\.[a-z-]{0,40}$/, 'is no act'))
        .max(50)
        .default([]),
    }),
    output: webhook.extend({ secret: z.string() }),
    errors: ['address-refused'],
    secret: true,
  },
  'webhook.resume': {
    summary: 'Go on where a webhook was stopped',
    method: 'POST',
    path: '/v1/webhooks/:webhook/resume',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ webhook: shape.id }),
    output: webhook,
    errors: ['webhook-not-found'],
  },
  'webhook.end': {
    summary: 'Tell it nothing more',
    method: 'DELETE',
    path: '/v1/webhooks/:webhook',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ webhook: shape.id }),
    output: webhook,
    errors: ['webhook-not-found'],
  },
  'webhook.deliveries': {
    summary: 'What was sent, newest first, and what came of it',
    method: 'GET',
    path: '/v1/webhooks/:webhook/deliveries',
    who: ['admin'],
    scope: 'read',
    input: z.strictObject({ webhook: shape.id }),
    output: z.object({
      items: z.array(
        z.object({
          position: z.number(),
          at: shape.instant,
          status: z.number().nullable(),
          failure: z.string().nullable(),
        }),
      ),
    }),
    errors: ['webhook-not-found'],
  },
} as const satisfies Record<string, Operation>;
