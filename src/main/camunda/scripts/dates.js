// The calendars of Camunda's web applications (due date, dates of a search) read AngularJS' own $locale, which is
// American, and Cockpit writes its dates as programs do. A script that throws leaves the application blank: an
// English calendar is better.
const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const shortMonths = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const days = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const app = document.querySelector('base').getAttribute('app-name');

try {
  window.angular
    .module(`cam.${app}.custom`)
    .config(['$injector', providers => {
      if (app === 'cockpit') {
        providers.get('camDateFormatProvider').setDateFormat('DD/MM/YYYY HH:mm:ss', 'normal');
      }
    }])
    .decorator('$locale', ['$delegate', locale => Object.assign(locale, {
      id: 'fr-fr',
      DATETIME_FORMATS: {
        ...locale.DATETIME_FORMATS,
        MONTH: months,
        STANDALONEMONTH: months,
        SHORTMONTH: shortMonths,
        DAY: days,
        SHORTDAY: days.map(day => day.slice(0, 3)),
        FIRSTDAYOFWEEK: 0,
      },
    })])
    .run(['$injector', injector => {
      if (injector.has('uibDatepickerConfig')) {
        injector.get('uibDatepickerConfig').startingDay = 1;
      }
    }]);
} catch (changed) {
  console.error(changed);
}
