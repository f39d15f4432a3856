"""Compilers and build tools: C, Make, Go, Rust, Java, Maven offline."""

import shutil


def make(maker):
    here = maker.folder

    def source(name, text):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)

    run = maker.run
    if maker.needs("gcc"):
        def c(label, body, form="plain"):
            source("x.c", body)
            run(label, "gcc -Werror=implicit-function-declaration x.c -o x", form=form)
        c("name", "int main() { return frob(); }")
        c("name", "int main() { return nothing; }", "status")
        c("wrong value", "int main() { return 1 }")
        c("not found", '#include <no_such.h>\nint main() { return 1; }')
        c("wrong type", 'struct a { int b; }; int main() { struct a x; int y = x; return y; }')
        c("arguments missing", "int f(int a, int b) { return a; } int main() { return f(1); }")
        run("not found", "gcc nowhere.c")
        run("name", "gcc --frobnicate x.c")
        run("arguments missing", "gcc")
    if maker.needs("make"):
        source("m/Makefile", "a:\n\tfrobnicate x\nb:\nc: d\n\techo x\nbad: ; exit 4\n")
        mk = lambda label, target, form="plain": run(label, f"make -C m {target}", form=form)
        mk("name", "a", "status")
        mk("name", "frob")
        mk("name", "--frob")
    if maker.needs("go"):
        env = {"GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOCACHE": str(here / "gocache"), "GOTOOLCHAIN": "local", "GOPATH": str(here / "gopath")}
        source("g/go.mod", "module x\n\ngo 1.20\n")
        def go(label, body, form="plain"):
            source("g/main.go", body)
            run(label, "go vet .", form=form, cwd=here / "g", env=env, timeout=180)
        go("name", "package main\nfunc main() { frob() }\n")
        go("wrong type", 'package main\nfunc main() { var a int = "x"; _ = a }\n', "status")
        go("wrong value", "package main\nfunc main() { \n")
        go("arguments missing", "package main\nfunc f(a, b int) {}\nfunc main() { f(1) }\n")
        go("transport", 'package main\nimport _ "example.invalid/frob"\nfunc main() {}\n')  # the proxy is switched off
        run("name", "go frobnicate", env=env)
        run("not found", "go run nowhere.go", env=env)
        run("name", "go build --frob", env=env)
        run("not found", "go build ./...", cwd=here, env=env, form="status", note="no module")
    if maker.needs("cargo", "rustc"):
        import os
        env = {"RUSTUP_HOME": os.environ.get("RUSTUP_HOME", os.path.expanduser("~/.rustup")), "CARGO_HOME": str(here / "cargo"), "CARGO_NET_OFFLINE": "true"}
        def rust(label, body, form="plain"):
            source("x.rs", body)
            run(label, "rustc --emit=metadata x.rs", form=form, env=env)
        rust("name", "fn main() { frob(); }")
        rust("wrong type", 'fn main() { let a: u32 = "x"; }')
        rust("wrong value", "fn main() { let a = ; }", "status")
        rust("not found", "use nowhere::x; fn main() {}")
        rust("arguments missing", "fn f(a: u32, b: u32) {} fn main() { f(1); }")
        run("name", "cargo frobnicate", env=env)
        run("not found", "cargo build", env=env, form="status", note="no Cargo.toml")
        source("r/Cargo.toml", '[package]\nname = "r"\nversion = "0.1.0"\nedition = "2021"\n')
        source("r/src/main.rs", "fn main() {}\n")
        run("name", "cargo build --frob", cwd=here / "r", env=env)
        run("not found", "cargo run --bin nope", cwd=here / "r", env=env)
        run("not found", "cargo test -p nope", cwd=here / "r", env=env)
        source("bad/Cargo.toml", "[package\nname = 3\n")
        run("wrong value", "cargo check", cwd=here / "bad", env=env, form="status")
        run("not found", "rustc nowhere.rs", env=env)
        run("conflict", "cargo new r", env=env)
        run("wrong value", "cargo new 'a b'", env=env)
    java = shutil.which("javac")
    if java:
        def jc(label, body, form="plain"):
            source("A.java", body)
            run(label, "javac A.java", form=form)
        jc("name", "class A { void f() { frob(); } }")
        jc("wrong type", 'class A { int a = "x"; }')
        jc("wrong value", "class A { void f() { return }")
        jc("not found", "import no.such.Thing; class A {}", "status")
        jc("wrong type", "class A { void g(int a) {} void f() { g(\"x\"); } }")
        run("not found", "javac Nowhere.java")
        run("name", "javac --frob A.java")
        def j(label, body, form="plain"):
            source("B.java", "public class B { public static void main(String[] a) throws Exception { " + body + " } }")
            run(label, "java B.java", form=form, timeout=120)
        j("not found", 'new java.io.FileReader("gone.txt");')
        j("not found", 'java.nio.file.Files.readString(java.nio.file.Path.of("gone.txt"));', "status")
        j("conflict", 'java.nio.file.Files.createDirectory(java.nio.file.Path.of("/tmp"));')
        j("wrong type", 'Integer.parseInt("abc");')
        j("wrong type", 'Object o = "x"; Integer i = (Integer) o;')
        j("wrong value", 'int[] b = {1}; System.out.println(b[7]);')
        j("wrong value", 'java.time.LocalDate.parse("x");')
        j("tool's own fault", "String s = null; s.length();")
        j("tool's own fault", "main(a);")
        j("transport", 'new java.net.Socket("127.0.0.1", 1);')
        j("transport", 'new java.net.Socket("no-such-host.invalid", 80);', "status")
        j("not found", 'Class.forName("no.such.Thing");')
    else:
        maker.missing.append("compilers: no javac")
    if maker.needs("mvn"):
        source("mv/pom.xml", "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version></project>")
        source("mv/bad.xml", "<project><modelVersion>4.0.0</project>")
        local = f"-Dmaven.repo.local={here / 'm2'}"
        run("name", f"mvn -o -B {local} frobnicate", cwd=here / "mv", form="status", timeout=120)
        run("not found", f"mvn -o -B {local} validate", form="status", timeout=120, note="no pom")
        run("wrong value", f"mvn -o -B {local} -f bad.xml validate", cwd=here / "mv", timeout=120)
        run("transport", f"mvn -o -B {local} compile", cwd=here / "mv", form="status", timeout=120, note="cut off from the repository")
