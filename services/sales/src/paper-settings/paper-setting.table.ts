import { EntitySchema } from 'typeorm';
import { PaperSetting } from './paper-setting.js';

export const PaperSettingTable = new EntitySchema<PaperSetting>({
  name: 'PaperSetting',
  target: PaperSetting,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    address: { type: 'text', nullable: true },
    contact: { type: 'text', nullable: true },
    payment: { type: 'text', nullable: true },
    terms: { type: 'text', nullable: true },
    upiId: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
