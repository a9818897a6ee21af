import type { accountsInEnglish } from './en-accounts.js';
import type { Dictionary } from './en.js';
import { booksInHindi } from './hi-books.js';
import { budgetsInHindi } from './hi-budgets.js';
import { journalsInHindi } from './hi-journals.js';
import { reportsInHindi } from './hi-reports.js';

export const accountsInHindi: Dictionary<typeof accountsInEnglish> = {
  ...booksInHindi,
  ...budgetsInHindi,
  ...journalsInHindi,
  ...reportsInHindi,
};
