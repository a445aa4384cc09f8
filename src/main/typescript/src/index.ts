/**
 * The client and the codec. Streams of one's own and `postEvents` are modules by themselves,
 * `streams` and `post`, which only those load who use them.
 */
export * from './client.js';
export * from './codec.js';
