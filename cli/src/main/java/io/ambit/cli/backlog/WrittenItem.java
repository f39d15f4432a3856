package io.ambit.cli.backlog;

import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.ItemJson;
import io.ambit.core.backlog.Written;
import java.util.Map;

/** What a command says of an item that it wrote. */
final class WrittenItem {
    private WrittenItem() {}

    static void print(Terminal terminal, JsonOption json, Written written) {
        if (json.wanted()) {
            Map<String, Object> tree = ItemJson.whole(written.item());
            tree.put("warnings", written.warnings());
            JsonOption.print(terminal, tree);
        } else {
            terminal.out().println(ShownText.item(written.item()));
            terminal.out().flush();
            written.warnings().forEach(warning -> terminal.say("note: " + ShownText.line(warning, 400)));
        }
    }
}
