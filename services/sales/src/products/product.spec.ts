import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { Product } from './product.js';

const identity = () => ({ organizationId: newId(), companyId: newId(), id: newId<'Product'>() });

describe('a product', () => {
  test('needs a name and a price', () => {
    expect(Product.create(identity(), { name: ' Tea ', price: '90' })).toMatchObject({
      ...{
        name: 'Tea',
        price: '90.00',
        unit: 'NOS',
        treatment: 'taxable',
        ratePercent: '18',
        isActive: true,
      },
    });
  });

  test('keeps what a patch leaves out and loses what it sets to null', () => {
    const product = Product.create(identity(), { name: 'Tea', price: '90.00', code: 'TEA' });
    expect(product.patched({ code: null, ratePercent: '5' })).toMatchObject({
      code: null,
      ratePercent: '5',
      price: '90.00',
    });
  });

  test('stays the same object when a patch changes nothing', () => {
    const product = Product.create(identity(), { name: 'Tea', price: '90.00' });
    expect(product.patched({ price: '90' })).toBe(product);
  });
});
