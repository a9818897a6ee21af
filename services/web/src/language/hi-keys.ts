import type { Dictionary } from './en.js';
import type { keysInEnglish } from './en-keys.js';

export const keysInHindi: Dictionary<typeof keysInEnglish> = {
  keyList: {
    here: 'इस पेज पर',
    go: 'जाएँ',
    begin: 'शुरू करें',
    lists: 'सूची में',
    anywhere: 'कहीं भी',
    next: 'अगली पंक्ति',
    previous: 'पिछली पंक्ति',
    tick: 'पंक्ति चुनें',
    openRow: 'पंक्ति खोलें',
    escape: 'जो ऊपर खुला है उसे बंद करें',
    single: 'अकेले अक्षर से काम हो',
    close: 'बंद करें',
  },
};
