package io.ambit.gateway.profile;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Span;
import io.ambit.core.routing.Sampling;
import io.ambit.core.routing.profile.FillInMiddle;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Use;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.wire.FilledFields;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.Splice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests that ask {@code ambit/NAME} for the text between a {@code prompt} and a {@code suffix}: the prompt that the
 * model was trained on is made of both. OpenAI's completions and Ollama's {@code /api/generate} are asked so; what names
 * another model is none of this. Stateless.
 */
public final class Infill {
    private static final String COMPLETIONS = "/v1/completions";
    private static final String GENERATE = "/api/generate";
    private static final String PROMPT = "prompt";
    private static final String SUFFIX = "suffix";
    private static final String OPTIONS = "options";
    private static final String RAW = "raw";
    private static final List<String> SAMPLING =
            List.of(Sampling.TEMPERATURE, Sampling.TOP_P, Sampling.TOP_K, Sampling.STOP);

    private final Profiles profiles;
    private final boolean fills;

    /** @param fills whether sampling fields that the client left open are filled */
    public Infill(Profiles profiles, boolean fills) {
        this.profiles = profiles;
        this.fills = fills;
    }

    /** Whether requests to a path may be of this kind, which only their body tells. */
    public boolean isPath(String path) {
        return path.equals(COMPLETIONS) && !profiles.all().isEmpty();
    }

    /** The profile that a request is asked by; empty for one that names no alias, or no gap on Ollama's own path. */
    public Optional<ModelProfile> asked(String path, byte[] body) {
        if (!path.equals(COMPLETIONS) && !path.equals(GENERATE)) {
            return Optional.empty();
        }
        try {
            Json root = Json.parse(body);
            String model = root.text("model");
            boolean gap = path.equals(COMPLETIONS) || !suffix(root).isEmpty();
            return model == null || !gap ? Optional.empty() : profiles.ofAlias(model);
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String suffix(Json root) {
        String suffix = root.text(SUFFIX);
        return suffix == null ? "" : suffix;
    }

    /**
     * The request as the model takes it.
     *
     * @param model its name at the server
     * @param templated whether the server puts prompt and suffix into the model's own format itself
     * @throws AmbitException where the profile has no such format, or the prompt is no string
     */
    public byte[] body(String path, byte[] body, ModelProfile profile, String model, boolean templated) {
        if (!(Json.parse(body) instanceof Json.Obj root)) {
            throw new AmbitException("the body is no object, expected one");
        }
        boolean generate = path.equals(GENERATE);
        boolean gap = !suffix(root).isEmpty();
        FillInMiddle format = profile.fillInMiddle();
        if (gap && format == null) {
            throw new AmbitException(
                    profile.alias() + " has no format to fill a gap, expected a prompt without a suffix");
        }
        Splice splice = new Splice();
        List<String> fields = new ArrayList<>();
        boolean written = gap && !(templated && !generate);
        replace(splice, root, "model", JsonStrings.quote(model));
        Set<String> dropped = new HashSet<>();
        if (written && format != null) {
            String prompt = root.text(PROMPT);
            if (prompt == null) {
                throw new AmbitException("prompt is " + JsonSpans.kind(root.get(PROMPT)) + ", expected a string");
            }
            replace(splice, root, PROMPT, JsonStrings.quote(format.prompt(prompt, suffix(root))));
            dropped.add(SUFFIX);
            if (generate) {
                dropped.add(RAW);
                fields.add("\"raw\":true");
            }
        }
        Sampling fill = sampling(profile, gap ? format : null);
        Json options = root.get(OPTIONS);
        if (!generate) {
            add(fields, FilledFields.json(fill.without(said(root)), SAMPLING));
        } else if (options instanceof Json.Obj object) {
            String more = FilledFields.json(fill.without(said(object)), SAMPLING);
            boolean alone = object.members().isEmpty();
            splice.insert(object.start() + 1, more.isEmpty() || alone ? more : more + ",");
        } else {
            dropped.add(OPTIONS);
            add(fields, "\"options\":{" + FilledFields.json(fill, SAMPLING) + "}");
        }
        if (!fields.isEmpty()) {
            splice.insert(root.start() + 1, String.join(",", fields) + ",");
        }
        List<Json.Member> members = root.members();
        if (members.stream().anyMatch(member -> dropped.contains(member.name().value()))) {
            List<Span> spans = JsonSpans.ofMembers(root);
            splice.drop(
                    JsonSpans.of(root),
                    spans,
                    i -> dropped.contains(members.get(i).name().value()));
        }
        return splice.apply(body);
    }

    private static void add(List<String> fields, String more) {
        if (!more.isEmpty()) {
            fields.add(more);
        }
    }

    /** The stop words belong to the format; the other fields are a choice that the client may have left open. */
    private Sampling sampling(ModelProfile profile, @Nullable FillInMiddle format) {
        Sampling open = fills ? profile.sampling(Use.CODE) : Sampling.OPEN;
        return format == null ? open : new Sampling(open.temperature(), open.topP(), open.topK(), format.stops());
    }

    private static Set<String> said(Json object) {
        Set<String> said = new HashSet<>();
        for (String name : SAMPLING) {
            if (object.get(name) != null) {
                said.add(name); // null too: a member of the same name would stand twice
            }
        }
        return said;
    }

    private static void replace(Splice splice, Json.Obj root, String name, String value) {
        Json old = root.get(name);
        if (old != null) {
            splice.replace(old.start(), old.end(), value);
        }
    }
}
