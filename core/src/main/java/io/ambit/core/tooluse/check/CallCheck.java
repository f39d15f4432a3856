package io.ambit.core.tooluse.check;

import io.ambit.core.item.Item;
import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.check.Correction.Kind;
import io.ambit.core.tooluse.check.Mending.Mended;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks calls before they are made: by the schema of the tool, read as its author meant it, and by what schemas do not
 * say. A call that is wrong comes with the one that was meant where that can be known. Nothing that stands in a call or a
 * definition is more than data. Thread-safe.
 */
public final class CallCheck {
    private static final int MOST_KEPT = 512;

    private final SchemaValidator validator;
    private final Map<Map<String, Object>, Map<String, Object>> lenient = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, Object>, Map<String, Object>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public CallCheck(SchemaValidator validator) {
        this.validator = validator;
    }

    /**
     * Checks a call by the tools that were offered.
     *
     * @param tools what the caller may call; of several with one name any may be meant
     */
    public Checked check(Invocation call, List<ToolDefinition> tools) {
        return check(call, tools, List.of());
    }

    /**
     * The same, and where it is a call of the backlog's tools, by the items that there are.
     *
     * @param items of the backlog; none where it is not known, and nothing is said of ids then
     */
    public Checked check(Invocation call, List<ToolDefinition> tools, List<Item> items) {
        List<ToolDefinition> named =
                tools.stream().filter(tool -> tool.name().equals(call.tool())).toList();
        Checked bySchema = named.isEmpty() ? unknown(call, tools) : known(call, named);
        return items.isEmpty() ? bySchema : BacklogCalls.checked(bySchema, items);
    }

    private Checked known(Invocation call, List<ToolDefinition> named) {
        Checked best = null;
        for (ToolDefinition tool : named) {
            Checked checked = bySchema(call, tool);
            if (checked.findings().isEmpty()) {
                return checked;
            }
            if (best == null || checked.findings().size() < best.findings().size()) {
                best = checked;
            }
        }
        return best == null ? Checked.right(call) : best;
    }

    private Checked bySchema(Invocation call, ToolDefinition tool) {
        Map<String, Object> schema = lenient(tool.inputSchema());
        if (schema.isEmpty()) {
            return Checked.right(call);
        }
        Optional<Checked> unwrapped = Wrapped.arguments(call, schema).flatMap(inner -> unwrapped(call, inner, tool));
        if (unwrapped.isPresent()) {
            return unwrapped.get();
        }
        Mended mended = Mending.of(validator, schema, call.arguments());
        return mended.findings().isEmpty()
                ? Checked.right(call)
                : new Checked(
                        call,
                        mended.findings(),
                        mended.mended().map(arguments -> new Invocation(call.tool(), arguments)),
                        mended.certainty(),
                        mended.corrections());
    }

    /** Arguments that came within one argument, as some models send them. */
    private Optional<Checked> unwrapped(Invocation call, Map<String, Object> inner, ToolDefinition tool) {
        Mended mended = Mending.of(validator, lenient(tool.inputSchema()), inner);
        boolean holds = mended.findings().isEmpty() || mended.mended().isPresent();
        if (!holds) {
            return Optional.empty();
        }
        String outer =
                '/' + TreeEdit.escaped(call.arguments().keySet().iterator().next());
        Correction correction = new Correction(Kind.UNWRAP, outer, call.arguments(), inner, Certainty.CERTAIN);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                Fault.UNEXPECTED_PARAMETER,
                outer,
                "`" + Breaches.plain(outer) + "` is unknown, expected its members themselves",
                Optional.of(correction)));
        findings.addAll(mended.findings());
        List<Correction> corrections = new ArrayList<>(List.of(correction));
        corrections.addAll(mended.corrections());
        return Optional.of(new Checked(
                call,
                findings,
                Optional.of(new Invocation(call.tool(), mended.mended().orElse(inner))),
                mended.certainty(),
                corrections));
    }

    private Checked unknown(Invocation call, List<ToolDefinition> tools) {
        Optional<NearestName.Match> meant = ToolNames.meant(call.tool(), tools);
        Optional<Correction> correction =
                meant.map(match -> new Correction(Kind.RENAME_TOOL, "", call.tool(), match.name(), match.certainty()));
        String expected = meant.map(match -> ", expected " + match.name())
                .orElse(tools.isEmpty() ? ", none is known" : ", and no known one is like it");
        Finding finding = new Finding(
                Fault.UNKNOWN_TOOL, "", "there is no tool `" + Breaches.cut(call.tool()) + "`" + expected, correction);
        if (correction.isEmpty()) {
            return new Checked(call, List.of(finding), Optional.empty(), Certainty.LIKELY, List.of());
        }
        String name = meant.get().name();
        Invocation renamed = new Invocation(name, call.arguments());
        Checked rest = known(
                renamed, tools.stream().filter(tool -> tool.name().equals(name)).toList());
        List<Finding> findings = new ArrayList<>(List.of(finding));
        findings.addAll(rest.findings());
        List<Correction> corrections = new ArrayList<>(List.of(correction.get()));
        corrections.addAll(rest.corrections());
        Optional<Invocation> proposed = rest.findings().isEmpty() ? Optional.of(renamed) : rest.proposed();
        return new Checked(
                call,
                findings.stream().sorted(Comparator.comparing(Finding::fault)).toList(),
                proposed,
                correction.get().certainty().and(rest.certainty()),
                proposed.isPresent() ? corrections : List.of());
    }

    private Map<String, Object> lenient(Map<String, Object> schema) {
        synchronized (lenient) {
            Map<String, Object> known = lenient.get(schema);
            if (known != null) {
                return known;
            }
        }
        Map<String, Object> made = LenientSchema.of(schema);
        synchronized (lenient) {
            lenient.put(schema, made);
        }
        return made;
    }
}
