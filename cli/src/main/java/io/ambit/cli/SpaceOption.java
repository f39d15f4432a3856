package io.ambit.cli;

import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --space}: one space, or all of them. */
final class SpaceOption {
    @Option(names = "--space", paramLabel = "SPACE", description = "Look in this space only.")
    private @Nullable Space space;

    List<Space> in(Ledger ledger) {
        return space == null ? ledger.spaces() : List.of(space);
    }
}
