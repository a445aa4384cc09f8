import { fileURLToPath } from 'node:url';

/** The root of the project: paths of the server's command line are relative to it. */
export const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** A file or folder of the build. */
export const target = (name) =>
  fileURLToPath(new URL(`../../../../target/${name}`, import.meta.url));
