import type { CustomerDto, InvoiceDto, ProductDto } from '@dhanman/contracts';
import { aSale, type Examples, type Member, type StartedService } from '@dhanman/testing';

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
  const invoice = aSale(customer.id);
  const { id } = await made<InvoiceDto>('invoices', invoice);
  const product = await made<ProductDto>('products', { name: 'Tea', price: '90.00' });
  return {
    ids: { customers: customer.id, invoices: id, products: product.id },
    bodies: {
      'customers.create': { name: 'Ravi' },
      'customers.patch': { name: 'Ravi' },
      'invoices.create': invoice,
      'invoices.replace': aSale(customer.id, { price: '90.00' }),
      'invoices.issue': { on: '2026-04-01' },
      'products.create': { name: 'Coffee', price: '120.00' },
      'products.patch': { price: '100.00' },
      'tax.quote': { ...aSale(customer.id), on: '2026-04-01' },
      'tax.set': { isComposition: false, turnover: '2500000.00', societyView: 'whole' },
    },
  };
}
