package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.core.context.ClassicPolicy;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.CuratedPolicy;
import io.ambit.core.context.Policies;

/** The policy that the settings name, with their numbers. */
final class ConfiguredPolicy {
    private ConfiguredPolicy() {}

    /**
     * The policy; an option that stands after its name counts before the setting of the same meaning.
     *
     * @throws io.ambit.core.error.AmbitException where the name or an option is unknown
     */
    static ContextPolicy of(AmbitConfig config) {
        String name = config.policy().name();
        if (name.equals(CuratedPolicy.CUSTOM) || name.startsWith(CuratedPolicy.CUSTOM + ":")) {
            StringBuilder spec = new StringBuilder(CuratedPolicy.CUSTOM);
            config.policy()
                    .custom()
                    .numbers()
                    .forEach((option, value) ->
                            spec.append(':').append(option.option()).append('=').append(value));
            return Policies.parse(spec + name.substring(CuratedPolicy.CUSTOM.length()));
        }
        if (!name.equals(ClassicPolicy.NAME) && !name.startsWith(ClassicPolicy.NAME + ":")) {
            return Policies.parse(name);
        }
        AmbitConfig.Classic numbers = config.policy().classic();
        return Policies.parse(ClassicPolicy.NAME + ":cut=" + numbers.cut() + ":window=" + numbers.window()
                + ":summary_interval=" + numbers.summaryInterval() + ":summary_tokens=" + numbers.summaryTokens()
                + name.substring(ClassicPolicy.NAME.length()));
    }
}
