// The diagram of the cockpit. Its figures are those of the table below it, which says the same to those who do not see it.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { liveFigures } from './pages/figures.js';

const HEATS = 4;
const MARGIN = 30;
/** The width of an A4 page that lies on its side, without its margins. */
const PAPER = '270mm';
/** The smallest scale at which the names of steps can be read on paper. */
const READABLE = 0.6;
const place = document.getElementById('diagram');
if (place) {
  draw(place);
}
liveFigures(document);

async function draw(container) {
  container.closest('[hidden]').hidden = false;
  const viewer = new NavigatedViewer({ container });
  try {
    const answer = await fetch(container.dataset.model);
    if (!answer.ok) {
      throw new Error(`The diagram was refused: ${answer.status}`);
    }
    await viewer.importXML(await answer.text());
  } catch (failure) {
    container.textContent = container.dataset.unreadable;
    throw failure;
  }
  const canvas = viewer.get('canvas');
  const fit = () => canvas.zoom('fit-viewport', 'auto');
  high(canvas);
  paint(viewer);
  document.addEventListener('figures', () => paint(viewer));
  document.querySelectorAll('[name=heat]').forEach((choice) => choice.addEventListener('change', () => paint(viewer)));
  const zooms = {
    in: () => viewer.get('zoomScroll').stepZoom(1),
    out: () => viewer.get('zoomScroll').stepZoom(-1),
    fit,
  };
  onPaper(container, canvas);
  document
    .querySelectorAll('[data-zoom]')
    .forEach((button) => button.addEventListener('click', zooms[button.dataset.zoom]));
  viewer.get('eventBus').on('element.click', ({ element }) => {
    const link = [...rows(), ...others()]
      .find((row) => [row.dataset.step, row.dataset.element].includes(element.id))
      ?.querySelector('a');
    if (link) {
      location.assign(link.href);
    }
  });
}

/** On paper nobody can scroll: all of it, in strips as wide as the page that can be read. What was looked at comes back. */
function onPaper(container, canvas) {
  let seen;
  let strips = [];
  addEventListener('beforeprint', () => {
    seen = canvas.viewbox();
    container.style.width = PAPER;
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    const number = Math.ceil((inner.width * READABLE) / outer.width);
    const wide = (inner.width + 2 * MARGIN) / number;
    const scale = outer.width / wide;
    container.style.height = `${(inner.height + 2 * MARGIN) * scale}px`;
    canvas.resized();
    strips = Array.from({ length: number }, (_, at) => {
      canvas.viewbox({ x: inner.x - MARGIN + at * wide, y: inner.y - MARGIN, width: wide, height: outer.height / scale });
      return at < number - 1 ? container.cloneNode(true) : null;
    }).filter(Boolean);
    container.before(...strips);
  });
  addEventListener('afterprint', () => {
    strips.forEach((strip) => strip.remove());
    container.style.width = container.style.height = '';
    canvas.resized();
    canvas.viewbox({ x: seen.x, y: seen.y, width: seen.width, height: seen.height });
  });
}

/** A process is long and low: at first as high as its place, from its beginning. */
function high(canvas) {
  const { inner, outer } = canvas.viewbox();
  const scale = outer.height / (inner.height + 2 * MARGIN);
  canvas.viewbox({
    x: inner.x - MARGIN,
    y: inner.y - MARGIN,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

function rows() {
  return [...document.querySelectorAll('tr[data-step]')];
}

/** What lies between the steps, and the ends. */
function others() {
  return [...document.querySelectorAll('tr[data-element]')];
}

function paint(viewer) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  const heat = document.querySelector('[name=heat]:checked').value;
  document.querySelector('[data-legend=holder]').hidden = heat !== 'holder';
  overlays.clear();
  elements.forEach((element) => {
    const old = (element.di && canvas.getGraphics(element)?.classList) ?? [];
    [...old]
      .filter((name) => name.startsWith('heat-') || name.startsWith('held-') || name === 'has-list')
      .forEach((name) => canvas.removeMarker(element.id, name));
  });
  const shown = rows().filter((row) => elements.get(row.dataset.step));
  const most = Math.max(1, ...shown.map((row) => Number(row.dataset[heat]) || 0));
  shown.forEach((row) => {
    const id = row.dataset.step;
    if (heat === 'holder') {
      canvas.addMarker(id, `held-${row.dataset.holder}`);
    } else {
      canvas.addMarker(id, `heat-${Math.ceil((HEATS * (Number(row.dataset[heat]) || 0)) / most)}`);
    }
    if (row.querySelector('a')) {
      canvas.addMarker(id, 'has-list');
    }
    overlays.add(id, { position: { top: -12, left: -10 }, scale: { min: 1 }, html: bubble(row, heat) });
  });
  others()
    .filter((row) => elements.get(row.dataset.element) && row.dataset.passed !== '0')
    .forEach((row) => {
      if (row.querySelector('a')) {
        canvas.addMarker(row.dataset.element, 'has-list');
      }
      overlays.add(row.dataset.element, { position: { top: -12, right: 12 }, scale: { min: 0.8 }, html: aside(row) });
    });
}

function aside(row) {
  const box = document.createElement('div');
  box.className = row.querySelector('a') ? 'bubble bubble--end' : 'bubble bubble--passed';
  box.textContent = row.dataset.passed;
  return box;
}

function bubble(row, heat) {
  const box = document.createElement('div');
  box.className = 'bubble';
  const texts = [row.dataset.count];
  if (Number(row.dataset.late) > 0) {
    texts.push(`⚠ ${row.dataset.late}`);
  }
  if (heat === 'duration' && row.dataset.duration !== '0') {
    texts.push(row.children[7].textContent);
  }
  if (heat === 'holder') {
    texts.push(row.children[1].textContent);
  }
  box.textContent = texts.join(' · ');
  return box;
}
