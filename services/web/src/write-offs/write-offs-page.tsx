import { sales } from '@dhanman/client';
import { IconFileOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records } from '../patterns/records.js';
import { RefundFilters } from '../refunds/refund-filters.js';
import { InCompany } from '../sales/in-company.js';
import { Paged, usePaged } from '../sales/paged.js';
import { writeOffColumns } from './write-off-columns.js';
import { writeOffsKey } from './write-off-queries.js';
import { writeOffsSearch } from './write-off-search.js';

const route = getRouteApi('/signed-in-only/write-offs');

/** What will not be paid, the newest first. One begins with its invoice. */
export function WriteOffsPage() {
  return <InCompany>{({ id }) => <WriteOffs key={id} companyId={id} />}</InCompany>;
}

function WriteOffs({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePaged(
    [...writeOffsKey(companyId), search],
    async (page, signal) => {
      const request = { path: { companyId }, query: { ...search, ...page } };
      return (await api(sales.writeOffsList, request, { signal })).body;
    },
    { isMoving: ({ state }) => state === 'waiting' || state === 'undoing' },
  );
  const none = <NothingYet icon={IconFileOff} title={t('writeOffs.none')} text={t('writeOffs.noneText')} />;
  return (
    <>
      <PageHeader title={t('writeOffs.title')} intro={t('writeOffs.intro')} />
      <RefundFilters
        search={search}
        look={(change) => void navigate({ search: writeOffsSearch({ ...search, ...change }) })}
      />
      <Paged query={query}>
        {(rows) => (
          <Records
            label={t('writeOffs.title')}
            rows={rows}
            columns={writeOffColumns(t, { ofMany: true })}
            keyOf={({ id }) => id}
            none={none}
          />
        )}
      </Paged>
    </>
  );
}
