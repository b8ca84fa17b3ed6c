import { readFileSync, readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

const ROOT = `${import.meta.dirname}/../../src/main/resources/io/sitepulse/dashboard/`;

/**
 * Returns the OpenAPI document that the server publishes at `/api/openapi.yaml`, as an object:
 * `openapi.yaml` joined with every file of `openapi/`. The rules are those of the server's class
 * `OpenApi`: a part has tags, paths and components only, and two files must not define one name
 * differently.
 */
export function openApiDocument() {
  const document = read('openapi.yaml');
  for (const file of readdirSync(`${ROOT}openapi`).sort()) {
    join(document, read(`openapi/${file}`), file);
  }
  return document;
}

function read(file) {
  return parse(readFileSync(ROOT + file, 'utf8'));
}

function join(document, { tags = [], paths = {}, components = {}, ...others }, file) {
  if (Object.keys(others).length) {
    throw new Error(`${file}: a part has tags, paths and components only`);
  }
  document.tags.push(...tags);
  add(document.paths, paths, file);
  for (const [kind, entries] of Object.entries(components)) {
    add((document.components[kind] ??= {}), entries, file);
  }
}

function add(known, more, file) {
  for (const [name, value] of Object.entries(more)) {
    if (name in known && !isDeepStrictEqual(known[name], value)) {
      throw new Error(`${file}: ${name} is defined differently elsewhere`);
    }
    known[name] = value;
  }
}
