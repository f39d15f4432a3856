package io.ambit.testkit;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.tool.Rating;
import io.ambit.core.tool.SessionTally;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tallies and ratings that live as long as the process: for tests, and the plain twin of those in the database. */
public final class HeapUsageStore implements UsageStore {
    private record Key(Space space, SessionId session) {}

    private record Said(Space space, String subject, String author, LocalDate day) {}

    private final Map<Key, SessionTally> tallies = new HashMap<>();
    private final Map<Said, Rating> ratings = new HashMap<>();

    @Override
    public synchronized void keep(Space space, Collection<SessionTally> some) {
        some.forEach(tally -> tallies.put(new Key(space, tally.session()), tally));
    }

    @Override
    public synchronized List<SessionTally> tallies(Space space) {
        return tallies.entrySet().stream()
                .filter(each -> each.getKey().space().equals(space))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(SessionTally::at)
                        .reversed()
                        .thenComparing(tally -> tally.session().value()))
                .toList();
    }

    @Override
    public synchronized void rate(Space space, Rating rating) {
        LocalDate day = rating.at().atZone(ZoneOffset.UTC).toLocalDate();
        ratings.put(new Said(space, rating.subject(), rating.author(), day), rating);
    }

    @Override
    public synchronized List<Rating> ratings(Space space) {
        return ratings.entrySet().stream()
                .filter(each -> each.getKey().space().equals(space))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Rating::at).reversed().thenComparing(Rating::subject))
                .toList();
    }
}
