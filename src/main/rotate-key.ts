import { readOwnText } from '../adapters/files/own-files.ts';
import { writeWhole } from '../adapters/files/write-whole.ts';
import type { KeyRotation } from '../contract/gateway.ts';
import { LIMITS } from '../kernel/limits.ts';
import { rotated } from '../policy/gateway/rotate.ts';
import { SURFACES } from '../wire/table.ts';

/** A gateway that follows the file takes both keys a second later. */
export async function rotateKey({ config, ...rotation }: KeyRotation, now: Date): Promise<void> {
  const text = await readOwnText(config, LIMITS.document);
  await writeWhole(config, rotated(text, config, { ...rotation, now, surfaces: SURFACES.map(({ id }) => id) }));
}
