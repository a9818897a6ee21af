/** The sheet of keys. */
export const keysInEnglish = {
  keyList: {
    here: 'On this page',
    go: 'Go',
    begin: 'Begin',
    lists: 'In a list',
    anywhere: 'Anywhere',
    next: 'Next row',
    previous: 'Row before',
    tick: 'Tick the row',
    openRow: 'Open the row',
    escape: 'Close what is on top',
    single: 'Letters alone do something',
    close: 'Close',
  },
} as const;
