import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

export const WEB = fileURLToPath(new URL('..', import.meta.url));
export const BUNDLES = ['sitepulse', 'sitepulse-poll', 'sitepulse-share', 'sitepulse-frame'];

/** Largest size of one script, gzip-compressed, in bytes. */
export const BUDGET = 6 * 1024;

/** Repeated code compresses better than code that terser has inlined. */
const COMPRESS = {
  passes: 6,
  unsafe: true,
  unsafe_arrows: true,
  inline: 1,
  reduce_funcs: false,
  hoist_funs: true,
  keep_fargs: false,
  unsafe_methods: true,
};

/** The poll script, which has fewer functions, is smaller with statements than with sequences. */
const COMPRESS_POLL = { ...COMPRESS, sequences: false, pure_getters: true };

const { version } = JSON.parse(readFileSync(`${WEB}/package.json`, 'utf8'));

/** Builds one classic script (IIFE) for browsers from ES2019 on. Returns its text. */
export async function bundle(name) {
  const result = await build({
    root: WEB,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __VERSION__: JSON.stringify(version) },
    build: {
      write: false,
      target: 'es2019',
      minify: 'terser',
      terserOptions: {
        ecma: 2019,
        toplevel: true,
        compress: name === 'sitepulse' ? COMPRESS : COMPRESS_POLL,
      },
      rollupOptions: {
        external: name === 'sitepulse' ? [] : [/\/shared$/],
        // Nothing depends on strict mode, which classes have anyway.
        output: { strict: false, globals: () => 'window[Symbol.for("sitepulse")]' },
      },
      lib: {
        entry: `${WEB}/src/${name}.ts`,
        name: 'sitepulseScript',
        formats: ['iife'],
        fileName: () => `${name}.js`,
      },
    },
  });
  // Style sheets have one rule per line. Browsers do not need the line breaks.
  const code = result[0].output[0].code.trim().replace(/([{};])\\n/g, '$1');
  // The console of the page stays clean even if the script fails.
  return `try{${code}}catch(e){}\n`;
}

/** Returns the size that counts against the budget. */
export function compressed(code) {
  return gzipSync(code, { level: 9 }).length;
}
