import { DomainError } from '@dhanman/kernel';
import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { type Complaint, complaintsOf, unstorableIn } from './complaints.js';

/** The request does not have the shape the route asks for; every field at fault is named. */
export class RequestInvalid extends DomainError {
  constructor(complaints: readonly Complaint[]) {
    super('invalid', 'request-invalid', 'The request is not complete or not correct.', { complaints });
  }
}

/** Nest's own pipe lets a parameter without a schema pass unseen; here that is an error of the route. */
@Injectable()
export class StrictValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type === 'custom') return value;
    if (!metadata.schema) throw new TypeError(`A ${metadata.type} parameter has no schema.`);
    this.stripProtoKeys(value);
    const unstorable = unstorableIn(value, metadata.data);
    if (unstorable.length > 0) throw new RequestInvalid(unstorable);
    const result = await this.validate(value, metadata.schema);
    if (result.issues) throw new RequestInvalid(complaintsOf(result.issues, value, metadata.data));
    return result.value as T;
  }
}
