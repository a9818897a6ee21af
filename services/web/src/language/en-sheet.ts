/** What every import of a sheet says. */
export const sheetInEnglish = {
  sheet: {
    file: 'CSV or Excel file',
    text: 'Or cells copied from a spreadsheet',
    columns: 'First row: {{needed}}; where it applies {{more}}.',
    check: 'Check',
    problems: 'To mend',
    row: 'Row',
    column: 'Column',
    problem: 'What is wrong',
    template: 'Empty sheet with these columns',
    workbookTemplate: 'The same for Excel',
  },
} as const;
