// Lists the npm packages that are delivered (CycloneDX), beside the list that Maven makes of the Java ones. It comes from
// the lock file alone, so that the same sources give the same list, whatever version of npm is there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose licence stands in their Readme alone. */
const READ = { 'component-props': 'MIT' };

function component(path, { version, license, integrity }) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [algorithm, digest] = integrity.split('-');
  return {
    'bom-ref': purl,
    type: 'library',
    name,
    version,
    purl,
    licenses: [licensed(license ?? READ[name] ?? none(name))],
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
  };
}

function none(name) {
  throw new Error(`${name} names no licence: look it up, and add it to scripts/parts.mjs.`);
}

/** An SPDX expression, an SPDX id, or a licence of its own. */
function licensed(license) {
  if (license.startsWith('SEE LICENSE')) {
    return { license: { name: license } };
  }
  return license.includes(' ') ? { expression: license } : { license: { id: license } };
}

export default async function ({ web, classes }) {
  const { name, version, packages } = JSON.parse(readFileSync(join(web, 'package-lock.json')));
  const components = Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev)
    .map(([path, entry]) => component(path, entry));
  const list = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { 'bom-ref': name, type: 'application', name, version } },
    components,
  };
  const folder = join(classes, 'META-INF/sbom');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'web.cdx.json'), JSON.stringify(list, null, 2));
}
