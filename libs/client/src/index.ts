export {
  type Answer,
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  createDownload,
  type Download,
  NoAnswer,
  type Operation,
  type RequestOf,
  RequestRefused,
} from './client.js';
export { createListener, type Said } from './listener.js';
export * from './generated/index.js';
