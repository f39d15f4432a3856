package io.ambit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import io.ambit.core.context.ContextPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may use whom: the modules, the packages of core, and what a module may touch of the world outside. */
class ArchitectureTest {
    private static final Map<String, List<String>> MODULE_MAY_USE = Map.ofEntries(
            Map.entry("core", List.of()),
            Map.entry("testkit", List.of("core")),
            Map.entry("store", List.of("core")),
            Map.entry("models", List.of("core")),
            Map.entry("wire", List.of("core")),
            Map.entry("gateway", List.of("core", "wire")),
            Map.entry("mcp", List.of("core")),
            Map.entry("server", List.of("core", "wire", "gateway", "mcp")),
            Map.entry("langchain4j", List.of("core")),
            Map.entry("bench", List.of("core", "store", "models", "wire", "gateway", "mcp", "server")),
            Map.entry("cli", List.of("core", "store", "models", "wire", "gateway", "mcp", "server", "bench")));

    /** A package of core may use those before it. Errors come first: every package may raise them. */
    private static final List<String> CORE_PACKAGES = List.of(
            "error",
            "text",
            "message",
            "session",
            "vector",
            "record",
            "item",
            "tool",
            "event",
            "spi",
            "economics",
            "graph",
            "retrieval",
            "memory",
            "backlog",
            "compress",
            "context",
            "tooluse",
            "routing",
            "refine",
            "learning");

    private static final String[] SQL = {
        "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..", "org.postgresql.."
    };

    private static final String[] HTTP = {
        "java.net.http..", "com.sun.net.httpserver..", "jakarta.servlet..", "org.eclipse.jetty..", "io.javalin.."
    };

    @Test
    void scan_everySourceFile_isAmongTheClasses() {
        Set<String> missing = new TreeSet<>(Project.sourceTypes());
        assertThat(missing).as("source files found").hasSizeGreaterThan(30);
        Project.CLASSES.forEach(type -> missing.remove(type.getName()));
        assertThat(missing).as("sources whose classes were not scanned").isEmpty();
    }

    @Test
    void modules_useOnlyThoseBelow() {
        assertThat(MODULE_MAY_USE).containsOnlyKeys(Project.MODULES);
        MODULE_MAY_USE.forEach((module, used) -> {
            List<String> forbidden = new ArrayList<>(Project.MODULES);
            forbidden.remove(module);
            forbidden.removeAll(used);
            check(noClasses().that(areIn(module)).should().dependOnClassesThat(areInAny(forbidden)));
        });
    }

    @Test
    void core_packages_importOnlyUpwards() {
        for (int i = 0; i < CORE_PACKAGES.size(); i++) {
            List<String> below = CORE_PACKAGES.subList(i + 1, CORE_PACKAGES.size());
            check(noClasses()
                    .that(areIn("core." + CORE_PACKAGES.get(i)))
                    .should()
                    .dependOnClassesThat(
                            areInAny(below.stream().map("core."::concat).toList())));
        }
    }

    @Test
    void core_packages_areKnown() {
        String[] known = CORE_PACKAGES.stream()
                .map(name -> "io.ambit.core." + name + "..")
                .toArray(String[]::new);
        check(classes()
                .that(areIn("core"))
                .and()
                .doNotHaveSimpleName("Ambit")
                .should()
                .resideInAnyPackage(known));
    }

    @Test
    void packages_haveNoCycles() {
        check(slices().matching("io.ambit.(**)").should().beFreeOfCycles());
    }

    @Test
    void core_usesOnlyComputation() {
        check(classes()
                .that(areIn("core"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.ambit.core..",
                        "java.lang..",
                        "java.util..",
                        "java.math",
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "java.text",
                        "java.time..",
                        "com.knuddels.jtokkit..",
                        "org.jspecify.annotations")));
        check(noClasses()
                .that(areIn("core"))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("time is handed in"));
    }

    @Test
    void sql_onlyInStoreAndBench() {
        check(noClasses()
                .that(areInAny(
                        List.of("core", "testkit", "models", "wire", "gateway", "mcp", "server", "langchain4j", "cli")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(SQL)));
    }

    @Test
    void http_neitherInStoreNorInWire() {
        check(noClasses()
                .that(areInAny(List.of("core", "store", "wire", "langchain4j")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(HTTP)));
    }

    @Test
    void javalin_onlyInServer() {
        check(noClasses()
                .that(areInAny(List.of("core", "testkit", "store", "models", "wire", "gateway", "mcp", "langchain4j")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.javalin..")));
    }

    @Test
    void wire_knowsNoPolicy() {
        check(noClasses().that(areIn("wire")).should().dependOnClassesThat(assignableTo(ContextPolicy.class)));
    }

    @Test
    void process_belongsToCliAndBench() {
        DescribedPredicate<JavaClass> others =
                areInAny(List.of("core", "store", "models", "wire", "gateway", "mcp", "server", "langchain4j"));
        check(noClasses().that(others).should().accessField(System.class, "out"));
        check(noClasses().that(others).should().accessField(System.class, "err"));
        check(noClasses().that(others).should().callMethod(System.class, "getenv"));
        check(noClasses().that(others).should().callMethod(System.class, "getenv", String.class));
        check(noClasses().that(others).should().callMethod(System.class, "exit", int.class));
    }

    @Test
    void packages_areNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaPackage found : Project.CLASSES.getPackage("io.ambit").getSubpackagesInTree()) {
            if (!found.getClasses().isEmpty() && !found.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(found.getName());
            }
        }
        assertThat(unmarked)
                .as("packages without @NullMarked in package-info.java")
                .isEmpty();
    }

    @Test
    void names_sayWhatTheTypeIs() {
        check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)"));
    }

    private static DescribedPredicate<JavaClass> areIn(String name) {
        return resideInAPackage("io.ambit." + name + "..").as("are in %s", name);
    }

    private static DescribedPredicate<JavaClass> areInAny(List<String> names) {
        String[] packages =
                names.stream().map(name -> "io.ambit." + name + "..").toArray(String[]::new);
        return resideInAnyPackage(packages).as("are in any of %s", names);
    }

    /** A rule about packages that are not there yet holds: {@link #scan_everySourceFile_isAmongTheClasses} guards. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Project.CLASSES);
    }
}
