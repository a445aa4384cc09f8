/**
 * Streams of one's own, for servers and workers: the progress of a task, the items of a generator,
 * or events sent by hand, each as a `ReadableStream` of `text/event-stream` that cleans up when its
 * reader goes. Importing the module touches no global.
 */
export { createProgressStream } from './streams/progress.js';
export { createSSEStream } from './streams/iterable.js';
export { createManualStream } from './streams/manual.js';
export { createSSEResponse, SSE_HEADERS } from './streams/response.js';
export { StreamError } from './streams/failure.js';
export type { Progress, ProgressEvents, ProgressResult, ProgressTask } from './streams/progress.js';
export type { SSESource } from './streams/iterable.js';
export type { ManualStream, ManualStreamOptions } from './streams/manual.js';
export type { SSEStreamOptions } from './streams/settings.js';
export type { SSEStreamEvent } from './streams/event.js';
