"""A second set, of other tools and other errors, made after the rules were written and run once against them."""
from go_tools import module
from java_tools import project as maven
from js_tools import jest, lint, node_tests, project as js, tsc
from native_tools import project as native
from other_tools import repository, shell, sql
from python_tools import shop
from red import CASES, case, put, written
from written_outputs import lines

CASES.clear()
STEP = ". ./lib.sh; step render 110; "

case("held/doctest", shop, "for m in shop/*.py; do echo \"doctest $m\"; python -m doctest -v $m; done", [
    "line 3, in zone.zone", "Expected:", "'EU-N'", "Got:", "'EU-S'"],
     {"shop/zone.py": 'def zone(c):\n    """\n    >>> zone("FI")\n    \'EU-N\'\n    """\n    return "EU-S"\n'})
case("held/pytest-approx", shop, "python -m pytest -p no:cacheprovider -v -s", [
    "test_mean_of_prices", "assert 2.5 == 2.4 ± 0.001", "tests/test_mean.py:4: AssertionError"],
     {"tests/test_mean.py": "import pytest\n\ndef test_mean_of_prices():\n    assert sum([2, 3]) / 2 == pytest.approx(2.4, abs=0.001)\n"})
case("held/pytest-teardown", shop, "python -m pytest -p no:cacheprovider -v", [
    "ERROR at teardown of test_uses_file", "OSError: [Errno 28] No space left on device: '/tmp/x'", "tests/test_td.py:6: OSError"],
     {"tests/test_td.py": "import pytest\n\n@pytest.fixture\ndef f():\n    yield 1\n    raise OSError(28, 'No space left on device', '/tmp/x')\n\ndef test_uses_file(f):\n    assert f\n"})
case("held/argparse", shell, STEP + "python -c \"import argparse; p = argparse.ArgumentParser('ship'); p.add_argument('--kg', type=int); p.parse_args(['--kg', 'x'])\"", [
    "ship: error: argument --kg: invalid int value: 'x'"])
case("held/asyncio", shell, STEP + "python job.py", ["RuntimeError: lease 77 was lost", "job.py\", line 4, in hold", "Task exception was never retrieved"],
     {"job.py": "import asyncio\n\nasync def hold():\n    raise RuntimeError('lease 77 was lost')\n\nasync def main():\n    t = asyncio.create_task(hold())\n    await asyncio.sleep(0.01)\n    del t\n\nasyncio.run(main())\n"})
case("held/perl", shell, STEP + "perl run.pl", ["Can't locate object method \"ship\" via package \"Parcel\" at run.pl line 3."],
     {"run.pl": "use strict;\npackage Parcel; package main;\nParcel->ship(3);\n"})
case("held/perl-syntax", shell, STEP + "perl run.pl", ["Global symbol \"$x\" requires explicit package name", "Execution of run.pl aborted due to compilation errors."],
     {"run.pl": "use strict;\nmy $x = (1 + 2;\n}\nprint $x;\n"})
case("held/awk", shell, STEP + "awk 'BEGIN { print 1 +* 2 }'", ["syntax error"])
case("held/openssl", shell, STEP + "openssl x509 -in nothing.pem -noout -text", ["Could not open file or uri for loading certificate from nothing.pem", "No such file or directory"])
case("held/ssh", shell, STEP + "ssh -o ConnectTimeout=2 -o BatchMode=yes shop.invalid true", ["Could not resolve hostname shop.invalid"])
case("held/json-tool", shell, STEP + "echo '{\"a\": [1, 2}' | python -m json.tool", ["Expecting ',' delimiter: line 1 column 12 (char 11)"])
case("held/xtrace", shell, "bash -x deploy.sh", ["+ kubeseal --cert /none.pem", "deploy.sh: line 3: kubeseal: command not found"],
     {"deploy.sh": "set -e\nfor n in $(seq 1 120); do echo \"part $n\" > /dev/null; done\nkubeseal --cert /none.pem\n"})
case("held/ctest", native, "cmake -S . -B out > /dev/null; cmake --build out; cd out && ctest --output-on-failure", [
    "vat_of_finland", "expected 25.5, got 24", "The following tests FAILED:", "tests passed, 1 tests failed out of 40"],
     {"CMakeLists.txt": "cmake_minimum_required(VERSION 3.10)\nproject(shop C)\nfile(GLOB SRC src/*.c)\nadd_executable(app ${SRC})\nenable_testing()\nforeach(n RANGE 1 39)\n  add_test(NAME part_${n}_error COMMAND true)\nendforeach()\nadd_test(NAME vat_of_finland COMMAND sh -c \"echo 'vat.c:14: expected 25.5, got 24'; exit 1\")\n"})
case("held/gcc-macro", native, "make app", ["src/vouch.c:1:25: error: expected expression before ‘)’ token", "in expansion of macro ‘TWICE’"],
     {"src/vouch.c": "#define TWICE(x) ((x) * )\n\nint vouch(int n) {\n    return TWICE(n);\n}\n"})
case("held/make-parallel", native, "make -k -j3 app", ["src/tax.c:2:5: error: unknown type name ‘cents’", "make: Target 'app' not remade because of errors."],
     {"src/tax.c": "int tax(void) {\n    cents n = 3;\n    return 1;\n}\n"})
case("held/go-json", module, "go test -json ./... | head -400", ['"Test":"TestStamp"', "stamp_test.go:6: stamp is 3, want 4"],
     {"accounts/stamp_test.go": 'package accounts\n\nimport "testing"\n\nfunc TestStamp(t *testing.T) {\n\tt.Fatal("stamp is 3, want 4")\n}\n'})
case("held/go-generic", module, "for n in $(seq 1 90); do echo \"ok example.org/lib/part$n (cached)\"; done; go build ./...", [
    "maxes/maxes.go:12:19: string does not satisfy Number"],
     {"maxes/maxes.go": 'package maxes\n\n// Number is.\ntype Number interface {\n\tint | float64\n}\n\nfunc double[T Number](v T) T {\n\treturn v + v\n}\n\nvar Bad0 = double[string]("a")\n'})
case("held/node-worker", js, "node main.js", ["RangeError: Invalid array length", "main.js:2:20"],
     {"main.js": "for (let n = 0; n < 160; n++) console.log(`[info] shipped ${n}`);\nsetTimeout(() => { new Array(-1); }, 5);\n"})
case("held/node-test-hook", node_tests, "node --test --test-reporter=spec test/*.test.js", ["failed in before hook: no database at 10.1.1.1", "opens an account"],
     {"test/kkk.test.js": "const { test, describe, before, it } = require('node:test');\ndescribe('bank', () => {\n  before(() => { throw new Error('failed in before hook: no database at 10.1.1.1'); });\n  it('opens an account', () => {});\n});\n"})
case("held/jest-coverage", jest, "jest --ci --no-cache -i --coverage --coverageThreshold '{\"global\":{\"lines\":99.9}}'", [
    'Jest: "global" coverage threshold for lines (99.9%) not met: '], {"src/half.js": "exports.a = n => {\n  if (n) {\n    return 1;\n  }\n  return 2;\n};\n", "jest/half.spec.js": "const { a } = require('../src/half.js');\nit('a', () => expect(a(1)).toBe(1));\n"})
case("held/jest-array", jest, "jest --ci --no-cache -i", ["● sorts parcels", "-   20,", "kkk.spec.js:2:24"],
     {"jest/kkk.spec.js": "it('sorts parcels', () => {\n  expect([2, 30, 100]).toEqual([2, 20, 30, 100]);\n});\n"})
case("held/tsc-config", tsc, "node build.js; tsc -p tsconfig.bad.json", ["tsconfig.bad.json", "tsconfig.bad.json(1,22): error TS5025: Unknown compiler option 'stric'."],
     {"tsconfig.bad.json": '{"compilerOptions": {"stric": true, "noEmit": true}, "include": ["ts"]}\n'})
case("held/javadoc", maven, "mkdir d; for n in $(seq 1 80); do echo \"Loading source file part$n.java...\"; done; javadoc -quiet -Xdoclint:all -package -d d src/main/java/org/example/*.java", [
    "Toaster.java:4: error: reference not found", "@link Slots"],
     {"src/main/java/org/example/Toaster.java": "package org.example;\n\n/** Toasts.\n * See {@link Slots}. */\nclass Toaster {\n}\n"})
case("held/java-module", maven, "for n in $(seq 1 130); do echo \"[loading part$n.class]\"; done; java -cp nowhere org.example.Main", [
    "Error: Could not find or load main class org.example.Main", "Caused by: java.lang.ClassNotFoundException: org.example.Main"])
case("held/git-am", repository, "sh make.sh; git log --stat -2 | cat; git format-patch -q -1 feature; git am *.patch", [
    "error: patch failed: src/price.txt:1", "Patch failed at 0001 Raise the price"])
case("held/git-clone", repository, "sh make.sh; git log --stat -1 | cat; git ls-files; git clone ./nothing copy", ["fatal: repository './nothing' does not exist"])
case("held/sqlite-fk", sql, "sqlite3 shop.db < fill.sql; sqlite3 -echo shop.db < change.sql", ["Runtime error near line 3: FOREIGN KEY constraint failed"],
     {"change.sql": "pragma foreign_keys = on;\ncreate table lines(o integer references orders(id));\ninsert into lines values(9999);\n"})
written("held/poetry-style", lines(100, "  - Installing part-{n} (1.{m}.0)") + "\nBecause shop depends on both pydantic (^2.0) and legacy-forms (1.4) which depends on pydantic (<2), version solving failed.\n",
        ["Because shop depends on both pydantic (^2.0) and legacy-forms (1.4) which depends on pydantic (<2), version solving failed."])
written("held/xcode-style", lines(110, "CompileSwift normal arm64 /home/dev/shop/Sources/Part{n}.swift (in target 'Shop' from project 'Shop')") + "/home/dev/shop/Sources/Cart.swift:31:9: error: cannot assign to property: 'total' is a 'let' constant\n        cart.total = 3\n        ~~~~~^~~~~\n\n** BUILD FAILED **\n\nThe following build commands failed:\n\tSwiftCompile normal arm64 /home/dev/shop/Sources/Cart.swift (in target 'Shop' from project 'Shop')\n(1 failure)\n",
        ["Cart.swift:31:9: error: cannot assign to property: 'total' is a 'let' constant", "cart.total = 3", "** BUILD FAILED **"])
written("held/flutter-style", lines(120, "00:0{m}: +{n}: /home/dev/shop/test/part_{n}_test.dart: handles error") + "00:09 +120 -1: /home/dev/shop/test/cart_test.dart: adds shipping [E]\n  Expected: <4700>\n    Actual: <4500>\n\n  package:matcher                              expect\n  test/cart_test.dart 22:5                     main.<fn>\n\n00:09 +120 -1: Some tests failed.\n",
        ["test/cart_test.dart: adds shipping [E]", "Expected: <4700>", "Actual: <4500>", "test/cart_test.dart 22:5", "Some tests failed."])
written("held/nextest-style", lines(110, "        PASS [   0.0{m}s] part-{n} tests::handles_error") + "        FAIL [   0.013s] pricing tests::vat_of_finland\n\n--- STDERR:              pricing tests::vat_of_finland ---\nthread 'tests::vat_of_finland' panicked at pricing/src/vat.rs:41:9:\nassertion `left == right` failed\n  left: 24\n right: 25\n\n------------\n     Summary [   1.402s] 111 tests run: 110 passed, 1 failed, 0 skipped\n        FAIL [   0.013s] pricing tests::vat_of_finland\nerror: test run failed\n",
        ["FAIL [   0.013s] pricing tests::vat_of_finland", "pricing/src/vat.rs:41:9", "left: 24", "right: 25", "110 passed, 1 failed"])
written("held/deno-style", lines(120, "part {n} handles error ... ok ({m}ms)") + "adds shipping ... FAILED (4ms)\n\n ERRORS \n\nadds shipping => ./cart_test.ts:9:6\nerror: AssertionError: Values are not equal.\n\n\n    [Diff] Actual / Expected\n\n\n-   4500\n+   4700\n\n  throw new AssertionError(message);\n        ^\n    at assertEquals (https://registry.example/assert/assert_equals.ts:51:9)\n    at file:///home/dev/shop/cart_test.ts:11:3\n\n FAILURES \n\nadds shipping => ./cart_test.ts:9:6\n\nFAILED | 120 passed | 1 failed (81ms)\n",
        ["adds shipping ... FAILED", "error: AssertionError: Values are not equal.", "-   4500", "+   4700", "cart_test.ts:11:3", "120 passed | 1 failed"])
written("held/cypress-style", lines(90, "    ✓ part {n} shows its errors ({m}ms)") + "    1) pays by invoice\n\n  90 passing (31s)\n  1 failing\n\n  1) Checkout\n       pays by invoice:\n     AssertionError: Timed out retrying after 4000ms: Expected to find element: `[data-cy=pay]`, but never found it.\n      at Context.eval (webpack://shop/./cypress/e2e/checkout.cy.ts:17:9)\n",
        ["1) pays by invoice", "Expected to find element: `[data-cy=pay]`, but never found it.", "cypress/e2e/checkout.cy.ts:17:9", "1 failing"])
written("held/kubectl-pending-style", lines(70, "part-{n}-data   Bound    pvc-{h}   {m}Gi   RWO   fast   3d") + "ledger-data   Pending                                 slow   41m\n" + lines(20, "more-{n}-data   Bound    pvc-{h}   {m}Gi   RWO   fast   3d") + "Events:\n  Warning  ProvisioningFailed  2m (x9 over 41m)  persistentvolume-controller  storageclass.storage.k8s.io \"slow\" not found\n",
        ["ledger-data   Pending", 'ProvisioningFailed', 'storageclass.storage.k8s.io "slow" not found'])
written("held/terraform-apply-style", lines(110, "aws_s3_bucket.part_{n}: Creation complete after {m}s [id=shop-{h}]") + "╷\n│ Error: creating IAM Role (shop-ledger): EntityAlreadyExists: Role with name shop-ledger already exists.\n│ \tstatus code: 409\n│ \n│   with aws_iam_role.ledger,\n│   on iam.tf line 14, in resource \"aws_iam_role\" \"ledger\":\n│   14: resource \"aws_iam_role\" \"ledger\" {\n│ \n╵\n",
        ["Error: creating IAM Role (shop-ledger): EntityAlreadyExists", "on iam.tf line 14", "with aws_iam_role.ledger"])
written("held/redis-style", lines(140, "811:M 04 Mar 2026 10:11:{m:02d}.123 * Background saving started by pid {n}") + "811:M 04 Mar 2026 10:12:07.001 # MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk.\n" + lines(60, "811:M 04 Mar 2026 10:13:{m:02d}.123 * Background saving terminated by pid {n}"),
        ["MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk."])
written("held/postgres-log-style", lines(140, "2026-03-04 10:11:{m:02d}.120 UTC [{n}] LOG:  checkpoint complete: wrote {m} buffers") + "2026-03-04 10:12:07.001 UTC [733] FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute\n2026-03-04 10:12:08.001 UTC [734] ERROR:  deadlock detected\n2026-03-04 10:12:08.001 UTC [734] DETAIL:  Process 734 waits for ShareLock on transaction 91; blocked by process 731.\n" + lines(60, "2026-03-04 10:13:{m:02d}.120 UTC [{n}] LOG:  checkpoint starting: time"),
        ["FATAL:  remaining connection slots are reserved", "ERROR:  deadlock detected", "Process 734 waits for ShareLock on transaction 91"])
written("held/android-style", lines(120, "> Task :app:mergePart{n}Resources UP-TO-DATE") + "> Task :app:processDebugMainManifest FAILED\n/home/dev/shop/app/src/main/AndroidManifest.xml:23:9-42:20 Error:\n\tandroid:exported needs to be explicitly specified for element <activity#org.example.Main>.\n\nFAILURE: Build failed with an exception.\n\n* What went wrong:\nExecution failed for task ':app:processDebugMainManifest'.\n> Manifest merger failed with multiple errors, see logs\n\nBUILD FAILED in 11s\n",
        ["AndroidManifest.xml:23:9-42:20 Error:", "android:exported needs to be explicitly specified for element <activity#org.example.Main>.", ":app:processDebugMainManifest"])
written("held/sentry-style-json-log", lines(120, "{{\"time\":\"10:11:{m:02d}\",\"severity\":\"INFO\",\"message\":\"GET /part/{n}\",\"status\":200}}") + "{\"time\":\"10:12:01\",\"severity\":\"ERROR\",\"message\":\"payment 5512 rejected\",\"error\":{\"type\":\"CardError\",\"code\":\"expired_card\"}}\n" + lines(60, "{{\"time\":\"10:13:{m:02d}\",\"severity\":\"INFO\",\"message\":\"GET /part/{n}\",\"status\":200}}"),
        ["payment 5512 rejected", "expired_card"])
written("held/go-lint-style", lines(120, "level=info msg=\"[linters_context] part {n} loaded in {m}ms\"") + "ledger/ledger.go:31:2: ineffectual assignment to err (ineffassign)\n\terr = close()\n\t^\nledger/post.go:9:6: func `post` is unused (unused)\nfunc post() {}\n     ^\n2 issues:\n* ineffassign: 1\n* unused: 1\n",
        ["ledger/ledger.go:31:2: ineffectual assignment to err (ineffassign)", "ledger/post.go:9:6: func `post` is unused (unused)", "2 issues:"])
