/** All of the package. */
export * from './client.js';
export * from './codec.js';
