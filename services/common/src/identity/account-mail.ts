import type { PayloadOf, SendAccountMail } from '@dhanman/contracts';

export type AccountMail = PayloadOf<typeof SendAccountMail>['mail'];

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

interface Facts {
  readonly name: string;
  /** Where the link leads, for mails that have one. */
  readonly link: string;
  readonly app: string;
}

const mails: Readonly<Record<AccountMail, (facts: Facts) => MailText>> = {
  'verify-address': ({ link }) => ({
    subject: 'Please confirm your e-mail address',
    text: `please confirm that this is your address. The link works for two days:\n\n${link}\n\nIf you did not sign up at Dhanman, ignore this mail: nothing happens without the link.`,
  }),
  welcome: ({ link }) => ({
    subject: 'Welcome to Dhanman',
    text: `your books are ready. Choose your password to open them; the link works for two weeks:\n\n${link}\n\nIf you did not sign up at Dhanman, ignore this mail: nobody can sign in without the link.`,
  }),
  invitation: ({ link }) => ({
    subject: 'You are invited to Dhanman',
    text: `somebody you work with invites you to Dhanman. Choose your password here; the link works for two weeks:\n\n${link}\n\nIf you do not know what this is about, ignore this mail.`,
  }),
  'reset-password': ({ link }) => ({
    subject: 'Choose a new password',
    text: `somebody, probably you, asked for a new password. The link works once, for an hour:\n\n${link}\n\nYour present password stays as it is until you choose another.`,
  }),
  'password-changed': ({ app }) => ({
    subject: 'Your password was changed',
    text: `your password was changed and every other session was ended. If it was not you, ask for a new password at once: ${app}`,
  }),
  'already-registered': ({ app }) => ({
    subject: 'You already have an account',
    text: `somebody, probably you, signed up with your address. You have an account already: sign in at ${app}, or ask for a new password there.`,
  }),
};

export function textOf(mail: AccountMail, facts: Facts): MailText {
  const { subject, text } = mails[mail](facts);
  return { subject, text: `Dear ${facts.name},\n\n${text}\n\nDhanman\n` };
}
