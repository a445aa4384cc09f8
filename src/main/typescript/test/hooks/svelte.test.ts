import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { behavesAsHooks, type Props } from './contract.js';
import Page from './svelte/Page.svelte';

const silent = () => undefined;
const seven: Props = { channel: 'chat/7', heard: silent, told: silent };

afterEach(() => {
  cleanup();
});

describe('in Svelte', () => {
  behavesAsHooks((client, props) => {
    const { rerender, unmount, container } = render(Page, { client, ...props });
    return { change: rerender, unmount, text: () => container.textContent.trim() };
  });
});

describe('a component in Svelte', () => {
  it('without a client is told what is missing', () => {
    expect(() => render(Page, { ...seven })).toThrow('provideClient(client)');
  });
});
