export * from './client.js';
export * from './generated/index.js';
