/** The module for pages: {@link SSEClient} and its kin. Importing the module touches no global. */
export { SSEClient } from './sse-client.js';
export { SSESubscription } from './subscription.js';
export { ChannelError, SSEError } from './errors.js';
export type { EventSourceLike, SSEClientOptions, SSEClock, SSEHeaders } from './options.js';
export type {
  AnyEvent,
  SSEClientEvents,
  SSEEvent,
  SSEEventListener,
  SSEGap,
  SSERecovery,
  SSEState,
  SSESubscriptionStatus,
} from './events.js';
export type { AnyChannels, ChannelName, EventsOf, Known } from './channels.js';
