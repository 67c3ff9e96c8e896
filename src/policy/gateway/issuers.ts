import { z } from 'zod';
import { TOKEN_ALGORITHMS } from '../../domain/gateway.ts';
import { line } from '../yaml/shape.ts';
import { allowed, name } from './shapes.ts';

const web = /^https?:\/\/[^\s?#@]{1,500}$/;

/** Who may issue tokens to callers (OpenID Connect), and what their groups may do. */
export const issuer = z.strictObject({
  name,
  issuer: z.string().regex(web, 'must be an https:// address, as the issuer itself writes it'),
  audience: line(300),
  algorithms: z.array(z.enum(TOKEN_ALGORITHMS)).min(1).default(['RS256', 'PS256', 'ES256', 'EdDSA']),
  groupsClaim: line(100).default('groups'),
  skewSeconds: z.int().min(0).max(300).default(30),
  callers: z
    .array(z.strictObject({ group: line(300), ...allowed }))
    .min(1)
    .max(1000),
});

export const ISSUER_FIELDS = 'issuers issuer audience algorithms groupsClaim skewSeconds callers group'.split(' ');
