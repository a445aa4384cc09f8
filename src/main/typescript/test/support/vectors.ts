import { readFileSync } from 'node:fs';

/** Reads vectors that the server's tests read too. */
export function vectors(file: string): unknown {
  const path = new URL(`../../../../test/resources/vectors/${file}`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}
