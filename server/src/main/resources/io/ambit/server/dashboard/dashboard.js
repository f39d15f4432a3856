// What pages do beyond links and forms. Every page works without it, save charts and live rows.
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const dark = () => (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

  // Theme: the cookie lets the server write the next page in it, without a flash.
  const theme = document.getElementById('theme');
  const label = () => {
    theme.textContent = dark() ? 'Light' : 'Dark';
    theme.setAttribute('aria-label', 'Use the ' + (dark() ? 'light' : 'dark') + ' theme');
  };
  theme.hidden = false;
  label();
  theme.addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    document.cookie = 'ambit-theme=' + root.dataset.theme + '; path=/; max-age=31536000; samesite=strict';
    label();
    draw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { label(); draw(); });

  // Charts are drawn from the tables that stand beside them.
  const charts = new Map();
  function draw() {
    if (!window.Chart) return;
    const style = getComputedStyle(root);
    const colour = name => style.getPropertyValue('--' + name).trim();
    for (const figure of all('[data-chart]')) {
      const table = document.getElementById(figure.dataset.chart);
      const canvas = figure.querySelector('canvas');
      const heads = all('thead th', table);
      const rows = all('tbody tr', table);
      const labels = rows.map(row => row.cells[0].textContent.trim());
      const datasets = heads.flatMap((head, i) => head.dataset.colour ? [{
        label: head.textContent.trim(),
        data: rows.map(row => Number(row.cells[i].dataset.value)),
        backgroundColor: colour(head.dataset.colour),
        borderRadius: 2, maxBarThickness: 28,
      }] : []);
      const stacked = 'stacked' in figure.dataset;
      const axis = { stacked, ticks: { color: colour('quiet'), maxRotation: 0, autoSkipPadding: 12 }, grid: { color: colour('line') }, border: { color: colour('line') } };
      charts.get(canvas)?.destroy();
      charts.set(canvas, new Chart(canvas, {
        type: 'bar',
        data: { labels, datasets },
        options: {
          animation: false, maintainAspectRatio: false,
          scales: { x: { ...axis, grid: { display: false } }, y: { ...axis, beginAtZero: true } },
          plugins: { legend: { labels: { color: colour('text'), boxWidth: 12 } } },
        },
      }));
    }
    for (const canvas of charts.keys()) {
      if (!canvas.isConnected) { charts.get(canvas).destroy(); charts.delete(canvas); }
    }
  }

  // Times in the reader's zone; the server writes UTC.
  const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  function localise(within) {
    for (const time of all('time[datetime]:not([data-local])', within)) {
      const at = new Date(time.dateTime);
      if (!isNaN(at)) {
        time.textContent = clock.format(at);
        time.dataset.local = '';
      }
    }
  }

  document.addEventListener('change', event => {
    if (event.target.matches('select, input[type=checkbox]')) event.target.closest('form[data-submit-on-change]')?.requestSubmit();
  });

  // Keys, where nobody is typing.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select')) return;
    if (event.key === '/') {
      const search = document.querySelector('input[type=search]');
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    } else if (event.key === 't') {
      theme.click();
    } else if (event.key === 'j' || event.key === 'k') {
      const stops = all('[data-rows] th a, [data-entry]').filter(stop => stop.offsetParent);
      if (!stops.length) return;
      const at = stops.findIndex(stop => stop === document.activeElement || stop.contains(document.activeElement));
      const next = at < 0 ? (event.key === 'j' ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)));
      stops[next].focus();
      stops[next].scrollIntoView({ block: 'nearest' });
    }
  });

  document.addEventListener('htmx:load', event => localise(event.detail.elt));
  document.addEventListener('htmx:oobAfterSwap', event => { localise(event.detail.target); draw(); });
  localise(document);
  // Deferred scripts run in order, the library before this one.
  draw();
})();
