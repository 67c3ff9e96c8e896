import type { GatewayNode, ServedChannel } from '../../domain/gateway-node.ts';

/** The gateways that serve channels of an organisation. */
export interface GatewayNodeBook {
  /** By name; those that were silent for too long are not among them. */
  all(): Promise<readonly GatewayNode[]>;
  /** A gateway's sign of life, and what it serves. Forgets those that were silent for too long. */
  tell(name: string, startedAt: Date, channels: readonly ServedChannel[]): Promise<void>;
  /** It was stopped as it should be: nobody waits for it. */
  leave(name: string): Promise<void>;
}
