import type { Transporter } from 'nodemailer';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Mailer } from '../../ports/mailer.ts';

/** A mail server, and who the mails are from. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise by STARTTLS where the server has it, and always where there is a password. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
}

/** In milliseconds, for each thing that the server does. */
const PATIENCE = 20_000;

/** Mails over SMTP (RFC 5321), as plain text. */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  let transport: Promise<Transporter> | null = null;
  return {
    send: async ({ id, to, subject, body }) => {
      transport ??= open(settings);
      try {
        await (await transport).sendMail({
          from: settings.from,
          // An address as a value, so that no comma in it makes two.
          to: { name: '', address: to },
          subject,
          text: body,
          messageId: `<${id}@weighbridge.invalid>`,
          // RFC 3834: nobody's holiday answers it.
          headers: { 'auto-submitted': 'auto-generated' },
        });
      } catch (cause) {
        throw new WeighbridgeError('mail-failed', cause instanceof Error ? cause.message : String(cause), { cause });
      }
    },
  };
}

async function open({ host, port, secure, user, password }: SmtpSettings): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const auth = user === null ? {} : { auth: { user, pass: password ?? '' } };
  return createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && user !== null,
    ...auth,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
