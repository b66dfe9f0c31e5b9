'use strict';
(() => {
  // The colours and shapes of the legend (legend.html), in the order of GaitEvent.
  const EVENTS = [
    { colour: '#c2410c', path: (c, x, y, r) => triangle(c, x, y, -r) },
    { colour: '#0063a6', path: (c, x, y, r) => { c.moveTo(x, y - r); c.lineTo(x + r, y); c.lineTo(x, y + r); c.lineTo(x - r, y); } },
    { colour: '#00795a', path: (c, x, y, r) => triangle(c, x, y, r) },
    { colour: '#a0518c', path: (c, x, y, r) => c.rect(x - r * 0.75, y - r * 0.75, r * 1.5, r * 1.5) },
  ];
  const BURST = '#e9a400', HEEL = '#94a3b8', GAP = '#e5e7eb', INK = '#1f2937', FINDING = '#111827', GRID = '#e8ebee';
  const LANE = 18, AXIS = 62, MISSING = -32768, LONG_GAP_S = 0.1, CROWDED_S_PER_PX = 0.036, LINES_S = 12, SHORTEST_S = 0.5, PAGE = 30;

  function triangle(c, x, y, r) {
    c.moveTo(x, y + r);
    c.lineTo(x + Math.abs(r), y - r * 0.8);
    c.lineTo(x - Math.abs(r), y - r * 0.8);
  }

  const runs = new Map();

  function load(number) {
    if (!runs.has(number)) {
      runs.set(number, unpack(JSON.parse(document.getElementById('data-' + number).textContent)));
    }
    return runs.get(number);
  }

  function unpack(run) {
    const bytes = Uint8Array.from(atob(run.rate), (c) => c.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    run.t = run.times || Array.from({ length: run.count }, (_, i) => run.start + i * run.step);
    run.y = run.t.map((_, i) => {
      const raw = view.getInt16(2 * i, true);
      return raw === MISSING ? null : raw * run.scale;
    });
    run.gaps = [];
    for (let i = 0; i < run.y.length; i++) {
      if (run.y[i] !== null) continue;
      const from = i;
      while (i + 1 < run.y.length && run.y[i + 1] === null) i++;
      if (run.t[i] - run.t[from] > LONG_GAP_S) run.gaps.push([run.t[from], run.t[i]]);
    }
    return run;
  }

  function firstAtOrAfter(times, t) {
    let low = 0, high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle] < t) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** What stands above the signal, one lane each, from the top. */
  function lanes(run, whole) {
    const out = [
      { name: 'labelled', draw: (p, y) => { bars(p, run.spans, y, GAP, 1); events(p, run.labels, y); } },
      { name: 'detected', draw: (p, y) => events(p, run.found, y) },
      { name: 'burst', draw: (p, y) => bars(p, run.bursts, y, BURST, 0.6) },
    ];
    if (run.heel) out.push({ name: 'heel', draw: (p, y) => bars(p, run.heel, y, HEEL, 0.6) });
    if (whole) out.unshift({ name: 'finding', draw: (p, y) => crosses(p, run.wrong, y) });
    return out;
  }

  /** Draws on the canvas of one plot, between the times that it shows. */
  function painter(u) {
    const { min, max } = u.scales.x;
    const ratio = u.pxRatio || devicePixelRatio;
    return {
      c: u.ctx, ratio, min, max, box: u.bbox, range: max - min,
      x: (t) => u.valToPos(t, 'x', true),
      sees: (from, to) => to >= min && from <= max,
    };
  }

  function bars(p, spans, y, colour, share) {
    p.c.fillStyle = colour;
    const height = LANE * share * p.ratio;
    for (const [from, to] of spans) {
      if (!p.sees(from, to)) continue;
      const left = p.x(Math.max(from, p.min)), right = p.x(Math.min(to, p.max));
      p.c.fillRect(left, y - height / 2, Math.max(right - left, p.ratio), height);
    }
  }

  function events(p, byKind, y) {
    const crowded = p.range * p.ratio > CROWDED_S_PER_PX * p.box.width; // marks would run into one another
    // Foot flat first: where the insole says two things at once, the event that starts a burst lies on top.
    [3, 2, 1, 0].forEach((kind) => {
      const times = byKind[kind];
      p.c.fillStyle = EVENTS[kind].colour;
      for (let i = firstAtOrAfter(times, p.min); i < times.length && times[i] <= p.max; i++) {
        if (crowded) {
          p.c.fillRect(p.x(times[i]), y - 7 * p.ratio, p.ratio, 14 * p.ratio);
        } else {
          p.c.beginPath();
          EVENTS[kind].path(p.c, p.x(times[i]), y, 5.5 * p.ratio);
          p.c.fill();
        }
      }
    });
  }

  function crosses(p, times, y) {
    p.c.strokeStyle = FINDING;
    p.c.lineWidth = 1.5 * p.ratio;
    const r = 4 * p.ratio;
    for (const t of times) {
      if (!p.sees(t, t)) continue;
      const x = p.x(t);
      p.c.beginPath();
      p.c.moveTo(x - r, y - r); p.c.lineTo(x + r, y + r);
      p.c.moveTo(x + r, y - r); p.c.lineTo(x - r, y + r);
      p.c.stroke();
    }
  }

  function behind(u, run) {
    const p = painter(u);
    p.c.save();
    p.c.fillStyle = GAP;
    for (const [from, to] of run.gaps) {
      if (p.sees(from, to)) {
        const left = p.x(Math.max(from, p.min));
        p.c.fillRect(left, p.box.top, p.x(Math.min(to, p.max)) - left, p.box.height);
      }
    }
    if (p.range <= LINES_S) {
      p.c.globalAlpha = 0.6;
      p.c.setLineDash([3 * p.ratio, 3 * p.ratio]);
      p.c.lineWidth = p.ratio;
      run.labels.forEach((times, kind) => {
        p.c.strokeStyle = EVENTS[kind].colour;
        for (let i = firstAtOrAfter(times, p.min); i < times.length && times[i] <= p.max; i++) {
          p.c.beginPath();
          p.c.moveTo(p.x(times[i]), p.box.top);
          p.c.lineTo(p.x(times[i]), p.box.top + p.box.height);
          p.c.stroke();
        }
      });
    }
    p.c.restore();
  }

  function above(u, run, rows) {
    const p = painter(u);
    rows.forEach((row, i) => {
      const y = p.box.top - (rows.length - i - 0.5) * LANE * p.ratio - 4 * p.ratio;
      p.c.save();
      p.c.fillStyle = INK;
      p.c.font = 12 * p.ratio + 'px system-ui, sans-serif';
      p.c.textAlign = 'right';
      p.c.textBaseline = 'middle';
      p.c.fillText(row.name, p.box.left - 6 * p.ratio, y);
      p.c.beginPath();
      p.c.rect(p.box.left, 0, p.box.width, p.box.top);
      p.c.clip();
      row.draw(p, y);
      p.c.restore();
    });
  }

  function build(element) {
    const run = load(+element.dataset.run);
    const whole = element.classList.contains('whole');
    const rows = lanes(run, whole);
    const [from, to] = view(element, run);
    const readout = element.nextElementSibling;
    let data = [run.t, run.y];
    if (!whole) {
      const first = Math.max(0, firstAtOrAfter(run.t, from) - 1), end = firstAtOrAfter(run.t, to) + 1;
      data = [run.t.slice(first, end), run.y.slice(first, end)];
    }
    const rate = document.querySelector('#run-' + element.dataset.run + ' .plot').dataset.rate;
    const axis = { stroke: INK, font: '12px system-ui, sans-serif', labelFont: '12px system-ui, sans-serif', grid: { stroke: GRID, width: 1 }, ticks: { stroke: GRID, width: 1 } };
    const plot = new uPlot({
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [rows.length * LANE + 8, 12, 0, 0],
      legend: { show: false },
      cursor: { drag: { x: whole, y: false }, y: false },
      scales: { x: { time: false, range: (u, min, max) => whole ? [min, max] : [from, to] } },
      axes: [
        { ...axis, label: 'time, s', labelSize: 18, size: 30 },
        { ...axis, label: rate, labelSize: 18, size: AXIS - 18 },
      ],
      series: [{}, { stroke: INK, width: 1.25, points: { show: false } }],
      hooks: {
        drawClear: [(u) => behind(u, run)],
        draw: [(u) => above(u, run, rows)],
        setScale: [(u, key) => { if (whole && key === 'x') element.view = [u.scales.x.min, u.scales.x.max]; }],
        setCursor: [(u) => { readout.textContent = reading(u); }],
      },
    }, data, element);
    if (whole) plot.setScale('x', { min: from, max: to });
    return plot;
  }

  function reading(u) {
    const i = u.cursor.idx;
    if (i == null || u.cursor.left < 0) return '';
    const y = u.data[1][i];
    return u.data[0][i].toFixed(2) + ' s, ' + (y === null ? 'no data' : Math.round(y) + ' deg/s');
  }

  function view(element, run) {
    if (element.dataset.from) return [+element.dataset.from, +element.dataset.to];
    return element.view || ends(run);
  }

  function ends(run) {
    return [run.t[0], run.t[run.t.length - 1]];
  }

  // A plot exists while it is near the screen: hundreds of them at once would fill the memory of a phone.
  const plots = new Map();
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !plots.has(target)) {
        plots.set(target, build(target));
      } else if (!isIntersecting && plots.has(target)) {
        plots.get(target).destroy();
        plots.delete(target);
      }
    }
  }, { rootMargin: '600px 0px' });
  document.querySelectorAll('.plot').forEach((plot) => near.observe(plot));
  let resizing = 0;
  addEventListener('resize', () => {
    cancelAnimationFrame(resizing);
    resizing = requestAnimationFrame(() => plots.forEach((u, e) => u.setSize({ width: e.clientWidth, height: e.clientHeight })));
  });

  /** Shows a part of a whole run, no shorter than can be read and no further than the run goes. */
  function show(element, from, to) {
    const [first, last] = ends(load(+element.dataset.run));
    const length = Math.min(last - first, Math.max(SHORTEST_S, to - from));
    const start = Math.min(Math.max(first, (from + to - length) / 2), last - length);
    element.view = [start, start + length];
    const plot = plots.get(element);
    if (plot) plot.setScale('x', { min: start, max: start + length });
  }

  const ACTIONS = {
    in: (e, from, to) => show(e, from + (to - from) / 4, to - (to - from) / 4),
    out: (e, from, to) => show(e, from - (to - from) / 2, to + (to - from) / 2),
    left: (e, from, to) => show(e, from - (to - from) / 4, to - (to - from) / 4),
    right: (e, from, to) => show(e, from + (to - from) / 4, to + (to - from) / 4),
    all: (e) => show(e, ...ends(load(+e.dataset.run))),
    next: (e, from, to) => finding(e, load(+e.dataset.run).wrong, (from + to) / 2, 1),
    previous: (e, from, to) => finding(e, load(+e.dataset.run).wrong, (from + to) / 2, -1),
  };
  const KEYS = { '+': 'in', '=': 'in', '-': 'out', ArrowLeft: 'left', ArrowRight: 'right', 0: 'all', n: 'next', p: 'previous' };

  function finding(element, times, middle, step) {
    const [from, to] = view(element, load(+element.dataset.run));
    // From the whole run, the first one; else the one beside the middle of what is shown.
    const zoomed = to - from < 10;
    const ordered = step > 0 ? times : [...times].reverse();
    const t = zoomed ? ordered.find((each) => (each - middle) * step > 0.05) : ordered[0];
    if (t !== undefined) show(element, t - 2, t + 2);
  }

  function act(element, action) {
    ACTIONS[action](element, ...view(element, load(+element.dataset.run)));
  }

  document.querySelectorAll('.plot.whole').forEach((plot) => {
    plot.addEventListener('keydown', (event) => {
      const action = KEYS[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act(plot, action);
    });
    plot.parentElement.querySelector('.tools').addEventListener('click', (event) => {
      const action = event.target.dataset.do;
      if (action) act(plot, action);
    });
  });
  document.querySelectorAll('a.in-run').forEach((link) => link.addEventListener('click', () => {
    const plot = document.querySelector('#run-' + link.closest('.stride').dataset.run + ' .plot');
    show(plot, +link.dataset.from, +link.dataset.to);
    setTimeout(() => plot.focus({ preventScroll: true })); // after the browser has gone to the run
  }));

  const list = document.getElementById('stride-list');
  if (!list) return;
  const strides = [...list.children].map((element) => ({
    element,
    kinds: element.dataset.kinds.split(' '),
    person: document.getElementById('run-' + element.dataset.run).dataset.person,
  }));
  const kind = document.getElementById('kind'), person = document.getElementById('person');
  const more = document.getElementById('more'), shown = document.getElementById('shown');
  let limit = PAGE;

  function filter() {
    let matching = 0;
    for (const stride of strides) {
      const matches = (!kind.value || stride.kinds.includes(kind.value)) && (!person.value || stride.person === person.value);
      matching += matches ? 1 : 0;
      stride.element.hidden = !matches || matching > limit;
    }
    shown.textContent = matching <= limit ? matching + ' shown.' : 'The worst ' + limit + ' of ' + matching + ' shown.';
    more.hidden = matching <= limit;
  }

  [kind, person].forEach((select) => select.addEventListener('change', () => { limit = PAGE; filter(); }));
  more.addEventListener('click', () => { limit += PAGE; filter(); });
  kind.value = '';
  person.value = '';
  filter();
})();
