package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tooluse.check.Certainty;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.Fault;
import io.ambit.core.tooluse.check.Finding;
import io.ambit.core.tooluse.history.CallHistory;
import io.ambit.core.tooluse.pattern.PatternBook;
import io.ambit.core.tooluse.pattern.PatternCheck;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What patterns say of calls that are about to be made. */
class PatternCheckTest {
    private static final Space SPACE = new Space("shop");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Invocation CALL = new Invocation("get_item", Map.<String, Object>of("na/me", "A-7"));

    @TempDir
    Path folder;

    private SqliteStores stores;

    @BeforeEach
    void open() {
        stores = SqliteStores.open(folder);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private PatternCheck check(PatternState state) {
        stores.patterns()
                .keep(
                        SPACE,
                        List.of(new ToolPattern(
                                "tp-1",
                                "get_item",
                                FailureClass.UNKNOWN_NAME,
                                "unknown parameter",
                                Advice.CHANGE,
                                new Recipe(Recipe.Kind.RENAME, "na/me", "id", "", null),
                                "The argument is called id.",
                                new ToolPattern.Evidence(3, 0, List.of("s1")),
                                state,
                                ToolPattern.LEARNED,
                                NOW)));
        return new PatternCheck(new PatternBook(SPACE, stores.patterns(), new CallHistory(SPACE, stores.ledger())));
    }

    private static Checked nothing(Invocation call) {
        return new Checked(call, List.of(), Optional.empty(), Certainty.LIKELY, List.of());
    }

    @Test
    void checked_approvedPattern_proposesTheCallThatWorkedAsLikely() {
        Checked checked = check(PatternState.APPROVED).checked(nothing(CALL), PatternCheckTest::nothing);

        assertThat(checked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.FAILED_BEFORE);
            assertThat(finding.path()).isEqualTo("/na~1me");
            assertThat(finding.reason()).contains("tp-1");
        });
        assertThat(checked.isValid()).isTrue();
        assertThat(checked.proposed()).contains(new Invocation("get_item", Map.<String, Object>of("id", "A-7")));
        assertThat(checked.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(checked.certain()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPOSED", "REJECTED"})
    void checked_patternThatNobodyApproved_saysNothing(PatternState state) {
        assertThat(check(state).checked(nothing(CALL), PatternCheckTest::nothing))
                .isEqualTo(nothing(CALL));
    }

    @Test
    void checked_otherToolOrCallWithoutTheArgument_isLeftAlone() {
        PatternCheck check = check(PatternState.APPROVED);
        Checked otherTool = nothing(new Invocation("get_note", CALL.arguments()));
        Checked otherArgument = nothing(new Invocation("get_item", Map.<String, Object>of("id", "A-7")));

        assertThat(check.checked(otherTool, PatternCheckTest::nothing)).isEqualTo(otherTool);
        assertThat(check.checked(otherArgument, PatternCheckTest::nothing)).isEqualTo(otherArgument);
    }

    @Test
    void checked_patternAgainstTheSchema_saysNothing() {
        Checked checked = check(PatternState.APPROVED)
                .checked(
                        nothing(CALL),
                        call -> new Checked(
                                call,
                                List.of(new Finding(
                                        Fault.UNEXPECTED_PARAMETER, "/id", "no such parameter", Optional.empty())),
                                Optional.empty(),
                                Certainty.LIKELY,
                                List.of()));

        assertThat(checked).isEqualTo(nothing(CALL));
    }
}
