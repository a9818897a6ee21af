// A service with a bug outside any request, as a process: what the platform does about it is seen from outside.
import { Module } from '@nestjs/common';
import { boot, defineConfig, defineDatabase } from '../../dist/index.js';

class FaultyModule {
  onApplicationBootstrap() {
    const bug = new TypeError('a bug nobody caught');
    setTimeout(() => {
      if (process.env.FAULT === 'rejection') Promise.reject(bug);
      else throw bug;
    }, 50);
  }
}
Module({})(FaultyModule);

await boot({
  name: 'faulty',
  title: 'Fails by itself.',
  module: FaultyModule,
  config: class FaultyConfig extends defineConfig({}) {},
  database: defineDatabase({ tables: [], migrations: [] }),
});
