import { services } from '@dhanman/contracts';
import type { Extension, Platform } from '@dhanman/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { deadLettersController } from './dead-letters.controller.js';
import { failedJobsController } from './failed-jobs.controller.js';
import { MessageFigures } from './figures.js';
import { tracesController } from './traces.controller.js';

@Module({})
class OperationsModule {}

/** For the `extensions` of a service: people can see what became of its messages and jobs, and decide about the stuck. */
export function operations(platform: Platform): Extension {
  const service = services.find((name) => name === platform.name);
  if (service === undefined) throw new Error(`"${platform.name}" is not a service that contracts know.`);
  const figures = new MessageFigures(platform);
  const module: DynamicModule = {
    module: OperationsModule,
    controllers: [tracesController(service), deadLettersController(service), failedJobsController(service)],
  };
  return { module, start: async () => figures.start(), stop: async () => figures.stop() };
}
