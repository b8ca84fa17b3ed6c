// Prints what users and operators of sitepulse rely on, as sorted lines: HTTP operations with parameters
// and fields, topics, state stores, SQL migrations, metrics, settings, environment and command line options.
//   diff <(node build/api-surface.mjs OLD) <(node build/api-surface.mjs NEW)
// OLD and NEW are checkouts of any commit: files are found by their content. Names of schemas and Java
// types do not show. It needs dashboard-api/web/node_modules in the checkout that this script is in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(new URL('../dashboard-api/web/package.json', import.meta.url));
const { parse } = require('yaml');

const root = process.argv[2] ?? '.';
if (!existsSync(join(root, 'pom.xml'))) {
  console.error('usage: node build/api-surface.mjs [CHECKOUT]');
  process.exit(2);
}
const lines = new Set();

function filesBelow(folder, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) {
      found.push(path);
    } else if (entry.isDirectory() && !/^(target|node_modules|dist|\..*)$/.test(entry.name)) {
      found.push(path, ...filesBelow(path));
    } else if (entry.isDirectory() && path.includes('/java/')) {
      found.push(...filesBelow(path));
    }
  }
  return found;
}

const files = filesBelow(root);
const main = files.filter((path) => path.includes('/src/main/'));
const text = (path) => readFileSync(path, 'utf8');

// --- HTTP ------------------------------------------------------------------------------------------

const api = { paths: {}, components: {} };
for (const path of main.filter((name) => name.endsWith('.yaml'))) {
  const part = parse(text(path));
  if (part?.paths ?? part?.components) {
    Object.assign(api.paths, part.paths ?? {});
    for (const [kind, entries] of Object.entries(part.components ?? {})) {
      Object.assign((api.components[kind] ??= {}), entries);
    }
  }
}

function resolved(node) {
  let found = node;
  while (found?.$ref) {
    found = found.$ref.slice(2).split('/').reduce((at, key) => at[key], api);
  }
  if (found === undefined && node) {
    throw new Error(`${node.$ref} is defined nowhere`);
  }
  return found ?? {};
}

const isFirst = (value, i, list) => list.indexOf(value) === i;

/** Adds a line for a value and for each field below it. */
function fields(prefix, schemaOrRef, name = '', required = false, seen = []) {
  const schema = resolved(schemaOrRef);
  const words = [
    [schema.type ?? schema.enum?.map((value) => typeof value) ?? []].flat().filter(isFirst).join('|'),
    schema.format ?? '',
    schema.enum ? `enum ${[...schema.enum].sort().join('|')}` : '',
    'const' in schema ? `const ${schema.const}` : '',
    required ? 'required' : '',
  ].filter(Boolean);
  const choices = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => list ?? []);
  if (words.length > 0 && choices.length === 0) {
    lines.add(`${prefix} ${name || '.'} ${words.join(' ')}`);
  }
  if (seen.includes(schema)) {
    lines.add(`${prefix} ${name} repeats an outer one`);
    return;
  }
  const path = [...seen, schema];
  for (const part of choices) {
    fields(prefix, part, name, required, path);
  }
  for (const [field, value] of Object.entries(schema.properties ?? {})) {
    fields(prefix, value, name ? `${name}.${field}` : field, (schema.required ?? []).includes(field), path);
  }
  if (schema.items) {
    fields(prefix, schema.items, `${name}[]`, false, path);
  }
  if (typeof schema.additionalProperties === 'object') {
    fields(prefix, schema.additionalProperties, `${name}{}`, false, path);
  }
}

function content(prefix, message) {
  for (const [type, { schema }] of Object.entries(message.content ?? {})) {
    lines.add(`${prefix} ${type}`);
    fields(`${prefix} ${type}`, schema);
  }
}

for (const [path, item] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!operation.responses) continue;
    const prefix = `http ${path} ${method.toUpperCase()}`;
    lines.add(`${prefix} operationId ${operation.operationId}`);
    lines.add(`${prefix} security ${JSON.stringify(operation.security ?? 'none')}`);
    for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved)) {
      fields(`${prefix} parameter ${parameter.in}`, parameter.schema, parameter.name, parameter.required);
    }
    content(`${prefix} request`, resolved(operation.requestBody));
    for (const [status, reference] of Object.entries(operation.responses)) {
      const response = resolved(reference);
      lines.add(`${prefix} response ${status}`);
      content(`${prefix} response ${status}`, response);
      for (const header of Object.keys(response.headers ?? {})) {
        lines.add(`${prefix} response ${status} header ${header}`);
      }
    }
  }
}

// --- Kafka -----------------------------------------------------------------------------------------

const java = main.filter((path) => path.endsWith('.java')).map((path) => withoutComments(text(path)));

function withoutComments(source) {
  return source.replace(/("(?:\\.|[^"\\\n])*")|\/\*[^]*?\*\/|\/\/[^\n]*/g, (all, string) => string ?? ' ');
}

for (const source of java) {
  // Constants of the catalogue: name, whether there is one partition, retention and configuration.
  for (const [, value] of source.matchAll(/ static final Topic<[^=;]*> \w+ =([^;]*);/g)) {
    const strings = [...value.matchAll(/"([^"]*)"/g)].map(([, string]) => string);
    const name = strings[0]?.replace(/^sitepulse\./, '');
    const single = /\btrue\b/.test(value) ? ' one-partition' : '';
    const durations = [...value.matchAll(/Duration\.\w+\(\w+\)/g)].map(([duration]) => duration);
    const kind = value.includes('Map.of') || durations.length > 0 ? '' : ' compacted';
    lines.add(`topic sitepulse.${name}${single}${kind} ${[...strings.slice(1), ...durations].join(' ')}`.trimEnd());
  }
  if (/ record Topic</.test(source)) {
    for (const [, value] of source.matchAll(/Map\.of\(([^;]*)\)\)?;/g)) {
      lines.add(`topic-defaults ${value.replace(/\s+/g, ' ')}`);
    }
  }
}

for (const path of files.filter((name) => /\/src\/test\/resources\/.*\.txt$/.test(name))) {
  const described = text(path);
  if (described.includes('Sub-topology:')) {
    for (const [, stores] of described.matchAll(/stores: \[([^\]]+)\]/g)) {
      stores.split(',').forEach((store) => lines.add(`store ${store.trim()}`));
    }
    for (const [, topics] of described.matchAll(/topics?: \[?([\w.-]+(?:, [\w.-]+)*)/g)) {
      topics.split(',').forEach((topic) => lines.add(`topology-topic ${topic.trim()}`));
    }
  }
}

// --- SQL -------------------------------------------------------------------------------------------

for (const path of main.filter((name) => /\/V\d+__\w+\.sql$/.test(name))) {
  const name = path.replace(/.*\//, '');
  text(path)
    .replace(/--.*$/gm, '')
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .forEach((line, i) => lines.add(`sql ${name} ${String(i + 1).padStart(3, '0')} ${line}`));
}

// --- Metrics, settings, command line ---------------------------------------------------------------

for (const source of java) {
  const prefixes = [...source.matchAll(/String (\w+) = "(sitepulse\.[\w.-]*\.)";/g)];
  let plain = source;
  for (const [, name, value] of prefixes) {
    plain = plain.replaceAll(new RegExp(`\\b${name} \\+\\s*"`, 'g'), `"${value}`);
  }
  for (const [, call, name, more] of plain.matchAll(/(\w*)\(?\s*"(sitepulse\.[a-z][\w.-]*)"(\s*\+)?/g)) {
    const isMetric = /^(builder|counter|gauge|timer|summary)$/i.test(call);
    const isPrefix = name.endsWith('.');
    if (isMetric && isPrefix && more) {
      for (const [, end] of plain.matchAll(/\bcounter\((?:\w+, )?"([a-z.]+)"/g)) {
        lines.add(`metric ${name}${end}`);
      }
    } else if (!isPrefix) {
      lines.add(`${isMetric ? 'metric' : 'setting-or-topic'} ${name}`);
    }
  }
  for (const [, tag] of plain.matchAll(/(?:\.tag|Tag\.of|Tags\.of)\(\s*"([\w.-]+)"/g)) {
    lines.add(`metric-tag ${tag}`);
  }
  for (const [name] of plain.matchAll(/\bSITEPULSE_[A-Z_]+/g)) {
    lines.add(`environment ${name}`);
  }
  for (const [, names] of plain.matchAll(/names = (\{[^}]*\}|"[^"]*")/g)) {
    for (const [, name] of names.matchAll(/"(-[^"]*)"/g)) {
      lines.add(`option ${name}`);
    }
  }
  for (const [, name] of plain.matchAll(/@Command\(\s*name = "([\w-]+)"/g)) {
    lines.add(`command ${name}`);
  }
}
for (const [name] of text(join(root, 'sitepulse')).matchAll(/\bSITEPULSE_[A-Z_]+/g)) {
  lines.add(`environment ${name}`);
}

console.log([...lines].sort().join('\n'));
