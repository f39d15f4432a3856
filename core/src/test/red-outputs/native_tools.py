"""gcc, g++, ld, make, ninja, cmake, and programs that die of signals."""
from red import case, put

UNITS = ["account", "archive", "buffer", "cache", "channel", "codec", "config", "cursor", "digest", "driver", "error_log",
         "events", "filter", "format", "graph", "handler", "index", "journal", "kernel", "layout", "matrix", "memory",
         "network", "parser", "pool", "queue", "reader", "render", "router", "scanner", "rules", "sampler", "segment", "session", "shaper", "signer", "slots", "socket", "sorter", "stream", "table", "thread", "timer", "token", "trace", "vector", "worker", "writer"]


def project(folder):
    put(folder, "src/main.c", "#include <stdio.h>\nint main(void) { puts(\"up\"); return 0; }\n")
    for u in UNITS:
        put(folder, f"src/{u}.c", f"int {u}_size(int n) {{ return n + 1; }}\nint {u}_error(int n) {{ return -n; }}\n")
    put(folder, "Makefile", "CFLAGS=-O1 -g -Wall -Wextra -Iinclude -DVERSION=\\\"3.1.4\\\" -fstack-protector -fno-common\n"
        "OBJ=$(patsubst src/%.c,build/%.o,$(sort $(wildcard src/*.c)))\n\n"
        "app: $(OBJ)\n\t$(CC) -o $@ $^ $(LDLIBS)\n\n"
        "build/%.o: src/%.c\n\t@mkdir -p build\n\t$(CC) $(CFLAGS) -c -o $@ $<\n\n"
        "check: app\n\t@for u in $(OBJ); do echo \"checking $$u ... ok\"; done\n\t@./app\n")
    put(folder, "CMakeLists.txt", "cmake_minimum_required(VERSION 3.10)\nproject(shop C CXX)\nfile(GLOB SRC src/*.c src/*.cpp)\n"
        "add_executable(app ${SRC})\n")


MAKE = "make -k app"
case("gcc/undeclared", project, "make app", [
    "src/tariff.c:4:12: error: ‘totl’ undeclared", "return totl;", "make: *** [Makefile:9: build/tariff.o] Error 1"],
     {"src/tariff.c": "int total;\n\nint tariff_total(void) {\n    return totl;\n}\n"})
case("gcc/implicit-and-type", project, "make -k app", [
    "src/ship.c:4:5: error: expected ‘,’ or ‘;’ before ‘return’", "src/weigh.c:2:5: error: conflicting types for ‘weigh’",
    "note: previous declaration of ‘weigh’", "build/ship.o] Error 1", "build/weigh.o] Error 1"],
     {"src/ship.c": "int ship(int n) {\n    n = n * 2;\n    int m = n + 1\n    return m;\n}\n",
      "src/weigh.c": "long weigh(long);\nint weigh(int n) { return n; }\n"})
case("gcc/warnings", project, "make app", [
    "src/parcel.c:4:12: warning: ‘sum’ may be used uninitialized", "src/parcel.c:7:9: warning: unused variable ‘left’"],
     {"src/parcel.c": "int parcel(int n) {\n    int sum;\n    if (n > 3) sum = n;\n    return sum;\n}\nint rest(int n) {\n    int left = n;\n    return n;\n}\n"}) 
case("gcc/missing-header", project, "make -k app", [
    "src/tls.c:1:10: fatal error: openssl_shop/tls.h: No such file or directory", "compilation terminated.",
    "build/tls.o] Error 1"], {"src/tls.c": "#include <openssl_shop/tls.h>\nint tls(void) { return 1; }\n"})
case("gcc/werror", project, "make CFLAGS='-O1 -Wall -Wextra -Werror -Iinclude -fstack-protector -fno-common' app", [
    "src/sign.c:3:15: error: comparison of integer expressions of different signedness", "[-Werror=sign-compare]",
    "cc1: all warnings being treated as errors"],
     {"src/sign.c": "int sign(unsigned a, int b) {\n    int n = 0;\n    while  (a < b && n < 3) { a++; n++; }\n    return n;\n}\n"})
case("ld/undefined-reference", project, "make app", [
    "in function `settle':", "src/settle.c:4: undefined reference to `bank_transfer'", "collect2: error: ld returned 1 exit status",
    "make: *** [Makefile:5: app] Error 1"],
     {"src/settle.c": "int bank_transfer(int cents);\n\nint settle(int cents) {\n    return bank_transfer(cents);\n}\n"})
case("ld/multiple-definition", project, "make app", [
    "multiple definition of `pool_size'", "src/pool.c:1: first defined here", "collect2: error: ld returned 1 exit status"],
     {"src/swim.c": "int pool_size(int n) { return n; }\n"})
case("ld/missing-library", project, "make LDLIBS=-lshopcrypto app", [
    "cannot find -lshopcrypto", "collect2: error: ld returned 1 exit status"])
case("make/segfault", project, "make check", [
    "make: *** [Makefile:13: check] Segmentation fault"],
     {"src/main.c": "#include <stdio.h>\nint main(void) { int *p = 0; puts(\"up\"); fflush(stdout); return *p; }\n"})
case("make/no-rule", project, "make app release-notes", [
    "make: *** No rule to make target 'release-notes'.  Stop."])
case("make/script-fails", project, "printf 'gen:\\n\\t@for u in src/*.c; do echo \"generate $$u\"; done\\n\\t@echo writing; ./tools/gen.sh --all\\n' > gen.mk; make app >/dev/null; for i in 1 2 3 4; do make -f gen.mk gen; done", [
    "./tools/gen.sh: not found", "make: *** [gen.mk:3: gen] Error 127"])
case("gxx/template", project, "cmake -S . -B out >/dev/null; cmake --build out", [
    "error: no match for ‘operator<’ (operand types are ‘Order’ and ‘Order’)",
    "required from here", "src/rank.cpp:7:", "gmake: *** [Makefile:"],
     {"src/rank.cpp": "#include <algorithm>\n#include <vector>\nstruct Order { int id; };\n\nextern \"C\" int rank_orders() {\n    std::vector<Order> v(3);\n    std::sort(v.begin(), v.end());\n    return v[0].id;\n}\n"})
case("gxx/assert-abort", project, "cmake -S . -B out >/dev/null; cmake --build out && ./out/app", [
    "Assertion `cents >= 0' failed.", "src/money.cpp:2: void money(int)".replace("src/", ""), "Aborted"],
     {"src/money.cpp": "#include <cassert>\nextern \"C\" void money(int cents) { assert(cents >= 0); }\n",
      "src/main.c": "void money(int);\nint main(void) { money(-3); return 0; }\n"})
case("cmake/missing-package", project, "for n in $(seq 1 80); do echo \"-- Looking for function_$n - found\"; done; cmake -S . -B out", [
    "CMake Error at CMakeLists.txt:5 (find_package):", "FindShopKit.cmake", "-- Configuring incomplete, errors occurred!"],
     {"CMakeLists.txt": "cmake_minimum_required(VERSION 3.10)\nproject(shop C CXX)\nfile(GLOB SRC src/*.c)\nadd_executable(app ${SRC})\nfind_package(ShopKit 2.1 REQUIRED)\n"})
case("cmake/unknown-command", project, "for n in $(seq 1 80); do echo \"-- Looking for function_$n - found\"; done; cmake -S . -B out", [
    "CMake Error at CMakeLists.txt:3 (add_libary):", 'Unknown CMake command "add_libary".'],
     {"CMakeLists.txt": "cmake_minimum_required(VERSION 3.10)\nproject(shop C CXX)\nadd_libary(shop src/main.c)\n"})
case("ninja/subcommand", project, "cmake -G Ninja -S . -B out >/dev/null; ninja -C out -v", [
    "FAILED: CMakeFiles/app.dir/src/vat.c.o", "src/vat.c:2:12: error: invalid operands to binary +", "ninja: build stopped: subcommand failed."],
     {"src/vat.c": "struct rate { int n; }; int vat(struct rate r) {\n  return r + 1; }\n"})
case("gcc/address-sanitizer", project, "make CFLAGS='-g -fsanitize=address -Iinclude -DVERSION=1' LDLIBS=-fsanitize=address app && ./app", [
    "ERROR: AddressSanitizer: heap-buffer-overflow", "in main ", "src/main.c:4", "12-byte region"],
     {"src/main.c": "#include <stdlib.h>\nint main(void) {\n  int *p = malloc(12);\n  p[3] = 7;\n  return p[0];\n}\n"})
