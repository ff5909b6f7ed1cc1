// The configuration of Camunda's four web applications: the build gives each of them this file.
const base = document.querySelector('base');
const app = base.getAttribute('app-name');
const texts = `${base.getAttribute('app-root')}/app/${app}/locales`;

// Camunda reads some texts while its own copy of them is still on the way, and shows their keys or English
// dates instead; and it keeps that copy from one release of ours to the next. So they are put where it looks
// first, before it starts.
try {
  const answer = await fetch(`${texts}/fr.json`, { cache: 'no-cache' });
  if (answer.ok) {
    const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    kept[`${texts}/_locales_data_fr_${window.bust}`] = JSON.stringify(await answer.json());
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
} catch (unavailable) {
  console.error(unavailable);
}
document.documentElement.lang = 'fr';

export default {
  app: {
    name: { admin: 'Administration', cockpit: 'Supervision', tasklist: 'Tâches', welcome: 'Accueil' }[app],
    vendor: 'Ruche',
  },
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  customScripts: app === 'tasklist' ? ['scripts/dates.js', 'scripts/forms.js', 'scripts/criteria.js'] : ['scripts/dates.js'],
};
