import type { ProductDto } from '@dhanman/contracts';
import { startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCompany, aPerson } from './builders.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService((await import('../src/main.js')).sales);
});

afterAll(() => started.stop());

describe('a product', () => {
  test('is entered, found and changed', async () => {
    const person = await aPerson(started);
    await aCompany(started, person);
    const { body } = await person.company
      .post('/products', { name: 'Green tea', code: 'TEA', price: '90.00' })
      .expect(201);
    const { id, version } = body as ProductDto;
    const found = await person.company.get('/products?q=green').expect(200);
    expect(found.body).toMatchObject({ items: [{ id, price: '90.00', ratePercent: '18' }] });
    const changed = await person.company.patch(`/products/${id}`, version, { price: '95.00' }).expect(200);
    expect(changed.body).toMatchObject({ price: '95.00', version: version + 1 });
    const taken = await person.company
      .post('/products', { name: 'Other', code: 'TEA', price: '1.00' })
      .expect(409);
    expect(taken.body).toMatchObject({ code: 'product-code-taken', errors: [{ path: 'code' }] });
  });
});
