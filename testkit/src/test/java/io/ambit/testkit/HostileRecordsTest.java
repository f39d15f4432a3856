package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Content;
import io.ambit.core.record.RecordKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostileRecordsTest {
    private static final List<HostileRecords.Hostile> ALL = HostileRecords.all().toList();

    @Test
    void all_namesAndTexts_areDistinctAndManyEnough() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ALL).extracting(HostileRecords.Hostile::name).doesNotHaveDuplicates();
        assertThat(ALL).extracting(HostileRecords.Hostile::text).doesNotHaveDuplicates();
    }

    @Test
    void contents_ofEachText_coverEachKind() {
        for (HostileRecords.Hostile hostile : ALL) {
            Set<RecordKind> kinds =
                    HostileRecords.contents(hostile).stream().map(Content::kind).collect(Collectors.toSet());
            assertThat(kinds).as(hostile.name()).isEqualTo(EnumSet.allOf(RecordKind.class));
        }
    }
}
