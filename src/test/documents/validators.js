import { Parser } from '@asyncapi/parser';
import { createConfig, lintFromString } from '@redocly/openapi-core';

const ERROR = 0;
const parser = new Parser();
const rules = await createConfig({ extends: ['spec'] });

/** What is wrong with a document of AsyncAPI, says the parser of the AsyncAPI Initiative. */
export async function asyncApiErrors(text) {
  const { diagnostics } = await parser.parse(text);
  return diagnostics
    .filter(({ severity }) => severity === ERROR)
    .map(({ path, message }) => `${path.join('/')}: ${message}`);
}

/** What is wrong with a document of OpenAPI, says the linter of Redocly, which knows version 3.2. */
export async function openApiErrors(text) {
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config: rules });
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ location, message }) => `${location[0]?.pointer}: ${message}`);
}
