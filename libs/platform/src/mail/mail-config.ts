import { z } from 'zod';
import { addressVariable, ConfigurationWrong } from '../config.js';

/** Variables of a service that sends mails. */
export const mailVariables = {
  /** Without it mails are kept in a table and shown at /dev/mail, which exists in local and test only. */
  MAIL_URL: addressVariable('an smtp(s):// address', 'smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().min(3).default('Dhanman <no-reply@dhanman.com>'),
};

export const mailSecrets: readonly string[] = ['MAIL_URL'];

/** What the way out for mails needs to know; the configuration of the service is given for it. */
export abstract class MailConfig {
  abstract readonly ENVIRONMENT: string;
  abstract readonly MAIL_URL?: string | undefined;
  abstract readonly MAIL_FROM: string;
}

/** Mails are looked at here instead of being sent; never where real people wait for them. */
export function keepsMail({ MAIL_URL, ENVIRONMENT }: Pick<MailConfig, 'MAIL_URL' | 'ENVIRONMENT'>): boolean {
  return MAIL_URL === undefined && ['local', 'test'].includes(ENVIRONMENT);
}

export function mustReachPeople(config: Pick<MailConfig, 'MAIL_URL' | 'ENVIRONMENT'>): void {
  if (config.MAIL_URL === undefined && !keepsMail(config)) {
    throw new ConfigurationWrong(['MAIL_URL is missing: nobody would get a mail']);
  }
}
