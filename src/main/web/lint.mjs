// Holds the diagrams of bpmn/<programme>/ against .bpmnlintrc; a warning fails the build too: node lint.mjs
// With a folder, tells the findings in its diagrams as JSON instead: { file: { rule: [ids] } }
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = process.argv[2] ?? join(root, 'bpmn');
const deep = process.argv[2] === undefined;
const config = JSON.parse(readFileSync(join(root, '.bpmnlintrc'), 'utf8'));
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const diagrams = existsSync(folder) ? readdirSync(folder, { recursive: deep }).filter((f) => f.endsWith('.bpmn')) : [];
const told = {};
let faults = 0;

for (const file of diagrams) {
  const { rootElement, warnings } = await new BpmnModdle({ camunda }).fromXML(readFileSync(join(folder, file), 'utf8'));
  const report = await new Linter({ config, resolver: new NodeResolver({ require }) }).lint(rootElement);
  if (process.argv[2]) {
    told[file] = Object.fromEntries(Object.entries(report).map(([rule, found]) => [rule, found.map((f) => f.id)]));
    continue;
  }
  for (const { message } of warnings) {
    console.error(`bpmn/${file}: ${message}`);
    faults++;
  }
  for (const [rule, findings] of Object.entries(report)) {
    for (const { id, message, category } of findings.filter((f) => f.category !== 'info')) {
      console.error(`bpmn/${file}: ${id ?? ''} ${message} (${rule}, ${category})`);
      faults++;
    }
  }
}
console.log(process.argv[2] ? JSON.stringify(told) : `bpmnlint: ${diagrams.length} diagrams, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
