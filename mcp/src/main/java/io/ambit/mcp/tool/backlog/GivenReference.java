package io.ambit.mcp.tool.backlog;

import io.ambit.core.text.Value;
import java.util.List;

/** A reference as a model gives it: an address, with a title or without. */
record GivenReference(String url, String title) {

    /** As it stands in front matter. */
    Value value() {
        Value.Str address = new Value.Str(url, false);
        return title.isEmpty()
                ? address
                : new Value.Obj(
                        "",
                        List.of(new Value.Field("url", address), new Value.Field("title", new Value.Str(title, false))),
                        false);
    }
}
