/** What a company is called, and how it speaks to its customers. */
export const companyInEnglish = {
  company: {
    title: 'Company',
    intro: 'What it is called, and in which language it speaks to its customers.',
    name: 'Name',
    legalName: 'Legal name',
    legalNameHint: 'As registered, where it differs. This one stands on papers.',
    language: 'Language of papers and mails',
    languageHint: 'Of every PDF, mail and reminder for which nobody chooses another.',
    save: 'Save company',
    saved: 'Saved.',
  },
} as const;
