import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { IconPackage } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { PageHeader } from '../layout/page-header.js';
import { AddButton } from '../patterns/add-button.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { InCompany } from './in-company.js';
import { Paged, SearchField, usePaged } from './paged.js';
import { ProductDialog } from './product-dialog.js';
import { productsKey } from './sales-queries.js';
import classes from './sales.module.css';

const route = getRouteApi('/signed-in-only/products');

/** What the company sells, with what an invoice copies of it. */
export function ProductsPage() {
  return <InCompany>{({ id }) => <Products key={id} companyId={id} />}</InCompany>;
}

function Products({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [edited, edit] = useState<sales.Product | 'new'>();
  const query = usePaged([...productsKey(companyId), search], async (page, signal) => {
    const request = { path: { companyId }, query: { ...search, ...page } };
    return (await api(sales.productsList, request, { signal })).body;
  });
  const add = may('dhanman.sales.product.create') && (
    <AddButton onClick={() => edit('new')}>{t('products.add')}</AddButton>
  );
  return (
    <>
      <PageHeader title={t('products.title')} intro={t('products.intro')} action={add} />
      <div className={classes.filters}>
        <SearchField search={search} look={(next) => void navigate({ search: next })} />
      </div>
      <Paged query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty />
          ) : (
            <Records
              label={t('products.title')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={columns(t)}
              {...(may('dhanman.sales.product.update') && {
                actions: (row: sales.Product) => <Edit product={row} edit={edit} />,
              })}
            />
          )
        }
      </Paged>
      {edited !== undefined && (
        <ProductDialog
          companyId={companyId}
          close={() => edit(undefined)}
          {...(edited !== 'new' && { product: edited })}
        />
      )}
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return <NothingYet icon={IconPackage} title={t('products.none')} text={t('products.noneText')} />;
}

interface EditProps {
  readonly product: sales.Product;
  readonly edit: (product: sales.Product) => void;
}

function Edit({ product, edit }: EditProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="subtle"
      aria-label={t('list.editOne', { name: product.name })}
      onClick={() => edit(product)}
    >
      {t('list.edit')}
    </Button>
  );
}

const columns = (t: TFunction): readonly Column<sales.Product>[] => [
  {
    label: t('products.name'),
    cell: ({ name, isActive }) => (isActive ? name : `${name} (${t('products.inactive')})`),
  },
  { label: t('products.code'), cell: ({ code }) => code ?? '–' },
  { label: t('invoices.line.classification'), cell: ({ classification }) => classification ?? '–' },
  {
    label: t('invoices.line.ratePercent'),
    cell: ({ treatment, ratePercent }) =>
      treatment === 'taxable' ? `${ratePercent} %` : t(`products.treatments.${treatment}`),
  },
  {
    label: t('products.price'),
    cell: ({ price, unit }) => <span className={classes.amount}>{`${formatRupees(price)} / ${unit}`}</span>,
    isFigure: true,
    isLoud: true,
  },
];
