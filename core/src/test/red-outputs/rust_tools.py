"""cargo build, cargo test, rustc."""
from red import case, put

MODS = ["account", "basket", "catalog", "coupon", "delivery", "export", "import_file", "invoice", "ledger", "mail", "order",
        "locale", "market", "nearby", "notice", "packing", "parcel", "pickup", "profile", "payment", "price", "quota", "refund", "report", "search", "stock", "tax", "voucher", "zone"]


def crate(folder):
    put(folder, "Cargo.toml", '[workspace]\nmembers = [' + ", ".join(f'"{m}"' for m in MODS) + ', "app"]\nresolver = "2"\n')
    for m in MODS:
        put(folder, f"{m}/Cargo.toml", f'[package]\nname = "{m}"\nversion = "0.3.1"\nedition = "2021"\n')
        put(folder, f"{m}/src/lib.rs", "//! Rules.\n\n/// Adds up.\npub fn total(v: &[i64]) -> i64 {\n    v.iter().sum()\n}\n\n#[cfg(test)]\nmod tests {\n" + "".join(
            f"    #[test]\n    fn handles_error_{n}() {{\n        assert_eq!(super::total(&[{n}, 1]), {n + 1});\n    }}\n" for n in range(9)) + "}\n")
    put(folder, "app/Cargo.toml", '[package]\nname = "app"\nversion = "0.3.1"\nedition = "2021"\n')
    put(folder, "app/src/lib.rs", "")


TEST = "cargo test --offline --no-fail-fast"
BUILD = "cargo build --offline -v"


def rust(name, command, source, expect):
    case(name, crate, command, expect, {"app/src/lib.rs": source})


rust("cargo-test/assert-eq", TEST, '''pub fn fee(kg: i64) -> i64 {
    kg * 3
}

#[test]
fn fee_of_heavy_parcels() {
    assert_eq!(fee(20), 65, "heavy parcels cost 5 more");
}
''', ["test fee_of_heavy_parcels ... FAILED", "app/src/lib.rs:7:5", "heavy parcels cost 5 more", "left: 60", "right: 65",
      "test result: FAILED. 0 passed; 1 failed"])
rust("cargo-test/unwrap-none", TEST, '''#[test]
fn finds_customer() {
    let names: Vec<&str> = vec!["ada"];
    names.iter().find(|n| **n == "bob").unwrap();
}
''', ["finds_customer", "app/src/lib.rs:4:41", "called `Option::unwrap()` on a `None` value", "1 failed"])
rust("cargo-test/result-error", TEST, '''#[test]
fn parses_amount() -> Result<(), std::num::ParseIntError> {
    "12,0".parse::<i64>()?;
    Ok(())
}
''', ["test parses_amount ... FAILED", "Error: ParseIntError { kind: InvalidDigit }", "1 failed"])
rust("cargo-test/should-panic", TEST, '''#[test]
#[should_panic(expected = "negative")]
fn rejects_negative() {
    let _ = 3;
}
''', ["rejects_negative", "note: test did not panic as expected", "1 failed"])
rust("cargo-test/overflow", TEST, '''pub fn grow(n: i32) -> i32 {
    n + std::hint::black_box(i32::MAX)
}

#[test]
fn grows() {
    grow(3);
}
''', ["grows", "app/src/lib.rs:2:5", "attempt to add with overflow", "test result: FAILED"])
rust("cargo-build/type-mismatch", BUILD, '''pub fn count(names: &[String]) -> u32 {
    names.len()
}
''', ["error[E0308]: mismatched types", "--> app/src/lib.rs:2:5", "expected `u32`, found `usize`", "could not compile `app` (lib) due to 1 previous error"])
rust("cargo-build/borrow", BUILD, '''pub fn double(mut v: Vec<i64>) -> Vec<i64> {
    let first = &v[0];
    v.push(*first + 1);
    let again = first;
    v.push(*again);
    v
}
''', ["error[E0502]: cannot borrow `v` as mutable because it is also borrowed as immutable", "--> app/src/lib.rs:3:5", "error: could not compile `app`"])
rust("cargo-build/moved", BUILD, '''pub fn twice(s: String) -> (String, String) {
    let a = s;
    let b = s;
    (a, b)
}
''', ["error[E0382]: use of moved value: `s`", "--> app/src/lib.rs:3:13", "value used here after move"])
rust("cargo-build/unresolved", BUILD, '''use shop_core::Money;

pub fn pay(m: Money) -> i64 {
    m.cents
}
''', ["error[E0432]: unresolved import `shop_core`", "--> app/src/lib.rs:1:5"])
rust("cargo-build/missing-trait", BUILD, '''#[derive(Debug)]
pub struct Price(f64);

pub fn best(mut v: Vec<Price>) -> Vec<Price> {
    v.sort();
    v
}
''', ["error[E0277]: the trait bound `Price: Ord` is not satisfied", "--> app/src/lib.rs:5:7"])
rust("cargo-build/lifetime", BUILD, '''pub fn longer(a: &str, b: &str) -> &str {
    if a.len() > b.len() { a } else { b }
}
''', ["error[E0106]: missing lifetime specifier", "--> app/src/lib.rs:1:36"])
rust("cargo-build/warnings-and-error", BUILD, '''pub fn first() -> i64 {
    let unused = 3;
    let mut never = 4;
    undefined_thing(never)
}
''', ["error[E0425]: cannot find function `undefined_thing` in this scope", "--> app/src/lib.rs:4:5"])
rust("cargo-build/exhaustive", BUILD, '''pub enum State { New, Paid, Shipped }

pub fn name(s: State) -> &'static str {
    match s {
        State::New => "new",
        State::Paid => "paid",
    }
}
''', ["error[E0004]: non-exhaustive patterns: `State::Shipped` not covered", "--> app/src/lib.rs:4:11"])
case("cargo-build/no-package", crate, "for n in $(seq 1 130); do echo \"    Checking part-$n v0.$n.0\"; done; cargo build --offline", [
    "no matching package named `shop_money` found", "required by package `app v0.3.1"],
     {"app/Cargo.toml": '[package]\nname = "app"\nversion = "0.3.1"\nedition = "2021"\n[dependencies]\nshop_money = "1"\n'})
