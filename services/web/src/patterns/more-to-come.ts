import { createContext } from 'react';

/** Whether a list that grows page by page has more rows than are here. */
export const MoreToCome = createContext(false);
