import { pages } from './de/pages.js';
import { scripts } from './de/scripts.js';
import { server } from './de/server.js';

export default { name: 'Deutsch', texts: { ...pages, ...scripts }, server };
