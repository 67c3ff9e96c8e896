import { createSmtpMailer } from '../adapters/mail/smtp.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { MailConfig } from './config.ts';

/** By the mail server that is configured; null where none is. */
export function mailerIn(config: MailConfig | null): Mailer | null {
  return config === null ? null : createSmtpMailer({ ...config, password: config.password?.reveal() ?? null });
}
