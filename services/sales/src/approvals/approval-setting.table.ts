import { EntitySchema } from 'typeorm';
import { ApprovalSetting } from './approval-setting.js';

export const ApprovalSettingTable = new EntitySchema<ApprovalSetting>({
  name: 'ApprovalSetting',
  target: ApprovalSetting,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    levels: { type: 'smallint' },
    secondAbove: { type: 'numeric', precision: 18, scale: 2, nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
