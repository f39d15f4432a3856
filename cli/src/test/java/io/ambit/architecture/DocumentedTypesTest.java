package io.ambit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture and the text of docs/architecture.md name types that exist. */
class DocumentedTypesTest {
    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\\n(.*?)```", Pattern.DOTALL);

    /** Two humps or more: in the picture that is a type, never a word of a sentence. */
    private static final Pattern TYPE_IN_DIAGRAM = Pattern.compile("\\b(?:[A-Z][a-z0-9]+){2,}\\b");

    private static final Pattern TYPE_IN_TEXT = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9.]*)[^`\\n]*`");

    @Test
    void architecture_typesItNames_exist() {
        String document = Project.read("docs/architecture.md");
        Set<String> named = new TreeSet<>();
        DIAGRAM.matcher(document)
                .results()
                .map(MatchResult::group)
                .forEach(diagram -> TYPE_IN_DIAGRAM
                        .matcher(diagram)
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add));
        assertThat(named).as("types in the diagram").isNotEmpty();
        TYPE_IN_TEXT.matcher(document).results().map(found -> found.group(1)).forEach(named::add);

        named.removeAll(existing());
        assertThat(named)
                .as("types that docs/architecture.md names and the code lacks")
                .isEmpty();
    }

    /** Both {@code Inner} and {@code Outer.Inner} name a nested type. */
    private static Set<String> existing() {
        Set<String> names =
                Project.CLASSES.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        Project.CLASSES.stream()
                .map(type -> type.getName()
                        .substring(type.getPackageName().length() + 1)
                        .replace('$', '.'))
                .forEach(names::add);
        return names;
    }
}
