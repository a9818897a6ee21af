export const services = ['common', 'community', 'inventory', 'payroll', 'purchase', 'sales'] as const;

export type ServiceName = (typeof services)[number];
