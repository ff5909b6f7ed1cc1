// Shows in Tasklist the dossier behind each task. Nothing here may throw while it is loaded: Tasklist would stay blank.

const AT_ONCE = 100; // what /api/v1/tasks answers at most
const FRESH = 5000; // a list that Tasklist draws again asks again, the cards of one drawing do not

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
// a delay ends at the first instant of the day after its last day
const lastDay = (instant) => day.format(new Date(Date.parse(instant) - 1));

const known = new Map(); // task id → { at, line: promise }
let asked = [];

/** The line of a task, or undefined when there is nothing to show; the cards of one list share one request. */
function lineOf(taskId) {
  const kept = known.get(taskId);
  if (kept && Date.now() - kept.at < FRESH) {
    return kept.line;
  }
  const line = new Promise((found) => {
    if (asked.length === 0) {
      setTimeout(ask, 30);
    }
    asked.push({ taskId, found });
  });
  known.set(taskId, { at: Date.now(), line });
  return line;
}

async function ask() {
  const waiting = asked;
  asked = [];
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    const some = waiting.slice(from, from + AT_ONCE);
    const lines = await linesOf(some.map((one) => one.taskId));
    some.forEach((one) => one.found(lines.find((line) => line.task === one.taskId)));
  }
}

async function linesOf(ids) {
  try {
    const answer = await fetch(`/api/v1/tasks?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`);
    return answer.ok ? await answer.json() : [];
  } catch {
    return []; // the list of tasks is worth more than its decoration
  }
}

function element(name, style, text) {
  const made = document.createElement(name);
  made.className = style;
  made.textContent = text;
  return made;
}

async function card(node, { taskId }) {
  const line = await lineOf(taskId);
  if (!line) {
    return;
  }
  const title = element('p', 'dossier-card__title', '');
  title.append(element('strong', '', line.dossier), ` ${line.title ?? ''}`);
  const who = [line.organisation, line.territoryName].filter(Boolean).join(' · ');
  // a measure that gives no money is asked for none
  const facts = element('p', 'dossier-card__facts', line.requested > 0 ? `${euros.format(line.requested)} demandés` : '');
  if (line.dueAt) {
    const due = line.late ? `⚠ En retard depuis le ${lastDay(line.dueAt)}` : `À rendre le ${lastDay(line.dueAt)}`;
    facts.append(element('span', line.late ? 'dossier-card__late' : 'dossier-card__due', due));
  }
  if (line.onBehalfOf) {
    title.append(element('span', 'dossier-card__behalf', `pour ${line.onBehalfOf}`));
  }
  const made = element('div', 'dossier-card', '');
  made.append(title, element('p', 'dossier-card__who', who), facts);
  node.replaceChildren(made);
}

let leaving;

async function tab(node, { taskId }) {
  leaving?.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const place = document.createElement('div');
  node.replaceChildren(place);
  const shadow = place.attachShadow({ mode: 'open' }); // our style, and nothing of Tasklist's
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/assets/ruche.css';
  const body = document.createElement('div');
  body.textContent = 'Chargement du dossier…';
  shadow.append(style, body);
  try {
    const answer = await fetch(`/bureau/taches/${encodeURIComponent(taskId)}`, { signal });
    if (answer.ok && !answer.redirected) {
      body.innerHTML = await answer.text(); // written by our own server, every value escaped there
      body.querySelectorAll('a[href]').forEach((link) => { link.target = '_blank'; link.rel = 'noopener'; });
    } else {
      body.textContent = answer.status === 404
        ? 'Cette tâche n’attend plus, ou son dossier n’est pas le vôtre.'
        : 'Le dossier n’a pas pu être chargé. Rechargez la page.';
    }
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      body.textContent = 'Le dossier n’a pas pu être chargé. Vérifiez la connexion, puis rechargez la page.';
    }
  }
}

export default [
  { id: 'dossier-card', pluginPoint: 'tasklist.card', priority: 300, render: card },
  {
    id: 'dossier-tab',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: 'Dossier' },
    render: tab,
    unmount: () => leaving?.abort(),
  },
];
