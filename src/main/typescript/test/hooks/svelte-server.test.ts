import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { setup } from './contract.js';
import Page from './svelte/Page.svelte';

const silent = () => undefined;

describe('a component in Svelte', () => {
  const { fixture, requests } = setup();

  it('that is rendered on a server opens nothing', () => {
    const props = { client: fixture.client, channel: 'chat/7', heard: silent, told: silent };
    expect(render(Page, { props }).body).toContain('idle false');
    expect(requests()).toEqual([]);
    expect(fixture.client.state).toBe('idle');
  });
});
