import { createHooks } from '../../../src/svelte.js';
import type { Channels } from '../contract.js';

export const { provideClient, useChannel, useClient, useConnection } = createHooks<Channels>();
