package io.ambit.mcp;

import io.ambit.mcp.session.Call;
import io.ambit.mcp.session.Params;

/** What answers a request of one name. */
interface Method {

    /**
     * Answers.
     *
     * @throws io.ambit.core.error.InvalidInputException where the parameters are wrong
     */
    Object answer(Call call, Params params);
}
