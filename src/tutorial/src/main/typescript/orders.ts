import type { Channels } from './channels.js';
import { SSEClient } from './heliograph/client.js';

interface Order {
  id: string;
  item: string;
  carrier?: string;
}

const client = new SSEClient<Channels>({ url: '_sse' });
const form = document.querySelector('form')!;
const list = document.querySelector('ul')!;

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

async function follow(id: string): Promise<void> {
  const row = list.appendChild(document.createElement('li'));
  const order = client.subscribe(`orders/${id}`);
  order.on('shipped', ({ item, carrier }) => {
    row.textContent = `${item}: shipped by ${carrier}`;
  });
  await order.ready(); // from here on no shipment is missed
  const { item, carrier } = await ask<Order>(`api/orders/${id}`);
  row.textContent ||= carrier ? `${item}: shipped by ${carrier}` : `${item}: ordered`;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { id } = await ask<Order>('api/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ item: new FormData(form).get('item') }),
  });
  await follow(id);
});

const orders = await ask<Order[]>('api/orders');
await Promise.all(orders.map(({ id }) => follow(id)));
