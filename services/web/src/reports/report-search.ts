/** What a report is asked, in the address of its page: a link to it is the report itself. */
export interface ReportSearch {
  readonly from?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly compareAsOf?: string;
  readonly zeros?: 'show';
  readonly accountId?: string;
  readonly customerId?: string;
  readonly only?: 'overdue';
  readonly gstin?: string;
  readonly month?: string;
  readonly span?: 'quarter';
  readonly section?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const registration = /^[0-9A-Z]{15}$/;
const id = /^[0-9a-f-]{36}$/;

const forms: Readonly<Record<keyof ReportSearch, RegExp>> = {
  ...{ from: day, asOf: day, compareAsOf: day, knownAt: instant },
  ...{ zeros: /^show$/, accountId: id, customerId: id, only: /^overdue$/, gstin: registration },
  ...{ month: /^\d{4}-(0[1-9]|1[0-2])$/, span: /^quarter$/, section: /^[a-z0-9]{3,7}$/ },
};

/** What is not understood is left out, so that a mistyped address still opens the report. */
export function reportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const understood = Object.entries(forms).flatMap(([name, form]) => {
    const value = search[name];
    return typeof value === 'string' && form.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(understood);
}

/** The last moment of a day in India, as the services write instants. */
export function endOfDay(date: string): string {
  return `${date}T18:29:59.999999Z`;
}

/** What the accounts below a number of a report are asked: the same days, known at the same moment. */
export function drilledInto({ from, asOf, knownAt }: ReportSearch, accountId: string): ReportSearch {
  return {
    accountId,
    ...(from !== undefined && { from }),
    ...(asOf !== undefined && { asOf }),
    ...(knownAt !== undefined && { knownAt }),
  };
}

/** The same days of one customer. */
export function ofCustomer({ from, asOf }: ReportSearch, customerId: string): ReportSearch {
  return { customerId, ...(from !== undefined && { from }), ...(asOf !== undefined && { asOf }) };
}

/** The same months of the same registration. */
export function ofMonth({ month, span, gstin }: ReportSearch, section?: string): ReportSearch {
  return {
    ...(month !== undefined && { month }),
    ...(span !== undefined && { span }),
    ...(gstin !== undefined && { gstin }),
    ...(section !== undefined && { section }),
  };
}

/** Where the address names no day, those of the year one works in; a day in the address stands. */
export function withinYear(search: ReportSearch, days: Pick<ReportSearch, 'from' | 'asOf'>): ReportSearch {
  return search.from === undefined && search.asOf === undefined ? { ...search, ...days } : search;
}

export function asKnownNow({ knownAt: _, ...search }: ReportSearch): ReportSearch {
  return search;
}
