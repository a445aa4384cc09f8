/** The module for pages: {@link SSEClient} and its kin. Importing the module touches no global. */
export { SSEClient } from './sse-client.js';
export { SSESubscription } from './subscription.js';
export { ChannelError, SSEError } from './errors.js';
export type { SSEClientOptions, SSEClock, EventSourceLike } from './options.js';
export type {
  SSEClientEvents,
  SSEEvent,
  SSEEventListener,
  SSEGap,
  SSERecovery,
  SSEState,
  SSESubscriptionEvents,
  SSESubscriptionStatus,
} from './events.js';
export type { AnyChannels } from './channels.js';
