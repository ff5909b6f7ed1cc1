// The map of the territories. Its figures are those of the table of the page, which says the same to those who do not see it.
import { map } from './pages/map.js';

const place = document.getElementById('map');
if (place) {
  map(place);
}
