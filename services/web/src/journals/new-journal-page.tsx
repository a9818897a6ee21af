import type { common } from '@dhanman/client';
import { PlainDate, systemClock } from '@dhanman/kernel';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { InCompany } from '../sales/in-company.js';
import { JournalEditor } from './journal-editor.js';
import { useChart } from './journal-queries.js';
import { useTemplate } from './template-queries.js';

const route = getRouteApi('/signed-in-only/journals/new');

export function NewJournalPage() {
  const { t } = useTranslation();
  const chart = useChart();
  const { template } = route.useSearch();
  return (
    <>
      <PageHeader title={t('journals.write')} intro={t('journals.writeIntro')} />
      <InCompany>
        {({ id }) => (
          <Loaded query={chart}>
            {(accounts) =>
              template === undefined ? (
                <JournalEditor key={id} companyId={id} accounts={accounts} on={today()} />
              ) : (
                <FromTemplate key={id} companyId={id} accounts={accounts} template={template} />
              )
            }
          </Loaded>
        )}
      </InCompany>
    </>
  );
}

interface FromTemplateProps {
  readonly companyId: string;
  readonly accounts: readonly common.Account[];
  readonly template: string;
}

function FromTemplate({ companyId, accounts, template }: FromTemplateProps) {
  return (
    <Loaded query={useTemplate(companyId, template)}>
      {(found) => <JournalEditor {...{ companyId, accounts }} template={found} on={today()} />}
    </Loaded>
  );
}

/** Where the books are kept it may be tomorrow already. */
function today(): string {
  return PlainDate.today(systemClock, 'Asia/Kolkata').toString();
}
