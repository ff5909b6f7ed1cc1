// Builds what the browser and the program need from npm packages: node build.mjs [folder of the compiled classes]
// Maven runs it; the first lines use nothing but Node, so that they can say what is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const classes = resolve(process.argv[2] ?? join(here, '../../../target/classes'));
const assets = join(classes, 'static/assets');
const lock = readFileSync(join(here, 'package-lock.json'));
const FILES = ['.svg', '.png', '.woff2', '.woff', '.ttf', '.eot'];

function stop(message) {
  console.error(`Ruche web build: ${message}`);
  process.exit(1);
}

function sources(folder = here) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sources(path) : [path];
    })
    .sort();
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const path of sources()) {
    hash.update(relative(here, path)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function install() {
  const mark = join(here, 'node_modules/.ruche-lock');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    return;
  }
  console.log('Ruche web build: installing the npm packages of src/main/web (once per change of the lock file)…');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error?.code === 'ENOENT') {
    stop('npm is not installed. Install it (Debian: apt-get install npm) and start again.');
  }
  if (npm.status !== 0) {
    stop('npm ci failed (see above). Check that the npm registry can be reached, then start again.');
  }
  writeFileSync(mark, wanted);
}

async function bundle() {
  const entries = readdirSync(here).filter((name) => /\.(js|css)$/.test(name));
  const { build } = await import('esbuild');
  mkdirSync(assets, { recursive: true });
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: here,
    entryPoints: entries,
    outdir: assets,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: ['es2022'],
    legalComments: 'linked',
    loader: Object.fromEntries(FILES.map((ending) => [ending, 'file'])),
    plugins: [patches, onePreact],
    assetNames: '[name]',
    logLevel: 'warning',
  });
  requireDeclared(Object.keys(metafile.inputs));
}

/**
 * Packages that are changed as they are bundled. What a patch replaces must be there, so that a new version of a package
 * is looked at again.
 */
const patches = {
  name: 'patches',
  setup(build) {
    for (const name of readdirSync(join(here, 'patches'))) {
      const { file, replace } = JSON.parse(readFileSync(join(here, 'patches', name), 'utf8'));
      build.onLoad({ filter: new RegExp(file) }, ({ path }) => {
        let contents = readFileSync(path, 'utf8');
        for (const [piece, by] of replace) {
          if (!contents.includes(piece)) {
            throw new Error(`patches/${name}: ${path} no longer has ${piece}`);
          }
          contents = contents.replaceAll(piece, by);
        }
        return { contents, loader: 'js' };
      });
    }
  },
};

/** form-js draws its editor and its forms with two versions of it, which do not know each other's components. */
const onePreact = {
  name: 'one-preact',
  setup(build) {
    build.onResolve({ filter: /^preact($|\/)/ }, ({ path, kind, pluginData }) =>
      pluginData === onePreact ? undefined : build.resolve(path, { kind, resolveDir: here, pluginData: onePreact }),
    );
  },
};

/** What is delivered is a dependency; the tools of this build are devDependencies, and never in the list of parts. */
function requireDeclared(inputs) {
  const { packages } = JSON.parse(lock);
  const tools = inputs
    .map((path) => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter((path) => path && packages[path]?.dev);
  if (tools.length > 0) {
    throw new Error(`${[...new Set(tools)].join(', ')} is bundled: move it to "dependencies" of package.json.`);
  }
}

/** Each script of `scripts` exports by default `async ({ web, classes }) => …`, which writes its resource. */
async function generate() {
  const folder = join(here, 'scripts');
  const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mjs')) : [];
  for (const script of scripts.sort()) {
    const { default: run } = await import(`./scripts/${script}`);
    if (typeof run !== 'function') {
      stop(`scripts/${script} must export a function by default.`);
    }
    await run({ web: here, classes });
  }
}

if (Number(process.versions.node.split('.')[0]) < 18) {
  stop(`Node ${process.versions.node} is too old. Install Node 20 or later (https://nodejs.org) and start again.`);
}
install();
const stamp = join(classes, '../web-build.sha256');
const now = fingerprint();
if (existsSync(assets) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
  process.exit(0);
}
try {
  await bundle();
  await generate();
} catch (failure) {
  stop(failure.message);
}
writeFileSync(stamp, now);
