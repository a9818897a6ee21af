// What the demo company does in its financial year, from nothing but today's date: the same bills, payments and expenses
// on every machine, and never one that lies in the future.

export const customers = [
  { code: 'SAHYADRI', name: 'Sahyadri Office Supplies', gstin: '27AADCM7261R1ZR', stateCode: '27' },
  { code: 'KAVERI', name: 'Kaveri Sweets and Namkeen', gstin: '29AAKCS4518P1ZK', stateCode: '29' },
  { code: 'MARINA', name: 'Marina Heights Owners Association', gstin: '33AAQFN9034L1ZR', stateCode: '33' },
  { code: 'YAMUNA', name: 'Yamuna Print Works', gstin: '07AAHCB5527K1ZH', stateCode: '07' },
  { code: 'MEERA', name: 'Meera Iyer', email: 'meera.iyer@example.com', stateCode: '29' },
] as const;

export const products = {
  PAPER: { name: 'Copier paper A4, ream', classification: '4802', price: '265.00' },
  PENS: { name: 'Ball pens, box of 50', classification: '9608', price: '340.00' },
  TONER: { name: 'Printer toner, black', classification: '8443', price: '2450.00' },
  CHAIR: { name: 'Office chair with arms', classification: '9403', price: '5200.00' },
  REPAIR: { name: 'Printer repair, visit', classification: '998713', price: '850.00' },
} as const;

export type CustomerCode = (typeof customers)[number]['code'];
export type ProductCode = keyof typeof products;

export interface Bill {
  readonly key: string;
  readonly customer: CustomerCode;
  readonly on: string;
  readonly lines: readonly { readonly product: ProductCode; readonly quantity: string }[];
  /** When it is paid, and whether wholly; a bill without it is still owed. */
  readonly payment?: { readonly on: string; readonly share: 'all' | 'half' };
}

export interface Expense {
  readonly key: string;
  readonly on: string;
  readonly narration: string;
  readonly account: string;
  readonly amount: string;
}

export interface DemoYear {
  readonly firstDay: string;
  readonly bills: readonly Bill[];
  readonly expenses: readonly Expense[];
}

/** The day of the month on which each customer buys. */
const buysOn: Readonly<Record<CustomerCode, string>> = {
  ...{ SAHYADRI: '04', KAVERI: '09', MARINA: '14', YAMUNA: '19', MEERA: '24' },
};

const monthly = [
  { what: 'salaries', narration: 'Salaries', account: '51710', base: 62_000, growth: 0 },
  { what: 'rent', narration: 'Rent of the shop', account: '51210', base: 24_000, growth: 0 },
  { what: 'electricity', narration: 'Electricity', account: '51510', base: 3_600, growth: 180 },
] as const;

export function demoYear(today: string): DemoYear {
  const months = monthsUntil(today);
  const isPast = ({ on }: { readonly on: string }): boolean => on <= today;
  return {
    firstDay: `${months[0] ?? today.slice(0, 7)}-01`,
    bills: months.flatMap((month, number) => billsOf(month, number, today)).filter(isPast),
    expenses: months.flatMap((month, number) => expensesOf(month, number)).filter(isPast),
  };
}

/** From April, when the financial year begins. */
function monthsUntil(today: string): readonly string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const sinceApril = (month + 8) % 12;
  const first = month >= 4 ? year * 12 + 3 : (year - 1) * 12 + 3;
  return Array.from({ length: sinceApril + 1 }, (_, number) => monthNamed(first + number));
}

function monthNamed(months: number): string {
  return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function billsOf(month: string, number: number, today: string): readonly Bill[] {
  return customers.map(({ code }, index) => {
    const paidOn = `${monthAfter(month)}-${code === 'KAVERI' ? '06' : '21'}`;
    const isPaid = paidOn <= today && !owes(code, number);
    return {
      ...{ key: `${month}-${code.toLowerCase()}`, customer: code, on: `${month}-${buysOn[code]}` },
      lines: linesOf(index, number),
      ...(isPaid && {
        payment: { on: paidOn, share: code === 'YAMUNA' && number % 3 === 2 ? 'half' : 'all' },
      }),
    };
  });
}

/** Somebody always pays late: from its fifth month the association does not. */
function owes(code: CustomerCode, number: number): boolean {
  return code === 'MARINA' && number >= 4;
}

function linesOf(customer: number, month: number): Bill['lines'] {
  const quantity = (most: number, step: number): string => String(2 + ((month * step + customer * 3) % most));
  const paper = { product: 'PAPER', quantity: quantity(24, 5) } as const;
  const others = [
    { product: 'TONER', quantity: quantity(7, 2) },
    { product: 'CHAIR', quantity: quantity(6, 3) },
    { product: 'REPAIR', quantity: quantity(3, 1) },
    { product: 'PENS', quantity: quantity(12, 4) },
  ] as const;
  const inTurn = [...others, ...others].slice((customer + month) % others.length);
  // A private customer comes for one thing.
  return customer === 4 ? inTurn.slice(0, 1) : [paper, ...inTurn.slice(0, 2)];
}

function expensesOf(month: string, number: number): readonly Expense[] {
  return monthly.map(({ what, narration, account, base, growth }) => ({
    ...{ key: `${month}-${what}`, on: `${month}-28`, narration, account },
    amount: `${String(base + number * growth)}.00`,
  }));
}

function monthAfter(month: string): string {
  return monthNamed(Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
}
