package io.ambit.mcp.resource;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.RecordSelection;
import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of the client's own space; those of any other are as if they were not there. */
public final class MemoryRecords implements ResourceSource {
    static final String SCHEME = "memory://";
    static final String TEMPLATE = SCHEME + "{space}/{id}";
    private static final String TEXT = "text/plain";
    /** How many of the last records are looked through for an id that is being typed. */
    private static final int NEWEST = 1_000;

    @Override
    public List<Resource> list(@Nullable String after, int limit, Call call) {
        ProjectContext project = call.project();
        RecordId last = after == null ? null : new RecordId(after.substring(after.lastIndexOf('/') + 1));
        return project
                .memory()
                .store()
                .list(project.space(), RecordSelection.LIVE.after(last).atMost(limit))
                .stream()
                .map(MemoryRecords::resource)
                .toList();
    }

    private static Resource resource(MemoryRecord record) {
        return Resource.builder(
                        SCHEME + record.space() + "/" + record.id(), record.id().value())
                .title(QuotedRecord.title(record))
                .description(record.kind().label())
                .mimeType(TEXT)
                .build();
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(ResourceTemplate.builder(TEMPLATE, "memory-record")
                .title("Record of memory")
                .description("An episode, fact, insight or other record in full, quoted, with where it comes from")
                .mimeType(TEXT)
                .build());
    }

    @Override
    public Optional<List<ResourceContents>> read(String uri, Call call) {
        if (!uri.startsWith(SCHEME)) {
            return Optional.empty();
        }
        ProjectContext project = call.project();
        String own = SCHEME + project.space() + "/";
        String name = uri.startsWith(own) ? uri.substring(own.length()) : "";
        if (!RecordId.isValid(name)) {
            return Optional.empty();
        }
        RecordId id = new RecordId(name);
        return find(project, id, call)
                .map(record -> List.of(new TextResourceContents(uri, TEXT, QuotedRecord.of(record), null)));
    }

    /** What a client reads is counted; what this server looks at for changes is not. */
    private static Optional<MemoryRecord> find(ProjectContext project, RecordId id, Call call) {
        if (!call.isAsked()) {
            return project.memory().store().find(project.space(), id);
        }
        project.openedAfterAssemble(call.session(), id.value());
        return project.memory().show(project.space(), id);
    }

    @Override
    public List<String> complete(String template, String variable, String typed, Call call) {
        ProjectContext project = call.project();
        Stream<String> values = variable.equals("space")
                ? Stream.of(project.space().id())
                : project.memory().store().list(project.space(), RecordSelection.LIVE.newest(NEWEST)).stream()
                        .map(record -> record.id().value());
        return values.filter(value -> value.startsWith(typed)).toList();
    }
}
