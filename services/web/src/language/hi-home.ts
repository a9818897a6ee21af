import type { Dictionary } from './en.js';
import type { homeInEnglish } from './en-home.js';

export const homeInHindi: Dictionary<typeof homeInEnglish> = {
  overview: {
    title: 'इस वर्ष {{day}} तक',
    earlier: 'वर्ष {{from}} से {{day}} तक',
    cash: 'नकद और बैंक',
    receivable: 'ग्राहकों से लेना है',
    payable: 'विक्रेताओं को देना है',
    result: 'आय में से ख़र्च घटाकर',
    resultOf: '{{income}} आय, {{expense}} ख़र्च',
    none: 'इस वर्ष में अभी कुछ दर्ज नहीं है',
    noneText: 'पहला इनवॉइस या जर्नल बही में आते ही यहाँ दिखेगा।',
    chart: 'हर महीने की आय और ख़र्च',
    income: 'आय',
    expense: 'ख़र्च',
    month: '{{month}}: आय {{income}}, ख़र्च {{expense}}',
    months: 'महीने अंकों में',
    monthName: 'महीना',
    cashIn: 'आया पैसा',
    cashOut: 'गया पैसा',
    moneyNote: 'अपने ही दो खातों के बीच का पैसा दोनों ओर गिना जाता है।',
  },
  waiting: {
    title: 'किसी की राह देख रहा है',
    nothing: 'कुछ बाक़ी नहीं है।',
    more: '{{count}} या अधिक',
    submittedInvoices: 'मंज़ूरी की राह देखते इनवॉइस',
    rejectedInvoices: 'इनवॉइस जिन्हें बही ने नहीं माना',
    submittedJournals: 'मंज़ूरी की राह देखते जर्नल',
  },
};
