import { Id } from '@dhanman/contracts';
import { Body, Controller, Get, Module, Param, Post, Query, Req, type Type } from '@nestjs/common';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  type Actor,
  CurrentActor,
  describeApi,
  Idempotency,
  Public,
  Requires,
  Returns,
} from '../src/index.js';
import { notes } from './support/notes.js';

const Answer = z.object({ id: z.string() });

/** What a service made of this one controller says when it is to start. */
async function refusalOf(controller: Type): Promise<string> {
  @Module({ controllers: [controller] })
  class OneModule {}
  try {
    await describeApi({ ...notes, module: OneModule });
    return 'starts';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a service does not start with a route', () => {
  test('that is complete, it does', async () => {
    @Controller('things')
    class Things {
      @Post(':id')
      @Requires('dhanman.sales.customer.create')
      @Returns(Answer, 201)
      make(
        @Param('id', { schema: Id }) _: string,
        @Body({ schema: z.strictObject({}) }) __: object,
        @CurrentActor() ___: Actor,
      ): object {
        return {};
      }
    }
    expect(await refusalOf(Things)).toBe('starts');
  });

  test('that makes something and would make it again for a client that heard nothing', async () => {
    @Controller('things')
    class Things {
      @Post()
      @Requires('dhanman.sales.customer.create')
      @Returns(Answer, 201)
      make(@Body({ schema: z.strictObject({}) }) _: object): object {
        return {};
      }

      @Post('unexplained')
      @Public()
      @Idempotency({ off: ' ' })
      @Returns(Answer, 201)
      unexplained(): object {
        return {};
      }

      @Post('explained')
      @Public()
      @Idempotency({ off: 'it only looks something up' })
      @Returns(Answer, 201)
      explained(): object {
        return {};
      }
    }
    const refusal = await refusalOf(Things);
    expect(refusal).toContain('Things.make honours no Idempotency-Key');
    expect(refusal).toContain('Things.unexplained has @Idempotency({ off }) without a reason');
    expect(refusal).not.toContain('Things.explained');
  });

  test('that takes something without a schema', async () => {
    @Controller('things')
    class Things {
      @Post(':id')
      @Public()
      @Returns(Answer, 201)
      make(@Param('id') _: string, @Body() __: object, @Query('q') ___: string): object {
        return {};
      }
    }
    const refusal = await refusalOf(Things);
    for (const what of ['@param id', '@body', '@query q']) {
      expect(refusal).toContain(`Things.make takes ${what} without a schema`);
    }
  });

  test('that lets unknown fields pass', async () => {
    @Controller('things')
    class Things {
      @Post()
      @Public()
      @Returns(Answer, 201)
      make(@Body({ schema: z.object({ a: z.string() }) }) _: object): object {
        return {};
      }
    }
    expect(await refusalOf(Things)).toContain('lets unknown fields pass');
  });

  test('that lets unknown fields pass deep inside', async () => {
    const Line = z.object({ quantity: z.string() }).meta({ id: 'LooseLine' });
    @Controller('things')
    class Things {
      @Post()
      @Public()
      @Returns(Answer, 201)
      make(@Body({ schema: z.strictObject({ lines: z.array(Line.nullable()) }) }) _: object): object {
        return {};
      }
    }
    expect(await refusalOf(Things)).toContain('lets unknown fields pass');
  });

  test('that says neither what it needs nor that it is public', async () => {
    @Controller('things')
    class Things {
      @Get()
      @Returns(Answer)
      list(): object {
        return {};
      }
    }
    expect(await refusalOf(Things)).toContain('Things.list has neither @Requires nor @Public');
  });

  test('that does not say what it answers', async () => {
    @Controller('things')
    class Things {
      @Get()
      @Public()
      list(): object {
        return {};
      }
    }
    expect(await refusalOf(Things)).toContain('Things.list has no @Returns');
  });

  test('that takes the raw request', async () => {
    @Controller('things')
    class Things {
      @Get()
      @Public()
      @Returns(Answer)
      list(@Req() _: object): object {
        return {};
      }
    }
    expect(await refusalOf(Things)).toContain('Things.list takes the raw request');
  });
});
