import { RouteConfig } from '@nestjs/platform-fastify';

interface Sized {
  readonly bodyLimitBytes?: number;
}

const configKey = '__fastify_route_config__';

/** For a route that takes files: its body may be larger than that of others. Stands above `@Returns`. */
export function BodyUpTo(bodyLimitBytes: number): MethodDecorator {
  return (target, method, descriptor) => {
    const known = Reflect.getMetadata(configKey, descriptor.value as object) as object | undefined;
    if (known === undefined) throw new Error('@BodyUpTo stands above @Returns, which makes the route.');
    RouteConfig({ ...known, bodyLimitBytes })(target, method, descriptor);
  };
}

/** What the configuration of a route says of its body. */
export function bodyLimitOf(config: unknown): number | undefined {
  return (config as Sized | undefined)?.bodyLimitBytes;
}
