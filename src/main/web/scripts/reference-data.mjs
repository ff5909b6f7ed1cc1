// Reduces the communes and EPCI of @etalab/decoupage-administratif (Licence Ouverte) to those of the Nord and the
// Pas-de-Calais, EPCI with all their members: reference/territories.json, which the program loads at its first start.
// The package's own index.js reads its files relative to the current folder, so the files are read directly.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DEPARTEMENTS = new Set(['59', '62']);

export default async function referenceData({ web, classes }) {
  const folder = join(web, 'node_modules/@etalab/decoupage-administratif');
  const read = (name) => JSON.parse(readFileSync(join(folder, 'data', name), 'utf8'));
  const communes = read('communes.json').filter((commune) => commune.type === 'commune-actuelle');
  const here = new Set(communes.filter((c) => DEPARTEMENTS.has(c.departement)).map((c) => c.code));
  const epci = read('epci.json').filter((one) => one.membres.some((member) => here.has(member.code)));
  const epciOf = new Map(epci.flatMap((one) => one.membres.map((member) => [member.code, one.code])));

  const reduced = {
    source: `@etalab/decoupage-administratif ${JSON.parse(readFileSync(join(folder, 'package.json'))).version}`,
    validFrom: '2026-01-01',
    epci: epci.map((one) => ({
      siren: one.code,
      name: one.nom,
      kind: one.type,
      population: one.populationMunicipale,
    })),
    communes: communes
      .filter((commune) => here.has(commune.code) || epciOf.has(commune.code))
      .map((commune) => ({
        code: commune.code,
        name: commune.nom,
        siren: commune.siren,
        epci: epciOf.get(commune.code) ?? null,
        departement: commune.departement,
        postal_codes: commune.codesPostaux ?? [],
        former_codes: commune.anciensCodes ?? [],
        population: commune.population ?? 0,
      })),
  };
  if (reduced.communes.length < 1500 || reduced.epci.length < 30) {
    throw new Error(`only ${reduced.communes.length} communes and ${reduced.epci.length} EPCI were found`);
  }
  mkdirSync(join(classes, 'reference'), { recursive: true });
  writeFileSync(join(classes, 'reference/territories.json'), JSON.stringify(reduced));
}
