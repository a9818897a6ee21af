import type { CreditNoteReason, PaperLanguage, ReceiptMode, TaxTotals } from '@dhanman/contracts';

export interface PaperWords {
  readonly kinds: Readonly<Record<TaxTotals['kind'], string>>;
  readonly creditNote: string;
  readonly receipt: string;
  readonly taxes: Readonly<Record<TaxTotals['taxes'][number]['kind'], string>>;
  readonly reasons: Readonly<Record<CreditNoteReason, string>>;
  readonly modes: Readonly<Record<ReceiptMode, string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly composition: string;
  readonly zeroRated: Readonly<Record<'sez' | 'export', readonly [withTax: string, withoutTax: string]>>;
}

type Label =
  | 'number' | 'on' | 'dueOn' | 'placeOfSupply' | 'reverseCharge' | 'yes' | 'no' | 'gstin' | 'state' | 'billedTo'
  | 'line' | 'description' | 'classification' | 'quantity' | 'price' | 'discount' | 'taxable' | 'rate' | 'tax'
  | 'amount' | 'summary' | 'gross' | 'charges' | 'roundOff' | 'total' | 'inWords' | 'notes' | 'signatory' | 'for'
  | 'owedByBuyer' | 'net' | 'payment' | 'terms' | 'scan' | 'noteNumber' | 'forInvoice' | 'invoiceOn' | 'reason'
  | 'receiptNumber' | 'receivedFrom' | 'received' | 'mode' | 'reference' | 'settles' | 'money' | 'tds'
  | 'keptAsAdvance'; // prettier-ignore

/** What the law wants printed is printed in its own words; Hindi papers carry names of taxes as people know them. */
export const paperWords: Readonly<Record<PaperLanguage, PaperWords>> = {
  en: {
    kinds: {
      'tax-invoice': 'Tax Invoice',
      'bill-of-supply': 'Bill of Supply',
      'invoice-cum-bill-of-supply': 'Invoice-cum-Bill of Supply',
    },
    creditNote: 'Credit Note',
    receipt: 'Receipt',
    reasons: {
      'sales-return': 'Goods returned',
      'post-sale-discount': 'Discount after the sale',
      'deficiency-in-services': 'Fault in the service',
      'correction-in-invoice': 'Correction of the invoice',
      'change-in-place-of-supply': 'Another place of supply',
      'finalization-of-provisional-assessment': 'Final assessment',
      others: 'Other',
    },
    modes: { cash: 'Cash', bank: 'Bank transfer', cheque: 'Cheque', upi: 'UPI' },
    taxes: { cgst: 'CGST', sgst: 'SGST', utgst: 'UTGST', igst: 'IGST', cess: 'Cess' },
    labels: {
      ...{ number: 'Invoice no.', on: 'Date', dueOn: 'Due', placeOfSupply: 'Place of supply' },
      ...{ reverseCharge: 'Tax payable on reverse charge', yes: 'Yes', no: 'No' },
      ...{ gstin: 'GSTIN', state: 'State', billedTo: 'Billed to', line: '#', description: 'Description' },
      ...{ classification: 'HSN/SAC', quantity: 'Quantity', price: 'Rate', discount: 'Discount' },
      ...{ taxable: 'Taxable value', rate: 'GST', tax: 'Tax', amount: 'Amount', net: 'Value' },
      ...{ summary: 'HSN/SAC summary', gross: 'Gross', charges: 'Charges', roundOff: 'Round-off' },
      ...{ total: 'Total', inWords: 'Amount in words', notes: 'Notes', signatory: 'Authorised signatory' },
      ...{
        payment: 'How to pay',
        scan: 'Scan to pay by UPI',
        terms: 'Terms',
        for: 'For',
        owedByBuyer: 'Tax payable by the recipient',
      },
      ...{ noteNumber: 'Credit note no.', forInvoice: 'For invoice', invoiceOn: 'Invoice date' },
      ...{ reason: 'Reason', receiptNumber: 'Receipt no.', receivedFrom: 'Received from' },
      ...{ received: 'Received', mode: 'Paid by', reference: 'Reference', settles: 'Settles invoice' },
      ...{ money: 'Money', tds: 'Tax deducted (TDS)', keptAsAdvance: 'Kept as an advance' },
    },
    composition: 'Composition taxable person, not eligible to collect tax on supplies',
    zeroRated: {
      sez: [
        'Supply to SEZ unit or SEZ developer for authorised operations on payment of integrated tax',
        'Supply to SEZ unit or SEZ developer for authorised operations under bond or letter of undertaking without payment of integrated tax',
      ],
      export: [
        'Supply meant for export on payment of integrated tax',
        'Supply meant for export under bond or letter of undertaking without payment of integrated tax',
      ],
    },
  },
  hi: {
    kinds: {
      'tax-invoice': 'कर इनवॉइस',
      'bill-of-supply': 'आपूर्ति बिल',
      'invoice-cum-bill-of-supply': 'इनवॉइस-सह-आपूर्ति बिल',
    },
    creditNote: 'क्रेडिट नोट',
    receipt: 'रसीद',
    reasons: {
      'sales-return': 'माल वापस आया',
      'post-sale-discount': 'बिक्री के बाद छूट',
      'deficiency-in-services': 'सेवा में कमी',
      'correction-in-invoice': 'बिल में सुधार',
      'change-in-place-of-supply': 'आपूर्ति का स्थान बदला',
      'finalization-of-provisional-assessment': 'अंतिम निर्धारण',
      others: 'अन्य',
    },
    modes: { cash: 'नकद', bank: 'बैंक अंतरण', cheque: 'चेक', upi: 'यूपीआई' },
    taxes: { cgst: 'सीजीएसटी', sgst: 'एसजीएसटी', utgst: 'यूटीजीएसटी', igst: 'आईजीएसटी', cess: 'उपकर' },
    labels: {
      ...{ number: 'इनवॉइस नंबर', on: 'तारीख', dueOn: 'देय तारीख', placeOfSupply: 'आपूर्ति का स्थान' },
      ...{ reverseCharge: 'रिवर्स चार्ज पर देय कर', yes: 'हाँ', no: 'नहीं' },
      ...{ gstin: 'जीएसटीआईएन', state: 'राज्य', billedTo: 'ग्राहक', line: 'क्र.', description: 'विवरण' },
      ...{ classification: 'एचएसएन/एसएसी', quantity: 'मात्रा', price: 'दर', discount: 'छूट' },
      ...{ taxable: 'कर-योग्य मूल्य', rate: 'जीएसटी', tax: 'कर', amount: 'राशि', net: 'मूल्य' },
      ...{ summary: 'एचएसएन/एसएसी सार', gross: 'सकल', charges: 'शुल्क', roundOff: 'पूर्णांक अंतर' },
      ...{ total: 'कुल', inWords: 'राशि शब्दों में', notes: 'टिप्पणी', signatory: 'अधिकृत हस्ताक्षरकर्ता' },
      ...{ payment: 'भुगतान कैसे करें', scan: 'यूपीआई से भुगतान के लिए स्कैन करें', terms: 'शर्तें' },
      ...{ for: 'कृते', owedByBuyer: 'प्राप्तकर्ता द्वारा देय कर' },
      ...{ noteNumber: 'क्रेडिट नोट नंबर', forInvoice: 'इनवॉइस के लिए', invoiceOn: 'इनवॉइस की तारीख' },
      ...{ reason: 'कारण', receiptNumber: 'रसीद नंबर', receivedFrom: 'भुगतानकर्ता' },
      ...{ received: 'प्राप्त', mode: 'भुगतान का माध्यम', reference: 'संदर्भ', settles: 'चुकाया गया इनवॉइस' },
      ...{ money: 'राशि प्राप्त', tds: 'काटा गया कर (टीडीएस)', keptAsAdvance: 'अग्रिम के रूप में रखा गया' },
    },
    composition: 'कंपोज़िशन करदाता, आपूर्ति पर कर वसूलने के लिए पात्र नहीं',
    zeroRated: {
      sez: [
        'अधिकृत कार्यों हेतु एसईज़ेड इकाई या विकासक को एकीकृत कर के भुगतान पर आपूर्ति',
        'अधिकृत कार्यों हेतु एसईज़ेड इकाई या विकासक को बॉन्ड या वचन पत्र के अधीन बिना एकीकृत कर के आपूर्ति',
      ],
      export: [
        'एकीकृत कर के भुगतान पर निर्यात हेतु आपूर्ति',
        'बॉन्ड या वचन पत्र के अधीन बिना एकीकृत कर के निर्यात हेतु आपूर्ति',
      ],
    },
  },
};
