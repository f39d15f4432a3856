package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.ollama.OllamaSurvey;
import io.ambit.gateway.ollama.SmallWindow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the models of an Ollama have windows that agents can work in, and what to do where they do not. */
final class OllamaExamination {
    private static final String ABOUT = "num_ctx";

    private final GatewaySettings settings;
    private final List<OllamaSurvey> surveys;

    private OllamaExamination(GatewaySettings settings, List<OllamaSurvey> surveys) {
        this.settings = settings;
        this.surveys = surveys;
    }

    /** Asks those of the upstreams that may be an Ollama. */
    static OllamaExamination of(UpstreamChoice chosen, AmbitConfig config, Map<String, String> environment) {
        GatewaySettings settings = GatewayWiring.settings(config, chosen.upstreams(), environment);
        List<OllamaSurvey> surveys = chosen.upstreams().stream()
                .map(upstream -> OllamaSurvey.of(upstream, settings.outbound(), settings.ollama()))
                .flatMap(Optional::stream)
                .toList();
        return new OllamaExamination(settings, surveys);
    }

    /** The same for what is configured, else found; empty where nothing is. */
    static Optional<OllamaExamination> of(AmbitConfig config, Map<String, String> environment) {
        try {
            return Optional.of(of(UpstreamChoice.of(config, environment), config, environment));
        } catch (AmbitException e) {
            return Optional.empty(); // said of the upstream already
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (OllamaSurvey survey : surveys) {
            if (survey.small().isEmpty()) {
                findings.add(Finding.ok(
                        ABOUT, "each of the " + survey.models() + " models of " + survey.base() + " has a window"));
            }
            for (SmallWindow small : survey.small()) {
                findings.add(Finding.note(ABOUT, words(small), advice(small)));
            }
        }
        return findings;
    }

    /** Whether a finding is of a window that could be larger. */
    static boolean isSmall(Finding finding) {
        return finding.about().equals(ABOUT) && finding.state() == Finding.State.NOTE;
    }

    private static String words(SmallWindow small) {
        return small.model() + " is loaded with a window of " + small.window() + " tokens and takes " + small.better()
                + "; Ollama cuts a longer prompt in silence, so Ambit sends it by /api/chat with num_ctx";
    }

    private static String advice(SmallWindow small) {
        return "'ambit doctor --fix' makes " + small.variant() + ", which shares its weights and is then used instead";
    }

    /** Says on stderr what is small. */
    void say(Terminal terminal) {
        for (OllamaSurvey survey : surveys) {
            survey.small().forEach(small -> terminal.say(words(small) + "; " + advice(small)));
        }
    }

    /** Makes the variants that a person at the terminal agrees to; without one, none. */
    void offer(Terminal terminal) {
        if (!terminal.interactive()) {
            return;
        }
        for (OllamaSurvey survey : surveys) {
            for (SmallWindow small : survey.small()) {
                terminal.err().print("Make " + small.variant() + "? [y/N] ");
                terminal.err().flush();
                try {
                    String answer = terminal.in().readLine();
                    if (answer != null
                            && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
                        create(small, terminal);
                    }
                } catch (IOException e) {
                    return; // nobody answers
                }
            }
        }
    }

    /** Makes all that are missing. */
    void fix(Terminal terminal) {
        surveys.forEach(survey -> survey.small().forEach(small -> create(small, terminal)));
    }

    private void create(SmallWindow small, Terminal terminal) {
        OllamaSurvey.create(small, settings.outbound());
        terminal.say("made " + small.variant() + " with a window of " + small.better() + " tokens");
    }
}
