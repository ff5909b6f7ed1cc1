// The cockpit without its diagram: pictures of its tables, and figures that follow what happens.
import { charts } from './pages/charts.js';
import { liveFigures } from './pages/figures.js';

charts(document);
document.addEventListener('figures', () => charts(document));
liveFigures(document);
