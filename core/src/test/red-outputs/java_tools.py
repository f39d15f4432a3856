"""Maven with javac and surefire, javac alone, and java programs that die."""
from red import case, put

NAMES = ["Basket", "Catalog", "Coupons", "Delivery", "ErrorLog", "Exports", "Imports", "Invoices", "Ledger", "Mailer", "Orders",
         "Payments", "Pricing", "Refunds", "Reports", "Search", "Stock", "Taxes", "Users", "Warnings"]
POM = '''<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId><artifactId>shop</artifactId><version>1.4.0</version>
  <properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
  <dependencies>
    <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>6.1.3</version><scope>test</scope></dependency>
    EXTRA
  </dependencies>
  <build><plugins>
    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
  </plugins></build>
</project>
'''


def project(folder):
    put(folder, "pom.xml", POM.replace("EXTRA", ""))
    for n in NAMES:
        put(folder, f"src/main/java/org/example/{n}.java", f"package org.example;\n\nclass {n} {{\n    int total(int... values) {{\n        return java.util.Arrays.stream(values).sum();\n    }}\n}}\n")
        put(folder, f"src/test/java/org/example/{n}Test.java", f"package org.example;\n\nimport static org.junit.jupiter.api.Assertions.*;\nimport org.junit.jupiter.api.Test;\n\nclass {n}Test {{\n" + "".join(
            f"    @Test void case{k}OfError() {{ System.out.println(\"2026-02-03 10:11:12 INFO  {n} handled error case {k} in 3 ms\"); assertEquals({k + 1}, new {n}().total({k}, 1)); }}\n" for k in range(7)) + "}\n")


MVN = "mvn -o -B test"


def failing(name, body, expect, more=None, command=MVN):
    case(name, project, command, expect, {"src/test/java/org/example/KettleTest.java": "package org.example;\n\nimport static org.junit.jupiter.api.Assertions.*;\nimport org.junit.jupiter.api.Test;\n\nclass KettleTest {\n" + body + "}\n", **(more or {})})


failing("maven/assert-equals", "    @Test void boilsAtHundred() {\n        assertEquals(100, 98, \"wrong point\");\n    }\n", [
    "KettleTest.boilsAtHundred:8", "wrong point ==> expected: <100> but was: <98>", "Tests run: 141, Failures: 1, Errors: 0, Skipped: 0", "BUILD FAILURE"])
failing("maven/exception", "    @Test void fills() {\n        fill(null);\n    }\n    static void fill(String water) {\n        water.length();\n    }\n", [
    "KettleTest.fills", "NullPointerException", 'Cannot invoke "String.length()" because "water" is null', "KettleTest.java:11", "Errors: 1"])
failing("maven/caused-by", "    @Test void readsPrice() {\n        try {\n            Integer.parseInt(\"12,0\");\n        } catch (NumberFormatException e) {\n            throw new IllegalStateException(\"price of kettle K-7 is unreadable\", e);\n        }\n    }\n", [
    "KettleTest.readsPrice", "java.lang.IllegalStateException: price of kettle K-7 is unreadable", 'Caused by: java.lang.NumberFormatException: For input string: "12,0"', "KettleTest.java:9"])
failing("maven/several", "    @Test void a() {\n        assertTrue(false, \"lid is open\");\n    }\n    @Test void b() {\n        fail(\"no power at socket 3\");\n    }\n    @Test void c() {\n        assertThrows(IllegalArgumentException.class, () -> {});\n    }\n", [
    "KettleTest.a:8 lid is open", "KettleTest.b:11 no power at socket 3", "KettleTest.c:14 Expected java.lang.IllegalArgumentException to be thrown, but nothing was thrown.", "Failures: 3"])
failing("maven/iterable", "    @Test void lists() {\n        assertIterableEquals(java.util.List.of(\"tea\", \"mate\"), java.util.List.of(\"tea\", \"coffee\"));\n    }\n", [
    "KettleTest.lists:8", "iterable contents differ at index [1], expected: <mate> but was: <coffee>"])
failing("maven/timeout", "    @Test @org.junit.jupiter.api.Timeout(1) void waits() throws Exception {\n        Thread.sleep(5000);\n    }\n", [
    "KettleTest.waits", "timed out after 1 second"])
failing("maven/static-init", "    static final int N = Integer.parseInt(System.getProperty(\"kettle.watts\", \"lots\"));\n    @Test void x() {\n        assertEquals(3, N);\n    }\n", [
    "KettleTest.java:7", 'For input string: "lots"', "NumberFormatException"])
case("maven/compile-error", project, "for n in $(seq 1 60); do echo \"Downloading from central: https://registry.example/maven2/org/example/part$n/1.$n/part$n-1.$n.jar\"; done; " + MVN, [
    "COMPILATION ERROR", "src/main/java/org/example/Toaster.java:[5,16] cannot find symbol", "symbol:   variable slots", "BUILD FAILURE"],
     {"src/main/java/org/example/Toaster.java": "package org.example;\n\nclass Toaster {\n    int slots() {\n        return slots;\n    }\n}\n"})
case("maven/compile-two-errors", project, "for n in $(seq 1 60); do echo \"[INFO] resolved part$n-1.$n.jar\"; done; " + MVN, [
    "Toaster.java:[5,16] incompatible types: java.lang.String cannot be converted to int", "Oven.java:[4,19] cannot find symbol", "symbol:   method ignite()"],
     {"src/main/java/org/example/Toaster.java": "package org.example;\n\nclass Toaster {\n    int slots() {\n        return \"two\";\n    }\n}\n",
      "src/main/java/org/example/Oven.java": "package org.example;\n\nclass Oven {\n    void heat() { ignite(); }\n}\n"})
case("maven/missing-dependency", project, "for n in $(seq 1 60); do echo \"[INFO] resolved part$n-1.$n.jar\"; done; " + MVN, [
    "Could not resolve dependencies", "org.example.kitchen:spoons:jar:9.9", "BUILD FAILURE"],
     {"pom.xml": POM.replace("EXTRA", "<dependency><groupId>org.example.kitchen</groupId><artifactId>spoons</artifactId><version>9.9</version></dependency>")})
case("maven/bad-pom", project, "for n in $(seq 1 80); do echo \"[INFO] resolved part$n-1.$n.jar\"; done; " + MVN, [
    "Non-parseable POM", "end tag name </plugin> must match start tag name <plugins>"],
     {"pom.xml": POM.replace("EXTRA", "").replace("</plugins></build>", "</plugin></build>").replace("    \n", "")})

JAVAC = "mkdir -p out; for n in $(seq 1 80); do echo \"[parsing started src/part/Part$n.java]\"; done; javac -Xlint:all -Xmaxerrs 50 -d out src/main/java/org/example/*.java"


def javac(name, source, expect):
    case(name, project, JAVAC, expect, {"src/main/java/org/example/Toaster.java": source})


javac("javac/symbols", "package org.example;\n\nclass Toaster {\n    Slot first() {\n        return new Slot(3).warm();\n    }\n}\n", [
    "Toaster.java:4: error: cannot find symbol", "symbol:   class Slot", "location: class Toaster", "2 errors"])
javac("javac/missing-return", "package org.example;\n\nclass Toaster {\n    int heat(int n) {\n        if (n > 3) { return n; }\n    }\n}\n", [
    "Toaster.java:6: error: missing return statement", "1 error"])
javac("javac/syntax", "package org.example;\n\nclass Toaster {\n    int heat(int n) {\n        return n + ;\n    }\n\n    void x( {\n}\n", [
    "Toaster.java:5: error: illegal start of expression", "return n + ;", "Toaster.java:8: error"])
javac("javac/generics", "package org.example;\n\nimport java.util.List;\n\nclass Toaster {\n    List<String> names() {\n        List<Integer> n = List.of(1);\n        return n;\n    }\n}\n", [
    "Toaster.java:8: error: incompatible types: List<Integer> cannot be converted to List<String>"])
javac("javac/warnings", "package org.example;\n\nimport java.util.List;\n\nclass Toaster implements java.io.Serializable {\n    @SuppressWarnings(\"x\")\n    List names() {\n        return (List) new java.util.ArrayList<Thread>(Integer.valueOf(3));\n    }\n    void stop() {\n        new Date(1);\n    }\n}\n", [
    "Toaster.java:7: warning: [rawtypes] found raw type: List", "Toaster.java:11: error: cannot find symbol", "symbol:   class Date"])

MAIN = '''public class Main {
    static void log(String level, int n, String text) {
        System.out.printf("2026-03-04 11:%02d:%02d.123 %-5s [worker-%d] org.example.Main - %s%n", n / 60 % 60, n % 60, level, n % 4, text);
    }
    public static void main(String[] args) throws Exception {
        for (int n = 0; n < 220; n++) log("INFO", n, "shipped order " + (8000 + n) + " without error");
        run();
        for (int n = 0; n < 120; n++) log("INFO", 300 + n, "shipped order " + (9000 + n));
    }
'''


def program(name, body, expect):
    case(name, project, "java Main.java", expect, {"Main.java": MAIN + body + "}\n"})


program("java/null-pointer", "    static void run() {\n        String city = null;\n        city.trim();\n    }\n", [
    'Exception in thread "main" java.lang.NullPointerException: Cannot invoke "String.trim()"', "Main.java:12"])
program("java/logged-trace", '''    static void run() {
        try {
            pay();
        } catch (RuntimeException e) {
            log("ERROR", 250, "payment 5512 failed");
            e.printStackTrace(System.out);
        }
    }
    static void pay() {
        try {
            new java.util.ArrayList<>(java.util.List.of(1)).get(3);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalStateException("bank answered with 1 of 4 parts", e);
        }
    }
''', ["ERROR [worker-2] org.example.Main - payment 5512 failed", "java.lang.IllegalStateException: bank answered with 1 of 4 parts", "Main.pay(Main.java:22)",
      "Caused by: java.lang.IndexOutOfBoundsException: Index 3 out of bounds for length 1"])
program("java/stack-overflow", "    static void run() {\n        walk(1);\n    }\n    static int walk(int n) {\n        return walk(n + 1) + 1;\n    }\n", [
    'Exception in thread "main" java.lang.StackOverflowError', "Main.walk(Main.java:14)"])
program("java/out-of-memory", "    static void run() {\n        byte[][] b = new byte[100][];\n        for (int n = 0; n < 100; n++) b[n] = new byte[Integer.MAX_VALUE];\n    }\n", [
    'java.lang.OutOfMemoryError: Requested array size exceeds VM limit', "Main.java:12"])
program("java/class-cast", "    static void run() {\n        Object o = \"seven\";\n        Integer n = (Integer) o;\n    }\n", [
    "java.lang.ClassCastException: class java.lang.String cannot be cast to class java.lang.Integer", "Main.java:12"])
program("java/suppressed", '''    static void run() throws Exception {
        try (AutoCloseable c = () -> { throw new java.io.IOException("cannot flush ledger 12"); }) {
            throw new IllegalArgumentException("currency XAU is not accepted");
        }
    }
''', ["java.lang.IllegalArgumentException: currency XAU is not accepted", "Suppressed: java.io.IOException: cannot flush ledger 12", "Main.java:12"])
