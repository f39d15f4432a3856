package io.ambit.gateway.tools;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.core.tooluse.check.Certainty;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.Correction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a call the one that its check is certain of, where that is a matter of spelling: a name, a value of another
 * type, an enum's value. What leaves a value out, or makes one up, is for the caller to judge.
 */
public final class CheckedCorrector implements CallCorrector {
    private static final Set<Kind> SPELLING = Set.of(Kind.RENAME_TOOL, Kind.RENAME_PARAMETER, Kind.COERCE, Kind.ENUM);

    private final CallCheck check;

    public CheckedCorrector(CallCheck check) {
        this.check = check;
    }

    @Override
    public Optional<Corrected> correct(List<ToolDefinition> tools, String tool, String arguments) {
        return Invocation.parse(tool, arguments)
                .map(call -> check.check(call, tools))
                .filter(checked ->
                        !checked.isValid() && checked.corrections().stream().allMatch(CheckedCorrector::isMade))
                .flatMap(checked -> checked.certain().map(meant -> corrected(checked, meant)));
    }

    private static boolean isMade(io.ambit.core.tooluse.check.Correction correction) {
        return correction.certainty() == Certainty.CERTAIN && SPELLING.contains(correction.kind());
    }

    private static Corrected corrected(Checked checked, Invocation meant) {
        return new Corrected(
                meant,
                checked.corrections().stream()
                        .map(each -> new Correction(meant.tool(), each.path(), text(each.from()), text(each.to())))
                        .toList());
    }

    private static String text(@Nullable Object value) {
        return value instanceof String name ? name : JsonTree.write(value);
    }
}
