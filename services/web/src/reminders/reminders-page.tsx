import { IconBellRinging } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { ChoiceField } from '../patterns/field.js';
import { LinkButton } from '../patterns/link-button.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { Paged } from '../sales/paged.js';
import { useMay } from '../session/me.js';
import { customerColumn, invoiceColumn, reminderColumns } from './reminder-columns.js';
import { useReminders } from './reminder-queries.js';
import { remindersSearch, reminderStates } from './reminder-search.js';
import classes from '../sales/sales.module.css';

const route = getRouteApi('/signed-in-only/reminders');

/** Who was reminded of what, and what became of it, the latest first. */
export function RemindersPage() {
  return <InCompany>{({ id }) => <Reminders key={id} companyId={id} />}</InCompany>;
}

function Reminders({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useReminders(companyId, search);
  const plan = may('dhanman.sales.reminder-plan.read') && (
    <LinkButton to="/reminders/plan" variant="default">
      {t('reminders.plan.title')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('reminders.title')} intro={t('reminders.intro')} action={plan} />
      <div className={classes.filters}>
        <ChoiceField
          name="state"
          required
          label={t('reminders.state')}
          value={search.state ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: remindersSearch({ state: value }) })
          }
        >
          <option value="">{t('reminders.all')}</option>
          {reminderStates.map((one) => (
            <option key={one} value={one}>
              {t(`reminders.states.${one}`)}
            </option>
          ))}
        </ChoiceField>
      </div>
      <Paged query={query}>
        {(rows) => (
          <Records
            label={t('reminders.title')}
            rows={rows}
            columns={[invoiceColumn(t), customerColumn(t), ...reminderColumns(t)]}
            keyOf={({ id }) => id}
            none={
              <NothingYet icon={IconBellRinging} title={t('reminders.none')} text={t('reminders.noneText')} />
            }
          />
        )}
      </Paged>
    </>
  );
}
