import type { MailText } from '../identity/account-mail.js';

interface Facts {
  readonly organization: string;
  readonly invitedBy: string | null;
  readonly link: string;
  readonly app: string;
}

/** Names come from people we do not know: in a mail of ours they are one line and no longer than a name. */
export function invitationMail({ organization, invitedBy, link, app }: Facts): MailText {
  const [to, by] = [asName(organization), invitedBy === null ? 'Somebody' : asName(invitedBy)];
  return {
    subject: `You are invited to ${to}`,
    text: [
      'Hello,',
      `${by} invites you to work in ${to} at Dhanman. Accept here; the link works for two weeks:`,
      link,
      `If you have an account at ${app}, sign in with it there; if not, choose a password.`,
      'If you do not know what this is about, ignore this mail: nothing happens without the link.',
      'Dhanman\n',
    ].join('\n\n'),
  };
}

const longest = 80;

/** Without what would make a mail program draw a link. */
function asName(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').replaceAll(/:\/\/|www\./gi, ' ');
  return line.trim().slice(0, longest);
}
