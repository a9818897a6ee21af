import type { CustomerDto, InvoiceDto } from '@dhanman/contracts';
import type { Examples, Member, StartedService } from '@dhanman/testing';

/** One of everything that Sales holds for a company. */
export async function furnish({ agent }: StartedService, { companyId, token }: Member): Promise<Examples> {
  const made = async <T>(noun: string, body: object): Promise<T> => {
    const path = `/api/v1/companies/${companyId}/${noun}`;
    const { body: answer } = await agent
      .post(path)
      .set('authorization', `Bearer ${token}`)
      .send(body)
      .expect(201);
    return answer as T;
  };
  const customer = await made<CustomerDto>('customers', { name: 'Asha Traders', code: 'ASHA' });
  const invoice = { customerId: customer.id, description: 'Tea', total: '1180.00' };
  const { id } = await made<InvoiceDto>('invoices', invoice);
  return {
    ids: { customers: customer.id, invoices: id },
    bodies: {
      'customers.create': { name: 'Ravi' },
      'customers.patch': { name: 'Ravi' },
      'invoices.create': invoice,
      'invoices.issue': { on: '2026-04-01' },
    },
  };
}
