package fr.ruche.dossier;

/**
 * Where a project is, for the rights and the rules.
 *
 * @param name of the commune
 * @param territory SIREN of its EPCI
 * @param territoryName what the EPCI is called
 * @param sector code of the sector that instructs
 */
record Place(String commune, String name, String territory, String territoryName, String sector) {}
