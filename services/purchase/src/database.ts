import { messageTables } from '@dhanman/messaging';
import { defineDatabase, directoryTables } from '@dhanman/platform';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';
import { Messages1760000010000 } from './migrations/1760000010000-messages.js';
import { Companies1760000011000 } from './migrations/1760000011000-companies.js';
import { Operations1760000020000 } from './migrations/1760000020000-operations.js';
import { Directory1760000031000 } from './migrations/1760000031000-directory.js';
import { IdempotencyKeys1760000032000 } from './migrations/1760000032000-idempotency-keys.js';
import { Audit1760000032100 } from './migrations/1760000032100-audit.js';
import { EndedSessions1760000190000 } from './migrations/1760000190000-ended-sessions.js';
import { IdentitiesOfMembers1760000240000 } from './migrations/1760000240000-identities-of-members.js';
import { LanguageOfCompanies1760000610000 } from './migrations/1760000610000-language-of-companies.js';
import { TokensInTheTrail1760000650000 } from './migrations/1760000650000-tokens-in-the-trail.js';

export const database = defineDatabase({
  tables: [],
  migrations: [
    Baseline1760000000000,
    Messages1760000010000,
    Companies1760000011000,
    Operations1760000020000,
    Directory1760000031000,
    IdempotencyKeys1760000032000,
    Audit1760000032100,
    EndedSessions1760000190000,
    IdentitiesOfMembers1760000240000,
    LanguageOfCompanies1760000610000,
    TokensInTheTrail1760000650000,
  ],
  sharedTables: [...messageTables, ...directoryTables],
});
