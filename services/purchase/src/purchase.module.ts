import { Module } from '@nestjs/common';
import { DirectoryHandlers } from './directory/directory.handlers.js';

@Module({
  controllers: [DirectoryHandlers],
})
export class PurchaseModule {}
