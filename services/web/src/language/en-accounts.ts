import { booksInEnglish } from './en-books.js';
import { budgetsInEnglish } from './en-budgets.js';
import { journalsInEnglish } from './en-journals.js';
import { reportsInEnglish } from './en-reports.js';

/** The books: everything below Accounts. */
export const accountsInEnglish = {
  ...booksInEnglish,
  ...budgetsInEnglish,
  ...journalsInEnglish,
  ...reportsInEnglish,
} as const;
