// Writes api/schema.d.ts, the TypeScript types of the OpenAPI document. With --check it only compares
// the file with the document and fails if they differ.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { WEB } from './bundles.mjs';
import { openApiDocument } from './openapi.mjs';

const FILE = `${WEB}/api/schema.d.ts`;
const HEAD = '// Generated from the OpenAPI document by `npm run api-types`. Do not edit.\n';

const { components, ...document } = openApiDocument();
// The code uses schemas only. Types of paths and parameters would make the file five times as long.
const named = { ...document, paths: {}, components: { schemas: components.schemas } };
const types = await openapiTS(named, {
  immutable: true,
  // A default is what the server assumes, so a request may leave the field out.
  defaultNonNullable: false,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
});
const text = HEAD + astToString(types);

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  console.error('api/schema.d.ts does not match the OpenAPI document. Run: npm run api-types');
  process.exitCode = 1;
}
