import type { ServedChannel } from '../../domain/gateway-node.ts';
import type { ControlStore } from '../../ports/control-store.ts';
import { type Heard, hear } from './heard.ts';

/** What it takes to follow channels of a control plane. */
export interface FollowParts {
  readonly store: Pick<ControlStore, 'within'>;
  readonly organisation: string;
  /** Names of the channels that are followed now. */
  readonly names: () => readonly string[];
  /** Takes up what was heard. Called each time, changed or not; rejects when it could not. */
  readonly take: (heard: Heard) => Promise<void>;
  /** What this gateway serves, for the control plane to know; null: it does not listen yet. */
  readonly told: () => {
    readonly node: string;
    readonly startedAt: Date;
    readonly channels: readonly ServedChannel[];
  } | null;
  /** The control plane is lost; told once until it is found again. */
  readonly lost: (error: unknown) => void;
  readonly found: () => void;
}

export interface Following {
  /** Looks now. Never rejects. */
  look(): Promise<void>;
  /** Says that nobody need wait for this gateway any more. */
  leave(): Promise<void>;
}

/**
 * Hears what the control plane says, takes it up, and acknowledges it. A look that is asked for while another is under
 * way follows it: what was said in between is not missed, and many changes at once are one look.
 */
export function follow({ store, organisation, names, take, told, lost, found }: FollowParts): Following {
  let before: Heard | null = null;
  let isLost = false;
  let under: Promise<void> | null = null;
  let again = false;

  const once = async (): Promise<void> => {
    try {
      const heard = await store.within(organisation, (books) => hear(books, organisation, { names: names(), before }));
      await take(heard);
      before = heard;
      const say = told();
      if (say !== null)
        await store.within(organisation, ({ gatewayNodes }) =>
          gatewayNodes.tell(say.node, say.startedAt, say.channels),
        );
      if (isLost) found();
      isLost = false;
    } catch (error) {
      if (!isLost) lost(error);
      isLost = true;
    }
  };
  const look = (): Promise<void> => {
    again = under !== null;
    under ??= once().finally(() => {
      under = null;
      if (again) void look();
    });
    return under;
  };
  return {
    look,
    leave: async () => {
      const say = told();
      if (say === null || isLost) return;
      await store.within(organisation, ({ gatewayNodes }) => gatewayNodes.leave(say.node)).catch(() => {});
    },
  };
}
