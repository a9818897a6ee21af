import type { Dictionary } from './en.js';
import type { sheetInEnglish } from './en-sheet.js';

export const sheetInHindi: Dictionary<typeof sheetInEnglish> = {
  sheet: {
    file: 'सीएसवी या एक्सेल फ़ाइल',
    text: 'या स्प्रेडशीट से कॉपी किए खाने',
    columns: 'पहली पंक्ति: {{needed}}; ज़रूरत हो तो {{more}}।',
    check: 'जाँचें',
    problems: 'सुधारने हैं',
    row: 'पंक्ति',
    column: 'स्तंभ',
    problem: 'क्या ग़लत है',
    template: 'इन स्तंभों की खाली शीट',
    workbookTemplate: 'यही एक्सेल के लिए',
  },
};
