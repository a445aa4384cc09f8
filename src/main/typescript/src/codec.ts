/**
 * The codec of `text/event-stream`, for pages and servers. Importing the module touches no global.
 */
export { parseSSE, createSSEParser } from './codec/parse.js';
export { formatSSE, formatSSEComment, createSSEFormatter } from './codec/format.js';
export { acceptsSSE } from './codec/accept.js';
export type { SSEFrame } from './codec/decoder.js';
export type { SSEParseOptions } from './codec/parse.js';
export type { SSEFrameInit } from './codec/format.js';
