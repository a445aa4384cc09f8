import tseslint from 'typescript-eslint';

const HTML = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write', 'writeln', 'setHTMLUnsafe'];

/** For the modules of the console, which the JAR serves as they are written. */
export default tseslint.config({
  files: ['*.js'],
  extends: [tseslint.configs.recommended],
  rules: {
    'max-lines': ['error', 250],
    'no-empty': ['error', { allowEmptyCatch: false }],
    'no-warning-comments': 'error',
    eqeqeq: 'error',
    'prefer-const': 'error',
    // names and data that strangers have chosen are text
    'no-restricted-properties': ['error', ...HTML.map((property) => ({ property }))],
    'no-restricted-globals': ['error', 'eval', 'Function'],
  },
});
