"""go build, go vet, go test, panics, the race detector."""
from red import case, put

PARTS = ["accounts", "baskets", "billing", "catalog", "coupons", "delivery", "events", "exports", "imports", "invoices",
         "ledger", "mail", "metrics", "orders", "payments", "pricing", "refunds", "reports", "search", "stock", "taxes", "users"]


def module(folder):
    put(folder, "go.mod", "module example.org/shop\n\ngo 1.22\n")
    for p in PARTS:
        put(folder, f"{p}/{p}.go", f"// Package {p} has the rules of {p}.\npackage {p}\n\n// Total adds up.\nfunc Total(values []int) int {{\n\tsum := 0\n\tfor _, v := range values {{\n\t\tsum += v\n\t}}\n\treturn sum\n}}\n")
        put(folder, f"{p}/{p}_test.go", f'package {p}\n\nimport "testing"\n\n' + "".join(
            f"func TestErrorPath{n}(t *testing.T) {{\n\tif Total([]int{{{n}, 1}}) != {n + 1} {{\n\t\tt.Fatal(\"wrong\")\n\t}}\n}}\n\n" for n in range(8)))


TEST = "go test -v ./..."
case("go-test/error", module, TEST, [
    "--- FAIL: TestShipping", "rates_test.go:7: rate of 3 kg to FI = 12, want 14", "FAIL\texample.org/shop/rates"],
     {"rates/rates_test.go": 'package rates\n\nimport "testing"\n\nfunc TestShipping(t *testing.T) {\n\tif got := 12; got != 14 {\n\t\tt.Errorf("rate of 3 kg to FI = %d, want 14", got)\n\t}\n}\n'})
case("go-test/subtests", module, TEST, [
    "--- FAIL: TestVat/FI", "vat_test.go:10: vat(FI) = 24, want 25", "FAIL\texample.org/shop/vat"],
     {"vat/vat_test.go": 'package vat\n\nimport "testing"\n\nvar rates = map[string]int{"DE": 19, "FI": 24, "IT": 22}\n\nfunc TestVat(t *testing.T) {\n\tfor c, want := range map[string]int{"DE": 19, "FI": 25, "IT": 22} {\n\t\tt.Run(c, func(t *testing.T) {\n\t\t\tif rates[c] != want { t.Fatalf("vat(%s) = %d, want %d", c, rates[c], want) }\n\t\t})\n\t}\n}\n'})
case("go-test/panic", module, TEST, [
    "panic: runtime error: index out of range [3] with length 3", "--- FAIL: TestPick", "picker/picker.go:5", "FAIL\texample.org/shop/picker"],
     {"picker/picker.go": "package picker\n\n// Pick takes one.\nfunc Pick(v []int, n int) int {\n\treturn v[n]\n}\n",
      "picker/picker_test.go": 'package picker\n\nimport "testing"\n\nfunc TestPick(t *testing.T) {\n\tPick([]int{1, 2, 3}, 3)\n}\n'})
case("go-test/nil-map", module, TEST, [
    "panic: assignment to entry in nil map", "cache/cache.go:8", "TestPut"],
     {"cache/cache.go": "package cache\n\n// Cache keeps.\ntype Cache struct{ m map[string]int }\n\n// Put keeps one.\nfunc (c *Cache) Put(k string, v int) {\n\tc.m[k] = v\n}\n",
      "cache/cache_test.go": 'package cache\n\nimport "testing"\n\nfunc TestPut(t *testing.T) {\n\tnew(Cache).Put("a", 1)\n}\n'})
case("go-test/build-failed", module, TEST, [
    "labels/labels_test.go:6:10: undefined: Label", "FAIL\texample.org/shop/labels [build failed]"],
     {"labels/labels_test.go": 'package labels\n\nimport "testing"\n\nfunc TestLabel(t *testing.T) {\n\tif g := Label("a"); g != "A" {\n\t\tt.Fatal(g)\n\t}\n}\n'})
case("go-test/timeout", module, "go test -v -timeout 1s ./...", [
    "panic: test timed out after 1s", "TestWaits (1s)", "waits_test.go:9", "FAIL\texample.org/shop/waits"],
     {"waits/waits_test.go": 'package waits\n\nimport (\n\t"testing"\n\t"time"\n)\n\nfunc TestWaits(t *testing.T) {\n\ttime.Sleep(time.Hour)\n}\n'})
case("go-test/diff", module, TEST, [
    "--- FAIL: TestReceipt", "receipt_test.go:8: receipt mismatch (-want +got):", "-Total: 43.00", "+Total: 34.00"],
     {"receipt/receipt_test.go": 'package receipt\n\nimport "testing"\n\nfunc TestReceipt(t *testing.T) {\n\tgot, want := "Total: 34.00", "Total: 43.00"\n\tif got != want {\n\t\tt.Errorf("receipt mismatch (-want +got):\\n-%s\\n+%s", want, got)\n\t}\n}\n'})
case("go-test/many-logs", module, TEST, [
    "--- FAIL: TestReplay", "replay_test.go:9: event 311: balance -5 is negative"],
     {"replay/replay_test.go": 'package replay\n\nimport "testing"\n\nfunc TestReplay(t *testing.T) {\n\tfor n := 0; n < 500; n++ {\n\t\tt.Logf("event %d: applied", n)\n\t\tif n == 311 {\n\t\t\tt.Errorf("event %d: balance -5 is negative", n)\n\t\t}\n\t}\n}\n'})

BUILD = "for p in */; do echo \"vet example.org/shop/${p%/}: clean, 0 findings\"; done; for n in $(seq 1 60); do echo \"go: downloading example.org/lib/part$n v1.$n.0\"; done; go build ./..."
case("go-build/types", module, BUILD, [
    "fees/fees.go:5:9: cannot use \"3\" (untyped string constant) as int value in return statement", "# example.org/shop/fees"],
     {"fees/fees.go": 'package fees\n\n// Fee is.\nfunc Fee() int {\n\treturn "3"\n}\n'})
case("go-build/unused", module, BUILD, [
    "tips/tips.go:3:8: \"os\" imported and not used", "tips/tips.go:7:2: declared and not used: tip"],
     {"tips/tips.go": 'package tips\n\nimport "os"\n\n// Tip is.\nfunc Tip() {\n\ttip := 3\n}\n'})
case("go-build/missing-method", module, BUILD, [
    "banks/banks.go:12:18: cannot use Cash{} (value of struct type Cash) as Payer value in variable declaration",
    "missing method Pay"],
     {"banks/banks.go": 'package banks\n\n// Payer pays.\ntype Payer interface {\n\tPay(cents int) error\n}\n\n// Cash is.\ntype Cash struct{}\n\n// Def0 is.\nvar Def0 Payer = Cash{}\n'})
case("go-build/import-cycle", module, BUILD, [
    "import cycle not allowed", "example.org/shop/aa"],
     {"aa/a.go": 'package aa\n\nimport _ "example.org/shop/bb"\n', "bb/b.go": 'package bb\n\nimport _ "example.org/shop/aa"\n'})
case("go-build/syntax", module, BUILD, [
    "gift/gift.go:5:2: syntax error: non-declaration statement outside function body", "# example.org/shop/gift"],
     {"gift/gift.go": 'package gift\n\n// Gift is.\nfunc Gift() int\n\treturn 3\n}\n'})
case("go-vet/printf", module, "for n in $(seq 1 90); do echo \"checking example.org/shop/part$n: ok\"; done; go vet ./...", [
    "notes/notes.go:7:14: fmt.Printf format %d has arg name of wrong type string"],
     {"notes/notes.go": 'package notes\n\nimport "fmt"\n\n// Note prints.\nfunc Note(name string) {\n\tfmt.Printf("%d\\n", name)\n}\n'})

RUN = '''package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"sync"
)

var _ = errors.New
var _ = os.Exit
var _ sync.Mutex

func main() {
	for n := 0; n < 160; n++ {
		log.Printf("level=info msg=\\"order shipped\\" id=%d retries=0 err=<nil>", 9000+n)
	}
	fmt.Println("ready")
'''
case("go-run/nil-pointer", module, "go run .", [
    "panic: runtime error: invalid memory address or nil pointer dereference", "[signal SIGSEGV: segmentation violation",
    "main.go:26", "exit status 2"],
     {"main.go": RUN + "\trun(nil)\n}\n\ntype basket struct{ items []int }\n\nfunc run(b *basket) {\n\tfmt.Println(len(b.items))\n}\n"})
case("go-run/wrapped-error", module, "go run .", [
    "level=error msg=\"settlement failed\" id=7741 err=\"bank: dial tcp 10.0.0.7:443: connect: connection refused\"", "exit status 4"],
     {"main.go": RUN + "\tlog.Printf(\"level=error msg=\\\"settlement failed\\\" id=7741 err=%q\", errors.New(\"bank: dial tcp 10.0.0.7:443: connect: connection refused\"))\n\tfor n := 0; n < 90; n++ {\n\t\tlog.Printf(\"level=info msg=\\\"order shipped\\\" id=%d retries=0\", 9500+n)\n\t}\n\tos.Exit(4)\n}\n"})
case("go-run/deadlock", module, "go run .", [
    "fatal error: all goroutines are asleep - deadlock!", "main.go:21", "goroutine 1 [chan send]:"],
     {"main.go": RUN + "\tc := make(chan int)\n\tc <- 1\n}\n"})
