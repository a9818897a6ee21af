import { messaging } from '@dhanman/messaging';
import { operations } from '@dhanman/operations';
import { boot, type ServiceDefinition } from '@dhanman/platform';
import { CommunityConfig } from './config.js';
import { database } from './database.js';
import { CommunityModule } from './community.module.js';

export const community: ServiceDefinition = {
  name: 'community',
  title: 'Buildings, residents, the gate and the upkeep of a housing society.',
  module: CommunityModule,
  config: CommunityConfig,
  database,
  extensions: [messaging, operations],
};

if (import.meta.main) await boot(community);
