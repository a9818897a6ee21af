import { CreateProduct, Id, ListProducts, PatchProduct, ProductDto, ProductPage } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import type { ProductId } from './product.js';
import { ProductsQueries, toDto } from './products.queries.js';
import { ProductsService } from './products.service.js';

@Controller('api/v1/companies/:companyId/products')
export class ProductsController {
  constructor(
    private readonly products: ProductsService,
    private readonly queries: ProductsQueries,
  ) {}

  @Post()
  @Requires('dhanman.sales.product.create')
  @Returns(ProductDto, 201)
  async create(
    @Body({ schema: CreateProduct }) details: CreateProduct,
    @CurrentActor() actor: Actor,
  ): Promise<ProductDto> {
    return toDto(await this.products.create(actor, details));
  }

  @Get()
  @Requires('dhanman.sales.product.read')
  @Returns(ProductPage)
  list(
    @Query({ schema: ListProducts }) query: ListProducts,
    @CurrentActor() actor: Actor,
  ): Promise<ProductPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.sales.product.read')
  @Returns(ProductDto)
  get(@Param('id', { schema: Id }) id: ProductId, @CurrentActor() actor: Actor): Promise<ProductDto> {
    return this.queries.get(actor, id);
  }

  @Patch(':id')
  @Requires('dhanman.sales.product.update')
  @Returns(ProductDto)
  async patch(
    @Param('id', { schema: Id }) id: ProductId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchProduct }) patch: PatchProduct,
    @CurrentActor() actor: Actor,
  ): Promise<ProductDto> {
    return toDto(await this.products.patch(actor, id, versionIn(ifMatch), patch));
  }
}
