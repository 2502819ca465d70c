import nodemailer, { type Transporter } from 'nodemailer';
import { env, origin } from './env';
import { fillLinks } from './tokens';

export interface Letter {
  /** Stays the same when a letter is tried again, so that a mailbox can tell. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

let transport: { url: string; transporter: Transporter } | undefined;

export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Hands one letter to the SMTP server of SMTP_URL.
 * @throws when none is configured, or when the server refuses or can't be reached within 15 s
 */
export async function sendLetter(letter: Letter): Promise<void> {
  const url = env().SMTP_URL;
  if (url === undefined) throw new Error('SMTP_URL is not set');
  if (transport?.url !== url) {
    const transporter = nodemailer.createTransport({
      url,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 15_000,
    } as Parameters<typeof nodemailer.createTransport>[0]);
    transport = { url, transporter };
  }
  await transport.transporter.sendMail({
    from: env().MAIL_FROM,
    to: letter.to,
    subject: letter.subject,
    text: fillLinks(letter.text),
    messageId: `<${letter.id}@${origin().hostname}>`,
  });
}
