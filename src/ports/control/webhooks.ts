import type { Delivery, Webhook } from '../../domain/webhook.ts';
import type { Page, PageWanted } from './page.ts';

export interface WebhookBook {
  /** `secret` signs what is sent; nobody is shown it again. */
  add(webhook: Webhook, secret: string): Promise<void>;
  list(wanted: PageWanted): Promise<Page<Webhook>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<(Webhook & { readonly secret: string }) | null>;
  /** Its place, its failures, its state; whoever held it lets it go. */
  change(webhook: Webhook): Promise<void>;
  addDelivery(webhook: string, delivery: Delivery): Promise<void>;
  /** Newest first; the last few hundred. */
  deliveries(webhook: string): Promise<readonly Delivery[]>;
}

/** A webhook that is due, and ours for a while. */
export interface DueWebhook {
  readonly organisation: string;
  readonly id: string;
}
