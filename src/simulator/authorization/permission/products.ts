import type { Route } from '../../feature.ts';

const products = ['acd', 'architect', 'collaborateThree', 'communicateThree', 'engageThree'];

/** The products that the organisation has. */
export const productRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/authorization/products',
    permissions: { none: true },
    handle: () => {
      const entities = products.map((id) => ({ id }));
      const total = entities.length;
      return { status: 200, body: { entities, pageSize: total, pageNumber: 1, total, pageCount: 1 } };
    },
  },
];
