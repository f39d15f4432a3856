package io.ambit.core.context.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.context.assembly.AssembledContext.LeftOut;
import io.ambit.core.context.assembly.AssembledContext.Piece;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.graph.ItemGraph;
import io.ambit.core.item.Item;
import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssembleLawsTest {
    private static final int MOST = 20_000;

    private static Desk desk(SplittableRandom random) {
        return new Desk(random.nextBoolean() ? new BpeTokenCounter() : new Chars4TokenCounter());
    }

    private static int budget(SplittableRandom random) {
        return random.nextInt(3) == 0
                ? AssembleRequest.MIN_TOKENS
                : AssembleRequest.MIN_TOKENS + random.nextInt(1 + random.nextInt(MOST - AssembleRequest.MIN_TOKENS));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void assemble_anyBacklog_keepsBudgetAndFocusAndLosesNothing(Seed seed) {
        SplittableRandom random = seed.random();
        Desk desk = desk(random);
        List<String> ids = GeneratedBacklog.fill(desk, random);
        for (int trial = 0; trial < 4; trial++) {
            String id = Seed.pick(random, ids);
            int budget = budget(random);
            AssembledContext context = desk.forTask(id, budget);
            assertThat(desk.tokens.count(context.text()))
                    .as("%s, %s at %s", seed, id, budget)
                    .isEqualTo(context.tokens())
                    .isLessThanOrEqualTo(budget);
            assertThat(context.pieces())
                    .as("focus of %s, %s at %s", seed, id, budget)
                    .anyMatch(piece ->
                            piece.id().equals(id) && piece.role().equals("focus") && piece.form() != Form.REFERENCE);
            List<String> named = named(context);
            assertThat(named).as("%s, named twice", seed).doesNotHaveDuplicates();
            assertThat(new HashSet<>(named))
                    .as("%s, what hangs together with %s", seed, id)
                    .containsAll(near(desk, id));
            assertThat(context.text()).contains("> ");
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void assemble_query_keepsBudgetAndShowsEachPieceAsItSays(Seed seed) {
        SplittableRandom random = seed.random();
        Desk desk = desk(random);
        GeneratedBacklog.fill(desk, random);
        int budget = budget(random);
        AssembledContext context = desk.forQuery("why does the retry of a label never reach the queue", budget);
        assertThat(desk.tokens.count(context.text()))
                .as("%s at %s", seed, budget)
                .isLessThanOrEqualTo(budget);
        for (Piece piece : context.pieces()) {
            assertThat(context.text()).as("%s, piece %s", seed, piece.id()).contains(piece.text());
        }
        assertThat(desk.forQuery("why does the retry of a label never reach the queue", budget))
                .as("%s, again", seed)
                .isEqualTo(context);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void assemble_hostileTexts_neverLeaveTheirQuotation(Seed seed) {
        SplittableRandom random = seed.random();
        Desk desk = desk(random);
        List<String> ids = GeneratedBacklog.fill(desk, random);
        AssembledContext context = desk.forTask(Seed.pick(random, ids), 2_000 + random.nextInt(6_000));
        for (String line : context.text().lines().toList()) {
            boolean isFrame = line.isEmpty()
                    || line.startsWith("> ")
                    || line.startsWith("[")
                    || line.startsWith("## ")
                    || line.startsWith("# Context for ")
                    || line.startsWith("Lines that begin ")
                    || line.startsWith("Note: ")
                    || line.startsWith("- ")
                    || line.startsWith("Left out: ");
            assertThat(isFrame).as("%s: %s", seed, line).isTrue();
            assertThat(line.startsWith("## Decision")).as("%s: %s", seed, line).isFalse();
        }
        assertThat(context.text()).doesNotContain("</system>");
    }

    private static List<String> named(AssembledContext context) {
        List<String> ids = new ArrayList<>();
        context.pieces().stream().map(Piece::id).forEach(ids::add);
        context.leftOut().stream().map(LeftOut::id).forEach(ids::add);
        return ids;
    }

    private static Set<String> near(Desk desk, String id) {
        BacklogView view = BacklogView.of(desk.backlog.store.snapshot(), ItemGraph.of(desk.backlog.store.snapshot()));
        Item item = view.find(id).orElseThrow();
        List<Item> near = new ArrayList<>(view.ancestors(item));
        near.addAll(view.descendants(item));
        near.addAll(view.blockers(item));
        near.addAll(view.blocked(item));
        near.addAll(view.named(item));
        view.parent(item).ifPresent(parent -> near.addAll(view.children(parent)));
        Set<String> ids = new HashSet<>();
        near.forEach(one -> ids.add(one.id().value()));
        return ids;
    }
}
