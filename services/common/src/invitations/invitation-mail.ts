import type { Language } from '@dhanman/contracts';
import type { MailText } from '../identity/account-mail-words.js';

interface Facts {
  readonly language: Language;
  readonly organization: string;
  readonly invitedBy: string | null;
  readonly link: string;
  readonly app: string;
}

/** Names come from people we do not know: in a mail of ours they are one line and no longer than a name. */
export function invitationMail({ language, organization, invitedBy, ...addresses }: Facts): MailText {
  const by = invitedBy === null ? undefined : asName(invitedBy);
  const { subject, lines } = words[language]({ to: asName(organization), by, ...addresses });
  return { subject, text: lines.join('\n\n') };
}

interface Names extends Pick<Facts, 'link' | 'app'> {
  readonly to: string;
  readonly by: string | undefined;
}

interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
}

const words: Readonly<Record<Language, (names: Names) => Words>> = {
  en: ({ to, by = 'Somebody', link, app }) => ({
    subject: `You are invited to ${to}`,
    lines: [
      'Hello,',
      `${by} invites you to work in ${to} at Dhanman. Accept here; the link works for two weeks:`,
      link,
      `If you have an account at ${app}, sign in with it there; if not, choose a password.`,
      'If you do not know what this is about, ignore this mail: nothing happens without the link.',
      'Dhanman\n',
    ],
  }),
  hi: ({ to, by = 'किसी', link, app }) => ({
    subject: `आपको ${to} में बुलाया गया है`,
    lines: [
      'नमस्ते,',
      `${by} ने आपको धनमान पर ${to} में काम करने के लिए बुलाया है। यहाँ स्वीकार करें; यह लिंक दो सप्ताह तक काम करेगा:`,
      link,
      `अगर ${app} पर आपका खाता है, तो वहाँ उसी से साइन इन करें; नहीं तो पासवर्ड चुनें।`,
      'अगर आप नहीं जानते कि यह किस बारे में है, तो इस मेल पर ध्यान न दें: लिंक के बिना कुछ नहीं होता।',
      'धनमान\n',
    ],
  }),
};

const longest = 80;

/** Without what would make a mail program draw a link. */
function asName(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').replaceAll(/:\/\/|www\./gi, ' ');
  return line.trim().slice(0, longest);
}
