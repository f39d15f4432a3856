package io.ambit.cli.config;

import static io.ambit.cli.config.BadValueException.require;

import io.ambit.gateway.tools.ToolMode;
import io.ambit.gateway.tools.ToolSettings;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the gateway does about the tools of agents. */
public record ToolsChoice(
        @ConfigKey(
                "`off`: nothing. `observe`: the definitions that pass are noted, for advice and reports. `advise`: a "
                        + "short note follows the result of a call that failed. `repair`: what is certainly wrong with a call "
                        + "by the tool's schema is set right before the agent sees it. Each does what those before it do.")
        String mode,

        @ConfigKey("Of which tools calls may be set right.") Repair repair) {

    static final ToolsChoice DEFAULT = new ToolsChoice(
            ToolSettings.DEFAULT.mode().name().toLowerCase(Locale.ROOT), new Repair(List.of(), List.of()));

    public ToolsChoice {
        require(mode.matches("off|observe|advise|repair"), "mode", "off, observe, advise or repair");
    }

    /** Tools by name. */
    public record Repair(
            @ConfigKey(
                    "Names of tools that write, or may, whose calls are set right all the same. By itself it is done "
                            + "for tools that only read, by their annotations and names.")
            List<String> allow,

            @ConfigKey("Names of tools whose calls are never set right.")
            List<String> deny) {
        public Repair {
            allow = List.copyOf(allow);
            deny = List.copyOf(deny);
        }
    }

    /** The same for the gateway. */
    public ToolSettings settings() {
        return new ToolSettings(
                ToolMode.valueOf(mode.toUpperCase(Locale.ROOT)), Set.copyOf(repair.allow()), Set.copyOf(repair.deny()));
    }
}
