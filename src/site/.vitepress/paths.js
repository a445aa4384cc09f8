import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The root of the project, with a slash at its end. */
export const ROOT = at('');

/** The pages. */
export const DOCS = at('src/docs');

/** What makes the site. */
export const SITE = at('src/site');

/** Where the site is built. */
export const TARGET = at('target/site');

/** Where Javadoc and TypeDoc are, if they have been made, by their names in the site. */
export const APIS = { java: at('target/api/apidocs'), typescript: at('target/api/typescript') };

/** Where whoever reads the site finds the files that are no pages. */
export const REPOSITORY = 'https://github.com/heliograph/heliograph';
