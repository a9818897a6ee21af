import { common } from '@dhanman/client';
import { PlainDate, systemClock } from '@dhanman/kernel';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { daysOf, presentYear } from './financial-year.js';
import { keptChoices } from './kept-choices.js';
import { useCompany, useMe } from './me.js';

const years = keptChoices('year');

/** The years of the books one works in, the one chosen here last, and how to choose another. */
export function useYears() {
  const [me, company] = [useMe(), useCompany()];
  const mayRead = company?.permissions.includes('dhanman.common.financial-year.read') === true;
  const { data: all = [] } = useQuery({
    queryKey: ['financial-years', company?.id],
    queryFn: async ({ signal }) => {
      const path = { companyId: company?.id ?? '' };
      return (await api(common.periodsList, { path }, { signal })).body.items;
    },
    enabled: mayRead,
    staleTime: 60_000,
  });
  // Two people at one device each go on where they were.
  const of = me && company && `${me.person.id}.${company.id}`;
  const chosen = years.use(of);
  return {
    all,
    year: all.find(({ id }) => id === chosen) ?? presentYear(all, today()),
    choose: (id: string): void => {
      if (of !== undefined) years.choose(of, id);
    },
  };
}

/** The days of a report that names none. */
export function useDaysOfYear(): ReturnType<typeof daysOf> {
  const { year } = useYears();
  return daysOf(year, today());
}

function today(): string {
  return PlainDate.today(systemClock, 'Asia/Kolkata').toString();
}
