/**
 * A server in the test's own process, for the tests of applications that use the client. Importing
 * the module touches no global.
 */
export { fakeServer, FakeServer } from './testing/server.js';
export type { FakeRequest, FakeServerOptions } from './testing/request.js';
export type { RefusalCode } from './testing/refusals.js';
export type { ByeReason } from './testing/stream.js';
