// Draws contours as SVG, coloured by a column of the table whose rows name a territory (data-epci) and whose cells name a
// figure (data-figure). Classes hold about as many territories each; a pattern and a number say what a colour says.
import { geoConicConformal, geoPath } from 'd3-geo';

const SVG = 'http://www.w3.org/2000/svg';
const CLASSES = [
  { fill: '#edf3f9', dots: 14 },
  { fill: '#c8dcee', dots: 7 },
  { fill: '#a3c5e2', lines: 9 },
  { fill: '#7eacd4', lines: 6, crossed: true },
  { fill: '#5b92c2', lines: 4, crossed: true },
];
const OTHERS = {
  zero: { fill: '#ffffff' },
  unknown: { fill: '#e4e2dc', dots: 4 },
  silent: { fill: '#ffffff', lines: 5, ink: '#a11b1b' },
  plain: { fill: '#edf3f9' },
};
const INK = '#16324f';
/** Pixels that a sign of a label takes, and the height of its line. */
const SIGN = 7.2;
const LINE = 15;

export async function map(place) {
  place.closest('[hidden]')?.removeAttribute('hidden');
  let collection;
  try {
    const answer = await fetch(place.dataset.contours);
    if (!answer.ok) {
      throw new Error(`The contours were refused: ${answer.status}`);
    }
    collection = turned(await answer.json());
  } catch (failure) {
    place.textContent = place.dataset.unreadable;
    throw failure;
  }
  const paint = () => draw(place, collection);
  paint();
  listen(place);
  document.addEventListener('figures', paint);
  document.getElementById('shown')?.addEventListener('change', paint);
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      paint();
    }
  }).observe(place);
}

/** GeoJSON winds its exterior rings counterclockwise, d3 clockwise: another order would mean the rest of the earth. */
function turned({ features, ...rest }) {
  const polygon = (rings) => rings.map((ring) => ring.slice().reverse());
  return {
    ...rest,
    features: features.map(({ geometry, ...feature }) => ({
      ...feature,
      geometry: {
        type: geometry.type,
        coordinates:
          geometry.type === 'Polygon' ? polygon(geometry.coordinates) : geometry.coordinates.map(polygon),
      },
    })),
  };
}

function draw(place, collection) {
  const figure = document.getElementById('shown')?.value;
  const rows = new Map([...document.querySelectorAll('tr[data-epci]')].map((row) => [row.dataset.epci, row]));
  const width = Math.max(280, place.clientWidth);
  // Lambert 93, the projection of maps of France
  const projection = geoConicConformal().rotate([-3, 0]).parallels([44, 49]).fitWidth(width - 8, collection);
  const path = geoPath(projection);
  const height = Math.ceil(path.bounds(collection)[1][1]) + 8;
  projection.translate(projection.translate().map((at) => at + 4));
  const territories = collection.features.map((feature) => territory(feature, rows.get(feature.properties.epci), figure));
  const classes = classified(territories);
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.epci : null;

  const svg = element('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'group',
    'aria-label': [place.dataset.label, legend()].filter(Boolean).join(' : '),
  });
  const used = new Set(territories.map(styleOf));
  const defs = element('defs', {});
  [...used].forEach((name) => defs.append(pattern(name)));
  svg.append(defs);
  // those that stand out are drawn last, so that no neighbour covers their line; then what is written on them
  territories
    .sort((one, other) => Number(Boolean(one.silent)) - Number(Boolean(other.silent)))
    .forEach((one) => svg.append(shape(one, path)));
  svg.append(...territories.map((one) => label(one, projection)).filter(Boolean));
  place.replaceChildren(svg);
  const all = links(place);
  all.forEach((link, at) => (link.tabIndex = at === 0 ? 0 : -1));
  all.find((link) => link.dataset.epci === focused)?.focus({ preventScroll: true });
  explain(place, territories, classes);
}

function legend() {
  return document.getElementById('shown')?.selectedOptions[0].textContent.trim();
}

function territory(feature, row, figure) {
  const cell = row?.querySelector(`[data-figure="${figure}"]`);
  const value = cell?.dataset.value ? Number(cell.dataset.value) : NaN;
  return {
    feature,
    figure,
    epci: feature.properties.epci,
    name: feature.properties.name,
    link: row?.dataset.link,
    silent: row?.dataset.silent,
    known: Boolean(row),
    value,
    text: cell?.textContent.trim() ?? '',
  };
}

/** Which pattern: of a class from 0 on, or of what is no class. */
function styleOf(one) {
  if (!one.figure) {
    return 'plain';
  }
  if (one.silent && one.figure !== 'difficulty') {
    return 'silent';
  }
  if (Number.isNaN(one.value)) {
    return 'unknown';
  }
  return one.value === 0 && one.figure !== 'difficulty' ? 'zero' : one.rank;
}

/** Gives each territory its class, and the classes from the lowest: their values and how many have them. */
function classified(territories) {
  const counted = territories.filter((one) => ['undefined', 'number'].includes(typeof styleOf(one)));
  const values = [...new Set(counted.map((one) => one.value))].sort((a, b) => a - b);
  const most = Math.min(CLASSES.length, values.length);
  const sorted = counted.map((one) => one.value).sort((a, b) => a - b);
  const limits =
    values.length <= CLASSES.length
      ? values
      : [...new Set([...Array(most).keys()].map((at) => sorted[Math.ceil(((at + 1) * sorted.length) / most) - 1]))];
  // few classes keep the outermost colours, so that the lowest and the highest always look the same
  const rankOf = (at) => (limits.length === 1 ? 2 : Math.round((at * (CLASSES.length - 1)) / (limits.length - 1)));
  counted.forEach((one) => (one.rank = rankOf(limits.findIndex((limit) => one.value <= limit))));
  return limits
    .map((limit, at) => ({ rank: rankOf(at), of: counted.filter((one) => one.rank === rankOf(at)) }))
    .filter(({ of }) => of.length > 0);
}

function shape(one, path) {
  const silent = one.silent ? ` map__territory--silent map__territory--${one.silent}` : '';
  const group = element(one.link ? 'a' : 'g', {
    class: `map__territory${silent}`,
    ...(one.link ? { href: one.link, 'data-epci': one.epci, 'aria-label': told(one) } : {}),
  });
  group.append(element('path', { d: path(one.feature), fill: `url(#map-${styleOf(one)})` }));
  const [x, y] = path.centroid(one.feature);
  group.dataset.told = told(one);
  group.dataset.x = x;
  group.dataset.y = y;
  return group;
}

/** The figure, where the territory is widest, if there is room for it. */
function label(one, projection) {
  if (typeof styleOf(one) !== 'number') {
    return null;
  }
  const { x, y, width } = widest(one.feature.geometry, projection);
  if (width < one.text.length * SIGN + 4) {
    return null;
  }
  const text = element('text', { class: 'map__figure', x, y: y + 4, 'aria-hidden': 'true' });
  text.textContent = one.text;
  return text;
}

/** The middle of the longest line from one side of the largest part to the other, near its height. */
function widest({ type, coordinates }, projection) {
  const rings = (type === 'Polygon' ? [coordinates] : coordinates).map(([ring]) => ring.map(projection));
  const heightOf = (ring) => Math.max(...ring.map(([, y]) => y)) - Math.min(...ring.map(([, y]) => y));
  const ring = rings.sort((one, other) => heightOf(other) - heightOf(one))[0];
  const top = Math.min(...ring.map(([, y]) => y));
  const height = heightOf(ring);
  let best = { x: 0, y: 0, width: 0 };
  for (let at = 0.3; at <= 0.7; at += 0.05) {
    const y = top + at * height;
    const crossings = ring
      .slice(1)
      .flatMap(([x2, y2], index) => {
        const [x1, y1] = ring[index];
        return y1 <= y !== y2 <= y ? [x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)] : [];
      })
      .sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const width = crossings[pair + 1] - crossings[pair];
      if (height > LINE && width > best.width) {
        best = { x: (crossings[pair] + crossings[pair + 1]) / 2, y, width };
      }
    }
  }
  return best;
}

function told(one) {
  const place = document.getElementById('map').dataset;
  const standing = one.silent === 'never' ? place.never : one.silent ? place.silent : null;
  const shown = one.figure && one.text && one.text !== '–' ? `${legend()} ${one.text}` : null;
  return [one.name, shown ?? (one.figure ? place.unknown : null), standing].filter(Boolean).join(', ');
}

/** One stop of the keyboard: the arrows go to the nearest territory on that side. */
function listen(place) {
  const line = document.querySelector('.map__told');
  const say = (territory) => line && (line.textContent = territory?.dataset.told ?? '\u00a0');
  place.addEventListener('pointerover', (event) => say(event.target.closest('.map__territory')));
  place.addEventListener('pointerleave', () => say(null));
  place.addEventListener('focusin', (event) => {
    links(place).forEach((link) => (link.tabIndex = link === event.target ? 0 : -1));
    say(event.target);
  });
  place.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const from = event.target.closest('a');
    if (step && from) {
      event.preventDefault();
      nearest(links(place), from, step)?.focus();
    }
  });
}

function links(place) {
  return [...place.querySelectorAll('a')];
}

function nearest(all, from, [right, down]) {
  const away = (link) => {
    const dx = link.dataset.x - from.dataset.x;
    const dy = link.dataset.y - from.dataset.y;
    const along = dx * right + dy * down;
    return along <= 0 ? Infinity : Math.hypot(dx, dy) * (1 + Math.abs(dx * down + dy * right) / along);
  };
  const found = all.filter((link) => away(link) < Infinity).sort((one, other) => away(one) - away(other));
  return found[0];
}

function explain(place, territories, classes) {
  const list = document.querySelector('.map__legend');
  if (!list) {
    return;
  }
  const words = place.dataset.words.split('|');
  const number = (count) => (count === 1 ? place.dataset.one : place.dataset.number.replace('%1', count));
  const line = (style, text, count) => {
    const item = document.createElement('li');
    const swatch = element('svg', { width: 34, height: 22, 'aria-hidden': 'true' });
    swatch.append(element('rect', { width: 34, height: 22, fill: `url(#map-${style})` }));
    item.append(swatch, `${text} (${number(count)})`);
    return item;
  };
  const lines = classes.map(({ rank, of }) => {
    const sorted = of.slice().sort((a, b) => a.value - b.value);
    const [low, high] = [sorted[0].text, sorted[sorted.length - 1].text];
    const range = low === high ? low : place.dataset.range.replace('%1', low).replace('%2', high);
    return line(rank, classes.length > 1 ? `${words[rank]} : ${range}` : range, of.length);
  });
  ['zero', 'unknown'].forEach((style) => {
    const of = territories.filter((one) => styleOf(one) === style);
    if (of.length > 0) {
      lines.push(line(style, style === 'zero' ? of[0].text : place.dataset.unknown, of.length));
    }
  });
  const silent = (kind) => territories.filter((one) => one.silent === kind).length;
  const style = territories[0]?.figure === 'difficulty' ? null : 'silent';
  [
    ['call', place.dataset.silent],
    ['never', place.dataset.never],
  ].forEach(([kind, text]) => {
    if (silent(kind) > 0) {
      const item = line(style ?? 'zero', text, silent(kind));
      item.querySelector('rect').setAttribute('stroke', '#a11b1b');
      item.querySelector('rect').setAttribute('stroke-width', '4');
      item.querySelector('rect').setAttribute('stroke-dasharray', '6 3');
      lines.push(item);
    }
  });
  list.replaceChildren(...lines);
}

function pattern(name) {
  const { fill, dots, lines, crossed, ink = INK } = OTHERS[name] ?? CLASSES[name];
  const size = dots ?? lines ?? 8;
  const made = element('pattern', { id: `map-${name}`, width: size, height: size, patternUnits: 'userSpaceOnUse' });
  made.append(element('rect', { width: size, height: size, fill }));
  if (dots) {
    made.append(element('circle', { cx: size / 2, cy: size / 2, r: 0.9, fill: ink }));
  }
  if (lines) {
    const d = `M0 ${size}L${size} 0${crossed ? `M0 0L${size} ${size}` : ''}`;
    made.append(element('path', { d, stroke: ink, 'stroke-width': 0.7, 'stroke-opacity': 0.55 }));
  }
  return made;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}
