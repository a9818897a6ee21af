import type { Language, PayloadOf, SendAccountMail, TellOfIdentity } from '@dhanman/contracts';

export type AccountMail =
  | PayloadOf<typeof SendAccountMail>['mail']
  | 'account-closed'
  | 'token-made'
  | `identity-${PayloadOf<typeof TellOfIdentity>['turn']}`;

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

export interface MailFacts {
  readonly name: string;
  /** Where the link leads, for mails that have one. */
  readonly link: string;
  readonly app: string;
  /** Of mails about a sign-in elsewhere: for which organization it counts, and where that is. */
  readonly organization?: string | undefined;
  readonly issuer?: string | undefined;
  /** What a personal token is called. */
  readonly token?: string | undefined;
}

type Words = Readonly<Record<AccountMail, (facts: MailFacts) => MailText>>;

const english: Words = {
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
  'account-closed': ({ app }) => ({
    subject: 'Your account is closed',
    text: `your account was closed with your password, and every session was ended. What you entered stays in the books of the organizations you worked for. If it was not you, tell whoever runs ${app} at once: they can open the account again.`,
  }),
  'identity-linked': ({ organization, issuer }) => ({
    subject: 'A sign-in elsewhere was linked to you',
    text: `somebody who looks after the members of ${organization} linked a sign-in at ${issuer} to you. Whoever signs in with it works in ${organization} under your name and with your rights. If you did not expect this, tell an owner of ${organization} at once: they can unlink it.`,
  }),
  'identity-unlinked': ({ organization, issuer, app }) => ({
    subject: 'A sign-in elsewhere is no longer linked to you',
    text: `the sign-in at ${issuer} that was linked to you in ${organization} was unlinked: it opens nothing there any more. You sign in at ${app} as before.`,
  }),
  'token-made': ({ organization, token, app }) => ({
    subject: 'A personal token was made in your name',
    text: `the token “${token}” was made for ${organization}. Whoever has it works there in your name and with your rights, until it ends. If you did not make it, choose a new password at once, which ends all your tokens: ${app}`,
  }),
};

const hindi: Words = {
  'verify-address': ({ link }) => ({
    subject: 'कृपया अपने ई-मेल पते की पुष्टि करें',
    text: `कृपया पुष्टि करें कि यह पता आपका है। यह लिंक दो दिन तक काम करेगा:\n\n${link}\n\nअगर आपने धनमान पर खाता नहीं बनाया, तो इस मेल पर ध्यान न दें: लिंक के बिना कुछ नहीं होता।`,
  }),
  welcome: ({ link }) => ({
    subject: 'धनमान में आपका स्वागत है',
    text: `आपकी बहियाँ तैयार हैं। उन्हें खोलने के लिए अपना पासवर्ड चुनें; यह लिंक दो सप्ताह तक काम करेगा:\n\n${link}\n\nअगर आपने धनमान पर खाता नहीं बनाया, तो इस मेल पर ध्यान न दें: लिंक के बिना कोई साइन इन नहीं कर सकता।`,
  }),
  invitation: ({ link }) => ({
    subject: 'आपको धनमान में बुलाया गया है',
    text: `आपके साथ काम करने वाले किसी व्यक्ति ने आपको धनमान में बुलाया है। अपना पासवर्ड यहाँ चुनें; यह लिंक दो सप्ताह तक काम करेगा:\n\n${link}\n\nअगर आप नहीं जानते कि यह किस बारे में है, तो इस मेल पर ध्यान न दें।`,
  }),
  'reset-password': ({ link }) => ({
    subject: 'नया पासवर्ड चुनें',
    text: `किसी ने, शायद आपने, नया पासवर्ड माँगा है। यह लिंक एक बार और एक घंटे तक काम करेगा:\n\n${link}\n\nजब तक आप दूसरा नहीं चुनते, आपका मौजूदा पासवर्ड वही रहेगा।`,
  }),
  'password-changed': ({ app }) => ({
    subject: 'आपका पासवर्ड बदल गया है',
    text: `आपका पासवर्ड बदल दिया गया है और बाकी सभी सत्र समाप्त कर दिए गए हैं। अगर यह आपने नहीं किया, तो तुरंत नया पासवर्ड माँगें: ${app}`,
  }),
  'already-registered': ({ app }) => ({
    subject: 'आपका खाता पहले से है',
    text: `किसी ने, शायद आपने, आपके पते से खाता बनाया। आपका खाता पहले से है: ${app} पर साइन इन करें, या वहीं नया पासवर्ड माँगें।`,
  }),
  'account-closed': ({ app }) => ({
    subject: 'आपका खाता बंद है',
    text: `आपके पासवर्ड से आपका खाता बंद कर दिया गया है, और सभी सत्र समाप्त हो गए हैं। आपने जो दर्ज किया, वह उन संगठनों की बहियों में रहेगा जिनके लिए आपने काम किया। अगर यह आपने नहीं किया, तो ${app} चलाने वालों को तुरंत बताएँ: वे खाता फिर खोल सकते हैं।`,
  }),
  'identity-linked': ({ organization, issuer }) => ({
    subject: 'दूसरी जगह का एक साइन इन आपसे जोड़ा गया',
    text: `${organization} के सदस्यों को देखने वाले किसी व्यक्ति ने ${issuer} का एक साइन इन आपसे जोड़ा है। जो भी उससे साइन इन करेगा, वह ${organization} में आपके नाम और आपके अधिकारों से काम करेगा। अगर आपको इसकी जानकारी नहीं थी, तो तुरंत ${organization} के किसी मालिक को बताएँ: वे इसे हटा सकते हैं।`,
  }),
  'identity-unlinked': ({ organization, issuer, app }) => ({
    subject: 'दूसरी जगह का साइन इन अब आपसे जुड़ा नहीं है',
    text: `${issuer} का जो साइन इन ${organization} में आपसे जुड़ा था, उसे हटा दिया गया है: अब उससे वहाँ कुछ नहीं खुलता। आप पहले की तरह ${app} पर साइन इन करते हैं।`,
  }),
  'token-made': ({ organization, token, app }) => ({
    subject: 'आपके नाम से एक निजी टोकन बनाया गया',
    text: `${organization} के लिए टोकन “${token}” बनाया गया है। जिसके पास यह है, वह समाप्ति तक वहाँ आपके नाम और आपके अधिकारों से काम करता है। अगर यह आपने नहीं बनाया, तो तुरंत नया पासवर्ड चुनें, उससे आपके सभी टोकन समाप्त हो जाते हैं: ${app}`,
  }),
};

export const words: Readonly<Record<Language, Words>> = { en: english, hi: hindi };

export const frames: Readonly<Record<Language, (name: string, text: string) => string>> = {
  en: (name, text) => `Dear ${name},\n\n${text}\n\nDhanman\n`,
  hi: (name, text) => `नमस्ते ${name},\n\n${text}\n\nधनमान\n`,
};
