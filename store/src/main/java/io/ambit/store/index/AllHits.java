package io.ambit.store.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Gives every document that a query finds to one collector, in the order of the index. */
final class AllHits {
    private AllHits() {}

    static void collect(IndexSearcher searcher, Query query, Collector collector) throws IOException {
        searcher.search(query, new CollectorManager<Collector, Collector>() {
            @Override
            public Collector newCollector() {
                return collector;
            }

            @Override
            public Collector reduce(Collection<Collector> collectors) {
                return collector;
            }
        });
    }
}
