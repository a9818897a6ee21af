import { sales } from '@dhanman/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/signed-api.js';

/** How long nobody has typed before the services are asked. */
const quietMs = 250;

/** What a sale comes to while it is typed, computed by the service that will issue it. */
export function useTaxQuote(companyId: string, sale: sales.QuoteTax | undefined) {
  const asked = useSettled(sale === undefined ? '' : JSON.stringify(sale));
  return useQuery({
    queryKey: ['sales', companyId, 'quote', asked],
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const body = JSON.parse(asked) as sales.QuoteTax;
      return (await api(sales.taxQuote, { path: { companyId }, body }, { signal })).body;
    },
  });
}

/** What has been typed, once nobody types any more. */
export function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), quietMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
