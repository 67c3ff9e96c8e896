import type { Surface } from '../wire/surface.ts';
import { translationFor } from '../wire/translate/table.ts';
import { type Translation, Untranslatable } from '../wire/translate/translation.ts';
import { bodyFor, type Call } from './call.ts';
import type { Replica } from './snapshot.ts';

/** A call in the words of the server that gets it. */
export interface Sent {
  readonly surface: Surface;
  readonly body: string;
  /** Null: the server speaks as the caller does. */
  readonly translation: Translation | null;
}

/** A call for this server, or why it cannot be said to it. */
export function sentTo(call: Call, replica: Replica): Sent | string {
  const { surface, body, stream, channel } = call;
  if (surface.dialect === replica.dialect) return { surface, body: bodyFor(call, replica), translation: null };
  const translation = translationFor(surface, replica.dialect);
  if (translation === null) return `the server of this channel speaks ${replica.dialect}, which has no ${surface.id}`;
  try {
    const said = translation.request(body.value, { model: replica.model ?? channel.name, stream });
    return { surface: translation.to, body: JSON.stringify(said), translation };
  } catch (error) {
    if (error instanceof Untranslatable) return error.message;
    throw error;
  }
}
