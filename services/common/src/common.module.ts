import { JobBoardModule } from '@dhanman/platform';
import { Module } from '@nestjs/common';
import { BranchesController } from './branches/branches.controller.js';
import { BranchesQueries } from './branches/branches.queries.js';
import { BranchesService } from './branches/branches.service.js';
import { CompaniesController } from './companies/companies.controller.js';
import { CompaniesQueries } from './companies/companies.queries.js';
import { CompaniesService } from './companies/companies.service.js';
import { DailyRunsController } from './daily-runs/daily-runs.controller.js';
import { DailyRunsHandlers } from './daily-runs/daily-runs.handlers.js';
import { DailyRunsJobs } from './daily-runs/daily-runs.jobs.js';
import { DailyRunsQueries } from './daily-runs/daily-runs.queries.js';
import { DailyRunsService } from './daily-runs/daily-runs.service.js';
import { LedgerTasksService } from './daily-runs/ledger-tasks.service.js';
import { RestatementController } from './directory/directory.controller.js';
import { DirectoryService } from './directory/directory.service.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsQueries } from './invitations/invitations.queries.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { LedgerHandlers } from './ledger/ledger.handlers.js';
import { LedgerService } from './ledger/ledger.service.js';
import { MeController } from './me/me.controller.js';
import { MeQueries } from './me/me.queries.js';
import { MembershipsController } from './memberships/memberships.controller.js';
import { MembershipsQueries } from './memberships/memberships.queries.js';
import { MembershipsService } from './memberships/memberships.service.js';
import { OrganizationsController } from './organizations/organizations.controller.js';
import { OrganizationsQueries } from './organizations/organizations.queries.js';
import { OrganizationsService } from './organizations/organizations.service.js';
import { PeopleService } from './people/people.service.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesQueries } from './roles/roles.queries.js';
import { RolesService } from './roles/roles.service.js';
import { SignUpsController } from './sign-ups/sign-ups.controller.js';
import { SignUpsService } from './sign-ups/sign-ups.service.js';

@Module({
  imports: [JobBoardModule],
  controllers: [
    ...[
      BranchesController,
      CompaniesController,
      DailyRunsController,
      DailyRunsHandlers,
      InvitationsController,
      LedgerHandlers,
      MeController,
    ],
    ...[
      MembershipsController,
      OrganizationsController,
      RestatementController,
      RolesController,
      SignUpsController,
    ],
  ],
  providers: [
    ...[DailyRunsService, DailyRunsQueries, DailyRunsJobs, LedgerTasksService],
    ...[BranchesQueries, BranchesService, CompaniesQueries, CompaniesService, DirectoryService],
    ...[
      InvitationsQueries,
      InvitationsService,
      LedgerService,
      MeQueries,
      MembershipsQueries,
      MembershipsService,
    ],
    ...[
      OrganizationsQueries,
      OrganizationsService,
      PeopleService,
      RolesQueries,
      RolesService,
      SignUpsService,
    ],
  ],
})
export class CommonModule {}
