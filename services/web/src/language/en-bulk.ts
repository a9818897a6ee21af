/** What is done to many rows at once. */
export const bulkInEnglish = {
  bulk: {
    title: 'What to do with the chosen rows',
    chosen: '{{count}} chosen',
    clear: 'Choose none',
    download: 'Download as sheet',
    acts: {
      issue: 'Issue ({{count}})',
      submit: 'Submit for approval ({{count}})',
      approve: 'Approve ({{count}})',
    },
    texts: {
      issue:
        '{{count}} worth {{total}}, the oldest first. Each gets its number and goes to the ledger. After that it is cancelled or credited, never changed.',
      submit: '{{count}} worth {{total}} go to those who approve. Until then they cannot be issued.',
      approve:
        '{{count}} worth {{total}}. What you had a hand in yourself is refused: somebody else approves it.',
    },
    others: 'This is not the next step for all of the {{of}} chosen; the others stay as they are.',
    progress: '{{count}} of {{of}} done…',
    allDone: 'All {{of}} done.',
    partDone: '{{count}} of {{of}} done. The others stay chosen.',
    stop: 'Stop after this one',
    changed: 'Somebody changed this meanwhile; what stands here is how it is now.',
    lookAgain: 'Look again ({{count}})',
    again: 'Try again ({{count}})',
    close: 'Close',
    dueOn: 'Due',
    outstanding: 'Still to pay',
  },
} as const;
