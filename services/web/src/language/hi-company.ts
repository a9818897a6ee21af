import type { companyInEnglish } from './en-company.js';
import type { Dictionary } from './en.js';

export const companyInHindi: Dictionary<typeof companyInEnglish> = {
  company: {
    title: 'कंपनी',
    intro: 'इसका नाम, और वह भाषा जिसमें यह ग्राहकों से बात करती है।',
    name: 'नाम',
    legalName: 'पंजीकृत नाम',
    legalNameHint: 'जैसा पंजीकरण में है, यदि वह अलग हो। काग़ज़ों पर यही छपता है।',
    language: 'काग़ज़ों और ईमेल की भाषा',
    languageHint: 'हर उस पीडीएफ, ईमेल और अनुस्मारक की, जिसके लिए कोई दूसरी भाषा न चुनी गई हो।',
    save: 'कंपनी सहेजें',
    saved: 'सहेजा गया।',
  },
};
