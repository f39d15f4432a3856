package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import io.ambit.core.spi.MemoryStore.Stored;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When facts hold, and when they were known to. */
public abstract class FactContract extends MemoryContract {

    private RecordId addFact(Fact fact, Instant now) {
        return store.add(List.of(draft(SPACE, fact)), now).getFirst().record().id();
    }

    private static Fact lives(String object, @Nullable Instant from) {
        return Facts.of("Ann", "lives in", object, from);
    }

    private Fact fact(RecordId id) {
        return (Fact) store.find(SPACE, id).orElseThrow().content();
    }

    private List<String> objects(@Nullable Instant worldAt, @Nullable Instant knownAt) {
        return store.facts(SPACE, new FactQuery("ANN", " Lives  IN ", worldAt, knownAt)).stream()
                .map(version -> version.fact().object())
                .toList();
    }

    @Test
    void add_newerFact_closesTheOlder() {
        RecordId oslo = addFact(lives("Oslo", day(1)), day(10));
        RecordId rome = addFact(Facts.of(" ANN ", "Lives  in", "Rome", day(5)), day(11));

        assertThat(fact(oslo).invalidAt()).isEqualTo(day(5));
        assertThat(fact(rome).invalidAt()).isNull();
        assertThat(objects(day(0), null)).isEmpty();
        assertThat(objects(day(1), null)).containsExactly("Oslo");
        assertThat(objects(day(4), null)).containsExactly("Oslo");
        assertThat(objects(day(5), null)).containsExactly("Rome");
        assertThat(objects(null, null)).containsExactly("Oslo", "Rome");
    }

    @Test
    void facts_asOfThen_areAsTheyWereKnown() {
        addFact(lives("Oslo", day(1)), day(10));
        addFact(lives("Rome", day(5)), day(12));

        assertThat(objects(day(7), day(9))).isEmpty();
        assertThat(objects(day(7), day(10))).containsExactly("Oslo");
        assertThat(objects(day(7), day(11))).containsExactly("Oslo");
        assertThat(objects(day(7), day(12))).containsExactly("Rome");
        assertThat(objects(day(3), day(12))).containsExactly("Oslo");
        List<FactVersion> then = store.facts(SPACE, new FactQuery("ann", "lives in", null, day(11)));
        assertThat(then).hasSize(1);
        assertThat(then.getFirst().fact().invalidAt()).isNull();
        assertThat(then.getFirst().createdAt()).isEqualTo(day(10));
        assertThat(then.getFirst().expiredAt()).isEqualTo(day(12));
    }

    @Test
    void add_olderFactThatArrivesLate_isClosedItself() {
        RecordId rome = addFact(lives("Rome", day(5)), day(10));
        RecordId oslo = addFact(lives("Oslo", day(1)), day(11));
        RecordId lima = addFact(lives("Lima", day(3)), day(12));

        assertThat(fact(rome).invalidAt()).isNull();
        assertThat(fact(oslo).invalidAt()).isEqualTo(day(3));
        assertThat(fact(lima).invalidAt()).isEqualTo(day(5));
        assertThat(objects(day(4), day(11))).containsExactly("Oslo");
        assertThat(objects(day(4), day(12))).containsExactly("Lima");
    }

    @Test
    void add_sameObjectAgain_extendsIt() {
        RecordId first = addFact(lives("Oslo", day(1)), day(10));
        RecordId again = addFact(lives(" oslo", day(5)), day(11));
        RecordId rome = addFact(lives("Rome", day(8)), day(12));

        assertThat(fact(first).invalidAt()).isEqualTo(day(8));
        assertThat(fact(again).invalidAt()).isEqualTo(day(8));
        assertThat(store.links(SPACE, List.of(first, again)))
                .extracting(Link::from, Link::type, Link::to)
                .containsExactly(tuple(rome, LinkType.CONTRADICTS, first), tuple(rome, LinkType.CONTRADICTS, again));
    }

    @Test
    void add_factThatHasEndedBefore_isNotTouched() {
        RecordId oslo = addFact(new Fact("Ann", "lives in", "Oslo", true, day(1), day(3)), day(10));
        addFact(lives("Rome", day(5)), day(11));

        assertThat(fact(oslo).invalidAt()).isEqualTo(day(3));
        assertThat(store.links(SPACE, List.of(oslo))).isEmpty();
        assertThat(objects(day(4), null)).isEmpty();
    }

    @Test
    void add_predicateOfManyValues_touchesNothing() {
        RecordId one = addFact(new Fact("Ann", "speaks", "Danish", false, day(1), null), day(10));
        RecordId two = addFact(new Fact("Ann", "speaks", "Thai", false, day(2), null), day(11));
        RecordId single = addFact(new Fact("Ann", "speaks", "Welsh", true, day(3), null), day(12));

        assertThat(store.links(SPACE, List.of(one, two, single))).isEmpty();
        assertThat(store.facts(SPACE, new FactQuery("Ann", "speaks", day(9), null)))
                .hasSize(3);
    }

    @Test
    void add_otherSubjectPredicateOrSpace_touchesNothing() {
        RecordId oslo = addFact(lives("Oslo", day(1)), day(10));
        addFact(Facts.of("Bob", "lives in", "Rome", day(2)), day(10));
        addFact(Facts.of("Ann", "works in", "Rome", day(2)), day(10));
        store.add(List.of(draft(OTHER, lives("Rome", day(2)))), day(10));

        assertThat(fact(oslo).invalidAt()).isNull();
        assertThat(store.facts(SPACE, new FactQuery(null, "lives in", null, null)))
                .hasSize(2);
        assertThat(store.facts(SPACE, new FactQuery("ann", null, null, null))).hasSize(2);
        assertThat(store.facts(SPACE, FactQuery.ALL)).hasSize(3);
        assertThat(store.facts(OTHER, FactQuery.ALL)).hasSize(1);
    }

    @Test
    void add_withoutTimes_theLaterHoldsFromItsRecord() {
        RecordId oslo = addFact(lives("Oslo", null), day(10));
        RecordId rome = addFact(lives("Rome", null), day(12));

        assertThat(fact(oslo)).isEqualTo(new Fact("Ann", "lives in", "Oslo", true, null, day(12)));
        assertThat(fact(rome)).isEqualTo(lives("Rome", day(12)));
        assertThat(objects(day(1), null)).containsExactly("Oslo");
        assertThat(objects(day(13), null)).containsExactly("Rome");
    }

    @Test
    void add_sameDraftAgain_doesNotOpenWhatWasClosed() {
        Draft oslo = keyed(SPACE, lives("Oslo", day(1)), "k");
        RecordId id = store.add(List.of(oslo), day(10)).getFirst().record().id();
        addFact(lives("Rome", day(5)), day(11));
        long before = store.sequence(SPACE);

        Stored again = store.add(List.of(oslo), day(12)).getFirst();

        assertThat(again.isNew()).isFalse();
        assertThat(again.record().id()).isEqualTo(id);
        assertThat(((Fact) again.record().content()).invalidAt()).isEqualTo(day(5));
        assertThat(store.sequence(SPACE)).isEqualTo(before);
    }

    @Test
    void add_severalAtOnce_returnsThemAsTheyAre() {
        List<Stored> stored =
                store.add(List.of(draft(SPACE, lives("Oslo", day(1))), draft(SPACE, lives("Rome", day(5)))), NOW);

        assertThat(((Fact) stored.getFirst().record().content()).invalidAt()).isEqualTo(day(5));
        assertThat(stored.getFirst().record())
                .isEqualTo(store.find(SPACE, stored.getFirst().record().id()).orElseThrow());
    }

    @Test
    void replace_fact_settlesBothSubjects() {
        RecordId oslo = addFact(lives("Oslo", day(1)), day(10));
        RecordId rome = addFact(lives("Rome", day(5)), day(11));
        RecordId bob = addFact(Facts.of("Bob", "lives in", "Lima", day(1)), day(11));

        store.replace(SPACE, rome, Facts.of("Bob", "lives in", "Rome", day(5)), 0.5, day(12));

        assertThat(fact(oslo).invalidAt()).isNull();
        assertThat(fact(bob).invalidAt()).isEqualTo(day(5));
        assertThat(objects(day(6), day(11))).containsExactly("Rome");
        assertThat(objects(day(6), day(12))).containsExactly("Oslo");
        assertThat(store.facts(SPACE, new FactQuery("bob", null, day(6), null)))
                .extracting(FactVersion::confidence)
                .containsExactly(0.5);
    }

    @Test
    void forget_factThatClosedAnother_opensItAgain() {
        RecordId oslo = addFact(lives("Oslo", day(1)), day(10));
        RecordId rome = addFact(lives("Rome", day(5)), day(11));
        long before = store.sequence(SPACE);

        store.forget(SPACE, rome, day(12));

        assertThat(fact(oslo).invalidAt()).isNull();
        assertThat(objects(day(6), null)).containsExactly("Oslo");
        assertThat(store.changes(SPACE, before, 10)).hasSize(2);
    }

    @Test
    void add_byAClockThatWentBack_knowsOneVersionAtATime() {
        addFact(lives("Oslo", day(1)), day(10));
        addFact(lives("Rome", day(5)), day(20));
        addFact(lives("Lima", day(3)), day(15));

        for (int then = 9; then < 22; then++) {
            assertThat(store.facts(SPACE, new FactQuery(null, null, null, day(then))))
                    .as("day %s", then)
                    .extracting(FactVersion::id)
                    .doesNotHaveDuplicates();
        }
        assertThat(objects(day(4), null)).containsExactly("Lima");
    }

    @Test
    void add_timesOfOtherCenturies_areKept() {
        Instant ancient = Instant.parse("-0044-03-15T00:00:00Z");
        Instant far = Instant.parse("9999-12-31T23:59:59.999999999Z");
        Draft draft = Draft.of(
                SPACE, new Fact("Caesar", "rules", "Rome", true, null, ancient), Provenance.by("user", "t"), ancient);

        MemoryRecord record = store.add(List.of(draft), NOW).getFirst().record();
        add(new Fact("the sun", "shines on", "Earth", true, ancient, far));

        assertThat(record.draft()).isEqualTo(draft);
        assertThat(store.facts(SPACE, new FactQuery("caesar", null, ancient.minusSeconds(1), null)))
                .hasSize(1);
        assertThat(store.facts(SPACE, new FactQuery("caesar", null, ancient, null)))
                .isEmpty();
        assertThat(store.facts(SPACE, new FactQuery(null, null, far.minusNanos(1), null)))
                .hasSize(1);
        assertThat(store.facts(SPACE, new FactQuery(null, null, Instant.MAX, Instant.MAX)))
                .isEmpty();
    }
}
