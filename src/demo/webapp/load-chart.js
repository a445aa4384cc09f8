import { clock, make } from './dom.js';
import { t } from './language.js';
import uPlot from './vendor/uplot/uPlot.esm.js';

const GAP_SECONDS = 3;
/** Of the scales: there are no half connections. */
const STEPS = Array.from({ length: 12 }, (_, power) =>
  [1, 2, 5].map((step) => step * 10 ** power),
).flat();
const dark = matchMedia('(prefers-color-scheme: dark)');

/** One figure of the server's load over the last minutes. */
export class LoadChart {
  #title;
  #colour;
  #figure;
  #write;
  #most;
  #value = make('span', { class: 'value live' }, '–');
  #pointed = make('span', { class: 'pointed quiet', 'aria-live': 'polite' });
  #plotted = make('div', { class: 'plot', role: 'img', tabindex: '0' });
  #data = [[], []];
  #plot;

  /**
   * @param {string} title
   * @param {string} colour
   * @param {(sample: import('./channels.js').Load) => number} figure takes it from a sample
   * @param {{ write: (value: number) => string, most?: number }} scale writes it for people, and has
   *   an end or none
   */
  constructor(title, colour, figure, { write, most }) {
    this.#title = title;
    this.#colour = colour;
    this.#figure = figure;
    this.#write = write;
    this.#most = most;
    const caption = make('figcaption', {}, make('h2', {}, title), this.#pointed, this.#value);
    this.element = make('figure', { class: 'card chart' }, caption, this.#plotted);
    new ResizeObserver(() => this.#fit()).observe(this.#plotted);
    this.#plotted.addEventListener('keydown', (event) => this.#step(event));
    this.#plotted.addEventListener('blur', () => this.#plot?.setCursor({ left: -1, top: -1 }));
    dark.addEventListener('change', () => this.#draw());
  }

  /** Shows samples in the order of time; where some are missing the line is broken. */
  show(samples) {
    const times = [];
    const values = [];
    for (const sample of samples) {
      const time = sample.at / 1000;
      if (time - times.at(-1) > GAP_SECONDS) {
        times.push(times.at(-1) + 1);
        values.push(null);
      }
      times.push(time);
      values.push(this.#figure(sample));
    }
    this.#data = [times, values];
    this.#value.textContent = values.length ? this.#write(values.at(-1)) : '–';
    this.#plotted.setAttribute('aria-label', t`${this.#title}: now ${this.#value.textContent}`);
    this.#plotted.dataset.latest = times.at(-1);
    if (this.#plot) this.#plot.setData(this.#data);
    else this.#draw();
  }

  /** Says what was measured where somebody points at. */
  #point({ cursor: { idx } }) {
    const value = this.#data[1][idx];
    this.#pointed.textContent =
      value == null ? '' : `${clock(this.#data[0][idx] * 1000)}: ${this.#write(value)}`;
  }

  /** Has the arrow keys point at the sample before or after. */
  #step(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || !this.#plot) return;
    event.preventDefault();
    const [times] = this.#data;
    const from = this.#plot.cursor.idx ?? times.length;
    const to = Math.max(0, Math.min(times.length - 1, from + by));
    this.#plot.setCursor({ left: this.#plot.valToPos(times[to], 'x'), top: 0 });
  }

  #draw() {
    const { width, height } = this.#size();
    this.#plot?.destroy();
    this.#plot = undefined;
    if (width) this.#plot = new uPlot(this.#options(width, height), this.#data, this.#plotted);
  }

  #fit() {
    if (this.#plot) this.#plot.setSize(this.#size());
    else this.#draw();
  }

  #size() {
    return { width: this.#plotted.clientWidth, height: this.#plotted.clientHeight };
  }

  #options(width, height) {
    const style = getComputedStyle(this.#plotted);
    const colour = (name) => resolved(this.#plotted, name);
    const axis = {
      stroke: colour('--quiet'),
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { show: false },
      font: `12px ${style.fontFamily}`,
    };
    const write = this.#write;
    return {
      width,
      height,
      legend: { show: false },
      cursor: { y: false },
      hooks: { setCursor: [(plot) => this.#point(plot)] },
      scales: { y: { range: (plot, low, high) => [0, this.#most ?? Math.max(4, high * 1.15)] } },
      axes: [
        {
          ...axis,
          size: 26,
          space: 75,
          values: (plot, ticks) => ticks.map((seconds) => clock(seconds * 1000)),
        },
        { ...axis, size: 62, incrs: STEPS, values: (plot, ticks) => ticks.map(write) },
      ],
      series: [
        {},
        {
          stroke: colour(this.#colour),
          fill: `${colour(this.#colour)}`.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.14)'),
          width: 2,
          points: { show: false },
        },
      ],
    };
  }
}

/** A custom property as the colour it is in the present scheme: a canvas knows no light-dark(). */
function resolved(element, name) {
  const probe = make('i', { hidden: true });
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
