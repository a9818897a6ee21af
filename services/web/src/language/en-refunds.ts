/** Money that goes back to customers. */
export const refundsInEnglish = {
  refunds: {
    title: 'Refunds',
    intro: 'Money that customers had left with you and you have paid back.',
    write: 'New refund',
    writeIntro: 'Pay back what a receipt or a credit note has left and no invoice has used.',
    payBack: 'Refund',
    none: 'No refunds here',
    noneText: 'Enter one when you pay unused money back, or choose another filter.',
    nothingUnused: 'Nothing of this customer’s money is unused: there is nothing to pay back.',
    from: 'Out of',
    unused: '{{number}}: {{amount}} left, of {{on}}',
    amountHint: '{{amount}} is left of it.',
    notes: 'Notes',
    account: 'from account {{account}}',
    accountNumber: 'Account it was paid from',
    save: 'Save refund',
    paidBack: 'Paid back',
    states: {
      waiting: 'Waits for the ledger',
      posted: 'Posted',
      rejected: 'Refused',
      undoing: 'Being taken back',
      reversed: 'Reversed',
      withdrawn: 'Withdrawn',
    },
    decide: 'What to do with it',
    undone: 'Taken back on {{on}}:',
    undo: { reversed: 'Reverse', withdrawn: 'Withdraw' },
    undoText: {
      reversed:
        '{{number}} was paid by mistake, or came back. The ledger takes its entry back; the refund stays here as reversed.',
      withdrawn: 'The ledger never took {{number}}: it is given up, and its number stays used.',
    },
    unusedAgain: '{{amount}} of {{credit}} is unused again.',
    correctText: 'The same refund on another day of the same financial year, or from another account.',
  },
} as const;
