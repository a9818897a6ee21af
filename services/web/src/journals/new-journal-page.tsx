import { PlainDate, systemClock } from '@dhanman/kernel';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { InCompany } from '../sales/in-company.js';
import { JournalEditor } from './journal-editor.js';
import { useChart } from './journal-queries.js';

export function NewJournalPage() {
  const { t } = useTranslation();
  const chart = useChart();
  return (
    <>
      <PageHeader title={t('journals.write')} intro={t('journals.writeIntro')} />
      <InCompany>
        {({ id }) => (
          <Loaded query={chart}>
            {(accounts) => <JournalEditor key={id} companyId={id} accounts={accounts} on={today()} />}
          </Loaded>
        )}
      </InCompany>
    </>
  );
}

/** Where the books are kept it may be tomorrow already. */
function today(): string {
  return PlainDate.today(systemClock, 'Asia/Kolkata').toString();
}
