import type { Readable } from 'node:stream';
import type { Surface } from '../../wire/surface.ts';
import { translationFor } from '../../wire/translate/table.ts';
import { type Translation, Untranslatable } from '../../wire/translate/translation.ts';
import { bodyFor, type Call } from '../call.ts';
import type { Replica } from '../snapshot.ts';

export interface Payload {
  /** Null: the caller's own. */
  readonly type: string | null;
  readonly length: number;
  readonly body: Buffer | Readable;
}

/** A call in the words of the server that gets it. */
export interface Sent {
  readonly surface: Surface;
  /** Made anew for each try. */
  readonly payload: () => Payload;
  /** Null: the server speaks as the caller does. */
  readonly translation: Translation | null;
}

/** A call for this server, or why it cannot be said to it. */
export function sentTo(call: Call, replica: Replica): Sent | string {
  const { surface, body, stream, channel } = call;
  if (surface.dialect === replica.dialect)
    return { surface, payload: () => payloadOf(call, replica), translation: null };
  const translation = translationFor(surface, replica.dialect);
  if (translation === null) return `the server of this channel speaks ${replica.dialect}, which has no ${surface.id}`;
  try {
    const said = translation.request(body.value, { model: replica.model ?? channel.name, stream });
    return { surface: translation.to, payload: () => jsonOf(JSON.stringify(said)), translation };
  } catch (error) {
    if (error instanceof Untranslatable) return error.message;
    throw error;
  }
}

function payloadOf(call: Call, replica: Replica): Payload {
  const { upload, body } = call;
  if (upload === null) return jsonOf(bodyFor(call, replica));
  return upload.form({ ...body.value, model: replica.model ?? call.channel.name });
}

function jsonOf(json: string | Buffer): Payload {
  const body = typeof json === 'string' ? Buffer.from(json) : json;
  return { type: null, length: body.length, body };
}
