import { z } from 'zod';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Heard, heardDigest, heardShape } from './heard.ts';

const KIND = 'weighbridge-gateway/v1';
const keptShape = z.strictObject({ kept: z.literal(KIND), digest: z.string(), heard: heardShape });

/** What was last heard, as text for a file. */
export function keptText(heard: Heard): string {
  return `${JSON.stringify({ kept: KIND, digest: heardDigest(heard), heard })}\n`;
}

/**
 * What a file kept. The digest tells a damaged file; what is served by it is held against signatures as ever. Throws
 * `gateway-kept-invalid`.
 */
export function heardIn(text: string, file: string, organisation: string): Heard {
  const parsed = keptShape.safeParse(jsonIn(text));
  if (!parsed.success) throw new WeighbridgeError('gateway-kept-invalid', `${file} is no file of a gateway`);
  const { digest, heard } = parsed.data;
  if (digest !== heardDigest(heard)) throw new WeighbridgeError('gateway-kept-invalid', `${file} is damaged`);
  if (heard.organisation !== organisation)
    throw new WeighbridgeError('gateway-kept-invalid', `${file} is of the organisation ${heard.organisation}`);
  return heard;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
