import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { makeFontSubsets } from './build/font-subsets.ts';
import { offline } from './build/offline.ts';

export default defineConfig(async () => ({
  plugins: [react(), offline()],
  resolve: {
    conditions: ['dhanman-source', 'module', 'browser', 'development|production'],
    alias: {
      'font-subsets': await makeFontSubsets(fileURLToPath(new URL('.results/fonts', import.meta.url))),
    },
  },
  // nginx puts a fresh value in its place with every page it serves.
  html: { cspNonce: 'PAGE-NONCE' },
  build: {
    // A data: address would need its own permission in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2023',
    reportCompressedSize: false,
    // What every page needs is one file: in sixty, their headers alone weigh more than a page does.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial' as const] }] } },
    },
  },
}));
