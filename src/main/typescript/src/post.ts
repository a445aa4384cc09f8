/**
 * The answer to a POST as typed events. Importing the module touches no global.
 */
export { postEvents } from './post/post-events.js';
export { PostError } from './post/error.js';
export type { PostedEvent, PostInit } from './post/post-events.js';
export type { ProblemDetails } from './post/error.js';
