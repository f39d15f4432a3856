"""pytest, unittest, tracebacks, ruff, mypy, flake8, pylint, pip, yamllint."""
from red import case, put

NAMES = ["basket", "catalog", "coupons", "delivery", "invoices", "ledger", "orders", "payments", "pricing", "refunds",
         "returns", "search", "stock", "suppliers", "taxes", "users"]


def shop(folder):
    put(folder, "shop/__init__.py", "")
    put(folder, "pyproject.toml", "[tool.pytest.ini_options]\ntestpaths = ['tests']\npythonpath = ['.']\n")
    for n in NAMES:
        put(folder, f"shop/{n}.py", f'''"""Rules for {n}."""


def total(values):
    return sum(values)


def label(name, error_handler=None):
    return "{n}:" + name


class {n.title()}Repository:
    def __init__(self):
        self.rows = {{}}

    def add(self, key, value):
        self.rows[key] = value
        return self

    def get(self, key):
        return self.rows[key]
''')
        put(folder, f"tests/test_{n}.py", f'''import pytest
from shop import {n}


@pytest.mark.parametrize("value", range(14))
def test_total_{n}(value):
    assert {n}.total([value, 1]) == value + 1


@pytest.mark.parametrize("name", ["ab", "error_page", "failed_login", "warning_sign", "timeout"])
def test_label_handles_error_{n}(name):
    assert {n}.label(name).endswith(name)


def test_repository_{n}():
    assert {n}.{n.title()}Repository().add("k", 1).get("k") == 1
''')


PYTEST = "python -m pytest -p no:cacheprovider "

case("pytest/verbose-assert", shop, PYTEST + "-v", [
    "tests/test_orders_sum.py::test_sum_of_two_orders FAILED", "assert 41.5 == 42.5",
    "tests/test_orders_sum.py:6: AssertionError", "1 failed, 320 passed"],
     {"tests/test_orders_sum.py": '''from shop import orders


def test_sum_of_two_orders():
    total = orders.total([20.5, 21])
    assert total == 42.5
'''})

case("pytest/dict-diff", shop, PYTEST + "-v", [
    "test_invoice_as_dict", "Differing items:", "{'currency': 'EUR'} != {'currency': 'USD'}",
    "tests/test_invoice_dict.py:4: AssertionError"],
     {"tests/test_invoice_dict.py": '''def test_invoice_as_dict():
    made = {"id": 7, "currency": "EUR", "lines": list(range(40)), "customer": {"name": "Ada", "city": "Turin"}}
    wanted = {"id": 7, "currency": "USD", "lines": list(range(40)), "customer": {"name": "Ada", "city": "Turin"}}
    assert made == wanted
'''})

case("pytest/two-failures-short", shop, PYTEST + "-v --tb=short", [
    "tests/test_ship.py:10: in test_weight_limit", "ValueError: parcel of 42 kg exceeds limit 31",
    "tests/test_ship.py:14: in test_label", "AttributeError: 'NoneType' object has no attribute 'upper'",
    "FAILED tests/test_ship.py::test_label", "2 failed, 320 passed"],
     {"tests/test_ship.py": '''LIMIT = 31


def ship(weight):
    if weight > LIMIT:
        raise ValueError(f"parcel of {weight} kg exceeds limit {LIMIT}")


def test_weight_limit():
    ship(42)


def test_label():
    assert None.upper() == "A"
'''})

case("pytest/collection-error", shop, PYTEST + "-v --continue-on-collection-errors", [
    "ERROR collecting tests/test_zones.py", "ModuleNotFoundError: No module named 'shop.zoning'",
    "tests/test_zones.py:1: in <module>", "320 passed, 1 error"],
     {"tests/test_zones.py": "from shop.zoning import Zone\n\n\ndef test_zone():\n    assert Zone()\n"})

case("pytest/fixture-error", shop, PYTEST + "-v", [
    "ERROR at setup of test_reads_database", "ConnectionRefusedError: [Errno 111] Connection refused to db:5432",
    "tests/test_database.py:6: ConnectionRefusedError", "320 passed, 1 error"],
     {"tests/test_database.py": '''import pytest


@pytest.fixture
def database():
    raise ConnectionRefusedError(111, "Connection refused to db:5432")


def test_reads_database(database):
    assert database
'''})

case("pytest/parametrized", shop, PYTEST + "-v", [
    "tests/test_vat.py::test_vat[FI-25.5] FAILED", "assert 24.0 == 25.5", "where 24.0 = rate('FI')",
    "tests/test_vat.py:11: AssertionError"],
     {"tests/test_vat.py": '''import pytest

RATES = {"DE": 19.0, "FI": 24.0, "IT": 22.0}

def rate(country):
    return RATES[country]


@pytest.mark.parametrize("country,percent", [("DE", 19.0), ("FI", 25.5), ("IT", 22.0)])
def test_vat(country, percent):
    assert rate(country) == percent
'''})

case("pytest/quiet-long-traceback", shop, PYTEST + "-v --tb=long", [
    "test_nested_configuration", "KeyError: 'endpoint'", "shop/loader.py:10: KeyError",
    "tests/test_loader.py:5:", "return section[name][\"endpoint\"]"],
     {"shop/loader.py": '''def load(settings, name):
    return resolve(settings["services"], name)


def resolve(section, name):
    return endpoint(section, name)


def endpoint(section, name):
    return section[name]["endpoint"]
''', "tests/test_loader.py": '''from shop.loader import load


def test_nested_configuration():
    assert load({"services": {"mail": {"host": "mx"}}}, "mail") == "mx"
'''})

case("pytest/stdout-captured", shop, PYTEST + "-v", [
    "test_import_of_prices", "assert 1 == 3", "row 417: cannot parse price '12,x0'", "tests/test_import.py:8: AssertionError"],
     {"tests/test_import.py": '''def test_import_of_prices():
    for row in range(600):
        if row == 417:
            print(f"row {row}: cannot parse price '12,x0'")
        else:
            print(f"row {row}: imported price {row * 3}")
    broken = 1
    assert broken == 3
'''})

case("pytest/warnings-summary", shop, PYTEST + "-v", [
    "test_old_interface", "DeprecationWarning: total_of() is deprecated, use total()", "RuntimeError: ledger is closed",
    "tests/test_old.py:10: RuntimeError", "1 failed, 320 passed, 1 warning"],
     {"tests/test_old.py": '''import warnings


def total_of(values):
    warnings.warn("total_of() is deprecated, use total()", DeprecationWarning, stacklevel=2)


def test_old_interface():
    total_of([1])
    raise RuntimeError("ledger is closed")
'''})

case("pytest/xfail-strict", shop, PYTEST + "-v -rA", [
    "test_rounding_half_even", "[XPASS(strict)] rounding is broken upstream", "1 failed, 320 passed"],
     {"tests/test_rounding.py": '''import pytest


@pytest.mark.xfail(reason="rounding is broken upstream", strict=True)
def test_rounding_half_even():
    assert round(2.5) == 2
'''})

case("pytest/string-diff", shop, PYTEST + "-v", [
    "test_receipt_text", "-   Total:   43.00 EUR", "+   Total:   34.00 EUR", "tests/test_receipt.py:5: AssertionError"],
     {"tests/test_receipt.py": '''def test_receipt_text():
    lines = [f"  Item {n}:  {n}.00 EUR" for n in range(30)]
    made = "\\n".join(lines + ["  Total:   34.00 EUR", "  Thank you"])
    wanted = "\\n".join(lines + ["  Total:   43.00 EUR", "  Thank you"])
    assert made == wanted
'''})

case("pytest/class-raises", shop, PYTEST + "-v", [
    "TestRefund.test_rejects_negative", "Failed: DID NOT RAISE ValueError", "tests/test_refund_class.py:9: Failed"],
     {"tests/test_refund_class.py": '''import pytest


class TestRefund:
    def test_accepts_zero(self):
        assert True

    def test_rejects_negative(self):
        with pytest.raises(ValueError):
            abs(-1)
'''})

case("pytest/chained-exception", shop, PYTEST + "-v", [
    "test_fetches_rate", "TimeoutError: no answer from rates.internal after 5 s",
    "RuntimeError: rate for 2026-03-01 is not available", "tests/test_rates.py:9: RuntimeError"],
     {"tests/test_rates.py": '''def call():
    raise TimeoutError("no answer from rates.internal after 5 s")


def fetch(day):
    try:
        call()
    except TimeoutError as e:
        raise RuntimeError(f"rate for {day} is not available") from e


def test_fetches_rate():
    fetch("2026-03-01")
'''})

case("pytest/many-failures", shop, PYTEST + "-v --tb=line", [
    f"test_many.py:7: AssertionError: {w}" for w in ("apple is not on sale", "pear is not on sale", "plum is not on sale")]
     + ["4 failed, 320 passed"],
     {"tests/test_many.py": '''import pytest


@pytest.mark.parametrize("fruit", ["apple", "pear", "plum", "fig"])
def test_sale(fruit):
    on_sale = False
    assert on_sale, f"{fruit} is not on sale"
'''})

case("pytest/syntax-error", shop, PYTEST + "-v --continue-on-collection-errors", [
    "tests/test_broken_syntax.py", "line 3", "SyntaxError: '(' was never closed"],
     {"tests/test_broken_syntax.py": "def test_x():\n    value = 1\n    print((value)\n    assert value\n"})

UNIT = "python -m unittest discover -v -s unit"


def unit(folder):
    shop(folder)
    for n in NAMES:
        put(folder, f"unit/test_{n}.py", f"import unittest\n\n\nclass {n.title()}Test(unittest.TestCase):\n" + "".join(
            f'''    def test_case_{k}_of_error_path(self):
        """Case {k} of {n} handles errors."""
        self.assertEqual({k} + 1, {k + 1})

''' for k in range(12)))


case("unittest/assert-equal", unit, UNIT, [
    "FAIL: test_discount (test_zz_discount.DiscountTest", "line 6, in test_discount", "AssertionError: 90 != 85 : gold customers pay 85",
    "FAILED (failures=1)"],
     {"unit/test_zz_discount.py": '''import unittest


class DiscountTest(unittest.TestCase):
    def test_discount(self):
        self.assertEqual(90, 85, "gold customers pay 85")
'''})
case("unittest/error-in-setup", unit, UNIT, [
    "ERROR: setUpClass (test_aa_mail.MailTest)", "OSError: [Errno 98] Address already in use: 2525", "FAILED (errors=1)"],
     {"unit/test_aa_mail.py": '''import unittest


class MailTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError(98, "Address already in use: 2525")

    def test_send(self):
        pass
'''})
case("unittest/list-diff", unit, UNIT, [
    "FAIL: test_order_of_lines", "First differing element 17:", "'line 17'\n'line 71'", "test_mm_lines.py\", line 8"],
     {"unit/test_mm_lines.py": '''import unittest


class LinesTest(unittest.TestCase):
    def test_order_of_lines(self):
        made = [f"line {n}" for n in range(40)]
        wanted = made[:17] + ["line 71"] + made[18:]
        self.assertEqual(made, wanted)
'''})
case("unittest/import-error", unit, UNIT, [
    "ERROR: test_kk_import (unittest.loader._FailedTest", "ImportError: cannot import name 'Basket' from 'shop.basket'",
    "FAILED (errors=1)"],
     {"unit/test_kk_import.py": "from shop.basket import Basket\n"})
case("unittest/subtests", unit, UNIT, [
    "FAIL: test_limits (test_pp_limits.LimitsTest.test_limits) (country='NL')", "AssertionError: 50 not less than 40",
    "line 8, in test_limits"],
     {"unit/test_pp_limits.py": '''import unittest


class LimitsTest(unittest.TestCase):
    def test_limits(self):
        for country, limit in (("BE", 30), ("NL", 50), ("LU", 20)):
            with self.subTest(country=country):
                self.assertLess(limit, 40)
'''})

RUN_GREEN = '''import logging, sys, time
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(levelname)-7s [%(threadName)s] %(name)s - %(message)s")
log = logging.getLogger("shop.worker")
for n in range(180):
    log.info("processed order %d in %d ms", 40_000 + n, 3 + n % 17)
    if n % 30 == 0:
        log.info("cache hit ratio 0.%d, 0 errors", 90 + n % 7)
'''


def job(folder):
    shop(folder)


case("traceback/division", job, "python nightly.py", [
    "nightly.py\", line 12, in average", "return total / len(rows)", "ZeroDivisionError: division by zero"],
     {"nightly.py": RUN_GREEN + '''

def average(rows):
    total = sum(rows)
    return total / len(rows)
log.info("averaging")
average([])
'''})
case("traceback/logged-exception", job, "python worker.py", [
    "could not settle payment 8812", "KeyError: 'iban'", "worker.py\", line 9, in settle"],
     {"worker.py": RUN_GREEN + '''def settle(payment):
    return payment["iban"]
try:
    settle({})
except KeyError:
    log.exception("could not settle payment 8812")
for n in range(120):
    log.info("processed order %d in %d ms", 50_000 + n, 3 + n % 17)
'''})
case("traceback/json", job, "python load.py", [
    "json.decoder.JSONDecodeError: Expecting ',' delimiter: line 1 column 14 (char 13)", "load.py\", line 12, in <module>"],
     {"load.py": RUN_GREEN + '''import json


broken = '{"id": 12345 "total": 3}'
json.loads(broken)
'''})
case("traceback/recursion", job, "python tree.py", [
    "RecursionError: maximum recursion depth exceeded", "tree.py\", line 9, in depth", "[Previous line repeated 996 more times]"],
     {"tree.py": RUN_GREEN + '''def depth(node):
    return depth(node)


depth({})
'''})
case("traceback/exception-group", job, "python group.py", [
    "ExceptionGroup: 2 uploads failed (2 sub-exceptions)", "PermissionError: [Errno 13] Permission denied: '/srv/a.csv'",
    "FileNotFoundError: [Errno 2] No such file or directory: '/srv/b.csv'"],
     {"group.py": RUN_GREEN + '''raise ExceptionGroup("2 uploads failed", [
    PermissionError(13, "Permission denied", "/srv/a.csv"), FileNotFoundError(2, "No such file or directory", "/srv/b.csv")])
'''})
case("traceback/warnings-in-log", job, "python slow.py", [
    "WARNING", "pool exhausted, waited 31 s for a connection", "CRITICAL", "giving up on shard eu-3 after 5 attempts"],
     {"slow.py": RUN_GREEN + '''log.warning("pool exhausted, waited 31 s for a connection")
for n in range(150):
    log.info("processed order %d in %d ms", 60_000 + n, 3 + n % 17)
log.critical("giving up on shard eu-3 after 5 attempts")
for n in range(60):
    log.info("processed order %d in %d ms", 70_000 + n, 3 + n % 17)
sys.exit(3)
'''})


def linted(folder):
    shop(folder)
    for n in NAMES:
        put(folder, f"shop/{n}_more.py", f"import os\nimport sys\n\n\ndef f(x):\n    l = {{}}\n    if x == None:\n        return l\n    return os.sep\n" * 1)


case("ruff/undefined-name", linted, "ruff check --no-cache --select E,F,W,B .", [
    "F821 Undefined name `reciept`", "shop/print_out.py:3:12", "B006", "shop/print_out.py:6:16", "Found "],
     {"shop/print_out.py": "\ndef render():\n    return reciept\n\n\ndef add(values=[]):\n    return values\n"})
case("ruff/concise", linted, "ruff check --no-cache --select ALL --output-format concise .", [
    "shop/sql.py:4:19: S608", "Possible SQL injection", "shop/sql.py:8:5: S102"],
     {"shop/sql.py": '''"""Reads."""

def find(db, name):
    return db.run(f"select * from users where name = '{name}'")


def run(code):
    exec(code)
'''})
case("mypy/wrong-types", linted, "mypy --no-incremental --strict shop", [
    'shop/typed.py:8: error: Incompatible return value type (got "str", expected "int")',
    'shop/typed.py:12: error: Argument 1 to "age" has incompatible type "int"; expected "str"', "errors in "],
     {"shop/typed.py": '''"""Typed."""

from typing import Final

LIMIT: Final = 3

def age(name: str) -> int:
    return name


def use() -> int:
    return age(LIMIT)
'''})
case("flake8/mixed", linted, "flake8 --max-line-length 60 .", [
    "./shop/dup.py:6:1: F811 redefinition of unused 'load' from line 2", "./shop/dup.py:7:12: F821 undefined name 'pth'"],
     {"shop/dup.py": "\ndef load():\n    return 1\n\n\ndef load():\n    return pth\n"})
case("pylint/messages", linted, "pylint --disable=C shop", [
    "shop/stock_rules.py:6:15: E1101", "Instance of 'Rule' has no 'limits' member", "Your code has been rated at"],
     {"shop/stock_rules.py": '''class Rule:
    def __init__(self):
        self.limit = 3

    def check(self, n):
        return self.limits > n
'''})
case("yamllint/deploy", linted, "for n in $(seq 1 90); do echo \"checking manifests/part-$n.yaml ... ok\"; done; yamllint deploy.yaml", [
    "deploy.yaml", "syntax error: "],
     {"deploy.yaml": "services:\n" + "".join(f"  s{n}:\n    image: a:{n}\n" for n in range(5)) + "   broken: [1, 2\nother: 1\n"})
case("pip/no-such-version", shop, "for p in $(seq 1 70); do echo \"Requirement already satisfied: part-$p in ./env (1.$p.0)\"; done; pip install --no-input 'flake8==99.1'", [
    "ERROR: Could not find a version that satisfies the requirement flake8==99.1", "ERROR: No matching distribution found for flake8==99.1"])
case("pip/conflict", shop, "for p in $(seq 1 70); do echo \"Requirement already satisfied: part-$p in ./env (1.$p.0)\"; done; pip install --no-input --dry-run 'pytest==8.0.0' 'pluggy==0.13'", [
    "ERROR: Cannot install pluggy==0.13 and pytest==8.0.0 because these package versions have conflicting dependencies.",
    "pytest 8.0.0 depends on pluggy<2.0 and >=1.3.0", "ResolutionImpossible"])
case("pip/build-failure", shop, "for p in $(seq 1 70); do echo \"Requirement already satisfied: part-$p in ./env (1.$p.0)\"; done; pip install --no-input --no-build-isolation ./native", [
    "error: subprocess-exited-with-error", "RuntimeError: libshop.h not found, install libshop-dev"],
     {"native/setup.py": "raise RuntimeError('libshop.h not found, install libshop-dev')\n"})
