import type { bulkInEnglish } from './en-bulk.js';
import type { Dictionary } from './en.js';

export const bulkInHindi: Dictionary<typeof bulkInEnglish> = {
  bulk: {
    title: 'चुनी गई पंक्तियों का क्या करें',
    chosen: '{{count}} चुनी गईं',
    clear: 'चुनाव हटाएँ',
    download: 'शीट डाउनलोड करें',
    acts: {
      issue: 'जारी करें ({{count}})',
      submit: 'स्वीकृति के लिए भेजें ({{count}})',
      approve: 'स्वीकृत करें ({{count}})',
    },
    texts: {
      issue:
        '{{total}} के {{count}}, सबसे पुराना पहले। हर एक को नंबर मिलेगा और वह बही में जाएगा। इसके बाद उसे रद्द या क्रेडिट किया जा सकता है, बदला नहीं।',
      submit: '{{total}} के {{count}} स्वीकृति देने वालों के पास जाएँगे। तब तक इन्हें जारी नहीं किया जा सकता।',
      approve: '{{total}} के {{count}}। जिसमें आपका हाथ रहा हो वह नहीं होगा: उसे कोई और स्वीकृत करेगा।',
    },
    others: 'चुने गए {{of}} में से सबका अगला क़दम यह नहीं है; बाकी जैसे हैं वैसे रहेंगे।',
    progress: '{{of}} में से {{count}} हो गए…',
    allDone: 'सभी {{of}} हो गए।',
    partDone: '{{of}} में से {{count}} हुए। बाकी चुने हुए रहेंगे।',
    stop: 'इसके बाद रोकें',
    changed: 'इस बीच किसी ने इसे बदला; यहाँ वह है जो अब है।',
    lookAgain: 'फिर देखें ({{count}})',
    again: 'फिर कोशिश करें ({{count}})',
    close: 'बंद करें',
    dueOn: 'देय तिथि',
    outstanding: 'अभी बाकी',
  },
};
