// The dashboard in headless Chromium: every page at two widths and in both themes, searched for accessibility faults,
// worked by keyboard, and one review carried out. Reads its orders as JSON from stdin; writes one line of JSON per check.
import { createRequire } from 'node:module';
import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.env.AMBIT_NODE_MODULES, 'x.js'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const orders = JSON.parse(readFileSync(0, 'utf8'));
const check = (what, holds, detail = '') => console.log(JSON.stringify({ what, holds: Boolean(holds), detail: String(detail).slice(0, 1500) }));
const shots = orders.screenshots;
mkdirSync(shots, { recursive: true });

const browser = await puppeteer.launch({
  executablePath: orders.chromium,
  headless: true,
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-proxy-server', '--disable-background-networking'],
});
const page = await browser.newPage();
page.setDefaultTimeout(30_000);
const complaints = [];
const elsewhere = [];
page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
page.on('pageerror', error => complaints.push(String(error)));
page.on('request', request => { if (!request.url().startsWith(orders.base) && !request.url().startsWith('data:')) elsewhere.push(request.url()); });
page.on('dialog', dialog => { complaints.push('a dialog opened: ' + dialog.message()); dialog.dismiss(); });

const go = path => page.goto(orders.base + path, { waitUntil: 'load' });
const view = (width, theme) => Promise.all([
  page.setViewport({ width, height: width < 500 ? 740 : 900 }),
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]),
]);

async function faults() {
  // Not by addScriptTag: the pages allow no script inside them.
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return result.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => `${one.id} (${one.impact}): ${one.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`);
}

try {
  // Who was not let in.
  await view(1280, 'light');
  const closed = await go('/');
  check('without login: 401 and how to log in', closed.status() === 401 && (await page.content()).includes('ambit open'));
  check('axe: login page', (await faults()).length === 0, (await faults()).join('; '));
  await page.screenshot({ path: join(shots, 'login.png') });
  complaints.length = 0;

  await page.goto(orders.login, { waitUntil: 'load' });
  check('login by the address of ambit open; the code is gone from the address', page.url() === orders.base + '/', page.url());
  check('the cookie is out of scripts\' reach', (await page.evaluate(() => document.cookie)) === '');

  for (const [name, path] of Object.entries(orders.pages)) {
    for (const width of [1280, 360]) {
      for (const theme of ['light', 'dark']) {
        await view(width, theme);
        const answer = await go(path);
        await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
        const found = await faults();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        check(`${name}, ${width} px, ${theme}: shown, no serious fault, fits`, answer.status() === 200 && !found.length && wide <= 0,
          `status ${answer.status()}, ${wide} px too wide; ${found.join('; ')}`);
        await page.screenshot({ path: join(shots, `${name}-${width}-${theme}.png`), fullPage: true });
      }
    }
  }

  // Charts.
  await view(1280, 'light');
  await go('/');
  const painted = await page.evaluate(() => {
    const canvas = document.querySelector('[data-chart] canvas');
    return canvas && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value !== 0);
  });
  check('the chart of tokens is drawn, and stands beside a table', painted && await page.$('#flow-table'));

  // Keyboard.
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.textContent);
  check('Tab: the first stop skips to the content', first === 'Skip to content', first);
  await page.keyboard.press('Enter');
  check('Enter on it: the content has the focus', await page.evaluate(() => document.activeElement.id === 'main'));
  await page.keyboard.press('j');
  const at = await page.evaluate(() => document.activeElement.getAttribute('href'));
  check('j: the first session has the focus', at && at.startsWith('/sessions/'), at);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  check('Enter opens it', page.url().includes('/sessions/'), page.url());
  await go(orders.pages.memory);
  await page.keyboard.press('/');
  check('/: the search has the focus', await page.evaluate(() => document.activeElement.type === 'search'));
  await page.keyboard.type('retries');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  check('a search by keyboard finds, with reasons', await page.$('.hit .reasons'));
  await go('/');
  const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.keyboard.press('t');
  const after = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.reload();
  const kept = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  check('t: the theme changes, and stays after a reload', before !== after && after === kept, `${before} ${after} ${kept}`);
  await page.keyboard.press('t');

  // Live: a request that passes shows up without a reload.
  const count = () => page.$$eval('#session-rows tr', rows => rows.length);
  const sessions = await count();
  await page.evaluate(() => { window.notReloaded = true; });
  await fetch(orders.base + '/v1/chat/completions', {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'a new session, live' }] }),
  });
  await page.waitForFunction(n => document.querySelectorAll('#session-rows tr').length > n, {}, sessions);
  check('a new session shows up while the page is open', await page.evaluate(() => window.notReloaded));

  // A review by hand.
  await go(orders.pages.review);
  const entries = await page.$$('.entry');
  check('the review lists what was captured', entries.length >= 3, entries.length);
  await entries[0].$eval('input[value=keep]', input => input.click());
  await entries[1].$eval('input[value=edit]', input => input.click());
  const text = await entries[1].$('textarea');
  check('edit shows the field for the new text', await text.isVisible());
  await text.evaluate(area => { area.value = 'Edited in the browser.'; });
  await entries[2].$eval('input[value=drop]', input => input.click());
  await page.screenshot({ path: join(shots, 'review-decided.png') });
  await Promise.all([page.waitForNavigation(), page.click('.bottom button')]);
  check('the preview says what will happen', (await page.content()).includes('Edited in the browser.'));
  check('axe: preview', (await faults()).length === 0, (await faults()).join('; '));
  await page.screenshot({ path: join(shots, 'review-preview.png'), fullPage: true });
  await Promise.all([page.waitForNavigation(), page.click('form[action="/reconcile/apply"] button')]);
  const done = await page.content();
  check('applied: the curated context holds the person\'s words', done.includes('1 kept, 1 edited') && done.includes('1 dropped') && done.includes('Edited in the browser.'), await page.evaluate(() => document.body.innerText));
  await page.screenshot({ path: join(shots, 'review-applied.png'), fullPage: true });

  check('no error in the browser\'s console, no dialog', complaints.length === 0, complaints.join('; '));
  check('nothing was loaded from elsewhere', elsewhere.length === 0, elsewhere.join('; '));
} finally {
  await browser.close();
}
