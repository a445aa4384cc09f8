import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { asyncApiErrors, openApiErrors } from './validators.js';

const FOLDERS = {
  samples: new URL('../resources/types/', import.meta.url),
  demo: new URL('../../../target/demo-types/META-INF/heliograph/', import.meta.url),
};

for (const [folder, url] of Object.entries(FOLDERS)) {
  const files = readdirSync(url).filter((name) => name.endsWith('.json'));
  test(`${folder}: there are documents of both kinds`, () => {
    assert.ok(files.includes('asyncapi.json') && files.includes('openapi.json'), files.join(', '));
  });
  for (const file of files) {
    test(`${folder}: ${file} has no error`, async () => {
      const text = readFileSync(new URL(file, url), 'utf8');
      const errors = file.endsWith('asyncapi.json') ? asyncApiErrors : openApiErrors;
      assert.deepEqual(await errors(text), []);
    });
  }
}

const changed = (file, change) => {
  const document = JSON.parse(readFileSync(new URL(file, FOLDERS.samples), 'utf8'));
  change(document);
  return JSON.stringify(document);
};

test('a channel that an operation refers to and that is not there is an error', async () => {
  const text = changed('asyncapi.json', ({ channels }) => {
    delete channels[Object.keys(channels)[0]];
  });
  assert.notDeepEqual(await asyncApiErrors(text), []);
});

test('a document of AsyncAPI without a version is an error', async () => {
  const text = changed('asyncapi.json', ({ info }) => delete info.version);
  assert.notDeepEqual(await asyncApiErrors(text), []);
});

test('an item of a stream that is described by no schema is an error', async () => {
  const text = changed('openapi.json', ({ paths }) => {
    paths['/_sse'].get.responses[200].content['text/event-stream'].itemSchema = 'text';
  });
  assert.notDeepEqual(await openApiErrors(text), []);
});

test('a schema that is referred to and is not there is an error', async () => {
  const text = changed('openapi.json', ({ components }) => {
    delete components.schemas[Object.keys(components.schemas)[0]];
  });
  assert.notDeepEqual(await openApiErrors(text), []);
});
