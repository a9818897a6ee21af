/** What customers will not pay any more. */
export const writeOffsInEnglish = {
  writeOffs: {
    title: 'Write-offs',
    intro: 'What customers owed and will not pay: bad debts.',
    write: 'Write off',
    writeText:
      '{{open}} of {{number}} is open. What you write off is a loss: it goes to bad debts, and the customer owes it no more.',
    taxStays:
      'GST gives no tax back for a bad debt: the tax of the bill stays to be paid, and no return changes.',
    reason: 'Why',
    badDebt: 'Bad debt',
    lost: '{{amount}} was written off.',
    none: 'No write-offs here',
    noneText: 'One begins with Write off on an invoice that is open. Or choose another filter.',
    undoText: {
      reversed: '{{number}} was a mistake, or the customer pays after all. It stays here as reversed.',
      withdrawn: 'The ledger never took {{number}}: it is given up, and its number stays used.',
    },
    owedAgain: '{{amount}} of {{invoice}} is owed again.',
    correctText: 'The same write-off on another day of the same financial year.',
  },
} as const;
