"""node, node --test, npm, tsc, eslint, jest, mocha, vitest."""
from red import TOOLS, case, put

NAMES = ["basket", "catalog", "coupons", "delivery", "errors", "exports", "imports", "invoices", "ledger", "mail", "orders",
         "payments", "pricing", "refunds", "reports", "search", "stock", "taxes", "users", "warnings"]


def project(folder):
    put(folder, "package.json", '{"name": "shop", "version": "2.4.0", "private": true, "scripts": {"build": "node build.js", "lint": "eslint src"}}\n')
    put(folder, "build.js", "for (let n = 1; n <= 120; n++) console.log(`transforming (${n}) src/module-${n}/index.js`);\n")
    for n in NAMES:
        put(folder, f"src/{n}.js", f"exports.total = values => values.reduce((a, b) => a + b, 0);\nexports.label = name => '{n}:' + name;\n")


def node_tests(folder):
    project(folder)
    for n in NAMES:
        put(folder, f"test/{n}.test.js", f"const {{ test }} = require('node:test');\nconst assert = require('node:assert');\nconst m = require('../src/{n}.js');\n" + "".join(
            f"test('{n} handles error case {k}', () => assert.strictEqual(m.total([{k}, 1]), {k + 1}));\n" for k in range(9)))


def node_test(name, source, expect, reporter="tap"):
    case(name, node_tests, f"node --test --test-reporter={reporter} test/*.test.js", expect, {"test/kkk.test.js": "const { test } = require('node:test');\nconst assert = require('node:assert');\n" + source})


node_test("node-test/tap-strict-equal", "test('adds vat to the total', () => {\n  assert.strictEqual(119, 121);\n});\n", [
    "not ok", "adds vat to the total", "expected: 121", "actual: 119", "test/kkk.test.js:4:10", "# fail 1"])
node_test("node-test/spec-deep-equal", "test('order keeps its lines', () => {\n  assert.deepStrictEqual({ id: 7, lines: [1, 2, 3] }, { id: 7, lines: [1, 3, 2] });\n});\n", [
    "✖ order keeps its lines", "Expected values to be strictly deep-equal", "kkk.test.js:4:10", "ℹ fail 1"], "spec")
node_test("node-test/tap-throws", "test('reads the price list', () => {\n  JSON.parse('{\"price\": 12,}');\n});\n", [
    "reads the price list", "Expected double-quoted property name in JSON at position 13", "not ok", "# fail 1"])
node_test("node-test/spec-rejects", "test('charges the card', async () => {\n  throw new Error('card 4242 declined: insufficient funds');\n});\n", [
    "✖ charges the card", "card 4242 declined: insufficient funds", "kkk.test.js:4:9"], "spec")
node_test("node-test/tap-nested", "test('shipping', async t => {\n  await t.test('to islands', () => { assert.ok(false, 'islands are not served'); });\n  await t.test('to cities', () => {});\n});\n", [
    "to islands", "islands are not served", "not ok", "kkk.test.js:4:45"])

LOG = "for (let n = 0; n < 160; n++) console.log(`[info] shipped order ${7000 + n} (0 errors, 0 warnings)`);\n"


def node_run(name, source, expect):
    case(name, project, "node main.js", expect, {"main.js": LOG + source})


node_run("node/type-error", "function city(c) {\n  return c.address.city;\n}\ncity({});\n", [
    "TypeError: Cannot read properties of undefined (reading 'city')", "main.js:3", "return c.address.city;"])
node_run("node/unhandled-rejection", "Promise.reject(new Error('webhook 91 gave 503'));\n", ["Error: webhook 91 gave 503", "main.js:2:16"])
node_run("node/module-not-found", "require('./src/shiping');\n", ["Error: Cannot find module './src/shiping'", "code: 'MODULE_NOT_FOUND'", "main.js"])
case("node/syntax-error", project, "node main.js", ["SyntaxError: Unexpected token '}'", "broken.js:3"],
     {"main.js": LOG + "require('./broken');\n", "broken.js": "const a = {\n  price: [1, 2,\n};\n"})
node_run("node/system-error", "require('fs').readFileSync('/srv/prices.csv');\n", ["Error: ENOENT: no such file or directory, open '/srv/prices.csv'", "main.js:2:15"])
node_run("node/cause", "try { JSON.parse('x'); } catch (e) { throw new Error('cannot read rates.json', { cause: e }); }\n", [
    "Error: cannot read rates.json", "SyntaxError: Unexpected token 'x', \"x\" is not valid JSON", "main.js:2"])
node_run("node/port-in-use", "const s = require('http').createServer(); s.listen(0, () => require('http').createServer().listen(s.address().port));\n", [
    "Error: listen EADDRINUSE: address already in use", "syscall: 'listen'"])

case("npm/missing-script", project, "npm run build; npm run deploy", ['npm error Missing script: "deploy"'])
case("npm/script-fails", project, "npm run build", ["Error: bundle is 412 kB, limit is 300 kB", "build.js:2"],
     {"build.js": "for (let n = 1; n <= 120; n++) console.log(`transforming (${n}) src/module-${n}/index.js`);\nthrow new Error('bundle is 412 kB, limit is 300 kB');\n"})
case("npm/bad-json", project, "node build.js; printf '{\"name\": \"shop\",, }' > package.json; npm install --offline", [
    "npm error code EJSONPARSE", "npm error JSON.parse Failed to parse JSON data."])
case("npm/not-found-offline", project, "node build.js; npm install --offline left-padding-shop@3", ["npm error code ENOTCACHED", "left-padding-shop"])


def tsc(folder):
    project(folder)
    put(folder, "tsconfig.json", '{"compilerOptions": {"strict": true, "noEmit": true, "target": "es2022", "module": "es2022", "moduleResolution": "bundler", "types": [], "listFiles": true, "skipLibCheck": true}, "include": ["ts"]}\n')
    for n in NAMES:
        put(folder, f"ts/{n}.ts", f"export function total{n}(v: number[]): number {{\n  return v.reduce((a, b) => a + b, 0);\n}}\n")


def typescript(name, files, expect, command="tsc"):
    case(name, tsc, "node build.js; " + command, expect, files)


typescript("tsc/wrong-type", {"ts/price.ts": "export interface Price { cents: number; currency: string }\nexport const p: Price = { cents: '12', currency: 'EUR' };\n"}, [
    "ts/price.ts(2,27): error TS2322: Type 'string' is not assignable to type 'number'."])
typescript("tsc/pretty", {"ts/state.ts": "type State = 'new' | 'paid';\nexport function next(s: State): State {\n  return s === 'new' ? 'payed' : s;\n}\n"}, [
    "Type '\"payed\"' is not assignable to type 'State'.", "Found 1 error in ts/state.ts", "return s === 'new' ? 'payed' : s;"], "tsc --pretty --listFiles; true")
typescript("tsc/missing-property", {"ts/user.ts": "interface User { id: number; name: string; email: string }\nexport const u: User = { id: 1, name: 'Ada' };\n"}, [
    "ts/user.ts(2,14): error TS2741: Property 'email' is missing in type '{ id: number; name: string; }' but required in type 'User'."])
typescript("tsc/several", {"ts/api.ts": "import { gone } from './orders';\nexport async function call(u: string) {\n  const r = await fetch(u);\n  return r.jsonn();\n}\nexport const x: number = gone;\nexport function f(a?: string) { return a.length; }\n"}, [
    "ts/api.ts(1,10): error TS2305: Module '\"./orders\"' has no exported member 'gone'.", "ts/api.ts(4,12): error TS2551: Property 'jsonn' does not exist on type 'Response'. Did you mean 'json'?",
    "ts/api.ts(7,40): error TS18048: 'a' is possibly 'undefined'."])
typescript("tsc/overload", {"ts/over.ts": "declare function pay(a: number, b: string): void;\ndeclare function pay2(a: number): void;\npay('3', 4);\npay2(1, 2);\nexport {};\n"}, [
    "ts/over.ts(3,5): error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.", "ts/over.ts(4,9): error TS2554: Expected 1 arguments, but got 2."])

ESLINT = '''module.exports = [{ files: ["src/**/*.js"], languageOptions: { sourceType: "commonjs", globals: { require: "readonly", exports: "writable" } },
  rules: { "no-unused-vars": "warn", "no-undef": "error", "eqeqeq": "error", "no-unreachable": "error", "prefer-const": "warn", "no-dupe-keys": "error", "quotes": ["warn", "double"] } }];
'''


def lint(folder):
    project(folder)
    put(folder, "eslint.config.js", ESLINT)
    for n in NAMES:
        put(folder, f"src/{n}_more.js", f"let {n} = 'a';\nlet other{n} = {n} + 'b';\nexports.x = {n};\n")


case("eslint/undefined", lint, "eslint src", ["src/invoice_print.js", "2:10  error", "'reciept' is not defined", "no-undef", "problems ("],
     {"src/invoice_print.js": "function print() {\n  return reciept;\n}\nexports.print = print;\n"})
case("eslint/several-files", lint, "eslint src", ["src/aaa.js", "3:3", "Unreachable code", "src/zzz.js", "Duplicate key 'id'", "Expected '===' and instead saw '=='"],
     {"src/aaa.js": "function f(a) {\n  return a == 3;\n  a = 4;\n}\nexports.f = f;\n", "src/zzz.js": "exports.row = { id: 1, name: \"x\", id: 2 };\n"})
case("eslint/parsing", lint, "eslint src", ["src/half.js", "2:13  error", "Parsing error: Unexpected token ;"],
     {"src/half.js": "function half(n) {\n  return n /;\n}\n"})
case("eslint/warnings-only", lint, "eslint src --max-warnings 5", ["ESLint found too many warnings (maximum: 5).", "problems (0 errors"])


def jest(folder):
    project(folder)
    put(folder, "package.json", '{"name": "shop", "jest": {"testMatch": ["**/jest/*.spec.js"], "verbose": true}}\n')
    for n in NAMES:
        put(folder, f"jest/{n}.spec.js", f"const m = require('../src/{n}.js');\ndescribe('{n}', () => {{\n" + "".join(
            f"  it('survives error {k}', () => expect(m.total([{k}, 1])).toBe({k + 1}));\n" for k in range(9)) + "});\n")


def jest_case(name, source, expect, more=None):
    case(name, jest, "jest --ci --no-cache -i", expect, {"jest/kkk.spec.js": source, **(more or {})})


jest_case("jest/to-equal", "describe('totals', () => {\n  it('adds shipping', () => {\n    expect({ net: 40, shipping: 5, total: 45 }).toEqual({ net: 40, shipping: 5, total: 47 });\n  });\n});\n", [
    "● totals › adds shipping", '-   "total": 47', '+   "total": 45', "jest/kkk.spec.js:3:49", "FAIL jest/kkk.spec.js", "1 failed, 180 passed, 181 total"])
jest_case("jest/to-be", "it('rounds up', () => {\n  const got = Math.round(2.4);\n  expect(got).toBe(3);\n});\n", ["● rounds up", "Expected: 3", "Received: 2", "kkk.spec.js:3:15"])
jest_case("jest/throws", "const { find } = require('../src/finder.js');\nit('finds a customer', () => {\n  find([], 3);\n});\n", [
    "● finds a customer", "RangeError: no customer 3", "src/finder.js:3:21", "kkk.spec.js:3:3"], {"src/finder.js": "exports.find = (list, id) => {\n  const found = list.find(c => c.id === id);\n  if (!found) throw new RangeError(`no customer ${id}`);\n  return found;\n};\n"} )
jest_case("jest/suite-fails-to-run", "const m = require('../src/gone.js');\nit('x', () => m.x());\n", ["FAIL jest/kkk.spec.js", "● Test suite failed to run", "Cannot find module '../src/gone.js' from 'jest/kkk.spec.js'", "kkk.spec.js:1:36"])
jest_case("jest/mock-calls", "it('mails the invoice', () => {\n  const send = jest.fn();\n  send('a@example.org');\n  expect(send).toHaveBeenCalledWith('b@example.org');\n});\n", [
    "● mails the invoice", 'Expected: "b@example.org"', 'Received: "a@example.org"', "kkk.spec.js:4:16"])
jest_case("jest/timeout", "it('waits for the bank', done => {}, 50);\n", ["● waits for the bank", "thrown: \"Exceeded timeout of 50 ms for a test", "kkk.spec.js:1:41"])
jest_case("jest/snapshot", "it('renders', () => {\n  expect('<b>34</b>').toMatchInlineSnapshot(`\"<b>43</b>\"`);\n});\n", ["● renders", 'Snapshot: "<b>43</b>"', 'Received: "<b>34</b>"', "kkk.spec.js:2:23"])


def mocha(folder):
    project(folder)
    for n in NAMES:
        put(folder, f"spec/{n}.js", f"const assert = require('assert');\nconst m = require('../src/{n}.js');\ndescribe('{n}', () => {{\n" + "".join(
            f"  it('survives error {k}', () => assert.equal(m.total([{k}, 1]), {k + 1}));\n" for k in range(9)) + "});\n")


def mocha_case(name, source, expect, args=""):
    case(name, mocha, "mocha spec " + args, expect, {"spec/kkk.js": "const assert = require('assert');\n" + source})


mocha_case("mocha/assert", "describe('fees', () => {\n  it('charges islands', () => {\n    assert.strictEqual(12, 14);\n  });\n});\n", [
    "1) charges islands", "1 failing", "AssertionError [ERR_ASSERTION]", "12 !== 14", "spec/kkk.js:4:12"])
mocha_case("mocha/deep", "describe('export', () => {\n  it('writes rows', () => {\n    assert.deepEqual([{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 3 }]);\n  });\n});\n", [
    "writes rows", "1 failing", "1) export", "spec/kkk.js:4:12"])
mocha_case("mocha/hook", "describe('database', () => {\n  before(() => { throw new Error('ECONNREFUSED 10.0.0.5:5432'); });\n  it('reads', () => {});\n});\n", [
    "\"before all\" hook for \"reads\"", "Error: ECONNREFUSED 10.0.0.5:5432", "spec/kkk.js:3:24"])
mocha_case("mocha/timeout-tap", "describe('bank', () => {\n  it('answers', done => {}).timeout(30);\n});\n", [
    "not ok", "bank answers", "Timeout of 30ms exceeded."], "--reporter tap")


def vitest(folder):
    project(folder)
    for n in NAMES:
        put(folder, f"vt/{n}.test.mjs", f"import {{ expect, it }} from '{TOOLS}/js/node_modules/vitest/dist/index.js';\n" + "".join(
            f"it('{n} survives error {k}', () => expect([{k}, 1].length).toBe(2));\n" for k in range(9)))


def vitest_case(name, source, expect):
    case(name, vitest, f"vitest run --root . --reporter=verbose --no-color", expect,
         {"vt/kkk.test.mjs": f"import {{ expect, it }} from '{TOOLS}/js/node_modules/vitest/dist/index.js';\n" + source})


vitest_case("vitest/to-equal", "it('keeps currencies', () => {\n  expect({ EUR: 1, USD: 1.1 }).toEqual({ EUR: 1, USD: 1.2 });\n});\n", [
    "vt/kkk.test.mjs > keeps currencies", "-   \"USD\": 1.2", "+   \"USD\": 1.1", "vt/kkk.test.mjs:3:32", "1 failed"])
vitest_case("vitest/throws", "it('opens the vault', () => {\n  throw new Error('vault is sealed');\n});\n", [
    "opens the vault", "Error: vault is sealed", "vt/kkk.test.mjs:3:9"])
