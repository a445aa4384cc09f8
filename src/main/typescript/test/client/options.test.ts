import { describe, expect, it } from 'vitest';
import { SSEClient, type SSEClientOptions } from '../../src/client.js';

describe('options', () => {
  it.each([
    [{ reconnectDelay: -1 }, 'reconnectDelay must be 0 or more, was -1'],
    [{ maxReconnectDelay: NaN }, 'maxReconnectDelay must be 0 or more, was NaN'],
    [{ maxReconnectAttempts: -Infinity }, 'maxReconnectAttempts must be 0 or more'],
    [{ reconnectMultiplier: -2 }, 'reconnectMultiplier must be 0 or more, was -2'],
  ])('refuses %o', (options, message) => {
    expect(() => new SSEClient(options)).toThrow(RangeError);
    expect(() => new SSEClient(options)).toThrow(message);
  });

  it('refuses a transport there is not, and headers where they cannot be sent', () => {
    const unknown = { transport: 'websocket' } as unknown as SSEClientOptions;
    expect(() => new SSEClient(unknown)).toThrow(/transport must be .* was websocket/);
    const headers = { transport: 'eventsource', headers: { a: 'b' } } as const;
    expect(() => new SSEClient(headers)).toThrow(/eventsource without headers/);
  });

  it('takes an address of any kind', () => {
    for (const url of ['/_sse', 'sse', new URL('https://h/_sse'), undefined]) {
      expect(new SSEClient({ url }).state).toBe('idle');
    }
  });
});
