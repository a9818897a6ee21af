import { describe, expect, it } from '@jest/globals';
import { auditQuery, auditSearchIn } from './audit-search.js';

describe('what is looked for in the trail', () => {
  it('is read from the address, each part for itself', () => {
    const address = { service: 'sales', action: 'erased', entity: 'invoice', from: 'yesterday', page: 3 };
    expect(auditSearchIn(address)).toEqual({ service: 'sales', entity: 'invoice' });
  });

  it('days are those of India, and the last one is included', () => {
    expect(auditQuery({ from: '2026-04-01', to: '2026-04-01' })).toEqual({
      limit: 50,
      from: '2026-03-31T18:30:00.000Z',
      to: '2026-04-01T18:30:00.000Z',
    });
  });
});
